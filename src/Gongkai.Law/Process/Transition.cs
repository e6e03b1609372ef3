using System.Collections.Immutable;

namespace Gongkai.Law.Process;

/// <summary>转移：流程表的一行。在某个状态，由某些角色，做某件事，到达下一个状态。</summary>
/// <param name="From">原来的状态。</param>
/// <param name="Action">所做的事。</param>
/// <param name="Roles">可以做这件事的角色，至少一个。</param>
/// <param name="To">做了之后的状态；可以与原来相同。</param>
/// <param name="Clock">对期限的作用。</param>
/// <param name="Article">依据的条文；没有条文、只是工作制度的为空。</param>
public sealed record Transition<TState, TAction, TRole>(
    TState From,
    TAction Action,
    ImmutableArray<TRole> Roles,
    TState To,
    ClockEffect Clock = ClockEffect.None,
    Citation? Article = null)
    where TState : struct, Enum
    where TAction : struct, Enum
    where TRole : struct, Enum;

/// <summary>对期限的作用。</summary>
public enum ClockEffect
{
    /// <summary>没有作用。</summary>
    None,

    /// <summary>起算：次日为第一天。</summary>
    Start,

    /// <summary>重置：自次日重新计算。</summary>
    Reset,

    /// <summary>暂停：次日起不计。</summary>
    Pause,

    /// <summary>恢复：当日仍不计，次日起继续。</summary>
    Resume,

    /// <summary>延长。</summary>
    Extend,

    /// <summary>停止：不再计算。</summary>
    Stop,
}

/// <summary>流程的用语：状态、动作、角色给人看的说法，一处写定。</summary>
/// <param name="Process">流程的名称，例如“依申请公开”。</param>
/// <param name="State">状态的说法，例如“待补正”。</param>
/// <param name="Action">动作的说法，例如“告知补正”。</param>
/// <param name="Role">角色的说法，例如“经办人”。</param>
public sealed record ProcessWording<TState, TAction, TRole>(
    string Process,
    Func<TState, string> State,
    Func<TAction, string> Action,
    Func<TRole, string> Role);
