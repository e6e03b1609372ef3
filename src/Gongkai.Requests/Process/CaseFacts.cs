using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Requests.Redaction;

namespace Gongkai.Requests.Process;

/// <summary>办理要看而不在这一件的事件里的事实：由调用者装入。</summary>
public sealed record CaseFacts
{
    /// <summary>日历：国家的，加上本地的放假。</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>同一申请人在先的、已经答复的各件的案号。</summary>
    public ImmutableHashSet<string> AnsweredEarlier { get; init; } = [];

    /// <summary>年报的数字已经冻结、锁定的年度；正在更正的不在内。</summary>
    public ImmutableHashSet<int> LockedYears { get; init; } = [];

    /// <summary>随答复提供的各个文件，最近的一份怎样。</summary>
    public ImmutableArray<ReleaseFact> Releases { get; init; } = [];
}
