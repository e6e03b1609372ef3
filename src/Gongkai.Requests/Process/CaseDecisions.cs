using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Requests.Counting;

namespace Gongkai.Requests.Process;

/// <summary>办理申请的一件事能不能做，做了发生什么。纯函数：表先放行，再看人、日期与内容。</summary>
public static class CaseDecisions
{
    /// <summary>决定。放行的给出事件，不行的说出是哪一条规则。</summary>
    /// <param name="state">现在的状态。</param>
    /// <param name="command">要做的事。</param>
    /// <param name="facts">装入的事实。</param>
    public static Outcome<CaseEvent> Decide(CaseState state, CaseCommand command, CaseFacts facts)
    {
        var row = CaseProcess.Table.Decide(state.Stage, command.Action, command.Role);
        if (!row.Succeeded) return row.Refusal!;
        if (CaseGuards.Refuse(state, command, facts) is { } refusal) return refusal;
        var happened = new CaseEvent
        {
            Number = state.EventCount + 1, Action = command.Action, From = state.Stage, To = row.Value.To,
            Role = command.Role, By = command.By, At = command.At, On = command.On, Details = command.Details,
        };
        return Locked(state, state.After(happened), facts) is { } locked ? locked : happened;
    }

    // 定下了的年度，照年底的样子一件也不能变：不论这件事写在哪一天。
    private static Refusal? Locked(CaseState state, CaseState after, CaseFacts facts) =>
        facts.LockedYears.IsEmpty || YearLock.Touched(state.Counted, after.Counted, facts.LockedYears) is not { } year ? null
        : CaseRules.LockedYear.Refuse($"{year} 年的年报数字已经定下，这样办会改动它；确实要改的，先在“年度快照”里写明缘由更正 {year} 年的");

    /// <summary>一个角色此时可以做的事；日期与内容的条件到办理时再看。</summary>
    public static ImmutableArray<CaseAction> Permitted(CaseState state, CaseRole role) => CaseProcess.Table.PermittedActions(state.Stage, role);
}
