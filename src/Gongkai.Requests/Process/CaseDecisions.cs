using System.Collections.Immutable;
using Gongkai.Law;

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
        return new CaseEvent
        {
            Number = state.EventCount + 1, Action = command.Action, From = state.Stage, To = row.Value.To,
            Role = command.Role, By = command.By, At = command.At, On = command.On, Details = command.Details,
        };
    }

    /// <summary>一个角色此时可以做的事；日期与内容的条件到办理时再看。</summary>
    public static ImmutableArray<CaseAction> Permitted(CaseState state, CaseRole role) => CaseProcess.Table.PermittedActions(state.Stage, role);
}
