using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;
using Gongkai.Services.Demonstration;

namespace Gongkai.Services.Tests.Demonstration;

/// <summary>演示的申请，每一步流程表和硬规则都放行。</summary>
public sealed class DemoCasePathTests
{
    [Fact]
    public void Every_step_of_every_path_is_permitted_by_the_process()
    {
        var start = new DateOnly(2026, 3, 2);
        foreach (var path in DemoCasePath.Finished.Concat(DemoCasePath.UnderWay))
        {
            var facts = new CaseFacts { Calendar = WorkingCalendar.National };
            var state = Next(CaseState.Initial, new CaseCommand { Action = CaseAction.AwaitConfirmation, Role = CaseRole.System, At = Noon(start), On = start, Details = new() { Way = ReceiptWay.Internet } }, facts);
            foreach (var step in path.Steps)
            {
                var on = WorkingCalendar.National.AddWorkdays(start, step.Workday).Date;
                var details = step.Details with
                {
                    Assignee = new PersonId(Guid.NewGuid()), Number = step.Action is CaseAction.Register or CaseAction.SendAnswer ? "1" : null,
                    Until = step.UntilWorkdays is { } days ? WorkingCalendar.National.AddWorkdays(on, days).Date : null,
                };
                var role = Enum.GetValues<CaseRole>().Single(each => each.Organisational() == step.Role);
                state = Next(state, new CaseCommand { Action = step.Action, Role = role, By = Of(step.Role), At = Noon(on), On = on, Details = details }, facts);
            }
        }
    }

    private static CaseState Next(CaseState state, CaseCommand command, CaseFacts facts)
    {
        var decided = CaseDecisions.Decide(state, command, facts);
        decided.Refusal?.Reason.ShouldBeNull($"“{state.Stage.Caption()}”时“{command.Action.Caption()}”");
        return state.After(decided.Value);
    }

    private static PersonId Of(Role role) => new(new Guid((int)role + 1, 0, 0, new byte[8]));

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(8));
}
