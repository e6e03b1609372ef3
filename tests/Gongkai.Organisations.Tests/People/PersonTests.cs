using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Tests.Units;
using static Gongkai.Organisations.Tests.People.InventedPeople;

namespace Gongkai.Organisations.Tests.People;

public sealed class PersonTests
{
    [Fact]
    public void An_appointment_holds_on_its_first_and_last_day_and_not_outside()
    {
        var person = Somebody(1);
        var appointment = Appointment(Role.Handler, InventedUnits.Culture) with { Validity = new Validity(new(2024, 3, 1), new DateOnly(2024, 3, 31)) };
        person = person.Apply(PersonDecisions.Appoint(person, appointment, Unit(InventedUnits.Culture)).Value);

        person.Holds(Role.Handler, InventedUnits.Culture, new(2024, 3, 1)).ShouldBeTrue();
        person.Holds(Role.Handler, InventedUnits.Culture, new(2024, 3, 31)).ShouldBeTrue();
        person.Holds(Role.Handler, InventedUnits.Culture, new(2024, 4, 1)).ShouldBeFalse();
        person.Version.ShouldBe(2);
    }

    [Fact]
    public void An_administrator_cannot_also_handle_cases()
    {
        var person = Somebody(1, (Role.Administrator, InventedUnits.City));

        PersonDecisions.Appoint(person, Appointment(Role.Handler, InventedUnits.Culture), Unit(InventedUnits.Culture)).Refusal.ShouldNotBeNull().Reason
            .ShouldStartWith("某甲1同时是系统管理员，不能兼任经办：");
    }

    [Fact]
    public void The_same_appointment_is_not_made_twice()
    {
        var person = Somebody(1, (Role.Handler, InventedUnits.Culture));

        PersonDecisions.Appoint(person, Appointment(Role.Handler, InventedUnits.Culture), Unit(InventedUnits.Culture)).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("某甲1已经是云泽市文化广播局的经办。");
    }

    [Fact]
    public void Who_has_left_holds_nothing_from_the_next_day()
    {
        var person = Somebody(1, (Role.Handler, InventedUnits.Culture));
        person = person.Apply(PersonDecisions.Leave(person, new(2025, 6, 30)).Value);

        person.Holds(Role.Handler, InventedUnits.Culture, new(2025, 6, 30)).ShouldBeTrue();
        person.AppointmentsOn(new(2025, 7, 1)).ShouldBeEmpty();
        PersonDecisions.Leave(person, new(2025, 7, 1)).Refusal.ShouldNotBeNull().Reason.ShouldContain("已经离任");
    }

    [Fact]
    public void An_ended_appointment_stays_in_history()
    {
        var person = Somebody(1, (Role.Handler, InventedUnits.Culture));
        person = person.Apply(PersonDecisions.EndAppointment(person, person.Appointments[0].Id, new(2024, 12, 31)).Value);

        person.Holds(Role.Handler, InventedUnits.Culture, new(2024, 6, 1)).ShouldBeTrue();
        person.Holds(Role.Handler, InventedUnits.Culture, new(2025, 1, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Zhang")]
    [InlineData("张三")]
    [InlineData(".zhang")]
    [InlineData("")]
    public void A_login_name_is_of_small_letters_digits_dots_and_hyphens(string login) =>
        PersonDecisions.Add(new PersonId(Guid.Empty), "某甲", login, new(2024, 1, 1), isLoginNameTaken: false).Refusal.ShouldNotBeNull().Reason.ShouldStartWith("登录名用小写字母");

    [Fact]
    public void A_login_name_is_never_given_to_somebody_else() =>
        PersonDecisions.Add(new PersonId(Guid.Empty), "某甲", "zhang.san", new(2024, 1, 1), isLoginNameTaken: true).Refusal.ShouldNotBeNull().Reason.ShouldContain("已经有人用过");
}
