using System.Collections.Immutable;
using Gongkai.Law.Parameters;
using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Remedies;

/// <summary>救济：不服的，可以怎样。看的是答复所依据的条文，不是年报的哪一行。</summary>
/// <param name="ReviewFirst">要先申请行政复议。行政复议法第二十三条第一款第四项。</param>
/// <param name="Reconsideration">申请行政复议的期限。</param>
/// <param name="Litigation">提起行政诉讼的期限：先复议的，自收到复议决定起；其余自收到答复起。</param>
public sealed record RemedyAdvice(bool ReviewFirst, LegalPeriod Reconsideration, LegalPeriod Litigation)
{
    /// <summary>某一结局的救济。</summary>
    /// <param name="outcome">结局。</param>
    /// <param name="grounds">部分公开的，不公开的各部分属哪些情形。</param>
    /// <param name="on">答复日。</param>
    public static RemedyAdvice Of(CaseOutcome outcome, ImmutableArray<CaseOutcome> grounds, DateOnly on)
    {
        var isWithheld = outcome.Entry().IsWithheld || grounds.Any(ground => ground.Entry().IsWithheld);
        var first = isWithheld && LegalParameters.Rule(LegalRuleId.ReviewFirst, on) is not null;
        return new RemedyAdvice(
            first, LegalParameters.Period(LegalPeriodId.Reconsideration, on), LegalParameters.Period(first ? LegalPeriodId.LitigationAfterReconsideration : LegalPeriodId.Litigation, on));
    }

    /// <summary>答复书里的一段。</summary>
    /// <param name="reviewBody">行政复议机关的名称。</param>
    /// <param name="court">有管辖权的人民法院的名称。</param>
    public string Paragraph(string reviewBody, string court)
    {
        var review = $"如对上述处理不服，可以自收到本文书之日起{Reconsideration.Length}日内向{reviewBody}申请行政复议";
        return ReviewFirst
            ? $"{review}；对行政复议决定不服的，可以自收到行政复议决定书之日起{Litigation.Length}日内向{court}提起行政诉讼。依照《行政复议法》第二十三条第一款第四项，应当先申请行政复议。"
            : $"{review}，也可以自收到本文书之日起{Litigation.Length}个月内向{court}提起行政诉讼。";
    }
}
