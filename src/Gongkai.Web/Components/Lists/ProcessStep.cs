namespace Gongkai.Web.Components.Lists;

/// <summary>流程的一步：名称、状态、经手人、时刻（UTC）、结果的一句话、意见。</summary>
public sealed record ProcessStep(string Name, ProcessState State, string? Person, DateTimeOffset? At, string Result, string? Remark = null);

/// <summary>一步的状态。</summary>
public enum ProcessState
{
    /// <summary>办过了。</summary>
    Done,

    /// <summary>正等着办。</summary>
    Current,

    /// <summary>还没有轮到。</summary>
    Waiting,

    /// <summary>退回了。</summary>
    Refused,
}
