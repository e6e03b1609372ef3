using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Organisations;

/// <summary>取出单位之树。树很少变而处处要用，所以记住上一次取出的；库里变了就重取，别的节点改的也看得见。</summary>
public sealed class UnitTrees
{
    // 取的中途有人改了，取到的可能一半新一半旧，再取一次；不会总有人在改。
    private const int Tries = 5;

    // 单位只增不删，版本只升不降：个数与版本之和没有变，就是一个也没有变。每件事都要问，所以编译一次，以后不再翻译。
    private readonly Func<GongkaiDbContext, CancellationToken, Task<Stamp?>> _stamp = EF.CompileAsyncQuery(
        (GongkaiDbContext db, CancellationToken cancel) => db.Units.GroupBy(_ => 1).Select(units => new Stamp(units.Count(), units.Sum(unit => unit.Version))).FirstOrDefault());

    private volatile Known? _known;

    /// <summary>取出。做事时在事务之内取：看到的就是决定所依据的。</summary>
    public async Task<UnitTree> Load(GongkaiDbContext db, CancellationToken cancel)
    {
        var stamp = await StampOf(db, cancel);
        if (_known is { } known && known.Stamp == stamp) return known.Tree;
        for (var attempt = 1; ; attempt++)
        {
            var tree = await Read(db, cancel);
            var after = await StampOf(db, cancel);
            if (after != stamp && attempt < Tries)
            {
                stamp = after;
                continue;
            }

            // 事务之内看到的可能是最后没有做成的，不能留给别人。
            if (db.Database.CurrentTransaction is null && after == stamp) _known = new Known(stamp, tree);
            return tree;
        }
    }

    /// <summary>认得的区划代码：全国的和本地登记的。</summary>
    public static async Task<RegionCodes> Regions(GongkaiDbContext db, CancellationToken cancel) =>
        new(Gazetteer.China, [.. await LocalRegions(db, cancel)]);

    /// <summary>本地登记的区划代码，按代码排列。</summary>
    public static async Task<IReadOnlyList<LocalRegion>> LocalRegions(GongkaiDbContext db, CancellationToken cancel) =>
        [.. (await db.LocalRegions.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancel)).Select(row => row.ToRegion())];

    private static async Task<UnitTree> Read(GongkaiDbContext db, CancellationToken cancel)
    {
        var rows = await WithParts(db.Units.AsNoTracking()).ToListAsync(cancel);
        return UnitTree.Of(rows.Select(row => row.ToUnit()));
    }

    /// <summary>连同各段、承接、内设机构一起取。</summary>
    public static IQueryable<Mapping.Organisations.UnitRow> WithParts(IQueryable<Mapping.Organisations.UnitRow> units) =>
        units.Include(unit => unit.Periods).Include(unit => unit.Successors).Include(unit => unit.Offices).ThenInclude(office => office.Duties).AsSplitQuery();

    private async Task<Stamp> StampOf(GongkaiDbContext db, CancellationToken cancel) => await _stamp(db, cancel) ?? new Stamp(0, 0);

    private sealed record Known(Stamp Stamp, UnitTree Tree);

    private sealed record Stamp(int Units, long Versions);
}
