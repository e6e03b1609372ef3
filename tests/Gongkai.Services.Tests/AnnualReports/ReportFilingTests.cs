using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>编报的各步：内部审核签发、报送主管部门、退回重报、公布、锁定、更正。</summary>
public sealed class ReportFilingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_goes_back_once_is_accepted_published_locked_and_corrected(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (officer, second) = (await city.Somebody(Role.AuthorityOfficer, city.CityOffice), await city.Somebody(Role.AuthorityOfficer, city.CityOffice));
        var (shelf, shown, year) = (office.Publication.Reports, office.Publication.PublicReports, city.Today.Year - 1);
        var filing = new InventedFiling(office, officer, year);
        await Put(0);
        await filing.Submit();

        (await Try(Report("granted", 12), 4)).ShouldContain("不能“存一版”", Case.Sensitive, "报送了的冻结着。");
        var dossier = InventedCity.Done(await office.Publication.ReportBoard.Open(await office.Current(officer), office.Unit, year, None));
        (dossier.Report!.Stage, dossier.Deadline.SubmitBy).ShouldBe((FilingStage.Submitted, new DateOnly(year + 1, 1, 31)));
        dossier.Acts.ShouldBe([FilingAction.Accept, FilingAction.SendBack]);
        await filing.Do(FilingAction.SendBack, officer, "表三请核对");
        (await filing.Try(FilingAction.Publish, office.Holder(Role.DeputyLeader), 5)).Refusal!.Reason.ShouldContain("“被退回”时不能“公布”");
        await Put(5);
        await filing.Submit();
        (await shown.Find(office.Unit, year, None)).ShouldBeNull();
        await filing.Publish();
        (await shown.Find(office.Unit, year, None)).ShouldNotBeNull();
        await filing.Do(FilingAction.Lock, second);

        await filing.Do(FilingAction.Correct, office.Holder(Role.DeputyLeader), "漏了一件");
        (await shown.Find(office.Unit, year, None)).ShouldNotBeNull("更正期间旧版还在。");
        var open = InventedCity.Done(await shelf.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None))!;
        await Put(open.Version);
        await filing.Submit();
        await filing.Publish("表三漏计一件，已经补上。");
        var history = InventedCity.Done(await shelf.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None))!;
        history.Releases.Select(release => (release.Edition, release.Note)).ShouldBe([(2, null), (3, "表三漏计一件，已经补上。")]);
        history.Filings.Count(done => done.Hash is { Length: 64 }).ShouldBe(3);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();

        async Task Put(long version)
        {
            using var file = new MemoryStream(ReportWriter.Write(Report("granted", null), ReportFormat.Docx).Value);
            InventedCity.Done(await shelf.Put(office.Holder(Role.Handler), office.Unit, year, version, file, "年报.docx", None));
        }

        async Task<string> Try(AnnualReport report, long version)
        {
            using var file = new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx).Value);
            return (await shelf.Put(office.Holder(Role.Handler), office.Unit, year, version, file, "年报.docx", None)).Refusal!.Reason;
        }

        AnnualReport Report(string row, int? number) => (number is { } set ? ReportBuilder.Clean2021().Set($"requests.{row}.total", set) : ReportBuilder.Clean2021()).Build() with { Year = year, Title = $"云泽市文化广播局{year}年政府信息公开工作年度报告" };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_seen_by_another_body_or_before_another_act_is_refused(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (office, other) = (await InventedOffice.Create(city), await InventedOffice.Create(city, city.County));
        var year = city.Today.Year - 1;
        using var file = new MemoryStream(ReportWriter.Write(ReportBuilder.Clean2021().Build() with { Year = year, Title = null }, ReportFormat.Json).Value);
        InventedCity.Done(await office.Publication.Reports.Put(office.Holder(Role.Handler), office.Unit, year, 0, file, "年报.json", None));
        var filing = new InventedFiling(office, other.Holder(Role.Handler), year);

        (await filing.Try(FilingAction.Accept, other.Holder(Role.DeputyLeader), 1)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.ReportBoard.Open(await other.Current(other.Holder(Role.Handler)), office.Unit, year, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        await filing.Do(FilingAction.SelfCheck, office.Holder(Role.Handler), "照登记");
        (await filing.Try(FilingAction.Pass, office.Holder(Role.DisclosureOfficeHead), 1)).Refusal.ShouldBeOfType<StaleRefusal>();
        (await office.Publication.Filings.Do(office.Holder(Role.DeputyLeader), office.Unit, year - 3, 1, new FilingCommand(FilingAction.Sign), null, null, None)).Refusal!.Reason.ShouldBe("没有这个年度的年报。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_authority_sets_days_that_come_before_the_legal_ones(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var officer = await city.Somebody(Role.AuthorityOfficer, city.CityOffice);
        var deadlines = office.Publication.ReportDeadlines;
        (await deadlines.Change(office.Holder(Role.Handler), city.CityOffice, new(new(1, 20), null, null, null), null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await deadlines.Change(officer, city.CityOffice, new(new(2, 20), null, null, null), null, None)).Refusal!.Reason.ShouldBe("部门的期限不能晚于1月31日。");
        InventedCity.Done(await deadlines.Change(officer, city.CityOffice, new(new(1, 20), new(1, 25), null, null), null, None));

        (await deadlines.Of(city.CityOffice, None)).DepartmentPublish.ShouldBe(new MonthDay(1, 25));
        InventedCity.Done(await office.Publication.ReportBoard.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, 2025, None)).Deadline.ShouldBe(new FilingDeadline(new(2026, 1, 20), new(2026, 1, 25), true));
    }
}
