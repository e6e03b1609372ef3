using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Matters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Matters;

/// <summary>公众看的事项清单（标准目录）：一个单位要公开哪些，各项最近公开的几条。</summary>
public sealed class PublicMatters(Database database, UnitTrees trees)
{
    /// <summary>一项之下列最近的几条；再多的到目录里看。</summary>
    public const int MostItems = 3;

    /// <summary>各单位还在用的各有几项；没有的不在里面。</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Counts(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await MatterQueries.Counts(db, cancel);
    }

    /// <summary>一个单位的清单，按一级、二级事项。</summary>
    public async Task<ImmutableArray<PublicMatter>> Of(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var matters = await MatterQueries.Of(db, [unit], cancel);
        if (matters.Count == 0) return [];
        var tree = await trees.Load(db, cancel);
        var records = await MatterQueries.Records(db, [unit], cancel);
        // 一句查询取各项最近的几条，不是一项一句。
        var latest = await db.Matters.Where(matter => matter.Unit == unit.Value && matter.EndedOn == null)
            .SelectMany(matter => db.Items.Where(row => row.VisibleVersion != null && row.Unit == unit.Value && row.VisibleMatter == matter.Id).OrderByDescending(row => row.LastPublishedAt).ThenByDescending(row => row.Id).Take(MostItems))
            .AsNoTracking().ToListAsync(cancel);
        var items = latest.AsQueryable().NewestFirst().ToLookup(row => row.VisibleMatter!.Value);
        return [.. matters.Select(matter => new PublicMatter(
            matter, ShortItemId.Of(matter.Id.Value), records.GetValueOrDefault(matter.Id, MatterRecord.None).Published, [.. items[matter.Id.Value].Select(row => PublicCatalogue.Entry(row, tree))]))];
    }
}

/// <summary>公众看的一项。</summary>
/// <param name="Key">网址里的写法。</param>
/// <param name="Published">一共公开了几条。</param>
/// <param name="Latest">最近公开的几条，新的在前。</param>
public sealed record PublicMatter(Matter Matter, string Key, int Published, ImmutableArray<CatalogueEntry> Latest);
