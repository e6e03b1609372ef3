using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Requests.Process;

/// <summary>办理之中的线程：征求意见、收费，各有时钟。</summary>
internal static class CaseThreads
{
    /// <summary>说的是哪一次征求意见；没有这一次的为空。</summary>
    public static CaseConsultation? Find(CaseState state, CaseCommand command) => state.Consultations.FirstOrDefault(consultation => consultation.Number == command.Details.Consultation);

    /// <summary>还有没有结束的。</summary>
    public static Refusal? Unfinished(CaseState state) =>
        state.OpenConsultations.FirstOrDefault() is { } open ? CaseRules.Threads.Refuse($"向{open.Party}征求意见还没有结束")
        : state.IsFeeDue ? CaseRules.Threads.Refuse("收费通知发出了，还没有缴清")
        : null;

    public static Refusal? Deliver(CaseState state, CaseCommand command) =>
        Find(state, command) is not { Ended: null, Delivered: null } ? CaseRules.Recorded.Refuse("没有这一次等着送达的征求意见")
        : string.IsNullOrWhiteSpace(command.Details.Evidence) ? CaseRules.Recorded.Refuse("送达要有证据")
        : null;

    public static Refusal? End(CaseState state, CaseCommand command, WorkingCalendar calendar)
    {
        if (Find(state, command) is not { Ended: null } consultation) return CaseRules.Recorded.Refuse("没有这一次没有结束的征求意见");
        if (command.Details.Opinion is not { } opinion) return CaseRules.Recorded.Refuse("要写明得到什么意见");
        var due = CaseDeadline.OfConsultation(consultation, calendar);
        // 期满之后才来的意见不多停一天：先按期满结束，意见照记。
        if (opinion != Opinion.Silent) return command.On > due ? CaseRules.Threads.Refuse($"意见期限 {due:yyyy-MM-dd} 已满，之后的意见照记，征求意见算到期满之日") : null;
        if (due is not { } last) return CaseRules.Threads.Refuse("没有送达，对方的期限没有起算");
        return command.On == last && LegalTime.DateOf(command.At) > last ? null : CaseRules.Threads.Refuse($"期满没有意见的，算到 {last:yyyy-MM-dd} 为止，过了这一天才能记");
    }

    public static Refusal? Charge(CaseState state, CaseCommand command, WorkingCalendar calendar)
    {
        if (state.Fee is not null) return CaseRules.OneCharge.Refuse("这一件已经发过收费通知");
        if (command.Details.Fee is not { } order) return CaseRules.Recorded.Refuse("要写明按件还是按量，多少件、多少页");
        if (string.IsNullOrWhiteSpace(command.Details.Text)) return CaseRules.Chargeable.Refuse("没有写明数量、频次为什么明显超过合理范围");
        var quote = order.Quote(command.On);
        if (quote.Refusal is { } refusal) return refusal;
        if (quote.Value.Fee <= 0) return CaseRules.Chargeable.Refuse("不到收费标准，应收 0 元");
        return CaseDeadline.Of(state, calendar).Answer!.Due is { } due && command.On > due ? CaseRules.ChargedInTime.Refuse($"处理期限 {due:yyyy-MM-dd} 已经届满") : null;
    }

    public static Refusal? LapseFee(CaseState state, CaseCommand command, WorkingCalendar calendar)
    {
        if (state.Fee is not { Paid: null } fee) return CaseRules.Lapse.Refuse("没有等着缴的费用");
        if (fee.Delivered is not { } delivered) return CaseRules.Lapse.Refuse("收费通知还没有送达，缴费的期限没有起算");
        var due = OtherClocks.FeeDue(delivered, calendar).Date;
        return command.On > due ? null : CaseRules.Lapse.Refuse($"缴费的期限是 {due:yyyy-MM-dd}，还没有过");
    }
}
