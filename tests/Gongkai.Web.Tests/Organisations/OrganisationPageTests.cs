using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Organisations;

public sealed class OrganisationPageTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task The_tree_is_shown_as_of_any_day()
    {
        using var visitor = await site.SignedIn(Role.Handler);

        var today = await visitor.Get("/console/units");
        var before = await visitor.Get("/console/units?on=2018-12-31");

        today.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(5);
        today.Text.ShouldContain("云泽市文化广播局");
        today.Page.QuerySelector("a[href='/console/units/establish']").ShouldBeNull();
        before.Text.ShouldContain("这一天还没有单位");
    }

    [Fact]
    public async Task An_administrator_establishes_renames_and_merges_and_the_history_stays()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        var first = await Establish(visitor, "云泽市林业局");
        var second = await Establish(visitor, "云泽市园林局");

        await visitor.Get(first);
        var refused = await visitor.Submit("rename", ("RenameForm.Name", "云泽市旅游局"), ("RenameForm.From", "2026-04-01"), ("RenameForm.Reason", "改革"));
        var renamed = await visitor.Submit("rename", ("RenameForm.Name", "云泽市林草局"), ("RenameForm.From", "2026-04-01"), ("RenameForm.Reason", "改革"));
        await visitor.Get(second);
        var merged = await visitor.Submit("merge", ("MergeForm.Into", first.Split('/')[^1]), ("MergeForm.From", "2026-05-01"), ("MergeForm.Reason", "改革"));

        refused.Text.ShouldContain("已经有一个单位叫“云泽市旅游局”");
        refused.Page.QuerySelectorAll("details[open] input[name=_handler]").Select(input => input.GetAttribute("value")).ShouldBe(["rename"]);
        renamed.Text.ShouldContain("已经更名");
        renamed.Text.ShouldContain("云泽市林业局");
        merged.Text.ShouldContain("承接的单位：云泽市林草局");
        (await visitor.Get("/console/units?on=2026-05-01")).Text.ShouldNotContain("云泽市园林局");
        (await visitor.Get("/console/units?on=2026-03-02")).Text.ShouldContain("云泽市园林局");
    }

    [Fact]
    public async Task Who_renamed_in_the_meantime_is_not_overwritten()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        using var other = await site.SignedIn(Role.Administrator);
        var address = await Establish(visitor, "云泽市水务局");
        await visitor.Get(address);
        await other.Get(address);

        await visitor.Submit("rename", ("RenameForm.Name", "云泽市水利局"), ("RenameForm.From", "2026-04-01"), ("RenameForm.Reason", "改革"));
        var late = await other.Submit("rename", ("RenameForm.Name", "云泽市水务水利局"), ("RenameForm.From", "2026-04-01"), ("RenameForm.Reason", "改革"));

        late.Text.ShouldContain("您打开的是第 1 版，现在已是第 2 版");
    }

    [Fact]
    public async Task A_person_is_added_gets_a_one_time_password_and_signs_in_with_it()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        await visitor.Get("/console/people/add");
        var added = await visitor.Submit(
            "add-person", ("Form.Name", "某乙"), ("Form.LoginName", "mou-yi"), ("Form.Unit", site.City.Culture.ToString()), ("Form.Role", "Handler"), ("Form.From", "2026-03-01"));
        var page = await visitor.Follow(added);
        var reset = await visitor.Submit("reset");
        var oneTime = reset.Page.QuerySelector("code.one-time")!.TextContent;
        var conflict = await visitor.Submit("appoint", ("AppointForm.Unit", site.City.Culture.ToString()), ("AppointForm.Role", "Auditor"), ("AppointForm.From", "2026-03-02"));

        page.Text.ShouldContain("经办");
        (await visitor.Get(added.Location!)).Text.ShouldNotContain(oneTime);
        conflict.Text.ShouldContain("不能兼任");
        using var newcomer = site.Visitor();
        (await newcomer.SignIn("mou-yi", oneTime)).Location.ShouldBe("/console/password");
    }

    [Fact]
    public async Task An_administrator_of_a_county_sees_no_person_of_the_city()
    {
        var (person, _) = await site.Somebody(Role.Handler, site.City.Culture);
        using var visitor = await site.SignedIn(Role.Administrator, site.City.County);

        (await visitor.Get($"/console/people/{person}")).Text.ShouldContain("不归您管");
        (await visitor.Get("/console/people")).Text.ShouldNotContain("云泽市文化广播局");
        (await visitor.Get($"/console/units/{site.City.Culture}")).Text.ShouldContain("由云泽市文化广播局的系统管理员办理");
    }

    [Fact]
    public async Task A_delegation_is_given_and_revoked_by_the_page()
    {
        using var head = await site.SignedIn(Role.DeputyLeader, site.City.Tourism);
        var (substitute, login) = await site.Somebody(Role.Handler, site.City.Tourism);
        await head.Get("/console/delegations");

        var given = await head.Submit(
            "delegate", ("Form.What", $"DeputyLeader/{site.City.Tourism}"), ("Form.Delegate", substitute.ToString()), ("Form.First", "2026-03-02"), ("Form.Last", "2026-03-06"), ("Form.Reason", "出差"));
        using var acting = site.Visitor();
        var home = await acting.Follow(await acting.SignIn(login, CitySite.Password));
        var form = given.Page.QuerySelector("input[name=_handler][value^='revoke-']")!.GetAttribute("value")!;
        await head.Submit(form);

        given.Text.ShouldContain("已经委托");
        home.Text.ShouldContain("分管领导");
        (await acting.Get("/console")).Text.ShouldNotContain("分管领导");
    }

    [Fact]
    public async Task An_auditor_reads_the_records_of_the_units_below_and_nothing_else_and_verifies_the_chains()
    {
        using var auditor = await site.SignedIn(Role.Auditor);
        using var below = await site.SignedIn(Role.Auditor, site.City.County);

        var records = await auditor.Get($"/console/audit?unit={site.City.City}");
        var system = await auditor.Get("/console/audit?unit=");
        var other = await below.Get($"/console/audit?unit={site.City.Culture}");
        await auditor.Get("/console/audit/verify");
        var verified = await auditor.Submit("verify");

        records.Text.ShouldContain("登记人员");
        records.Text.ShouldContain("登录");
        system.Text.ShouldContain("设立单位");
        other.Page.QuerySelectorAll("tbody tr").ShouldBeEmpty();
        other.Text.ShouldContain("查看审计记录");
        (await below.Get("/console/audit?unit=")).Text.ShouldContain("由最上面单位的审计员查看");
        verified.Text.ShouldContain("全部对得上");
    }

    [Fact]
    public async Task A_record_that_was_changed_behind_the_programs_back_is_found()
    {
        using var auditor = await site.SignedIn(Role.Auditor);
        await using (var db = site.City.Database.CreateContext())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "UPDATE audit_record SET reason = '改过' WHERE act = 'organisation.found'");
        await auditor.Get("/console/audit/verify");

        (await auditor.Submit("verify")).Text.ShouldContain("处问题");

        await using (var db = site.City.Database.CreateContext())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "UPDATE audit_record SET reason = '首次设置' WHERE act = 'organisation.found'");
    }

    [Fact]
    public async Task An_auditor_cannot_act_and_an_administrator_cannot_read_the_records()
    {
        using var auditor = await site.SignedIn(Role.Auditor);
        using var administrator = await site.SignedIn(Role.Administrator);

        foreach (var address in new[] { "/console/units/establish", "/console/people", "/console/people/add" })
            (await auditor.Get(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
        (await administrator.Get("/console/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.Get("/console/audit/verify")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> Establish(Visitor visitor, string name)
    {
        await visitor.Get("/console/units/establish");
        var reply = await visitor.Submit(
            "establish",
            ("Form.Name", name),
            ("Form.Superior", site.City.City.ToString()),
            ("Form.Level", "City"),
            ("Form.Kind", "Department"),
            ("Form.From", "2026-03-01"),
            ("Form.Reason", "设立"));
        return reply.Location.ShouldNotBeNull(reply.Text);
    }
}
