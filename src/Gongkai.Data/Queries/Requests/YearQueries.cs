using System.Text.Json;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Requests;

/// <summary>取出年度快照，和快照要数的各件。</summary>
public static class YearQueries
{
    /// <summary>复议诉讼台账的代码。</summary>
    public const string RemedyRegister = "remedies";

    private const string RemedyNumber = "number";

    /// <summary>一年最近的一版，没有各件申请；还没有的为空。</summary>
    public static Task<RequestYearRow?> Latest(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        db.RequestYears.Where(row => row.Unit == unit.Value && row.Year == year).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancel);

    /// <summary>一年最近的一版，连同各件申请；还没有的为空。</summary>
    public static Task<RequestYearRow?> Whole(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        db.RequestYears.Include(row => row.Cases).Where(row => row.Unit == unit.Value && row.Year == year).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancel);

    /// <summary>数字定下了的各年：最近的一版冻结了、锁定了；正在更正的不在内。</summary>
    public static async Task<IReadOnlyList<int>> Settled(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var rows = await db.RequestYears.AsNoTracking().Where(row => row.Unit == unit.Value).Select(row => new { row.Year, row.Revision, row.Stage }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Year).Where(year => year.MaxBy(row => row.Revision)!.Stage != SnapshotStage.Working).Select(year => year.Key)];
    }

    /// <summary>一个单位在一年里的各件申请：当年收到的、以前收到而没有在以前办结的。</summary>
    public static async Task<List<SnapshotCase>> Cases(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel)
    {
        var rows = await Counted(db, unit, year).Select(row => new { row.Id, row.Number, row.TrackCode, row.ReceivedOn, row.Applicant, row.Outcome, row.ResultOn }).ToListAsync(cancel);
        return rows.ConvertAll(row => new SnapshotCase(row.Id, row.Number ?? row.TrackCode, row.ReceivedOn!.Value, row.Applicant, row.Outcome, row.ResultOn));
    }

    /// <summary>一个单位一年的表三、表四，只有各格的数：各件在库里分好组，不取出来。</summary>
    public static async Task<CountedTables> Tables(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        // 只按两栏分组，年头年尾各算成一个数：按算出来的栏分组，一百万件在 PostgreSQL 上量得是光计数的三倍多。
        var groups = await Counted(db, unit, year).GroupBy(row => new { row.Applicant, row.Outcome }).Select(group => new
        {
            group.Key.Applicant, group.Key.Outcome, All = group.Count(), New = group.Count(row => row.ReceivedOn >= first), Ended = group.Count(row => row.ResultOn <= last),
            NewEnded = group.Count(row => row.ReceivedOn >= first && row.ResultOn <= last),
        }).ToListAsync(cancel);
        var counted = groups.SelectMany(group => new[]
        {
            CountedGroup.Of(year, true, group.Applicant, true, group.Outcome, group.NewEnded), CountedGroup.Of(year, true, group.Applicant, false, null, group.New - group.NewEnded),
            CountedGroup.Of(year, false, group.Applicant, true, group.Outcome, group.Ended - group.NewEnded), CountedGroup.Of(year, false, group.Applicant, false, null, group.All - group.New - group.Ended + group.NewEnded),
        }).Where(group => group.Count > 0);
        var withdrawn = await Withdrawn(db, unit, year, cancel);
        var three = TableThree.Of(counted, year, withdrawn);
        return CountedTables.Of(three, [.. (await Remedies(db, unit, year, cancel)).Select(one => one.Remedy)], withdrawn);
    }

    /// <summary>撤回的申请在一年里照哪种口径计：定下过的年度照定下时的，更正也照它；没有定下的照现在设的。</summary>
    public static async Task<WithdrawnCounting> Withdrawn(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        await Latest(db, unit, year, cancel) is { } row && (row.Stage != SnapshotStage.Working || row.Revision > 1) ? row.ToTables().Withdrawn
        : WithdrawnWays.Parse(await db.Settings.FindAsync([ChainId.System.Value, WithdrawnWays.SettingName], cancel) is { } set ? JsonSerializer.Deserialize<string>(set.Value) : null) ?? WithdrawnCounting.Counted;

    /// <summary>由案件和复议诉讼台账数出一年，连同每一格是哪些件：逐件取出来。</summary>
    public static async Task<SnapshotFigures> Figures(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        SnapshotFigures.Of(year, await Cases(db, unit, year, cancel), await Remedies(db, unit, year, cancel), await Withdrawn(db, unit, year, cancel));

    private static IQueryable<RequestCaseRow> Counted(GongkaiDbContext db, UnitId unit, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value && row.RedoOf == null && row.ReceivedOn != null && row.ReceivedOn <= last && (row.ResultOn == null || row.ResultOn >= first));
    }

    private static async Task<List<SnapshotRemedy>> Remedies(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel)
    {
        var entries = await RegisterQueries.Between(db, unit, RemedyRegister, DateOnly.MinValue, new DateOnly(year, 12, 31), cancel);
        return
        [
            .. from entry in entries
               where entry.Voided is null
               let remedy = TableFour.Read(entry.On, entry.Values)
               where remedy is not null
               select new SnapshotRemedy(entry.Id.Value, entry.Values.GetValueOrDefault(RemedyNumber, ""), remedy),
        ];
    }
}
