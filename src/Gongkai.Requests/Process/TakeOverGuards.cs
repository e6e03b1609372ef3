using Gongkai.Law;
using Gongkai.Law.Clocks;

namespace Gongkai.Requests.Process;

/// <summary>移入原台账的一件：日子要前后相接，结果只能接着移入写。</summary>
internal static class TakeOverGuards
{
    public static Refusal? Take(CaseState state, CaseCommand command, CaseFacts facts)
    {
        if (command.Details.TakenOver is not { } taken) return null;
        var today = LegalTime.DateOf(command.At);
        (string What, DateOnly? On, DateOnly? After)[] days =
            [("告知补正", taken.CorrectionSent, command.On), ("收到补正", taken.CorrectionReceived, taken.CorrectionSent ?? command.On), ("告知延期", taken.ExtensionNotified, command.On)];
        foreach (var (what, on, after) in days)
        {
            if (on > today) return CaseRules.Dates.Refuse($"{what} {on:yyyy-MM-dd} 在今天以后");
            if (on < after) return CaseRules.Dates.Refuse($"{what} {on:yyyy-MM-dd} 早于 {after:yyyy-MM-dd}");
        }

        if (taken.CorrectionReceived is not null && taken.CorrectionSent is null) return CaseRules.Correction.Refuse("写了收到补正，没有写告知补正");
        if (taken.ExtensionDays > 0 != taken.ExtensionNotified is not null) return CaseRules.Extension.Refuse("延长几个工作日、哪天告知的，要一起写");
        var taking = state.After(new CaseEvent { Number = 1, Action = command.Action, From = state.Stage, To = CaseStage.Processing, Role = command.Role, At = command.At, On = command.On, Details = command.Details });
        return AnswerClock.Reckon(taking.Facts!, facts.Calendar).Refusal;
    }

    /// <summary>刚刚移入，还没有办过别的。</summary>
    public static Refusal? Fresh(CaseState state) => state is { IsTakenOver: true, EventCount: 1 } ? null : CaseRules.Reviewed.Refuse("这一件不是刚由原台账移入的");

    public static Refusal? Result(CaseCommand command)
    {
        if (command.Details.Outcome is null) return CaseRules.OneOutcome.Refuse("没有写结局");
        if (command.Details.TakenOver?.DeliveredOn is not { } delivered) return null;
        return delivered > LegalTime.DateOf(command.At) ? CaseRules.Dates.Refuse($"送达 {delivered:yyyy-MM-dd} 在今天以后")
            : delivered < command.On ? CaseRules.Dates.Refuse($"送达 {delivered:yyyy-MM-dd} 早于答复 {command.On:yyyy-MM-dd}") : null;
    }
}
