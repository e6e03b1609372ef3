using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Publication.Channels;

/// <summary>公众看得见的一变，就给接了自动发布的各账号各写一件待发，与那件审查在同一个事务里：没有公开成的，也就不会发。</summary>
internal static class ChannelQueue
{
    /// <summary>待发的是哪一种。</summary>
    public const string Kind = "channel";

    /// <param name="item">审查以后的信息。</param>
    /// <param name="before">审查以前的状态。</param>
    public static async Task Tell(ActScope scope, Item item, ReviewState before, CancellationToken cancel)
    {
        if (DeliveryDecisions.KindOf(before, item.State) is not { } kind) return;
        var accounts = await ChannelQueries.Adapted(scope.Db, item.Unit, cancel);
        if (accounts.Count == 0) return;
        var told = await ChannelQueries.ToldOf(scope.Db, item.Id, cancel);
        foreach (var account in accounts.Where(account => DeliveryDecisions.Sends(kind, account, item.State.Channels, told.Contains(account.Id.Value))))
        {
            var id = scope.Send(Kind, new { account = account.Id.Value, item = item.Id.Value });
            scope.Db.ChannelDeliveries.Add(new ChannelDeliveryRow { Id = id, Account = account.Id.Value, Item = item.Id.Value, Kind = kind, Event = item.Events[^1].Number, At = item.Events[^1].At });
            scope.Record(new Subject("item", item.Id.Value), new { delivery = id, account = account.Id.Value, kind });
        }
    }
}
