using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Matters;

/// <summary>一项公开得怎样。</summary>
public enum MatterState
{
    /// <summary>从来没有公开过（或者都撤回了）。</summary>
    Never,

    /// <summary>公开过，没有按时更新。</summary>
    Stale,

    /// <summary>公开了，没有过时。</summary>
    Current,

    /// <summary>依申请公开的，不催。</summary>
    OnRequest,
}

/// <summary>一项的公开记录：由关联的各条信息得出。</summary>
/// <param name="Published">现在公众看得见几条。</param>
/// <param name="LastPublishedOn">看得见的各条里最近一次公开（更正也算）的日期；没有的为空。</param>
/// <param name="WaitingSince">还没有公开过的、要主动公开的稿里，最早的生成日期；没有的为空。</param>
public sealed record MatterRecord(int Published, DateOnly? LastPublishedOn, DateOnly? WaitingSince)
{
    /// <summary>什么也没有。</summary>
    public static MatterRecord None { get; } = new(0, null, null);
}

/// <summary>一项在某一天公开得怎样，为什么。</summary>
/// <param name="State">状态。</param>
/// <param name="DueOn">最迟应在哪一天（含）公开；没有期限的为空。</param>
/// <param name="Why">为什么，一句话。</param>
public sealed record MatterStanding(MatterState State, DateOnly? DueOn, string Why)
{
    /// <summary>还缺着：从未公开，或者没有按时更新。</summary>
    public bool IsWanting => State is MatterState.Never or MatterState.Stale;

    /// <summary>由登记的时限、公开记录和日期得出；没有新的公开，过时的不会变回不过时。</summary>
    public static MatterStanding Of(MatterFacts matter, MatterRecord record, DateOnly today, WorkingCalendar calendar)
    {
        if (matter.Mode != DisclosureMode.Active) return new MatterStanding(MatterState.OnRequest, null, "依申请公开：有人申请时提供，不催。");
        var waiting = matter.Rhythm.Frequency == MatterFrequency.OnMaking && record.WaitingSince is { } since ? OtherClocks.ActiveDisclosureDue(since, calendar) : (WorkdayDate?)null;
        if (record.LastPublishedOn is not { } published)
            return new MatterStanding(MatterState.Never, waiting?.Date, $"从来没有公开过；应当{matter.Rhythm}公开。{Waiting(record, waiting, today)}");
        if (waiting is { } due)
            return new MatterStanding(due.Date < today ? MatterState.Stale : MatterState.Current, due.Date, $"最近公开于{published:yyyy年M月d日}。{Waiting(record, waiting, today)}");
        if (matter.Rhythm.Next(published) is not { } next)
            return new MatterStanding(MatterState.Current, null, $"最近公开于{published:yyyy年M月d日}；{(matter.Rhythm.Frequency == MatterFrequency.Standing ? "有变动时更新" : "有新的再公开")}。");
        return next < today
            ? new MatterStanding(MatterState.Stale, next, $"最近公开于{published:yyyy年M月d日}，{matter.Rhythm}公开的，应在{next:yyyy年M月d日}以前再公开，已经过了。")
            : new MatterStanding(MatterState.Current, next, $"最近公开于{published:yyyy年M月d日}；下一次在{next:yyyy年M月d日}以前。");
    }

    private static string Waiting(MatterRecord record, WorkdayDate? due, DateOnly today) => due is { } last
        ? $"{record.WaitingSince:yyyy年M月d日}形成的一条还没有公开，应在{last.Date:yyyy年M月d日}以前公开{(last.Provisional ? "（放假通知还没有发布，暂按周一至周五计）" : "")}{(last.Date < today ? "，已经过了" : "")}。" : "";
}

/// <summary>几项里各种状态几项；四种之和就是全部。</summary>
public sealed record MatterCounts(int Never, int Stale, int Current, int OnRequest)
{
    /// <summary>一共几项。</summary>
    public int All => Never + Stale + Current + OnRequest;

    /// <summary>要主动公开的几项。</summary>
    public int Active => Never + Stale + Current;

    /// <summary>还缺着的几项。</summary>
    public int Wanting => Never + Stale;

    /// <summary>数一遍。</summary>
    public static MatterCounts Of(IEnumerable<MatterState> states)
    {
        var counted = states.CountBy(state => state).ToImmutableDictionary();
        int In(MatterState state) => counted.GetValueOrDefault(state);
        return new MatterCounts(In(MatterState.Never), In(MatterState.Stale), In(MatterState.Current), In(MatterState.OnRequest));
    }
}

/// <summary>状态的说法。</summary>
public static class MatterStateCaptions
{
    /// <summary>说法，例如“从未公开”。</summary>
    public static string Caption(this MatterState state) => state switch
    {
        MatterState.Never => "从未公开",
        MatterState.Stale => "没有按时更新",
        MatterState.Current => "已经公开",
        _ => "依申请公开",
    };
}
