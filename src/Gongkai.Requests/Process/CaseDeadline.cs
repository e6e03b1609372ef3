using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Requests.Process;

/// <summary>现在等谁。</summary>
public enum Awaited
{
    /// <summary>本机关：答复期限在走。</summary>
    Agency,

    /// <summary>申请人：补正、缴费，看的是申请人自己的期限。</summary>
    Applicant,

    /// <summary>第三方或者别的机关：答复期限停着，只知道还剩几个工作日。</summary>
    Others,

    /// <summary>不等谁：还没有收到，或者已经办结。</summary>
    Nobody,
}

/// <summary>一件申请此时的期限。</summary>
/// <param name="Awaited">等谁。</param>
/// <param name="Due">最后一日（含）；停着的、没有的为空。</param>
/// <param name="Remaining">停着的，恢复之后还剩的工作日数；其余为空。</param>
/// <param name="Answer">答复期限的计算，连同逐日的理由；还没有收到的为空。</param>
public sealed record CaseDeadline(Awaited Awaited, DateOnly? Due, int? Remaining, AnswerDeadline? Answer)
{
    /// <summary>逾期了：本机关该做的没有做。申请人自己的期限过了不算。</summary>
    public bool IsOverdue(DateOnly today) => Awaited == Awaited.Agency && today > Due;

    /// <summary>算出。</summary>
    public static CaseDeadline Of(CaseState state, WorkingCalendar calendar) => Of(CaseClock.Of(state), calendar);

    /// <summary>由期限所凭的日子算出。</summary>
    /// <param name="clock">还没有收到的、已经办结的为空。</param>
    public static CaseDeadline Of(CaseClock? clock, WorkingCalendar calendar)
    {
        if (clock is null) return new CaseDeadline(Awaited.Nobody, null, null, null);
        // 各件事的日期在放行的时候看过，不会互相矛盾。
        var answer = AnswerClock.Reckon(clock.Facts, calendar).Value;
        if (clock.CorrectionUntil is { } until) return new CaseDeadline(Awaited.Applicant, until, null, answer);
        if (clock.IsFeeDue) return new CaseDeadline(Awaited.Applicant, clock.FeeTold is { } told ? OtherClocks.FeeDue(told, calendar).Date : null, null, answer);
        // 复议决定、判决写明的期限，征求意见、延期都不使它往后。
        if (clock.OrderedUntil is { } ordered) return new CaseDeadline(Awaited.Agency, ordered, null, answer);
        return answer.Due is { } due ? new CaseDeadline(Awaited.Agency, due, null, answer) : new CaseDeadline(Awaited.Others, null, answer.Remaining, answer);
    }

    /// <summary>一次征求意见的最后一日（含）；没有送达的没有起算，为空。</summary>
    public static DateOnly? OfConsultation(CaseConsultation consultation, WorkingCalendar calendar) => consultation.Delivered is not { } delivered ? null
        : (consultation.Kind == ConsultedParty.ThirdParty ? OtherClocks.ThirdPartyDue(delivered, calendar) : OtherClocks.JointMakerDue(delivered, calendar)).Date;
}
