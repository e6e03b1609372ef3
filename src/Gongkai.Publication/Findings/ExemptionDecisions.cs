using Gongkai.Law;
using Gongkai.Law.Citations;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Scanning;

namespace Gongkai.Publication.Findings;

/// <summary>豁免：能不能申请、能不能决定、能不能撤销，做了发生什么。一人申请，另一人决定，写稿的人不能决定自己稿里的；只认那一处、那时的内容。</summary>
public static class ExemptionDecisions
{
    /// <summary>理由、意见至多几个字。</summary>
    public const int Longest = 500;

    private static readonly Citation Review = LegalDocuments.Regulation.Article("第十七条");

    /// <summary>申请豁免一处命中。</summary>
    /// <param name="item">信息。</param>
    /// <param name="screening">最新一版现在的扫描和处置。</param>
    /// <param name="print">哪一处。</param>
    /// <param name="reason">为什么应当公开；不得写出原文。</param>
    public static Outcome<Exemption> Ask(Item item, ItemScreening screening, string print, ExemptionId id, string? reason, PersonId by, DateTimeOffset at)
    {
        if (Find(screening, print) is not { } answered) return Gone;
        if (WhyNotAsk(answered) is { } refusal) return refusal;
        if (Unsayable(reason, "申请豁免要写明为什么这一处应当公开，例如依法公告的信息、依据哪一条。") is { } wrong) return wrong;
        var finding = answered.Finding;
        return new Exemption(id, 1, item.Id, print, finding.Finding.Message, finding.Place, finding.Finding.Excerpt, reason!.Trim(), by, at);
    }

    /// <summary>为什么不能申请；可以的为空。</summary>
    public static Refusal? WhyNotAsk(AnsweredFinding answered) => answered switch
    {
        { Finding.IsUnseen: true } => new Refusal("没有查过的不能豁免：换成查得了的格式再传。", Review),
        { Answer: FindingAnswer.NotNeeded } => new Refusal("这一处不妨碍发布，不用豁免。"),
        { Answer: FindingAnswer.Removed } => new Refusal("净化副本里已经没有这一处，不用豁免。"),
        { Answer: FindingAnswer.Exempted } => new Refusal("这一处已经豁免。"),
        { Answer: FindingAnswer.Asked } => new Refusal("这一处已经申请过，正等着决定。"),
        _ => null,
    };

    /// <summary>决定一个申请。</summary>
    /// <param name="item">信息。</param>
    /// <param name="screening">最新一版现在的扫描和处置：那一处已经不在了的，不能再批准。</param>
    /// <param name="asked">申请。</param>
    /// <param name="granted">批准；否则不批准。</param>
    /// <param name="note">看了什么、为什么。</param>
    public static Outcome<Exemption> Decide(Item item, ItemScreening screening, Exemption asked, bool granted, string? note, PersonId by, DateTimeOffset at)
    {
        if (asked.Standing != ExemptionStanding.Asked) return new Refusal("这个申请已经决定过了。");
        if (Unfit(item, asked, by) is { } unfit) return unfit;
        if (Find(screening, asked.Print) is null) return Gone;
        if (Unsayable(note, "请写明看了什么、为什么这样决定：谁审查，谁负责。") is { } wrong) return wrong;
        return asked with { Standing = granted ? ExemptionStanding.Granted : ExemptionStanding.Refused, DecidedBy = by, DecidedAt = at, Note = note!.Trim() };
    }

    /// <summary>撤销批准了的豁免，写明缘由：那一处又要处置；已经公开的由人撤回或者更正。</summary>
    public static Outcome<Exemption> Revoke(Exemption granted, string? reason, PersonId by, DateTimeOffset at)
    {
        if (granted.Standing != ExemptionStanding.Granted) return new Refusal(granted.Standing == ExemptionStanding.Revoked ? "这个豁免已经撤销。" : "没有批准的豁免，不用撤销。");
        if (Unsayable(reason, "撤销要写明缘由。") is { } wrong) return wrong;
        return granted with { Standing = ExemptionStanding.Revoked, Revocation = new ExemptionRevocation(by, at, reason!.Trim()) };
    }

    /// <summary>这个人为什么不能决定这个申请；可以的为空。</summary>
    public static Refusal? Unfit(Item item, Exemption asked, PersonId by) =>
        asked.AskedBy == by ? new Refusal("申请的人不能自己决定：豁免要由另一个人批准。", Review)
        : item.Versions.Any(version => version.By == by) ? new Refusal("写过这个稿的人，不能决定它的豁免。", Review)
        : null;

    private static Refusal Gone { get; } = new("这一处已经不在了：内容改过，或者重新扫描过。请回案卷看现在的。");

    private static AnsweredFinding? Find(ItemScreening screening, string print) => screening.Findings.FirstOrDefault(answered => answered.Finding.Print == print);

    // 理由里写出原文，遮盖就白做了。
    private static Refusal? Unsayable(string? text, string wanted) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(wanted)
        : text.Length > Longest ? new Refusal($"至多 {Longest} 个字，现在有 {text.Length} 个。")
        : TextScanner.Scan(text).FirstOrDefault(finding => finding.Severity == ScanSeverity.Error) is { } found ? new Refusal($"这里也不要写出原文：查出{found.Kind.Caption()}。请只说是哪一处、为什么。")
        : null;
}
