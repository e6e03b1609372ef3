using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Sums;

namespace Gongkai.AnnualReports.Rules.RequestsTable;

/// <summary>表三的表内勾稽；等式写在格式文件里。</summary>
internal static class RequestsSums
{
    private static readonly Bilingual Basis = ("年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三表头：第一项加第二项之和，等于第三项加第四项之和",
        "Form of the Annual Report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), head of Table 3: items 1 and 2 together equal items 3 and 4 together");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T3-01",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度。",
                "In each column of Table 3, newly received plus carried over from the previous year equals the total processed plus carried over to the next year."),
            Basis = Basis,
            Examples = [("成立：自然人列新收12、上年结转1、总计12、结转下年1，12+1=12+1。",
                "Holds: natural persons, 12 newly received, 1 carried over, 12 in all, 1 carried over to the next year: 12+1=12+1."), ("不成立：自然人列新收1、上年结转0、总计0、结转下年0，1+0≠0+0。",
                "Broken: natural persons, 1 newly received, 0 carried over, 0 in all, 0 carried over to the next year: 1+0≠0+0.")],
            Check = InnerSums.Balance("T3-01", TableKind.Requests),
        },
        new Rule
        {
            Id = "T3-02",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("表三每一行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六类申请人之和，等于该行总计。",
                "In each row of Table 3, the six kinds of applicants (natural persons, businesses, research institutions, public-welfare organisations, legal-service bodies, others) add up to the total of the row."),
            Basis = ("年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三“总计”列", "Form of the Annual Report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), column “总计” (total) of Table 3"),
            Examples = [("成立：予以公开行 6+2+0+0+1+0，总计9。", "Holds: disclosed 6+2+0+0+1+0, total 9."), ("不成立：予以公开行 6+2+0+0+1+0，总计却写8。", "Broken: disclosed 6+2+0+0+1+0, but total 8.")],
            Check = InnerSums.Total("T3-02", TableKind.Requests, row => Say($"“{row}”行合计", $"the total of row {row}")),
        },
        new Rule
        {
            Id = "T3-03",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("表三每一列：予以公开至其他处理的各种办理结果之和，等于“（七）总计”。",
                "In each column of Table 3, the outcomes from disclosed to otherwise dealt with add up to “（七）总计” (total processed)."),
            Basis = ("年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三“（七）总计”行", "Form of the Annual Report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), row “（七）总计” (total processed) of Table 3"),
            Examples = [("成立：自然人列各种结果 6+2+1+3，总计12。", "Holds: natural persons, outcomes 6+2+1+3, total 12."), ("不成立：自然人列各种结果合计12，“（七）总计”写13。", "Broken: natural persons, outcomes 12 together, but “（七）总计” (total processed) 13.")],
            Check = InnerSums.Total("T3-03", TableKind.Requests, column => Say($"{column}列办理结果总计", $"the total processed of {column}")),
        },
    ];
}
