using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Services.Organisations;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Organisations;

public sealed class PeopleRegisterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_added_by_the_administrator_can_do_what_the_role_allows(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var handler = await city.Somebody(Role.Handler, city.Culture);

        var current = (await city.Services.Current.Find(handler, None))!;

        current.OwnUnits.ShouldBe([city.Culture]);
        current.May(Permission.DraftItem, city.Culture).Succeeded.ShouldBeTrue();
        current.May(Permission.DraftItem, city.Tourism).Refusal!.Reason.ShouldContain("云泽市旅游局");
        current.MaySomewhere(Permission.ManageUnits).ShouldBeFalse();
        current.UnitsWith(Permission.DraftItem).ShouldBe([city.Culture]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Administrators_read_neither_cases_nor_drafts_and_auditors_read_but_do_not_act(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var administrator = (await city.Services.Current.Find(city.Administrator, None))!;
        var auditor = (await city.Services.Current.Find(await city.Somebody(Role.Auditor, city.City), None))!;

        foreach (var entry in PermissionTable.All)
        {
            if (entry.IsBusiness) administrator.MaySomewhere(entry.Permission).ShouldBeFalse(entry.Caption);
            if (!entry.IsReading) auditor.MaySomewhere(entry.Permission).ShouldBeFalse(entry.Caption);
        }

        administrator.May(Permission.ReadUnpublished, city.Culture).Succeeded.ShouldBeFalse();
        auditor.May(Permission.ReadUnpublished, city.Culture).Succeeded.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_login_name_is_given_once_even_when_two_ask_at_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var answers = await Task.WhenAll(new[] { city.Culture, city.Tourism, city.County }.Select(unit => Task.Run(() =>
            city.Services.People.Add(city.Administrator, new AddPerson("某甲", "jia", unit, null, Role.Handler, InventedCity.Start), null, None))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Refusal!.Reason.Contains("已经有人用过"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_gives_out_roles_outside_the_units_that_they_manage(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var county = await city.Somebody(Role.Administrator, city.County);

        var refused = await city.Services.People.Add(county, new AddPerson("某乙", "yi", city.Culture, null, Role.Handler, InventedCity.Start), null, None);

        refused.Refusal!.Reason.ShouldContain("云泽市文化广播局");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_cannot_take_business_roles(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var refused = await city.Services.People.Appoint(city.Administrator, city.Administrator, new AppointPerson(city.City, null, Role.Handler, new Validity(city.Today, null)), None);

        refused.Refusal!.Reason.ShouldContain("不能兼任");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_administrator_of_the_topmost_body_stays_until_there_is_another(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var refused = await city.Services.People.Leave(city.Administrator, city.Administrator, city.Today, None);
        await city.Somebody(Role.Administrator, city.City);
        var allowed = await city.Services.People.Leave(city.Administrator, city.Administrator, city.Today, None);

        refused.Refusal!.Reason.ShouldContain("最后一名系统管理员");
        allowed.Succeeded.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_left_holds_nothing_from_the_next_day(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var handler = await city.Somebody(Role.Handler, city.Culture);

        InventedCity.Done(await city.Services.People.Leave(city.Administrator, handler, city.Today, None));

        (await city.Services.Current.Find(handler, None))!.Roles.ShouldNotBeEmpty();
        city.Clock.Advance(TimeSpan.FromDays(1));
        (await city.Services.Current.Find(handler, None))!.Roles.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Records_about_people_carry_roles_but_no_names(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var handler = await city.Somebody(Role.Handler, city.Culture);
        InventedCity.Done(await city.Services.People.Rename(city.Administrator, handler, "某甲改", None));

        await using var db = city.Database.CreateContext();
        var records = await db.AuditRecords.Where(record => record.SubjectId == handler.Value.ToString()).OrderBy(record => record.Sequence).ToListAsync();
        records.Select(record => record.Act).ShouldBe(["person.add", "person.add", "person.rename"]);
        records.ShouldAllBe(record => record.Chain == city.Culture.Value && !record.Changes!.Contains("某甲"));
        records[1].Changes!.ShouldContain("handler");
    }
}
