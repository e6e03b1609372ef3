using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Law.Parameters;

namespace Gongkai.Law.Clocks;

/// <summary>答复期限的计算：只由事实、日历与法定参数决定，算几次都一样。</summary>
/// <remarks>
/// 起算：收到申请、收到补正、缴清费用，取最后一次，次日为第一天；
/// 暂停：各次征求意见的并集，发出次日起，收到意见当日止；
/// 延期：一次，1 至 20 个工作日；延迟答复日期是下限。
/// </remarks>
public static class AnswerClock
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>算出答复期限；事实自相矛盾的，说明矛盾在哪里。</summary>
    public static Outcome<AnswerDeadline> Reckon(ClockFacts facts, WorkingCalendar calendar)
    {
        var answer = LegalParameters.Period(LegalPeriodId.Answer, facts.Received);
        var longest = LegalParameters.Period(LegalPeriodId.AnswerExtension, facts.Received);
        if (Contradiction(facts, longest) is { } contradiction) return contradiction;

        var flags = ImmutableArray.CreateBuilder<ClockFlag>();
        if (!answer.Validity.Covers(facts.Received))
            flags.Add(new(ClockFlagKind.BeforeRegulation, Say($"收到申请时现行条例（{answer.Validity.From:yyyy-MM-dd} 起施行）尚未施行，此处按现行条例计算。",
                $"the regulation now in force (from {answer.Validity.From:yyyy-MM-dd}) was not in force when the request was received; the due date is reckoned by it all the same.")));

        var noticeDue = OtherClocks.CorrectionNoticeDue(facts.Received, calendar);
        var (anchor, anchorEvent) = Anchor(facts, noticeDue.Date, flags);

        var walk = ClockWalk.Over(calendar, anchor, answer.Length, facts.Consultations);
        var quota = answer.Length;
        if (facts.ExtensionDays > 0)
        {
            if (walk.Due is { } original && facts.ExtensionApproved > original)
                return new Refusal(Say($"延期须在期限届满（{original:yyyy-MM-dd}）前批准，{facts.ExtensionApproved:yyyy-MM-dd} 批准的不能延期。",
                    $"an extension must be approved before the due date ({original:yyyy-MM-dd}); one approved on {facts.ExtensionApproved:yyyy-MM-dd} is not possible."), longest.Basis);
            if (walk.Due is { } due && facts.ExtensionNotified > due)
            {
                flags.Add(new(ClockFlagKind.LateExtensionNotice, Say($"延期告知于 {facts.ExtensionNotified:yyyy-MM-dd} 发出，晚于期限届满之日 {due:yyyy-MM-dd}，延期不生效。",
                    $"the notice of extension was sent on {facts.ExtensionNotified:yyyy-MM-dd}, after the due date {due:yyyy-MM-dd}; the extension has no effect.")));
            }
            else
            {
                quota += facts.ExtensionDays;
                walk = ClockWalk.Over(calendar, anchor, quota, facts.Consultations);
            }
        }

        FlagConsultations(facts, walk.Due, flags);
        var delayed = walk.Due is { } end && facts.DelayedUntil is { } floor ? ClockWalk.Delay(calendar, end, floor) : [];
        return new AnswerDeadline
        {
            Anchor = anchor,
            AnchorEvent = anchorEvent,
            Quota = quota,
            Due = delayed.IsEmpty ? walk.Due : delayed[^1].Day.Date,
            Remaining = walk.Remaining,
            Provisional = walk.Provisional,
            CorrectionNoticeDue = noticeDue,
            Days = walk.Days.AddRange(delayed),
            Flags = flags.ToImmutable(),
            Basis = answer.Basis,
        };
    }

    /// <summary>最后一次重置。迟发的补正告知不重置期限。</summary>
    private static (DateOnly Date, AnchorEvent Event) Anchor(ClockFacts facts, DateOnly noticeDue, ImmutableArray<ClockFlag>.Builder flags)
    {
        var anchor = (Date: facts.Received, Event: AnchorEvent.Received);
        if (facts.CorrectionNoticeSent > noticeDue)
            flags.Add(new(ClockFlagKind.LateCorrectionNotice, Say($"补正告知于 {facts.CorrectionNoticeSent:yyyy-MM-dd} 发出，晚于 {noticeDue:yyyy-MM-dd}，答复期限仍自收到申请起算。",
                $"the correction notice was sent on {facts.CorrectionNoticeSent:yyyy-MM-dd}, after {noticeDue:yyyy-MM-dd}; the clock still runs from when the request was received.")));
        else if (facts.CorrectionReceived is { } corrected)
            anchor = (corrected, AnchorEvent.CorrectionReceived);
        if (facts.FeePaid is { } paid && paid >= anchor.Date)
            anchor = (paid, AnchorEvent.FeePaid);
        return anchor;
    }

    private static Refusal? Contradiction(ClockFacts facts, LegalPeriod longest)
    {
        DateOnly?[] dates =
        [
            facts.Received, facts.CorrectionNoticeSent, facts.CorrectionReceived, facts.FeePaid, facts.ExtensionApproved, facts.ExtensionNotified, facts.DelayedUntil,
            .. facts.Consultations.SelectMany(consultation => new[] { consultation.Sent, consultation.Ended }),
        ];
        if (dates.FirstOrDefault(date => date < Earliest || date > Latest) is { } strange)
            return new Refusal(Say($"日期 {strange:yyyy-MM-dd} 不在 {Earliest.Year} 至 {Latest.Year} 年之间。",
                $"the date {strange:yyyy-MM-dd} is not between {Earliest.Year} and {Latest.Year}."));
        if (facts.CorrectionReceived < facts.Received)
            return new Refusal(Say($"收到补正的日期 {facts.CorrectionReceived:yyyy-MM-dd} 早于收到申请的日期 {facts.Received:yyyy-MM-dd}。",
                $"the correction was received on {facts.CorrectionReceived:yyyy-MM-dd}, before the request itself on {facts.Received:yyyy-MM-dd}."));
        if (facts.FeePaid < facts.Received)
            return new Refusal(Say($"缴费的日期 {facts.FeePaid:yyyy-MM-dd} 早于收到申请的日期 {facts.Received:yyyy-MM-dd}。",
                $"the fee was paid on {facts.FeePaid:yyyy-MM-dd}, before the request was received on {facts.Received:yyyy-MM-dd}."));
        if (facts.Consultations.FirstOrDefault(consultation => consultation.Ended < consultation.Sent) is { } reversed)
            return new Refusal(Say($"征求意见结束的日期早于发出的日期：{reversed}。", $"a consultation ends before it was sent: {reversed}."));
        if (facts.ExtensionDays < 0 || facts.ExtensionDays > longest.Length)
            return new Refusal(Say($"延期应在 1 至 {longest.Length} 个工作日之间，不延期写 0，不能是 {facts.ExtensionDays}。",
                $"an extension is from 1 to {longest.Length} working days, 0 for none, not {facts.ExtensionDays}."), longest.Basis);
        return null;
    }

    private static void FlagConsultations(ClockFacts facts, DateOnly? due, ImmutableArray<ClockFlag>.Builder flags)
    {
        foreach (var consultation in facts.Consultations)
        {
            if (consultation.Sent < facts.Received)
                flags.Add(new(ClockFlagKind.ConsultationBeforeReceipt, Say($"征求意见在收到申请之前发出：{consultation}。",
                    $"a consultation was sent before the request was received: {consultation}.")));
            else if (consultation.Sent >= due)
                flags.Add(new(ClockFlagKind.ConsultationAfterDue, Say($"征求意见在期限届满之后才起作用，不影响期限：{consultation}。",
                    $"a consultation would take effect only after the due date and does not change it: {consultation}.")));
        }
    }
}
