using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.People;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests;

/// <summary>虚构的一件申请：一步一步办，日子随意定。</summary>
internal sealed class InventedCase
{
    public static readonly PersonId Handler = Person(1), Office = Person(2), Head = Person(3), Legal = Person(4), Secrecy = Person(5), Leader = Person(6), Cashier = Person(7);

    public static readonly SearchRecord Search = new("档案室、办公系统，2020 年以来", "古戏台、修缮", "档案室、文物科");

    public CaseFacts Facts { get; init; } = new() { Calendar = WorkingCalendar.National };

    public List<CaseEvent> Events { get; } = [];

    public CaseState State { get; private set; } = CaseState.Initial;

    public CaseDeadline Deadline => CaseDeadline.Of(State, Facts.Calendar);

    public static PersonId Person(int number) => new(new Guid($"0190bbbb-0000-7000-8000-{number:D12}"));

    /// <summary>当面提交、登记、交办，在审核。</summary>
    public static InventedCase Examining(string received, CaseFacts? facts = null) => new InventedCase { Facts = facts ?? new() { Calendar = WorkingCalendar.National } }
        .Do(CaseAction.Receive, received, new() { Way = ReceiptWay.InPerson, Evidence = "受理记录" })
        .Do(CaseAction.Register, received, new() { Number = "云文旅依申〔2025〕1号" })
        .Do(CaseAction.Assign, received, new() { Assignee = Handler });

    /// <summary>在办理。</summary>
    public static InventedCase Processing(string received, CaseFacts? facts = null) => Examining(received, facts).Do(CaseAction.Accept, received);

    /// <summary>做一件；表里第一个可以做的角色去做。不行的当场失败。</summary>
    public InventedCase Do(CaseAction action, string on, CaseDetails? details = null, CaseRole? role = null, PersonId? by = null, string? recorded = null)
    {
        var outcome = Try(action, on, details, role, by, recorded);
        outcome.Refusal.ShouldBeNull();
        Events.Add(outcome.Value);
        State = State.After(outcome.Value);
        return this;
    }

    /// <summary>试一件，不记。</summary>
    public Outcome<CaseEvent> Try(CaseAction action, string on, CaseDetails? details = null, CaseRole? role = null, PersonId? by = null, string? recorded = null)
    {
        var actor = role ?? CaseProcess.Table.Rows.FirstOrDefault(row => row.From == State.Stage && row.Action == action)?.Roles[0] ?? CaseRole.Handler;
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var at = recorded is null ? day : DateOnly.Parse(recorded, System.Globalization.CultureInfo.InvariantCulture);
        return CaseDecisions.Decide(
            State,
            new CaseCommand { Action = action, Role = actor, By = by ?? Holder(actor), At = LegalTime.StartOf(at).AddHours(10), On = day, Details = details ?? CaseDetails.None },
            Facts);
    }

    /// <summary>送审、三道都过、发出。</summary>
    public InventedCase Answer(string on, CaseDetails draft) => Do(CaseAction.StartDraft, on)
        .Do(CaseAction.SubmitDraft, on, draft)
        .Do(CaseAction.PassLegal, on)
        .Do(CaseAction.PassSecrecy, on)
        .Do(CaseAction.ApproveAnswer, on)
        .Do(CaseAction.SendAnswer, on, new() { Number = "云文旅公复〔2025〕1号" });

    public static CaseDetails Draft(CaseOutcome outcome, string? text = "理由与依据") => new() { Outcome = outcome, Text = text };

    public static PersonId? Holder(CaseRole role) => role switch
    {
        CaseRole.Handler => Handler,
        CaseRole.OfficeHead => Office,
        CaseRole.DisclosureOfficeHead => Head,
        CaseRole.LegalReviewer => Legal,
        CaseRole.SecrecyReviewer => Secrecy,
        CaseRole.DeputyLeader => Leader,
        CaseRole.FeeClerk => Cashier,
        _ => null,
    };
}
