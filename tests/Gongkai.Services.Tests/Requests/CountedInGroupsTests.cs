using Gongkai.Data;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Requests;

/// <summary>一千个机关的年度：库里分好组数出来的表三，每一格等于逐件数的，也等于不经这一套、直接看日子和结局数的。</summary>
public sealed class CountedInGroupsTests
{
    private const int Bodies = 250, CasesEach = 40;

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly ApplicantKind[] Kinds = Enum.GetValues<ApplicantKind>();

    // 年头年尾的日子多给些：差一天就换一年。
    private static readonly DateOnly[] Edges = [.. Enumerable.Range(2023, 5).SelectMany(year => new[] { new DateOnly(year, 1, 1), new DateOnly(year, 12, 31) })];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_table_counted_in_groups_equals_one_counted_case_by_case_in_every_cell(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var bodies = await Generated(city, new Random(20270105));
        await using var db = city.Database.CreateContext();
        var (compared, counted) = (0, 0);
        await Compare([2023, 2025], WithdrawnCounting.Counted);
        db.Settings.Add(new SettingRow { Unit = ChainId.System.Value, Name = WithdrawnWays.SettingName, Value = "\"不计入\"" });
        await db.SaveChangesAsync(None);
        await Compare([2024, 2026], WithdrawnCounting.Excluded);

        compared.ShouldBeGreaterThan(100_000);
        counted.ShouldBeGreaterThan(20_000, "数的不能都是零。");

        async Task Compare(int[] years, WithdrawnCounting withdrawn)
        {
            foreach (var (unit, rows) in bodies)
                foreach (var year in years)
                {
                    var grouped = await YearQueries.Tables(db, unit, year, None);
                    grouped.Withdrawn.ShouldBe(withdrawn);
                    var one = await YearQueries.Figures(db, unit, year, None);
                    grouped.Cells.ShouldBe(one.Cells, $"{year} 年");
                    one.Cases.Length.ShouldBe(rows.Count(row => row.RedoOf is null && row.ReceivedOn?.Year <= year && !(row.ResultOn?.Year < year)));
                    foreach (var kind in Kinds) Raw(grouped, [.. rows.Where(row => row.Applicant == kind && row.RedoOf is null && row.ReceivedOn is not null)], kind, year, withdrawn);
                }
        }

        void Raw(CountedTables tables, List<RequestCaseRow> own, ApplicantKind kind, int year, WithdrawnCounting withdrawn)
        {
            if (withdrawn == WithdrawnCounting.Excluded) own.RemoveAll(row => row.Outcome == CaseOutcome.Withdrawn && row.ReceivedOn!.Value.Year == row.ResultOn!.Value.Year);
            Same(TableThree.NewlyReceived, own.Count(row => row.ReceivedOn!.Value.Year == year));
            Same(TableThree.CarriedIn, own.Count(row => row.ReceivedOn!.Value.Year < year && !(row.ResultOn?.Year < year)));
            Same(TableThree.TotalProcessed, own.Count(row => row.ResultOn?.Year == year));
            Same(TableThree.CarriedOut, own.Count(row => row.ReceivedOn!.Value.Year <= year && !(row.ResultOn?.Year <= year)));
            foreach (var line in OutcomeTable.All.ToLookup(entry => entry.RowIn(year), entry => entry.Outcome)) Same(line.Key, own.Count(row => row.ResultOn?.Year == year && line.Contains(row.Outcome!.Value)));

            void Same(string row, int expected)
            {
                tables.Count(row, kind).ShouldBe(expected, $"{year} 年 {row} {kind}");
                (compared, counted) = (compared + 1, counted + expected);
            }
        }
    }

    private static async Task<List<(UnitId Unit, List<RequestCaseRow> Rows)>> Generated(InventedCity city, Random random)
    {
        await using var db = city.Database.CreateContext();
        var bodies = new List<(UnitId, List<RequestCaseRow>)>();
        for (var body = 0; body < Bodies; body++)
        {
            var unit = new UnitRow { Id = Guid.CreateVersion7() };
            db.Units.Add(unit);
            List<RequestCaseRow> rows = [.. Enumerable.Range(0, CasesEach).Select(number => Case(unit.Id, $"GN{body:0000}{number:0000}", random))];
            // 责令重新答复的，不另计。
            for (var number = 0; number < 3; number++) rows.Add(Case(unit.Id, $"RD{body:0000}{number:0000}", random, rows[number].Id));
            db.RequestCases.AddRange(rows);
            bodies.Add((new UnitId(unit.Id), rows));
        }

        await db.SaveChangesAsync(None);
        return bodies;
    }

    private static RequestCaseRow Case(Guid unit, string code, Random random, Guid? redoOf = null)
    {
        var received = Day(random, new DateOnly(2022, 11, 1));
        var (isReceived, isEnded) = (random.Next(10) > 0, random.Next(4) > 0);
        return new RequestCaseRow
        {
            Id = Guid.CreateVersion7(), Unit = unit, TrackCode = code, RedoOf = redoOf, SubmittedAt = LegalTime.StartOf(received), Applicant = Kinds[random.Next(Kinds.Length)], Content = [1],
            Stage = isEnded ? CaseStage.Replied : CaseStage.Processing, ReceivedOn = isReceived ? received : null,
            ResultOn = isReceived && isEnded ? Day(random, received) : null, Outcome = isReceived && isEnded ? OutcomeTable.All[random.Next(OutcomeTable.All.Length)].Outcome : null,
        };
    }

    private static DateOnly Day(Random random, DateOnly from) =>
        random.Next(3) == 0 && Edges.Where(edge => edge >= from).ToList() is { Count: > 0 } edges ? edges[random.Next(Math.Min(3, edges.Count))] : from.AddDays(random.Next(500));
}
