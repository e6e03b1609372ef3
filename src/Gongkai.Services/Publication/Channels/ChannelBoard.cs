using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Channels;

/// <summary>看渠道账号和各次投递。凭“查看台账和统计”；一条信息发到了哪里，凭“查看未公开的内容”。</summary>
public sealed class ChannelBoard(Database database)
{
    /// <summary>一个账号之下至多列几次投递；没有送成的至多列几次。</summary>
    public const int MostDeliveries = 50;

    /// <summary>几个单位的各账号，没有关停的在前。</summary>
    public async Task<Outcome<ImmutableArray<ChannelLine>>> Of(CurrentPerson who, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        foreach (var unit in units)
            if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var accounts = await ChannelQueries.Of(db, units, cancel);
        var last = await ChannelQueries.LastDelivered(db, [.. accounts.Select(account => account.Id)], cancel);
        return (ImmutableArray<ChannelLine>)[.. accounts.Select(account => new ChannelLine(account, NameOf(who, account.Unit), last.TryGetValue(account.Id, out var at) ? at : null))];
    }

    /// <summary>一个账号，连同最近的各次投递，新的在前。</summary>
    public async Task<Outcome<ChannelDossier>> Open(CurrentPerson who, ChannelAccountId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ChannelQueries.Find(db, id, cancel) is not { } account) return ChannelDesk.Missing;
        if (who.May(Permission.ReadLedger, account.Unit).Refusal is { } refusal) return refusal;
        var deliveries = await ChannelQueries.OfAccount(db, id, MostDeliveries, cancel);
        return new ChannelDossier(account, NameOf(who, account.Unit), [.. deliveries.Reverse()], who.May(Permission.KeepRegister, account.Unit), who.May(Permission.PublishItem, account.Unit));
    }

    /// <summary>一个单位还在用的各账号；导入时认得已经有的。</summary>
    public async Task<IReadOnlyList<ChannelAccount>> For(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return [.. (await ChannelQueries.Of(db, [unit], cancel)).Where(account => account.Closing is null)];
    }

    /// <summary>一条信息的各次投递，早的在前；无权查看的是空的。</summary>
    public async Task<IReadOnlyList<ChannelDelivery>> OfItem(CurrentPerson who, UnitId unit, ItemId item, CancellationToken cancel)
    {
        if (!who.May(Permission.ReadUnpublished, unit).Succeeded) return [];
        await using var db = database.CreateContext();
        return await ChannelQueries.OfItem(db, item, cancel);
    }

    /// <summary>此人登记台账的各单位里，试够了还没有送成、停下等人看的。</summary>
    public async Task<IReadOnlyList<ChannelDelivery>> GivenUp(CurrentPerson who, CancellationToken cancel)
    {
        var units = who.UnitsWith(Permission.KeepRegister);
        if (units.Length == 0) return [];
        await using var db = database.CreateContext();
        return await ChannelQueries.GivenUp(db, units, MostDeliveries, cancel);
    }

    private static string NameOf(CurrentPerson who, UnitId unit) => who.Tree.Find(unit)?.Latest.Name ?? "";
}

/// <summary>一个账号，最近一次送到的时刻。</summary>
/// <param name="UnitName">主办单位的名称。</param>
/// <param name="LastDelivered">最近一次自动送到的时刻；没有的为空。</param>
public sealed record ChannelLine(ChannelAccount Account, string UnitName, DateTimeOffset? LastDelivered);

/// <summary>一个账号的全部。</summary>
/// <param name="Deliveries">最近的各次投递，新的在前。</param>
/// <param name="Keeps">此人能不能改登记的各项，凭什么。</param>
/// <param name="Adapts">此人能不能设自动发布，凭什么。</param>
public sealed record ChannelDossier(ChannelAccount Account, string UnitName, ImmutableArray<ChannelDelivery> Deliveries, Outcome<AccessGrounds> Keeps, Outcome<AccessGrounds> Adapts);
