using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Services.Settings;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Settings;

/// <summary>设置的页面：改了网站名称，门户随即是新的；写错的、别人刚改过的不改；只读的各项不露口令。</summary>
public sealed class SettingsPageTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task The_name_of_the_site_changes_at_once_on_cached_pages_and_goes_back_when_left_empty()
    {
        using var administrator = await site.SignedIn(Role.Administrator);
        using var reader = site.Visitor();
        (await reader.Get("/help")).Page.Title!.ShouldContain("政府信息公开");
        await administrator.Get("/console/settings");

        var changed = await administrator.Submit("site-settings", ("site.name", "云泽公开"), ("site.icp-record", "云ICP备00000009号"));

        changed.Text.ShouldContain("已经改了");
        var page = (await reader.Get("/help")).Page;
        page.Title!.ShouldContain("云泽公开");
        page.QuerySelector(".site-footer")!.TextContent.ShouldContain("云ICP备00000009号");
        await using var db = site.City.Database.CreateContext();
        (await db.AuditRecords.CountAsync(record => record.Act == "setting.change" && record.SubjectId == "site.name")).ShouldBe(1);
        await administrator.Get("/console/settings");
        await administrator.Submit("site-settings", ("site.name", ""), ("site.icp-record", ""));
        (await reader.Get("/help")).Page.Title!.ShouldNotContain("云泽公开");
    }

    [Theory]
    [InlineData("site.identity-code", "12345", "网站标识码应为十位数字")]
    [InlineData("site.fault-report-address", "javascript:alert(1)", "要写完整的网址")]
    [InlineData("index-number.pattern", "{年}", "要有一个流水")]
    [InlineData("requests.withdrawn", "看情况", "写“计入”或者“不计入”")]
    public async Task A_value_that_is_wrong_changes_nothing_and_stays_in_the_form(string name, string value, string said)
    {
        using var administrator = await site.SignedIn(Role.Administrator);
        await administrator.Get("/console/settings");

        var refused = await administrator.Submit("site-settings", (name, value), ("site.operator", "某处"));

        refused.Text.ShouldContain(said);
        refused.Page.QuerySelector($"input[name='{name}']")!.GetAttribute("value").ShouldBe(value);
        (await site.Services.GetRequiredService<SettingsDesk>().Current(CancellationToken.None)).ShouldNotContainKey("site.operator");
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        using var administrator = await site.SignedIn(Role.Administrator);
        await administrator.Get("/console/settings");
        var desk = site.Services.GetRequiredService<SettingsDesk>();
        var now = await desk.Current(CancellationToken.None);
        InventedCity.Done(await desk.Change(site.City.Administrator, now, now.SetItem("site.contact", "电话一"), null, CancellationToken.None));

        var refused = await administrator.Submit("site-settings", ("site.contact", "电话二"));

        refused.Text.ShouldContain("别人刚改过，现在是“电话一”");
    }

    [Fact]
    public async Task A_unit_below_changes_its_own_short_code_and_not_the_site()
    {
        using var administrator = await site.SignedIn(Role.Administrator, site.City.Culture);
        var page = (await administrator.Get("/console/settings")).Page;
        page.QuerySelector("input[name='site.name']").ShouldBeNull();

        (await administrator.Submit("short-code", ("Form.Unit", site.City.Culture.ToString()), ("Form.Code", "yzwgj"))).Text.ShouldContain("yzwgj");
        (await administrator.Submit("short-code", ("Form.Unit", site.City.Culture.ToString()), ("Form.Code", "文广局"))).Text.ShouldContain("短码用字母和数字");
        (await administrator.Submit("short-code", ("Form.Unit", site.City.Tourism.ToString()), ("Form.Code", "yzly"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_unit_below_sets_how_long_its_own_cases_are_kept()
    {
        using var administrator = await site.SignedIn(Role.Administrator, site.City.Culture);
        await administrator.Get("/console/settings");

        (await Set(site.City.Culture.ToString(), "30")).Page.QuerySelectorAll("td").ShouldContain(cell => cell.TextContent.Trim() == "30");
        (await Set(site.City.Culture.ToString(), "永久")).Text.ShouldContain("申请案卷保管几年要写 1 到 100 的数");
        (await Set("", "20")).Text.ShouldContain("请选择单位");
        (await Set(site.City.Tourism.ToString(), "20")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Services.GetRequiredService<SettingsDesk>().Retentions(CancellationToken.None)).ShouldHaveSingleItem().Value.ShouldBe(30);
        using var head = await site.SignedIn(Role.DisclosureOfficeHead, site.City.Culture);
        (await head.Get($"/console/cases/retention?unit={site.City.Culture}")).Text.ShouldContain("保管 30 年");
        using var other = await site.SignedIn(Role.DisclosureOfficeHead, site.City.Tourism);
        (await other.Get($"/console/cases/retention?unit={site.City.Tourism}")).Text.ShouldContain("保管 10 年");

        Task<Reply> Set(string unit, string years) => administrator.Submit("unit-retention", ("Form.Unit", unit), ("Form.Years", years));
    }

    [Fact]
    public async Task What_is_fixed_is_shown_with_where_to_change_it_and_no_secret()
    {
        using var administrator = await site.SignedIn(Role.Administrator);

        var text = (await administrator.Get("/console/settings")).Text;

        foreach (var name in (string[])["Surfaces", "Proxies", "AllowedHosts", "Database:Postgres", "SQLite", "一个附件最大", "50 MB", "连续失败即锁定"]) text.ShouldContain(name);
        text.ShouldNotContain("Password=");
    }
}
