using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Sums;

namespace Gongkai.AnnualReports.Rules.ReviewTable;

/// <summary>表四的表内勾稽；等式写在格式文件里。</summary>
internal static class ReviewSums
{
    public static ImmutableArray<Rule> All { get; } =
    [
        Sum("T4-01", "行政复议", "行政复议"),
        Sum("T4-02", "未经复议直接起诉的行政诉讼", "行政诉讼（未经复议直接起诉）"),
        Sum("T4-03", "复议后起诉的行政诉讼", "行政诉讼（复议后起诉）"),
    ];

    private static Rule Sum(string id, string subject, string caption) => new()
    {
        Id = id,
        Severity = Severity.Error,
        NeverWaived = true,
        Sentence = $"表四{subject}：结果维持、结果纠正、其他结果、尚未审结四项之和，等于总计。",
        Basis = "年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表四“总计”列",
        Examples = [$"成立：{subject}维持1、纠正0、其他0、未审结1，总计2。", $"不成立：{subject}维持1、纠正0、其他0、未审结1，总计却写0。"],
        Check = InnerSums.Total(id, TableKind.Review, _ => $"{caption}合计"),
    };
}
