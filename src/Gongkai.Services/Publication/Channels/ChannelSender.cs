using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Mapping.Registers;
using Gongkai.Data.Outbox;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Queries.Registers;
using Gongkai.Organisations.Registers;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Channels;

/// <summary>
/// 把待发的一件送到账号：看还要不要送，送，送到了在一个事务里了结，首次送到的登记进“渠道发布”台账。
/// 送到了却没有来得及了结的，会再送一次，编号不变。
/// </summary>
public sealed class ChannelSender
{
    private readonly Database _database;
    private readonly UnitTrees _trees;
    private readonly FileDrop _drop;
    private readonly WebhookPush _push;

    /// <param name="database">打开的数据库。</param>
    public ChannelSender(Database database, UnitTrees trees, TimeProvider clock)
        : this(database, trees, clock, null)
    {
    }

    internal ChannelSender(Database database, UnitTrees trees, TimeProvider clock, Action<SocketsHttpHandler>? adjust) =>
        (_database, _trees, _drop, _push) = (database, trees, new FileDrop(database), new WebhookPush(clock, adjust));

    /// <summary>各种待发各由谁来发。</summary>
    public IReadOnlyDictionary<string, OutboxSender> Senders => new Dictionary<string, OutboxSender> { [ChannelQueue.Kind] = Send };

    private async Task Send(OutboxMessage message, CancellationToken cancel)
    {
        await using var db = _database.CreateContext();
        if (await db.ChannelDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message.Id, cancel) is not { Outcome: null } delivery) return;
        var row = await db.ChannelAccounts.AsNoTracking().SingleAsync(row => row.Id == delivery.Account, cancel);
        var (account, item) = (row.ToAccount(), (await ItemQueries.Find(db, new ItemId(delivery.Item), cancel))!);
        if (!account.Delivers) await Settle(delivery, account, item, DeliveryOutcome.Dropped, null, cancel);
        else if (await IsOverdue(db, delivery, cancel)) await Settle(delivery, account, item, DeliveryOutcome.Superseded, null, cancel);
        else await Settle(delivery, account, item, DeliveryOutcome.Delivered, await Deliver(db, delivery, row, account, item, cancel), cancel);
    }

    // 后面已经又有一次的，这一次不必送了：内容已经不是那时的。
    private static Task<bool> IsOverdue(GongkaiDbContext db, ChannelDeliveryRow delivery, CancellationToken cancel) =>
        db.ChannelDeliveries.AnyAsync(other => other.Account == delivery.Account && other.Item == delivery.Item && other.Event > delivery.Event, cancel);

    private async Task<string?> Deliver(GongkaiDbContext db, ChannelDeliveryRow delivery, ChannelAccountRow row, ChannelAccount account, Item item, CancellationToken cancel)
    {
        var unit = (await _trees.Load(db, cancel)).Find(item.Unit)?.Latest.Name ?? "";
        var message = ChannelMessage.Of(delivery, account, item, unit);
        if (account.Adapter!.Kind == AdapterKind.FileDrop) return await _drop.Put(account.Adapter.Target, message, cancel);
        var secret = Encoding.UTF8.GetString(_database.Secrets.Open(ChannelDesk.Purpose(row.Id), row.Secret!));
        return await _push.Post(new Uri(account.Adapter.Target), secret, message, await Targets(db, cancel), cancel);
    }

    private static async Task<PushTargets> Targets(GongkaiDbContext db, CancellationToken cancel) =>
        await db.Settings.FindAsync([ChainId.System.Value, PushTargets.SettingName], cancel) is { } row && PushTargets.Parse(JsonSerializer.Deserialize<string>(row.Value)!) is { Succeeded: true } set ? set.Value : PushTargets.PublicOnly;

    private async Task Settle(ChannelDeliveryRow delivery, ChannelAccount account, Item item, DeliveryOutcome outcome, string? link, CancellationToken cancel) => await _database.Acts.Perform<bool>(
        new Act("channel.deliver", Actor.System, new ChainId(account.Unit.Value)),
        async scope =>
        {
            var row = await scope.Db.ChannelDeliveries.SingleAsync(row => row.Id == delivery.Id, cancel);
            (row.Outcome, row.SettledAt, row.Link) = (outcome, scope.Now, link);
            if (outcome == DeliveryOutcome.Delivered && row.Kind != LedgerEntryKind.Withdrawal) row.RegisterEntry = await Register(scope, row, account, item, cancel);
            scope.Record(new Subject("item", row.Item), new { delivery = row.Id, account = row.Account, outcome, link });
            return true;
        },
        cancel);

    // 一条信息在一个账号上只算发布一次：更正不另登。人已经登记了同一天同名的，就是它。
    private static async Task<Guid?> Register(ActScope scope, ChannelDeliveryRow delivery, ChannelAccount account, Item item, CancellationToken cancel)
    {
        if (item.Shown is not { Metadata: var metadata } || await scope.Db.ChannelDeliveries.AnyAsync(row => row.Account == delivery.Account && row.Item == delivery.Item && row.RegisterEntry != null, cancel)) return null;
        var form = RegisterCatalogue.Find(ReleaseCounts.Form)!;
        var read = RegisterDecisions.Read(form, new Dictionary<string, string>
        {
            ["channel"] = account.Facts.Platform, ["account"] = account.Facts.Name, ["title"] = metadata.Title.Trim(), ["index"] = item.Index?.Value ?? "",
            ["link"] = delivery.Link is { } link && account.Adapter?.Kind == AdapterKind.Webhook ? link : "",
        });
        if (read.Refusal is not null) return null;
        var entry = new RegisterEntryRow { Id = Guid.CreateVersion7(scope.Now), Unit = account.Unit.Value, Form = form.Code, OnDate = scope.Today, Note = "自动发布，送到以后登记。" };
        entry.Take(form, read.Value);
        if (await RegisterQueries.Same(scope.Db, account.Unit, form.Code, scope.Today, entry.Slot!, cancel) is { } same)
        {
            if (same.ToEntry().Stored("account") is var taken && (taken.Length == 0 || taken == account.Facts.Name)) return same.Id;
            // 同一渠道有几个账号，同一天发同一条：各登各的。
            entry.Slot = string.Create(CultureInfo.InvariantCulture, $"{entry.Slot}\u001f{account.Id}");
        }

        scope.Db.RegisterEntries.Add(entry);
        scope.Record(new Subject("register", entry.Id), new { form = form.Code, on = scope.Today, values = read.Value });
        return entry.Id;
    }
}
