using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>主管部门收集年报：代收、催报、汇总，都经真的服务。</summary>
public sealed class ReportGatheringTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_taken_in_others_are_reminded_and_the_rest_adds_up(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (officer, second) = (await city.Somebody(Role.AuthorityOfficer, city.CityOffice), await city.Somebody(Role.AuthorityOfficer, city.CityOffice));
        var (gathering, year, who) = (office.Publication.Collection, city.Today.Year - 1, await office.Current(officer));

        var taken = await gathering.TakeIn(who, city.CityOffice, year, [File("云泽市文化广播局"), File("云泽市旅游局"), File("别处的局"), (new MemoryStream("今天天气很好。"u8.ToArray()), "说明.txt")], None);
        taken.Select(one => (one.Agency, one.Refusal is null)).ShouldBe([("云泽市文化广播局", true), ("云泽市旅游局", true), ("别处的局", false), (null, false)]);
        taken[2].Refusal!.Reason.ShouldBe("所主管的单位里没有“别处的局”。");

        var again = await gathering.TakeIn(who, city.CityOffice, year, [File("云泽市旅游局")], None);
        again[0].Refusal!.Reason.ShouldContain("“已报送”时不能“代收”", Case.Sensitive, "报送了的不重收。");
        var board = InventedCity.Done(await gathering.Of(who, city.CityOffice, year, None));
        board.Lines.Count(line => line.Counts).ShouldBe(2);
        board.Lines.Single(line => line.Unit == city.Culture).StandingOn(city.Today).ShouldBe(Timeliness.Late);
        board.Lines.Single(line => line.Unit == city.County).StandingOn(city.Today).ShouldBe(city.Today > new DateOnly(year + 1, 3, 31) ? Timeliness.Overdue : Timeliness.Awaited);

        (await gathering.Remind(officer, city.CityOffice, year, [city.County, city.Culture], "请尽快", null, None)).Refusal!.Reason.ShouldBe("云泽市文化广播局已经报送，不必再催：请刷新页面再选。");
        InventedCity.Done(await gathering.Remind(officer, city.CityOffice, year, [city.County], "请尽快", null, None)).ShouldBe(1);
        InventedCity.Done(await gathering.Of(who, city.CityOffice, year, None)).Reminded.Keys.ShouldBe([city.County]);
        (await gathering.Remind(office.Holder(Role.Handler), city.CityOffice, year, [city.County], "请尽快", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();

        var total = InventedCity.Done(await gathering.Total(who, city.CityOffice, year, None));
        var one = ReportBuilder.Clean2021().Build().Requests!.Find("newlyReceived", "total")!.Value.Value;
        total.Total.Total.Requests!.Find("newlyReceived", "total")!.Value.Number.ShouldBe(one * 2);
        total.Total.Total.Agency.ShouldBe("云泽市人民政府");
        InventedCity.Done(await gathering.Copied(who, city.CityOffice, year, None)).ShouldHaveSingleItem().Share.ShouldBeGreaterThan(0.5);

        var filing = new InventedFiling(office, officer, year);
        (await filing.Try(FilingAction.Accept, officer, 1)).Refusal!.Reason.ShouldContain("另一个人接收");
        InventedCity.Done(await filing.Try(FilingAction.Accept, second, 1));
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();

        (Stream, string) File(string agency) =>
            (new MemoryStream(ReportWriter.Write(ReportBuilder.Clean2021().Build() with { Agency = agency, Year = year, Title = $"{agency}{year}年政府信息公开工作年度报告" }, ReportFormat.Docx).Value), $"{agency}.docx");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_authority_sees_nothing(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var elsewhere = await city.Somebody(Role.AuthorityOfficer, city.Tourism);

        (await office.Publication.Collection.Of(await office.Current(elsewhere), city.CityOffice, 2025, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.Collection.Total(await office.Current(elsewhere), city.Tourism, 2025, None)).Refusal!.Reason.ShouldBe("没有要向它报送的单位。");
    }
}
