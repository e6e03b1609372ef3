namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>落款齐全：机关与成文日期。</summary>
internal static class SignatureParts
{
    public static Rule Rule { get; } = new()
    {
        Id = "DT-12",
        Severity = Severity.Notice,
        Sentence = ("报告有落款：机关名称与成文日期。", "The report is signed: the name of the body and the date."),
        Basis = ("《党政机关公文处理工作条例》第九条（发文机关署名、成文日期）", "Regulations on Official Documents of Party and Government Bodies, Article 9 (signature of the issuing body, date)"),
        Examples = [("成立：文末署澄浦市文化和旅游局，2024年1月22日。", "Holds: signed at the end by “澄浦市文化和旅游局”, 22 January 2024."), ("不成立：文末没有机关，也没有日期。", "Broken: there is neither a body nor a date at the end.")],
        Check = context => context.Report switch
        {
            { Sections.Count: 0, Signature: null } => [Verdict.NotAssessable(Say("没有正文", "there is no text"))],
            { Signature: null or { Agency: null, Date: null } } => [Verdict.Broken(Say("缺少落款机关和成文日期", "the signature has neither a body nor a date"))],
            { Signature: { Agency: null } signature } => [new Broken(Say("缺少落款机关", "the signature has no body"), []) { Where = SigningDate.Where(signature.Place) }],
            { Signature: { Date: null } signature } => [new Broken(Say("缺少成文日期", "the signature has no date"), []) { Where = SigningDate.Where(signature.Place) }],
            _ => [],
        },
    };
}
