using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Intake;

/// <summary>原来的依申请台账里的一件：系统启用时移入。没有办结的接着办，计入上年结转；办结的只留结果，案卷在原来的档案里。</summary>
/// <param name="Number">原来的案号。</param>
/// <param name="ReceivedOn">收到日：期限照它算。条例第三十一条。</param>
/// <param name="Application">申请。</param>
public sealed record LedgerEntry(string Number, DateOnly ReceivedOn, Application Application)
{
    /// <summary>怎样到的；台账没有写的为空。</summary>
    public ReceiptWay? Way { get; init; }

    /// <summary>台账里记着的其余各步。</summary>
    public TakenOver Taken { get; init; } = new(null, null, 0, null, null);

    /// <summary>还在等补正的，补正期限的最后一日（含）；不在等的为空。条例第三十条。</summary>
    public DateOnly? CorrectionUntil { get; init; }

    /// <summary>结局；没有办结的为空。</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>答复日、终止日；没有办结的为空。</summary>
    public DateOnly? ResultOn { get; init; }

    /// <summary>答复书的文号；没有的为空。</summary>
    public string? AnswerNumber { get; init; }

    /// <summary>移入要做的几件事：移入，再写上等着补正，或者办理结果。</summary>
    /// <param name="by">谁在导入。</param>
    /// <param name="at">现在。</param>
    public ImmutableArray<CaseCommand> Commands(PersonId by, DateTimeOffset at)
    {
        var waiting = CorrectionUntil is not null && Outcome is null;
        var taken = waiting ? Taken with { CorrectionSent = null, CorrectionReceived = null } : Taken;
        var commands = ImmutableArray.Create(Command(CaseAction.TakeOver, ReceivedOn, new CaseDetails { Way = Way, Number = Number, TakenOver = taken }));
        if (Outcome is { } outcome) return commands.Add(Command(CaseAction.TakeOverResult, ResultOn ?? ReceivedOn, new CaseDetails { Outcome = outcome, Number = AnswerNumber, TakenOver = Taken }));
        return waiting ? commands.Add(Command(CaseAction.TakeOverCorrection, Taken.CorrectionSent ?? ReceivedOn, new CaseDetails { Until = CorrectionUntil, Text = "见原台账" })) : commands;

        CaseCommand Command(CaseAction action, DateOnly on, CaseDetails details) => new() { Action = action, Role = CaseRole.System, By = by, At = at, On = on, Details = details };
    }

    /// <summary>互相矛盾的，一句话；说得通的为空。</summary>
    public Refusal? Fault() =>
        Outcome is null && ResultOn is not null ? new Refusal("写了答复日，没有写结局。")
        : Outcome is not null && ResultOn is null ? new Refusal("写了结局，没有写答复日。")
        : Outcome is null && (AnswerNumber is not null || Taken.DeliveredOn is not null) ? new Refusal("没有办结的，不写答复书文号、送达日。")
        : Outcome is null && CorrectionUntil is not null && Taken.CorrectionSent is null ? new Refusal("写了补正期限，没有写告知补正的日子。")
        : Outcome is null && CorrectionUntil is null && Taken is { CorrectionSent: not null, CorrectionReceived: null } ? new Refusal("告知过补正还没有收到的，要写补正期限；收到了的，写收到补正的日子。")
        : Outcome is null && CorrectionUntil is not null && Taken.CorrectionReceived is not null ? new Refusal("收到补正了的，不再写补正期限。")
        : ApplicationChecks.Fault(Application);
}
