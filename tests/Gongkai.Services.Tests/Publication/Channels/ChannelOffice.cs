using Gongkai.Data;
using Gongkai.Data.Outbox;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication.Channels;
using Gongkai.Services.Settings;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication.Channels;

/// <summary>文化广播局和它的渠道账号；待发的由测试叫它送。</summary>
internal sealed class ChannelOffice(InventedOffice office) : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    // 同一个节点：租约一直在它手里。
    private readonly Leases _leases = new(office.City.Database, office.City.Clock, Guid.NewGuid());

    public const string Secret = "0123456789abcdef01234567";

    public InventedOffice Office => office;

    public string Outgoing => office.City.Settings.OutgoingPath;

    public static async Task<ChannelOffice> Create(Engine engine) => new(await InventedOffice.Create(await InventedCity.Create(engine)));

    public async Task<ChannelAccountId> Account(string platform, string name, ChannelAdapter? adapter = null)
    {
        var id = InventedCity.Done(await office.Publication.Channels.Add(office.Holder(Role.Handler), office.Unit, new ChannelAccountFacts { Platform = platform, Name = name }, null, None));
        if (adapter is not null) InventedCity.Done(await office.Publication.Channels.SetAdapter(office.Holder(Role.DisclosureOfficeHead), id, 1, adapter, Secret, null, None));
        return id;
    }

    public Task<ChannelAccountId> Drop(string folder = "portal", string platform = "上级门户") => Account(platform, $"市门户 {folder}", new ChannelAdapter(AdapterKind.FileDrop, folder));

    /// <summary>送一轮。</summary>
    public Task<int> Send(Action<SocketsHttpHandler>? adjust = null) =>
        new OutboxDispatcher(office.City.Database, office.City.Clock, _leases, Sender(adjust).Senders).RunOnce(None);

    public ChannelSender Sender(Action<SocketsHttpHandler>? adjust = null) => new(office.City.Database, office.City.Services.Trees, office.City.Clock, adjust);

    public async Task<IReadOnlyList<ChannelDelivery>> Deliveries(ItemId item) =>
        await office.Publication.ChannelBoard.OfItem(await office.Current(office.Holder(Role.Handler)), office.Unit, item, None);

    public async Task Withdraw(ItemId item) =>
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Withdraw, request => request with { Text = "日期有误" }));

    /// <summary>更正：另拟一版，从头审查，再发布。</summary>
    public async Task Correct(ItemId item, string title)
    {
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Revise, request => request with { Text = "名称有误" }));
        InventedCity.Done(await office.Publication.Drafts.Save(office.Holder(Role.Handler), item, await office.VersionOf(item), office.Complete(title), null, None));
        await office.Approve(item);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website], Text = "更正名称" }));
    }

    public async Task Allow(string networks)
    {
        var desk = new SettingsDesk(office.City.Database, office.City.Services.Trees, office.City.Services.Acts, office.Publication.Content);
        InventedCity.Done(await desk.Change(office.City.Administrator, new Dictionary<string, string>(), new Dictionary<string, string> { [PushTargets.SettingName] = networks }, null, None));
    }

    public ValueTask DisposeAsync() => office.City.DisposeAsync();
}
