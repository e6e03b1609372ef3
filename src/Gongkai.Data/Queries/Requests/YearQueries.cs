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

    /// <summary>一年最近的一版；还没有的为空。</summary>
    public static Task<RequestYearRow?> Latest(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        db.RequestYears.Where(row => row.Unit == unit.Value && row.Year == year).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancel);

    /// <summary>数字定下了的各年：最近的一版冻结了、锁定了；正在更正的不在内。</summary>
    public static async Task<IReadOnlyList<int>> Settled(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var rows = await db.RequestYears.AsNoTracking().Where(row => row.Unit == unit.Value).Select(row => new { row.Year, row.Revision, row.Stage }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Year).Where(year => year.MaxBy(row => row.Revision)!.Stage != SnapshotStage.Working).Select(year => year.Key)];
    }

    /// <summary>一个单位在一年里的各件申请：当年收到的、以前收到而没有在以前办结的。</summary>
    public static async Task<List<SnapshotCase>> Cases(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value && row.RedoOf == null && row.ReceivedOn != null && row.ReceivedOn <= last && (row.ResultOn == null || row.ResultOn >= first))
            .Select(row => new { row.Id, row.Number, row.TrackCode, row.ReceivedOn, row.Applicant, row.Outcome, row.ResultOn }).ToListAsync(cancel);
        return rows.ConvertAll(row => new SnapshotCase(row.Id, row.Number ?? row.TrackCode, row.ReceivedOn!.Value, row.Applicant, row.Outcome, row.ResultOn));
    }

    /// <summary>撤回的申请在一年里照哪种口径计：定下过的年度照定下时的，更正也照它；没有定下的照现在设的。</summary>
    public static async Task<WithdrawnCounting> Withdrawn(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel) =>
        await Latest(db, unit, year, cancel) is { } row && (row.Stage != SnapshotStage.Working || row.Revision > 1) ? row.ToSnapshot().Figures.Withdrawn
        : WithdrawnWays.Parse(await db.Settings.FindAsync([ChainId.System.Value, WithdrawnWays.SettingName], cancel) is { } set ? JsonSerializer.Deserialize<string>(set.Value) : null) ?? WithdrawnCounting.Counted;

    /// <summary>由案件和复议诉讼台账数出一年。</summary>
    public static async Task<SnapshotFigures> Figures(GongkaiDbContext db, UnitId unit, int year, CancellationToken cancel)
    {
        var entries = await RegisterQueries.Between(db, unit, RemedyRegister, DateOnly.MinValue, new DateOnly(year, 12, 31), cancel);
        var remedies = from entry in entries
                       where entry.Voided is null
                       let remedy = TableFour.Read(entry.On, entry.Values)
                       where remedy is not null
                       select new SnapshotRemedy(entry.Id.Value, entry.Values.GetValueOrDefault(RemedyNumber, ""), remedy);
        return SnapshotFigures.Of(year, await Cases(db, unit, year, cancel), remedies, await Withdrawn(db, unit, year, cancel));
    }
}
