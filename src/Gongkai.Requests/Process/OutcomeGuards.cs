using Gongkai.Law;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Process;

/// <summary>据这个结局答复，要有的东西齐不齐。</summary>
internal static class OutcomeGuards
{
    public static Refusal? Refuse(CaseState state, CaseDetails details, CaseFacts facts)
    {
        if (details.Outcome is not { } outcome) return CaseRules.OneOutcome.Refuse("没有写结局");
        var entry = outcome.Entry();
        if (entry.Ending != CaseEnding.Answer) return CaseRules.OneOutcome.Refuse($"“{entry.Caption}”是终止，不是答复");
        if (outcome != CaseOutcome.PartlyGranted && !details.Grounds.IsEmpty) return CaseRules.OneOutcome.Refuse("只有部分公开才逐一写不公开部分的情形，别的结局只有一个");
        return entry.Needs.Select(need => Missing(need, state, details, facts, entry)).FirstOrDefault(missing => missing is not null)
            ?? (details.Grounds.Contains(CaseOutcome.ThirdPartyRights) ? Unconsulted(state, details) : null)
            ?? Overruled(state, details, outcome);
    }

    // 第三方不同意，理由合理的，不予公开；只有不公开对公共利益有重大影响，才可以决定公开。部分公开里把它列为不公开情形的，就是没有公开它。
    private static Refusal? Overruled(CaseState state, CaseDetails details, CaseOutcome outcome) =>
        Releases(outcome, details) && Objecting(state).Any() && string.IsNullOrWhiteSpace(details.Cause)
            ? CaseRules.ThirdParty.Refuse("第三方不同意公开，理由合理：要公开的，写明不公开对公共利益有什么重大影响，并书面告知第三方公开的内容和理由") : null;

    /// <summary>第三方有理由地不同意，仍旧公开了的，各是哪一次征求意见：要书面告知他们公开的内容和理由。</summary>
    /// <param name="state">拟了答复的。</param>
    internal static IEnumerable<CaseConsultation> Overruled(CaseState state) => state.Draft is { Outcome: { } outcome } draft && Releases(outcome, draft) ? Objecting(state) : [];

    private static bool Releases(CaseOutcome outcome, CaseDetails details) => outcome == CaseOutcome.Granted || (outcome == CaseOutcome.PartlyGranted && !details.Grounds.Contains(CaseOutcome.ThirdPartyRights));

    private static IEnumerable<CaseConsultation> Objecting(CaseState state) => state.Consultations.Where(consultation => consultation is { Kind: ConsultedParty.ThirdParty, Opinion: Opinion.RefusesWithReason });

    private static Refusal? Missing(OutcomeNeed need, CaseState state, CaseDetails details, CaseFacts facts, OutcomeEntry entry) => need switch
    {
        OutcomeNeed.Reason => string.IsNullOrWhiteSpace(details.Text) ? CaseRules.Reasoned.Refuse($"“{entry.Caption}”没有写理由") : null,
        OutcomeNeed.Where => string.IsNullOrWhiteSpace(details.Text) ? CaseRules.Reasoned.Refuse($"“{entry.Caption}”没有写获取的方式和途径") : null,
        OutcomeNeed.Law => details.Basis?.Contains('《', StringComparison.Ordinal) == true ? null : CaseRules.Reasoned.Refuse($"“{entry.Caption}”没有写明哪部法律、行政法规的哪一条"),
        OutcomeNeed.Search => state.Search is null ? CaseRules.Searched.Refuse("没有检索记录") : null,
        OutcomeNeed.Consultation => Unconsulted(state, details),
        OutcomeNeed.Earlier => details.EarlierCase is { } earlier && facts.AnsweredEarlier.Contains(earlier) ? null : CaseRules.Earlier.Refuse("没有写在先的一件，或者那一件不是同一申请人的、没有答复"),
        OutcomeNeed.Correction => state.CorrectionReceived is null ? CaseRules.Reasoned.Refuse("没有补正过，不能说补正后仍不明确") : null,
        OutcomeNeed.Asked => state.ReasonAsked ? null : CaseRules.Reasoned.Refuse("没有要求过说明理由，不能说理由不合理"),
        _ => details.Grounds.IsEmpty || details.Grounds.Except(OutcomeTable.Withheld).Any() ? CaseRules.Reasoned.Refuse("部分公开要逐一写明不公开的各部分属什么情形") : null,
    };

    private static Refusal? Unconsulted(CaseState state, CaseDetails details) =>
        state.Consultations.Any(consultation => consultation is { Kind: ConsultedParty.ThirdParty, Opinion: not (null or Opinion.Recalled) }) || !string.IsNullOrWhiteSpace(details.Cause)
            ? null : CaseRules.ThirdParty.Refuse("没有征求第三方意见的记录");
}
