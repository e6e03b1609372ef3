using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using static Gongkai.Organisations.Tests.People.InventedPeople;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Access;

public sealed class DelegationTests
{
    private static readonly DateOnly First = new(2024, 8, 1), Last = new(2024, 8, 9), Today = new(2024, 7, 30);
    private static readonly Person Leader = Somebody(1, (Role.DeputyLeader, Culture)), Head = Somebody(2, (Role.OfficeHead, Culture));

    private static Delegation Wanted(Person from, Person to, Role role = Role.DeputyLeader) =>
        new(new DelegationId(Guid.NewGuid()), 1, from.Id, to.Id, Culture, role, First, Last, "出差", null);

    private static string Refused(Delegation wanted, Person from, Person to, params Delegation[] existing) =>
        DelegationDecisions.Give(wanted, from, to, existing, Today).Refusal.ShouldNotBeNull().Reason;

    private static bool MaySign(Delegation given, Person delegator, Person person, DateOnly date) =>
        AccessDecisions.Decide(new Actor(person, [new ReceivedDelegation(given, delegator)]), Permission.SignReport, Culture, Tree().At(date)).Succeeded;

    [Fact]
    public void It_holds_from_the_first_to_the_last_day_and_names_the_absent()
    {
        var given = DelegationDecisions.Give(Wanted(Leader, Head), Leader, Head, [], Today).Value;

        MaySign(given, Leader, Head, First.AddDays(-1)).ShouldBeFalse();
        MaySign(given, Leader, Head, First).ShouldBeTrue();
        MaySign(given, Leader, Head, Last).ShouldBeTrue();
        MaySign(given, Leader, Head, Last.AddDays(1)).ShouldBeFalse();
        AccessDecisions.Decide(new Actor(Head, [new ReceivedDelegation(given, Leader)]), Permission.SignReport, Culture, Tree().At(First))
            .Value.Sentence.ShouldBe("以分管领导的身份（代某甲1）");
    }

    [Fact]
    public void What_was_received_is_not_passed_on() =>
        Refused(Wanted(Head, Somebody(3, (Role.Handler, Culture))), Head, Somebody(3, (Role.Handler, Culture)))
            .ShouldBe("某甲2在委托期间不始终是本单位的分管领导：只能委托自己任的角色，代行来的不能转托。");

    [Fact]
    public void An_administrator_receives_no_business_and_gives_nothing_away()
    {
        var administrator = Somebody(4, (Role.Administrator, Culture));

        Refused(Wanted(Leader, administrator), Leader, administrator).ShouldStartWith("某甲4是系统管理员，不能代行分管领导：");
        Refused(Wanted(administrator, Head, Role.Administrator), administrator, Head).ShouldBe("系统管理员不能委托他人代行。");
    }

    [Fact]
    public void A_delegation_lapses_when_the_delegate_becomes_an_auditor_later()
    {
        var given = DelegationDecisions.Give(Wanted(Leader, Head), Leader, Head, [], Today).Value;
        var auditor = Head with { Appointments = [Appointment(Role.Auditor, Culture)] };

        MaySign(given, Leader, auditor, First).ShouldBeFalse();
    }

    [Fact]
    public void A_delegation_lapses_when_the_delegator_no_longer_holds_the_role()
    {
        var given = DelegationDecisions.Give(Wanted(Leader, Head), Leader, Head, [], Today).Value;
        var left = Leader.Apply(PersonDecisions.Leave(Leader, First).Value);

        MaySign(given, left, Head, First).ShouldBeTrue();
        MaySign(given, left, Head, First.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Somebody_of_another_unit_cannot_stand_in() =>
        Refused(Wanted(Leader, Somebody(5, (Role.Handler, Tourism))), Leader, Somebody(5, (Role.Handler, Tourism))).ShouldBe("某甲5在委托期间不始终在本单位任职。");

    [Fact]
    public void A_role_is_given_to_one_person_at_a_time()
    {
        var given = Wanted(Leader, Head);

        Refused(Wanted(Leader, Head) with { First = Last, Last = Last.AddDays(3) }, Leader, Head, given).ShouldBe("2024年8月1日至2024年8月9日的分管领导已经委托出去了。");
        DelegationDecisions.Give(Wanted(Leader, Head) with { First = Last.AddDays(1), Last = Last.AddDays(3) }, Leader, Head, [given], Today).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void It_is_neither_backdated_nor_given_to_oneself()
    {
        Refused(Wanted(Leader, Head) with { First = Today.AddDays(-1) }, Leader, Head).ShouldStartWith("委托不能补办");
        Refused(Wanted(Leader, Leader), Leader, Leader).ShouldBe("不能委托给自己。");
    }

    [Fact]
    public void It_lasts_a_year_at_most()
    {
        Refused(Wanted(Leader, Head) with { Last = DateOnly.MaxValue }, Leader, Head).ShouldBe("一次委托最长 366 天；更久的，应当任命。");
        DelegationDecisions.Give(Wanted(Leader, Head) with { Last = First.AddDays(365) }, Leader, Head, [], Today).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_revoked_delegation_has_no_effect_from_that_day()
    {
        var given = DelegationDecisions.Give(Wanted(Leader, Head), Leader, Head, [], Today).Value;
        var revoked = DelegationDecisions.Revoke(given, First.AddDays(2)).Value;

        MaySign(revoked, Leader, Head, First.AddDays(1)).ShouldBeTrue();
        MaySign(revoked, Leader, Head, First.AddDays(2)).ShouldBeFalse();
        revoked.Version.ShouldBe(2);
        DelegationDecisions.Revoke(given, Today).Value.Effective.ShouldBeNull();
    }
}
