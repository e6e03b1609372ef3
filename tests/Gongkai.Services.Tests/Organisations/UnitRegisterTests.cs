using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Organisations;

public sealed class UnitRegisterTests
{
    private static readonly DateOnly Reform = new(2026, 7, 1);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_stored_is_the_unit_that_was_decided(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var culture = (await city.Tree()).Find(city.Culture)!;
        var facts = culture.Latest with
        {
            ShortName = "文广局",
            CreditCode = "11999900MB00000177",
            RegulationPower = new RegulationPowerOverride(true, "某项决定"),
            Contact = new UnitContact("云泽市一号", "工作日九时至十七时", "12345", "无", "wgj@example.gov.cn"),
        };

        InventedCity.Done(await city.Services.Units.Change(city.Administrator, new ChangeUnit(city.Culture, facts, Reform, "指南要写"), culture.Version, null, None));
        var office = InventedCity.Done(await city.Services.Offices.Open(city.Administrator, city.Culture, "办公室", InventedCity.Start, "设立", None));
        InventedCity.Done(await city.Services.Offices.Designate(city.Administrator, city.Culture, office, Reform, "指定", None));

        var stored = (await city.Tree()).Find(city.Culture)!;
        stored.Version.ShouldBe(4);
        stored.On(Reform).ShouldBe(facts);
        stored.On(Reform.AddDays(-1)).ShouldBe(culture.Latest);
        (stored.DisclosureOffice(Reform)?.Name, stored.DisclosureOffice(Reform.AddDays(-1))).ShouldBe(("办公室", null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_renamed_body_keeps_its_identity_and_its_former_name(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        InventedCity.Done(await city.Services.Units.Rename(city.Administrator, city.Culture, "云泽市文化局", Reform, "机构改革", 1, None));

        var tree = await city.Tree();
        tree.At(Reform).NameOf(city.Culture).ShouldBe("云泽市文化局");
        tree.At(Reform.AddDays(-1)).NameOf(city.Culture).ShouldBe("云泽市文化广播局");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Merged_bodies_end_and_their_successor_answers_for_them(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var touched = await city.Services.Units.Merge(city.Administrator, new MergeUnits([city.Tourism], city.Culture, Reform, "机构改革"), null, None);

        InventedCity.Done(touched).ShouldContain(city.Tourism);
        var tree = await city.Tree();
        tree.At(Reform).Find(city.Tourism).ShouldBeNull();
        tree.ResponsibleOn(city.Tourism, Reform).ShouldBe([city.Culture]);
        tree.Find(city.Tourism)!.Ending!.Kind.ShouldBe(UnitEndingKind.Merged);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_of_a_county_cannot_touch_the_city(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var county = await city.Somebody(Role.Administrator, city.County);

        var refused = await city.Services.Units.Rename(county, city.Culture, "云泽市文化局", Reform, "机构改革", 1, None);
        var allowed = await city.Services.Units.Establish(county, TownUnder(city.County), null, None);

        refused.Refusal!.Reason.ShouldContain("系统管理员办理");
        allowed.Succeeded.ShouldBeTrue();
        (await city.Tree()).Find(city.Culture)!.Version.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_but_an_administrator_changes_the_tree(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        foreach (var role in RoleTable.All.Where(entry => entry.Role != Role.Administrator).Select(entry => entry.Role))
        {
            var person = await city.Somebody(role, city.City);
            var refused = await city.Services.Units.Establish(person, TownUnder(city.County), null, None);
            refused.Refusal.ShouldNotBeNull(role.ToString()).Reason.ShouldContain("系统管理员办理");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_county_cannot_be_moved_under_a_body_that_its_administrator_does_not_manage(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var administrator = await city.Somebody(Role.Administrator, city.County);
        var county = (await city.Tree()).Find(city.County)!;

        var refused = await city.Services.Units.Change(administrator, new ChangeUnit(city.County, county.Latest with { Superior = city.Culture }, Reform, "改隶属"), 1, null, None);

        refused.Refusal!.Reason.ShouldContain("云泽市文化广播局");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_clerks_who_change_the_same_body_are_told_apart_by_version(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        InventedCity.Done(await city.Services.Units.Rename(city.Administrator, city.Culture, "云泽市文化局", Reform, "机构改革", 1, None));

        var late = await city.Services.Units.Rename(city.Administrator, city.Culture, "云泽市文广局", Reform, "机构改革", 1, None);

        var stale = late.Refusal.ShouldBeOfType<StaleRefusal>();
        (stale.Yours, stale.Theirs).ShouldBe((1, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_bodies_that_want_the_same_name_at_once_do_not_both_get_it(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            city.Services.Units.Establish(city.Administrator, new EstablishUnit(new UnitId(Guid.NewGuid()), Town(city.County), InventedCity.Start, "设立"), null, None))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Refusal!.Reason.Contains("已经有一个单位叫"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Offices_opened_at_once_by_two_people_are_both_there(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() =>
            city.Services.Offices.Open(city.Administrator, city.Culture, $"第{number}科", InventedCity.Start, "设立", None))));

        answers.ShouldAllBe(answer => answer.Succeeded);
        (await city.Tree()).Find(city.Culture)!.Offices.Length.ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_double_click_establishes_one_body(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var command = TownUnder(city.County);

        var first = await city.Services.Units.Establish(city.Administrator, command, new CommandKey("k", command), None);
        var second = await city.Services.Units.Establish(city.Administrator, command, new CommandKey("k", command), None);

        second.Value.ShouldBe(first.Value);
        (await city.Tree()).At(Reform).Children(city.County).Length.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_change_is_recorded_with_what_it_changed_and_why(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        InventedCity.Done(await city.Services.Units.Rename(city.Administrator, city.Culture, "云泽市文化局", Reform, "机构改革", 1, None));

        await using var db = city.Database.CreateContext();
        var record = await db.AuditRecords.SingleAsync(record => record.Act == "unit.change" && record.SubjectId == city.Culture.Value.ToString());
        (record.ActorId, record.Reason, record.SubjectKind).ShouldBe((city.Administrator.Value, "机构改革", "unit"));
        record.Changes.ShouldBe("""{"on":"2026-07-01","what":"changed","facts":{"name":["云泽市文化广播局","云泽市文化局"]}}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_tree_that_is_remembered_follows_the_changes_of_another_node(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var before = await city.Tree();
        var elsewhere = new Services.Organisations.OrganisationServices(city.Database, city.Clock);

        InventedCity.Done(await elsewhere.Units.Rename(city.Administrator, city.Culture, "云泽市文化局", Reform, "机构改革", 1, None));

        (await city.Tree()).ShouldNotBeSameAs(before);
        (await city.Tree()).ShouldBeSameAs(await city.Tree());
        (await city.Tree()).At(Reform).NameOf(city.Culture).ShouldBe("云泽市文化局");
    }

    private static EstablishUnit TownUnder(UnitId county) => new(new UnitId(Guid.CreateVersion7()), Town(county), InventedCity.Start, "设立");

    private static UnitFacts Town(UnitId county) => InventedCity.Facts("临水镇人民政府", UnitLevel.Town, UnitKind.Government, county);
}
