using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.SigningIn;

public sealed class SessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_ends_after_half_an_hour_unused(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var session = (await door.Enter()).Session;

        door.City.Clock.Advance(TimeSpan.FromMinutes(29));
        (await door.SignIn.Sessions.Find(session, Door.None)).ShouldNotBeNull();
        door.City.Clock.Advance(TimeSpan.FromMinutes(29));
        (await door.SignIn.Sessions.Find(session, Door.None)).ShouldNotBeNull();
        door.City.Clock.Advance(TimeSpan.FromMinutes(30));
        (await door.SignIn.Sessions.Find(session, Door.None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task However_busy_a_session_ends_after_twelve_hours(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var session = (await door.Enter()).Session;

        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20)
        {
            door.City.Clock.Advance(TimeSpan.FromMinutes(20));
            (await door.SignIn.Sessions.Find(session, Door.None)).ShouldNotBeNull();
        }

        door.City.Clock.Advance(TimeSpan.FromMinutes(20));
        (await door.SignIn.Sessions.Find(session, Door.None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_session_or_all_others_or_all_can_be_ended_and_strangers_cannot(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var sessions = new List<SessionId>();
        for (var number = 0; number < 4; number++) sessions.Add((await door.Enter()).Session);
        var stranger = await door.City.Somebody(Role.Handler, door.City.Culture);

        InventedCity.Done(await door.SignIn.Sessions.EndOne(stranger, sessions[0], Door.None)).ShouldBe(0);
        InventedCity.Done(await door.SignIn.Sessions.EndOne(door.Person, sessions[0], Door.None)).ShouldBe(1);
        (await door.SignIn.Sessions.Find(sessions[0], Door.None)).ShouldBeNull();
        InventedCity.Done(await door.SignIn.Sessions.EndOthers(door.Person, sessions[1], Door.None));
        (await door.SignIn.Sessions.List(door.Person, Door.None)).Select(line => line.Id).ShouldBe([sessions[1]]);
        InventedCity.Done(await door.SignIn.Sessions.EndAll(door.Person, Door.None)).ShouldBe(1);
        (await door.SignIn.Sessions.Find(sessions[1], Door.None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_password_leaves_only_the_session_that_changed_it(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (here, elsewhere) = ((await door.Enter()).Session, (await door.Enter()).Session);

        var wrong = await door.SignIn.Passwords.Change(door.Person, here, "不是这个不是这个口令", "另外五个不相干的词连起来", Door.None);
        var weak = await door.SignIn.Passwords.Change(door.Person, here, Door.Password, "Password123456", Door.None);
        InventedCity.Done(await door.SignIn.Passwords.Change(door.Person, here, Door.Password, "另外五个不相干的词连起来", Door.None));

        wrong.Refusal!.Reason.ShouldContain("现在的口令不对");
        weak.Refusal.ShouldNotBeNull();
        (await door.SignIn.Sessions.Find(here, Door.None)).ShouldNotBeNull();
        (await door.SignIn.Sessions.Find(elsewhere, Door.None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reset_ends_all_sessions_and_may_drop_a_lost_phone(Engine engine)
    {
        await using var door = await Door.Open(engine);
        await door.TurnOnTotp();
        var session = (await door.SignIn.Sessions.List(door.Person, Door.None)).Single().Id;

        var fromShell = InventedCity.Done(await door.SignIn.Passwords.ResetFromCommandLine(Door.Login, dropTotp: true, Door.None));

        (await door.SignIn.Sessions.Find(session, Door.None)).ShouldBeNull();
        InventedCity.Done(await door.Try(fromShell)).ShouldBeOfType<SignedIn>().MustChangePassword.ShouldBeTrue();
        (await door.Records("password.reset"))[^1].ShouldContain("\"totpDropped\":true");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_resets_a_password_outside_the_units_that_they_manage(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var county = await door.City.Somebody(Role.Administrator, door.City.County);
        var colleague = await door.City.Somebody(Role.OfficeHead, door.City.Culture);

        (await door.SignIn.Passwords.Reset(county, door.Person, false, Door.None)).Refusal!.Reason.ShouldContain("系统管理员办理");
        (await door.SignIn.Passwords.Reset(colleague, door.Person, false, Door.None)).Succeeded.ShouldBeFalse();
        (await door.SignIn.Passwords.Reset(door.City.Administrator, door.City.Administrator, false, Door.None)).Refusal!.Reason.ShouldContain("另一名");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Removing_the_second_factor_needs_a_code_and_guesses_are_counted(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (_, recovery) = await door.TurnOnTotp();
        var session = (await door.SignIn.Sessions.List(door.Person, Door.None)).Single().Id;

        (await door.SignIn.Totp.Remove(door.Person, session, "000000", Door.None)).Refusal!.Reason.ShouldContain("不对");
        InventedCity.Done(await door.SignIn.Totp.Remove(door.Person, session, recovery[1], Door.None)).IsOn.ShouldBeFalse();
        (await door.Records("totp.disable")).Count(changes => changes.Contains("failed")).ShouldBe(1);
        InventedCity.Done(await door.Try(Door.Password)).ShouldBeOfType<SignedIn>();
    }
}
