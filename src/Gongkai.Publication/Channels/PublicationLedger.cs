using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;

namespace Gongkai.Publication.Channels;

/// <summary>发布台账的一行是什么事。</summary>
public enum LedgerEntryKind
{
    /// <summary>首次公开。</summary>
    First,

    /// <summary>更正之后再次公开。</summary>
    Correction,

    /// <summary>撤回。</summary>
    Withdrawal,
}

/// <summary>事项的说法。</summary>
public static class LedgerEntryCaptions
{
    /// <summary>例如“首次公开”。</summary>
    public static string Caption(this LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.First => "首次公开",
        LedgerEntryKind.Correction => "更正",
        _ => "撤回",
    };
}

/// <summary>发布台账的一行：某日公开、更正或者撤回了一条信息。</summary>
/// <param name="Item">哪一条。</param>
/// <param name="Kind">什么事。</param>
/// <param name="On">哪一天，北京时间。</param>
/// <param name="Index">索引号。</param>
/// <param name="Title">名称，按那一版。</param>
/// <param name="DocumentNumber">文号；没有的为空。</param>
/// <param name="CreatedOn">生成日期。</param>
/// <param name="Category">法定公开分类；没有的为空。</param>
/// <param name="Channels">从哪些渠道；撤回没有。</param>
/// <param name="IsReprint">转载：来自其他机关的信息。</param>
/// <param name="Plan">经过几审几校。</param>
/// <param name="Standing">首次公开是否按期；其余为空。</param>
/// <param name="Text">更正或者撤回的说明；没有的为空。</param>
public sealed record LedgerRow(
    ItemId Item, LedgerEntryKind Kind, DateOnly On, IndexNumber? Index, string Title, DocumentNumber? DocumentNumber, DateOnly? CreatedOn, DisclosureCategory? Category,
    ImmutableArray<Channel> Channels, bool IsReprint, ReviewPlan Plan, DeadlineStanding? Standing, string? Text);

/// <summary>发布台账：由审查的事件得出，一件一行。</summary>
public static class PublicationLedger
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>一条信息的各行，按先后。</summary>
    public static IEnumerable<LedgerRow> Rows(Item item, WorkingCalendar calendar)
    {
        var plan = ReviewPlan.ThreeReviews;
        var isFirst = true;
        var state = ReviewState.Initial;
        foreach (var happened in item.Events)
        {
            var wasVisible = state.Visible is not null;
            state = state.After(happened);
            plan = happened.Plan ?? plan;
            if (happened.To == ReviewStep.Published)
            {
                yield return Row(item, happened, isFirst ? LedgerEntryKind.First : LedgerEntryKind.Correction, plan, calendar);
                isFirst = false;
            }
            else if (wasVisible && state.Visible is null)
            {
                yield return Row(item, happened, LedgerEntryKind.Withdrawal, plan, calendar);
            }
        }
    }

    /// <summary>一段时间的合计，首尾两日都在内。</summary>
    public static LedgerSummary Summarise(IEnumerable<LedgerRow> rows, DateOnly first, DateOnly last)
    {
        var within = rows.Where(row => row.On >= first && row.On <= last).ToList();
        var published = within.Where(row => row.Kind == LedgerEntryKind.First).ToList();
        return new LedgerSummary(
            published.Count,
            [.. Enum.GetValues<Channel>().Select(channel => new ChannelCount(channel, published.Count(row => row.Channels.Contains(channel))))],
            published.Count(row => row.IsReprint),
            published.Count(row => row.Standing == DeadlineStanding.MetLate),
            within.Count(row => row.Kind == LedgerEntryKind.Correction),
            within.Count(row => row.Kind == LedgerEntryKind.Withdrawal));
    }

    private static LedgerRow Row(Item item, ReviewEvent happened, LedgerEntryKind kind, ReviewPlan plan, WorkingCalendar calendar)
    {
        var draft = item.Versions.First(version => version.Number == happened.Version).Draft;
        var on = DateOnly.FromDateTime(happened.At.ToOffset(Beijing).DateTime);
        var standing = kind == LedgerEntryKind.First && draft.Metadata.CreatedOn is { } created
            ? DisclosureClock.Reckon(draft.Deadline, created, calendar).Standing(on, on) : (DeadlineStanding?)null;
        return new LedgerRow(
            item.Id, kind, on, item.Index, draft.Metadata.Title, draft.Metadata.DocumentNumber, draft.Metadata.CreatedOn,
            draft.Metadata.DisclosureCategory is { } code ? DisclosureCategory.Find(code) : null,
            kind == LedgerEntryKind.Withdrawal ? [] : happened.Channels, draft.Responsibility.Source == SourceKind.FromOtherBody, plan, standing, happened.Text);
    }
}

/// <summary>一段时间的发布合计。</summary>
/// <param name="Items">首次公开的条数：一条信息从几个渠道公开也只计一条。</param>
/// <param name="ByChannel">分渠道的条次，全部渠道都列，没有的写 0。</param>
/// <param name="Reprints">其中转载的条数。</param>
/// <param name="Late">其中逾期公开的条数。</param>
/// <param name="Corrections">更正的次数。</param>
/// <param name="Withdrawals">撤回的次数。</param>
public sealed record LedgerSummary(int Items, ImmutableArray<ChannelCount> ByChannel, int Reprints, int Late, int Corrections, int Withdrawals)
{
    /// <summary>条次：分渠道相加。年报写“分渠道”时用它作总数，才不会与分项不符。</summary>
    public int Releases => ByChannel.Sum(channel => channel.Count);
}

/// <summary>一个渠道的条次。</summary>
/// <param name="Channel">渠道。</param>
/// <param name="Count">条次。</param>
public readonly record struct ChannelCount(Channel Channel, int Count);
