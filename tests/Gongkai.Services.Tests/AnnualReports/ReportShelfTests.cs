using System.Text;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>年报的公布：读过、查过、由另一个人签发，公众才看得见。</summary>
public sealed class ReportShelfTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_is_read_checked_signed_by_another_person_shown_and_withdrawn(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (shelf, shown) = (office.Publication.Reports, office.Publication.PublicReports);
        await using var file = InventedRegisters.ReportFile();
        var edition = InventedCity.Done(await shelf.Put(office.Holder(Role.Handler), office.Unit, 2023, 0, file, "年报.docx", None));

        edition.Findings.ShouldBeEmpty();
        (await shown.Find(office.Unit, 2023, None)).ShouldBeNull();
        (await Add(office.Holder(Role.Handler), null)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await Add(office.Holder(Role.DeputyLeader), null)).Refusal!.Reason.ShouldContain("与本单位的名称不同");
        var version = InventedCity.Done(await Add(office.Holder(Role.DeputyLeader), "机构改革前的名称"));
        var report = (await shown.Find(office.Unit, 2023, None))!;
        report.Report.Requests!.Cells.ToArray().Select(cell => cell.Number).ShouldBe(ReportBuilder.Clean2021().Build().Requests!.Cells.ToArray().Select(cell => cell.Number));
        (await shown.List(null, None)).ShouldHaveSingleItem().Year.ShouldBe(2023);
        await using (var original = (await shown.Open(office.Unit, 2023, None))!.Value.Content) original.Length.ShouldBe(file.Length);
        InventedCity.Done(await office.Publication.Filings.Do(office.Holder(Role.DeputyLeader), office.Unit, 2023, version, new FilingCommand(FilingAction.Withdraw) { Note = "数字有误" }, null, null, None));

        (await shown.Find(office.Unit, 2023, None)).ShouldBeNull();
        (await shown.List(office.Unit, None)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();

        Task<Outcome<long>> Add(PersonId by, string? note) => office.Publication.Filings.Do(by, office.Unit, 2023, 1, new FilingCommand(FilingAction.AddPast) { Note = note }, null, null, None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_report_of_that_year_or_breaks_an_inner_sum_is_not_published(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (shelf, handler) = (office.Publication.Reports, office.Holder(Role.Handler));
        using var prose = new MemoryStream(Encoding.UTF8.GetBytes("今天天气很好。"));
        (await shelf.Put(handler, office.Unit, 2023, 0, prose, "说明.txt", None)).Refusal!.Reason.ShouldContain("不是政府信息公开工作年度报告");
        await using var right = InventedRegisters.ReportFile();
        (await shelf.Put(handler, office.Unit, 2024, 0, right, "年报.docx", None)).Refusal!.Reason.ShouldBe("文件里是 2023 年度的报告，不是 2024 年度的。");
        (await shelf.Put(handler, office.Unit, 2026, 0, InventedRegisters.ReportFile(), "年报.docx", None)).Refusal!.Reason.ShouldContain("已经过完");

        var broken = ReportBuilder.Clean2021().Set("requests.granted.total", 99).Build();
        using var page = new MemoryStream(ReportWriter.Write(broken, ReportFormat.Html).Value);
        var edition = InventedCity.Done(await shelf.Put(handler, office.Unit, 2023, 0, page, "年报.html", None));

        edition.File.ShouldBeNull("网页可能带脚本，只留读出来的。");
        edition.Findings.ShouldContain(finding => finding.Rule == "T3-02" && finding.NeverWaived);
        (await office.Publication.Filings.Do(office.Holder(Role.DeputyLeader), office.Unit, 2023, 1, new FilingCommand(FilingAction.AddPast) { Note = "说明" }, null, null, None)).Refusal!.Reason.ShouldContain("附说明也不得公布：T3-02");
    }
}
