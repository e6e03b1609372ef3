using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Testing;
using static Gongkai.Organisations.Tests.People.InventedPeople;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Access;

public sealed class AccessTests
{
    private static readonly UnitsOnDate Day = Tree().At(Reform);

    [Fact]
    public void The_printed_table_says_what_the_program_does()
    {
        var path = Repository.PathOf("docs", "access.md");
        var generated = AccessText.ToMarkdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated);

        File.ReadAllText(path).ShouldBe(generated, "docs/access.md 与权限表不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Organisations.Tests");
    }

    [Fact]
    public void Administrators_see_and_touch_no_business() =>
        PermissionTable.All.Where(entry => entry.IsBusiness && entry.Scopes.ContainsKey(Role.Administrator)).ShouldBeEmpty();

    [Fact]
    public void Auditors_only_read() =>
        PermissionTable.All.Where(entry => !entry.IsReading && entry.Scopes.ContainsKey(Role.Auditor)).ShouldBeEmpty();

    [Fact]
    public void Every_permission_is_somebodys_and_every_role_has_one()
    {
        PermissionTable.All.Where(entry => entry.Scopes.Count == 0).ShouldBeEmpty();
        Enum.GetValues<Role>().Where(role => PermissionTable.All.All(entry => !entry.Scopes.ContainsKey(role))).ShouldBeEmpty();
    }

    [Fact]
    public void A_permission_reaches_the_own_unit_and_no_other()
    {
        var actor = new Actor(Somebody(1, (Role.Handler, Culture)), []);

        AccessDecisions.Decide(actor, Permission.DraftItem, Culture, Day).Value.Sentence.ShouldBe("以经办的身份");
        AccessDecisions.Decide(actor, Permission.DraftItem, Tourism, Day).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_says_who_may_and_what_one_is()
    {
        var actor = new Actor(Somebody(1, (Role.Handler, Culture)), []);

        AccessDecisions.Decide(actor, Permission.PublishItem, Culture, Day).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("“发布、定时发布”由云泽市文化广播局的公开机构负责人办理；某甲1在这里是经办。");
    }

    [Fact]
    public void The_competent_authority_reaches_what_it_oversees_and_nothing_beside_it()
    {
        var actor = new Actor(Somebody(1, (Role.AuthorityOfficer, CountyOffice)), []);

        AccessDecisions.Decide(actor, Permission.CollectReports, Town, Day).Succeeded.ShouldBeTrue();
        AccessDecisions.Decide(actor, Permission.CollectReports, Culture, Day).Succeeded.ShouldBeFalse();
        AccessDecisions.Decide(actor, Permission.ReadPersonalData, Town, Day).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void An_administrator_reaches_the_units_below_and_none_above()
    {
        var actor = new Actor(Somebody(1, (Role.Administrator, County)), []);

        AccessDecisions.Decide(actor, Permission.ManagePeople, Town, Day).Succeeded.ShouldBeTrue();
        AccessDecisions.Decide(actor, Permission.ManagePeople, City, Day).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void For_every_role_and_permission_the_answer_is_that_of_the_table()
    {
        foreach (var role in Enum.GetValues<Role>())
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var actor = new Actor(Somebody(1, (role, Culture)), []);
            var expected = PermissionTable.ScopeOf(permission, role) is PermissionScope.Own or PermissionScope.Subtree;
            AccessDecisions.Decide(actor, permission, Culture, Day).Succeeded.ShouldBe(expected, $"{role} {permission}");
        }
    }

    [Fact]
    public void Who_is_not_in_service_may_do_nothing()
    {
        var person = Somebody(1, (Role.Handler, Culture));
        person = person.Apply(PersonDecisions.Leave(person, Reform.AddDays(-1)).Value);

        AccessDecisions.Decide(new Actor(person, []), Permission.DraftItem, Culture, Day).Refusal.ShouldNotBeNull().Reason.ShouldBe("某甲1在2024年7月1日不在岗。");
    }
}
