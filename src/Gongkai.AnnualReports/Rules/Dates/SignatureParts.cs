namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>落款齐全：机关与成文日期。</summary>
internal static class SignatureParts
{
    public static Rule Rule { get; } = new()
    {
        Id = "DT-12",
        Severity = Severity.Notice,
        Sentence = "报告有落款：机关名称与成文日期。",
        Basis = "《党政机关公文处理工作条例》第九条（发文机关署名、成文日期）",
        Examples = ["成立：文末署澄浦市文化和旅游局，2024年1月22日。", "不成立：文末没有机关，也没有日期。"],
        Check = context => context.Report switch
        {
            { Sections.Count: 0, Signature: null } => [Verdict.NotAssessable("没有正文")],
            { Signature: null or { Agency: null, Date: null } } => [Verdict.Broken("缺少落款机关和成文日期")],
            { Signature: { Agency: null } signature } => [new Broken("缺少落款机关", []) { Where = SigningDate.Where(signature.Place) }],
            { Signature: { Date: null } signature } => [new Broken("缺少成文日期", []) { Where = SigningDate.Where(signature.Place) }],
            _ => [],
        },
    };
}
