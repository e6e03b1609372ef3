using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Registers;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>政府自己的年报由收来的各份加成：一步存成一版，每一格说得出由几份来；没有权限的编不成。</summary>
public sealed class GovernmentDraftTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_governments_draft_is_the_sum_of_what_was_collected_and_says_so_in_each_cell(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var officer = await city.Somebody(Role.AuthorityOfficer, city.CityOffice);
        var (publication, year) = (office.Publication, city.Today.Year - 1);
        var report = ReportBuilder.Clean2021().Build() with { Year = year, Agency = "云泽市文化广播局", Title = $"云泽市文化广播局{year}年政府信息公开工作年度报告" };
        using (var file = new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value))
            InventedCity.Done(await publication.Reports.Put(office.Holder(Role.Handler), office.Unit, year, 0, file, "年报.docx", None));
        await new InventedFiling(office, officer, year).Submit();
        var draft = Draft(city, office);

        (await draft.Make(await office.Current(officer), city.CityOffice, year, null, None)).Refusal.ShouldBeOfType<AccessRefusal>("收集的人不编政府的年报。");
        await city.Appoint(officer, Role.Handler, city.City);
        InventedCity.Done(await draft.Make(await office.Current(officer), city.CityOffice, year, null, None)).ShouldBe(city.City);

        var made = InventedCity.Done(await publication.ReportBoard.Open(await office.Current(officer), city.City, year, None));
        made.Report!.Stage.ShouldBe(FilingStage.Compiling);
        foreach (var table in (TableKind[])[TableKind.Requests, TableKind.Review])
            made.Latest!.Table(table)!.Cells.ToArray().Select(cell => cell.Number).ShouldBe(report.Table(table)!.Cells.ToArray().Select(cell => cell.Number));
        made.Report.Latest.Overrides.Single(one => one.Cell.ToString() == "requests.newlyReceived.total").Reason!.ShouldContain("各单位报送的 1 份逐格相加");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Without_reports_there_is_nothing_to_add_up_and_nothing_is_made(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var officer = await city.Somebody(Role.AuthorityOfficer, city.CityOffice);
        await city.Appoint(officer, Role.Handler, city.City);

        (await Draft(city, office).Make(await office.Current(officer), city.CityOffice, city.Today.Year - 1, null, None)).Refusal!.Reason.ShouldContain("没有可以汇总的报告");

        (await Draft(city, office).Make(await office.Current(officer), city.Tourism, city.Today.Year - 1, null, None)).Refusal!.Reason.ShouldContain("不是哪一级政府的主管部门");
    }

    private static GovernmentDraft Draft(InventedCity city, InventedOffice office)
    {
        var (cases, registers) = (new InventedCases(office), new RegisterServices(city.Database, city.Services, city.Clock));
        var compiler = new ReportCompiler(city.Database, registers.TableTwo, cases.Requests.Years, cases.Requests.Fees, office.Publication.OpinionBoard);
        return new GovernmentDraft(office.Publication.Collection, compiler, new ReportDrafts(city.Database, compiler, office.Publication.Reports));
    }
}
