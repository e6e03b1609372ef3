using System.Collections.Immutable;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication;

/// <summary>清单里的一条。</summary>
/// <param name="Since">自何时在这一步。</param>
/// <param name="DueOn">首次公开的期限（含）；没有的为空。</param>
/// <param name="IsVisible">公众看得见。</param>
public sealed record DeskEntry(
    ItemId Id, string Title, string UnitName, DisclosureMode Mode, ReviewStep Step, DateTimeOffset Since, DateOnly? DueOn, DateTimeOffset? ScheduledFor, bool IsVisible, string ShortId)
{
    /// <summary>索引号；还没有分配的为空。</summary>
    public string? IndexNumber { get; init; }

    /// <summary>到期限还剩几个工作日，当天为 0，逾期为负；没有期限的为空。</summary>
    public int? DaysLeft { get; init; }

    /// <summary>到了时刻却没有发布成的理由；没有的为空。</summary>
    public string? TimingFault { get; init; }

    /// <summary>并发的版本。</summary>
    public long Version { get; init; }

    internal static DeskEntry Of(ItemRow row, CurrentPerson who) => new(
        new ItemId(row.Id), row.Title, who.Units.NameOf(new UnitId(row.Unit)) ?? "", row.Mode, row.Step, row.Since, row.DueOn, row.ScheduledFor, row.VisibleVersion is not null, row.ShortId)
    {
        IndexNumber = row.IndexNumber,
        DaysLeft = row.DueOn is { } due ? who.Calendar.WorkdaysLeft(due, who.Today) : null,
        TimingFault = row.TimingFault,
        Version = row.Version,
    };
}

/// <summary>挑哪些；为空的不限。</summary>
/// <param name="Unit">哪个单位的。</param>
public sealed record DeskFilter(UnitId Unit)
{
    /// <summary>办到哪一步。</summary>
    public ReviewStep? Step { get; init; }

    /// <summary>公开方式。</summary>
    public DisclosureMode? Mode { get; init; }

    /// <summary>名称、文号或者索引号里有的字。</summary>
    public string? Text { get; init; }

    /// <summary>生成日期在哪一年。</summary>
    public int? Year { get; init; }

    /// <summary>法定公开分类。</summary>
    public string? Category { get; init; }

    /// <summary>归入事项清单的哪一项。</summary>
    public MatterId? Matter { get; init; }

    /// <summary>标了五公开里的这一个。</summary>
    public OpennessAspects? Aspect { get; init; }

    /// <summary>只看首次公开已经逾期的。</summary>
    public bool Overdue { get; init; }
}

/// <summary>清单的一页。</summary>
/// <param name="Count">一共几条。</param>
/// <param name="ByStep">各步几条，不论选了哪一步。</param>
/// <param name="Years">有哪些年份的，新的在前。</param>
public sealed record DeskPage(ImmutableArray<DeskEntry> Entries, int Count, int Page, ImmutableSortedDictionary<ReviewStep, int> ByStep, ImmutableArray<int> Years)
{
    /// <summary>一共几页，至少一页。</summary>
    public int Pages => PageCount.Of(Count, ItemDesk.PageSize);
}
