using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>查渠道账号与各次投递。</summary>
public static class ChannelQueries
{
    /// <summary>这几个单位的各账号，没有关停的在前，按登记的先后。</summary>
    public static async Task<IReadOnlyList<ChannelAccount>> Of(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var rows = await db.ChannelAccounts.AsNoTracking().Where(row => ids.Contains(row.Unit)).OrderBy(row => row.ClosedOn != null).ThenBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToAccount());
    }

    /// <summary>一个账号；没有的为空。</summary>
    public static async Task<ChannelAccount?> Find(GongkaiDbContext db, ChannelAccountId id, CancellationToken cancel) =>
        (await db.ChannelAccounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.ToAccount();

    /// <summary>同一单位没有关停的、同渠道同名的一个，跟踪着；没有的为空。</summary>
    public static Task<ChannelAccountRow?> Same(GongkaiDbContext db, UnitId unit, ChannelAccountFacts facts, CancellationToken cancel)
    {
        var slot = ChannelAccountRow.SlotOf(facts);
        return db.ChannelAccounts.SingleOrDefaultAsync(row => row.Unit == unit.Value && row.Slot == slot, cancel);
    }

    /// <summary>一个单位接了自动发布、没有关停的各账号。</summary>
    public static async Task<IReadOnlyList<ChannelAccount>> Adapted(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var rows = await db.ChannelAccounts.AsNoTracking().Where(row => row.Unit == unit.Value && row.ClosedOn == null && row.Adapter != null).OrderBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => row.ToAccount());
    }

    /// <summary>一条信息发给（或者正在发给）哪些账号；不再送的不算。</summary>
    public static Task<List<Guid>> ToldOf(GongkaiDbContext db, ItemId item, CancellationToken cancel) =>
        db.ChannelDeliveries.Where(row => row.Item == item.Value && row.Outcome != DeliveryOutcome.Dropped).Select(row => row.Account).Distinct().ToListAsync(cancel);

    /// <summary>一条信息的各次投递，早的在前。</summary>
    public static Task<IReadOnlyList<ChannelDelivery>> OfItem(GongkaiDbContext db, ItemId item, CancellationToken cancel) =>
        Read(db, db.ChannelDeliveries.Where(row => row.Item == item.Value), int.MaxValue, cancel);

    /// <summary>一个账号最近的几次投递，早的在前。</summary>
    public static Task<IReadOnlyList<ChannelDelivery>> OfAccount(GongkaiDbContext db, ChannelAccountId account, int most, CancellationToken cancel) =>
        Read(db, db.ChannelDeliveries.Where(row => row.Account == account.Value), most, cancel);

    /// <summary>这几个单位停下等人看的各次投递，早的在前。</summary>
    public static async Task<IReadOnlyList<ChannelDelivery>> GivenUp(GongkaiDbContext db, IReadOnlyCollection<UnitId> units, int most, CancellationToken cancel)
    {
        var ids = units.Select(unit => unit.Value).ToList();
        var stopped = db.Outbox.Where(message => message.SentAt == null && message.GivenUpAt != null).Select(message => message.Id);
        return await Read(db, db.ChannelDeliveries.Where(row => row.Outcome == null && stopped.Contains(row.Id) && db.ChannelAccounts.Any(account => account.Id == row.Account && ids.Contains(account.Unit))), most, cancel);
    }

    /// <summary>各账号最近一次送到的时刻；没有送过的不在里面。</summary>
    public static async Task<IReadOnlyDictionary<ChannelAccountId, DateTimeOffset>> LastDelivered(GongkaiDbContext db, IReadOnlyCollection<ChannelAccountId> accounts, CancellationToken cancel)
    {
        var ids = accounts.Select(account => account.Value).ToList();
        var last = await db.ChannelDeliveries.Where(row => ids.Contains(row.Account) && row.Outcome == DeliveryOutcome.Delivered).GroupBy(row => row.Account)
            .Select(group => new { group.Key, At = group.Max(row => row.SettledAt) }).ToListAsync(cancel);
        return last.ToDictionary(one => new ChannelAccountId(one.Key), one => one.At!.Value);
    }

    private static async Task<IReadOnlyList<ChannelDelivery>> Read(GongkaiDbContext db, IQueryable<ChannelDeliveryRow> deliveries, int most, CancellationToken cancel)
    {
        var rows = await deliveries.AsNoTracking().OrderByDescending(row => row.Id).Take(most)
            .Join(db.Items, row => row.Item, item => item.Id, (row, item) => new { Row = row, item.Title })
            .Join(db.ChannelAccounts, one => one.Row.Account, account => account.Id, (one, account) => new { one.Row, one.Title, Account = account }).ToListAsync(cancel);
        var open = rows.Where(one => one.Row.Outcome is null).Select(one => one.Row.Id).ToList();
        var messages = open.Count == 0 ? [] : await db.Outbox.AsNoTracking().Where(message => open.Contains(message.Id)).ToDictionaryAsync(message => message.Id, cancel);
        return [.. rows.OrderBy(one => one.Row.Id).Select(one => Delivery(one.Row, one.Account.ToAccount(), one.Title, messages.GetValueOrDefault(one.Row.Id)))];
    }

    private static ChannelDelivery Delivery(ChannelDeliveryRow row, ChannelAccount account, string title, OutboxMessage? message)
    {
        var state = row.Outcome switch
        {
            DeliveryOutcome.Delivered => DeliveryState.Delivered,
            not null => DeliveryState.NotNeeded,
            null => message?.GivenUpAt is not null ? DeliveryState.GivenUp : DeliveryState.Waiting,
        };
        return new ChannelDelivery(row.Id, account, new ItemId(row.Item), title, row.Kind, row.At, state)
        {
            Outcome = row.Outcome, SettledAt = row.SettledAt, Link = row.Link, RegisterEntry = row.RegisterEntry, Attempts = message?.Attempts ?? 0, LastError = message?.LastError,
            NextAt = state == DeliveryState.Waiting ? message?.NotBefore : null,
        };
    }
}

/// <summary>一次投递，连同试到了哪里。</summary>
/// <param name="Id">编号。</param>
/// <param name="Account">哪个账号。</param>
/// <param name="Item">哪条信息。</param>
/// <param name="Title">信息的名称，最新的一版。</param>
/// <param name="Kind">告诉什么。</param>
/// <param name="At">那件审查的时刻。</param>
/// <param name="State">到了哪一步。</param>
public sealed record ChannelDelivery(Guid Id, ChannelAccount Account, ItemId Item, string Title, LedgerEntryKind Kind, DateTimeOffset At, DeliveryState State)
{
    /// <summary>了结的结果；还没有了结的为空。</summary>
    public DeliveryOutcome? Outcome { get; init; }

    /// <summary>了结的时刻；还没有了结的为空。</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>送到了哪里；没有的为空。</summary>
    public string? Link { get; init; }

    /// <summary>因此登记的一笔；没有的为空。</summary>
    public Guid? RegisterEntry { get; init; }

    /// <summary>试过几次；了结了的不再数。</summary>
    public int Attempts { get; init; }

    /// <summary>上一次没有送成的原因。</summary>
    public string? LastError { get; init; }

    /// <summary>下一次什么时候送；不在等的为空。</summary>
    public DateTimeOffset? NextAt { get; init; }
}
