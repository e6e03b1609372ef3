using Gongkai.Law;

namespace Gongkai.Requests.Process;

/// <summary>法律上算哪一天：不在以后，不早于它所接着的事。锁定的年度另看（<see cref="CaseDecisions"/>）。</summary>
internal static class CaseDates
{
    /// <summary>期限至多写到几年以后：更远的多半是写错了。</summary>
    private const int LongestYears = 2;

    /// <summary>《政府信息公开条例》最初施行之日：更早的申请没有。</summary>
    private static readonly DateOnly Earliest = new(2008, 5, 1);

    public static Refusal? Refuse(CaseState state, CaseCommand command)
    {
        if (command.On > LegalTime.DateOf(command.At)) return CaseRules.Dates.Refuse($"{command.On:yyyy-MM-dd} 在今天以后");
        if (command.On < Earliest) return CaseRules.Dates.Refuse($"{command.On:yyyy-MM-dd} 早于条例施行之日");
        if (command.Details.Until > command.On.AddYears(LongestYears)) return CaseRules.Dates.Refuse($"期限 {command.Details.Until:yyyy-MM-dd} 太远");
        return After(state, command) is { } earliest && command.On < earliest ? CaseRules.Dates.Refuse($"{command.On:yyyy-MM-dd} 早于 {earliest:yyyy-MM-dd}") : null;
    }

    /// <summary>所接着的那件事在哪一天；没有的是收到日，还没有收到的为空。</summary>
    private static DateOnly? After(CaseState state, CaseCommand command) => command.Action switch
    {
        CaseAction.ReceiveCorrection or CaseAction.AllowMoreTime or CaseAction.LapseCorrection => state.CorrectionNotices[^1],
        CaseAction.RequestCorrection => state.CorrectionReceived ?? state.Received,
        CaseAction.DeliverFeeNotice or CaseAction.RecordPayment => state.Fee?.Sent,
        CaseAction.DeliverConsultation or CaseAction.EndConsultation => CaseThreads.Find(state, command) is { } consultation ? consultation.Delivered ?? consultation.Sent : null,
        CaseAction.NotifyExtension => state.ExtensionApproved,
        CaseAction.RecordDelivery or CaseAction.CorrectSlip or CaseAction.Archive => state.ResultOn,
        _ => state.Received,
    };
}
