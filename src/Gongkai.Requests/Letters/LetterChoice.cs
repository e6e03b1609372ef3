using System.Collections.Immutable;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Letters;

/// <summary>一件事要出哪几份文书：照样子里写的“用于”。</summary>
public static class LetterChoice
{
    /// <summary>写给第三方的告知书里由办案的人填的一项；填了才出这一份。条例第三十二条。</summary>
    public const string Disclosed = "内容";

    /// <summary>收费通知书里由办案的人填的一项。</summary>
    public const string Payment = "缴纳方式";

    /// <summary>要出的各份，照样子的顺序；不出文书的是空的。</summary>
    /// <param name="happened">做了什么。</param>
    /// <param name="after">做了之后的状态。</param>
    /// <param name="filled">办案的人填了哪几项。</param>
    public static ImmutableArray<LetterTemplate> For(CaseEvent happened, CaseState after, IReadOnlyCollection<string> filled)
    {
        // 还没有登记的没有案号，撤回了只记下。
        if (after.Number is null) return [];
        var purpose = happened.Action is CaseAction.SendAnswer or CaseAction.AnswerOnSpot ? after.Outcome!.Value.ToString() : happened.Action.ToString();
        return [.. LetterTemplates.All.Where(template => template.For == purpose && IsDue(happened, filled))];
    }

    /// <summary>文书里由案件算不出、要由办案的人填的各项。</summary>
    public static ImmutableArray<string> ToFill(CaseAction action) => action switch
    {
        CaseAction.IssueFeeNotice => [Payment],
        CaseAction.EndConsultation => [Disclosed],
        _ => [],
    };

    /// <summary>发出答复，另要书面告知哪几个第三方：他们有理由地不同意，仍旧决定公开了。条例第三十二条。</summary>
    /// <param name="after">发出答复以后的状态。</param>
    public static ImmutableArray<string> ToldOfDisclosure(CaseState after) => [.. OutcomeGuards.Overruled(after).Select(consultation => consultation.Party).Distinct()];

    /// <summary>告知第三方的那一种。</summary>
    public static LetterTemplate DisclosureNotice => LetterTemplates.Find("ThirdPartyDisclosureNotice")!;

    private static bool IsDue(CaseEvent happened, IReadOnlyCollection<string> filled) => happened.Action switch
    {
        CaseAction.AcceptReason => happened.Details.Until is not null,
        CaseAction.EndConsultation => filled.Contains(Disclosed),
        _ => true,
    };
}
