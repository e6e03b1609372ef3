using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Sums;

namespace Gongkai.AnnualReports.Rules.ReviewTable;

/// <summary>表四的表内勾稽；等式写在格式文件里。</summary>
internal static class ReviewSums
{
    public static ImmutableArray<Rule> All { get; } =
    [
        Sum("T4-01", ("行政复议", "administrative reconsideration"), ("行政复议", "administrative reconsideration")),
        Sum("T4-02", ("未经复议直接起诉的行政诉讼", "litigation without reconsideration"), ("行政诉讼（未经复议直接起诉）", "litigation without reconsideration")),
        Sum("T4-03", ("复议后起诉的行政诉讼", "litigation after reconsideration"), ("行政诉讼（复议后起诉）", "litigation after reconsideration")),
    ];

    private static Rule Sum(string id, Bilingual subject, Bilingual caption) => new()
    {
        Id = id,
        Severity = Severity.Error,
        NeverWaived = true,
        Sentence = ($"表四{subject.Chinese}：结果维持、结果纠正、其他结果、尚未审结四项之和，等于总计。", $"Table 4, {subject.English}: upheld, corrected, other and pending add up to the total."),
        Basis = ("年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表四“总计”列", "Form of the Annual Report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), column “总计” (total) of Table 4"),
        Examples = [($"成立：{subject.Chinese}维持1、纠正0、其他0、未审结1，总计2。", $"Holds: {subject.English}, 1 upheld, 0 corrected, 0 other, 1 pending, total 2."), ($"不成立：{subject.Chinese}维持1、纠正0、其他0、未审结1，总计却写0。",
            $"Broken: {subject.English}, 1 upheld, 0 corrected, 0 other, 1 pending, but total 0.")],
        Check = InnerSums.Total(id, TableKind.Review, _ => Say($"{caption}合计", $"the total of {caption}")),
    };
}
