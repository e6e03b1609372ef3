using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Data;
using Gongkai.Data.Mapping.AnnualReports;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Testing.Builders;

namespace Gongkai.Testing.Organisations;

/// <summary>成批公布的年报：许多单位、许多年，直接写进库里，不经审查；数据中心的测试与测速用。</summary>
public static class PublishedYears
{
    /// <summary>各单位各年各公布一份，同样的种子总是同样的数字。</summary>
    public static async Task Fill(Database database, IReadOnlyList<Guid> units, IReadOnlyList<int> years, ReportSize size = ReportSize.Medium)
    {
        foreach (var part in units.Select((unit, at) => (unit, at)).Chunk(200))
        {
            await using var db = database.CreateContext();
            foreach (var (unit, at) in part)
                foreach (var year in years)
                    db.PublishedReports.Add(Row(unit, ReportGenerator.Create((at * 100) + year, new ReportShape { Year = year, Size = size })));
            await db.SaveChangesAsync();
        }

        await using var last = database.CreateContext();
        await PublicItemQueries.AdvanceStamp(last, CancellationToken.None);
    }

    /// <summary>公布着的一件：次年一月二十日公布。</summary>
    public static PublishedReportRow Row(Guid unit, AnnualReport report)
    {
        var (year, at) = (report.Year!.Value, new DateTimeOffset(report.Year.Value + 1, 1, 20, 2, 0, 0, TimeSpan.Zero));
        var row = new PublishedReportRow { Id = Guid.CreateVersion7(at), Unit = unit, Year = year };
        var edition = new ReportEdition(1, null, report.Agency, [], 0, new PersonId(Guid.Empty), at);
        row.Take(new PublishedReport(row.Id, 1, new UnitId(unit), year, [edition], []), CanonicalJson.ToText(report, indented: false));
        row.Take(row.ToReport().Apply(new FilingEvent(1, FilingAction.AddPast, FilingStage.Compiling, FilingStage.Published, new PersonId(Guid.Empty), at, 1)));
        return row;
    }
}
