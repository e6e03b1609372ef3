using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Opinions;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>取出意见征集。没有公告的也在内，所以公众看的由服务挑过。</summary>
public static class OpinionQueries
{
    /// <summary>要改的一次；没有的为空。</summary>
    public static Task<OpinionRoundRow?> Row(GongkaiDbContext db, OpinionRoundId id, CancellationToken cancel) =>
        db.OpinionRounds.Include(row => row.Events).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>全部，开始晚的在前。</summary>
    public static IQueryable<OpinionRoundRow> All(GongkaiDbContext db) =>
        db.OpinionRounds.AsNoTracking().Include(row => row.Events).OrderByDescending(row => row.FirstDay).ThenByDescending(row => row.Id);

    /// <summary>一次征集属于哪个单位；没有的为空。</summary>
    public static async Task<UnitId?> Owner(GongkaiDbContext db, OpinionRoundId id, CancellationToken cancel) =>
        await db.OpinionRounds.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Unit).SingleOrDefaultAsync(cancel) is { } unit ? new UnitId(unit) : null;

    /// <summary>两条信息公开没有，公告现在看不看得见、是哪一天首次公开的。</summary>
    public static async Task<RoundStanding> Standing(GongkaiDbContext db, OpinionRoundRow row, CancellationToken cancel) => (await Standings(db, [row], cancel))[row.Id];

    /// <summary>几次征集的，见 <see cref="Standing"/>。</summary>
    public static async Task<IReadOnlyDictionary<Guid, RoundStanding>> Standings(GongkaiDbContext db, IReadOnlyCollection<OpinionRoundRow> rows, CancellationToken cancel)
    {
        var ids = rows.SelectMany(row => new[] { row.Item, row.ResultItem, row.AdoptedItem }).OfType<Guid>().Distinct().ToList();
        var items = new Dictionary<Guid, ItemRow>();
        foreach (var some in ids.Chunk(MostAtOnce))
            foreach (var item in await db.Items.AsNoTracking().Where(item => some.Contains(item.Id)).ToListAsync(cancel)) items[item.Id] = item;
        return rows.ToDictionary(row => row.Id, row => new RoundStanding(items[row.Item], row.ResultItem is { } result ? items[result] : null, row.AdoptedItem is { } adopted ? items[adopted] : null));
    }

    /// <summary>一次征集的各组，先建的在前，连同各有几条意见。</summary>
    public static async Task<IReadOnlyList<OpinionGroup>> Groups(GongkaiDbContext db, OpinionRoundId round, CancellationToken cancel)
    {
        var counts = await db.OpinionComments.Where(row => row.Round == round.Value && row.Group != null)
            .GroupBy(row => row.Group).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key!.Value, group => group.Count, cancel);
        var rows = await db.OpinionGroups.AsNoTracking().Where(row => row.Round == round.Value).OrderBy(row => row.Id).ToListAsync(cancel);
        return rows.ConvertAll(row => new OpinionGroup(new OpinionGroupId(row.Id), row.Version, row.Summary, counts.GetValueOrDefault(row.Id), row.Outcome, row.Reason));
    }

    /// <summary>几次征集各收到几条意见；没有收到的不在其中。</summary>
    public static Task<Dictionary<Guid, int>> Received(GongkaiDbContext db, IReadOnlyCollection<Guid> rounds, CancellationToken cancel) => db.OpinionComments
        .Where(row => rounds.Contains(row.Round)).GroupBy(row => row.Round).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    private const int MostAtOnce = 500;
}

/// <summary>一次征集的三条信息现在的样子。</summary>
/// <param name="Notice">公告。</param>
/// <param name="Result">结果；没有拟定的为空。</param>
/// <param name="Adopted">正式文本；没有关联的为空。</param>
public sealed record RoundStanding(ItemRow Notice, ItemRow? Result, ItemRow? Adopted)
{
    /// <summary>公告公众看得见。</summary>
    public bool IsVisible => Notice.VisibleVersion is not null;

    /// <summary>公开没有，决定走到哪一步用。</summary>
    public OpinionStanding Facts => new(Notice.FirstPublishedAt is not null, Result?.VisibleVersion is not null);
}
