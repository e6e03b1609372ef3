using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.SigningIn;

public sealed class SignInDeskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_right_password_opens_a_session(Engine engine)
    {
        await using var door = await Door.Open(engine);

        var signedIn = await door.Enter();

        (signedIn.Person, signedIn.MustChangePassword).ShouldBe((door.Person, false));
        (await door.SignIn.Sessions.Find(signedIn.Session, Door.None))!.Person.ShouldBe(door.Person);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_failure_says_the_same(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var withoutAccount = await door.City.Somebody(Role.Handler, door.City.Culture, "meiyou");

        var wrong = (await door.Try("不对的口令不对的口令")).Refusal!.Reason;
        var unknown = (await door.Try(Door.Password, "nobody")).Refusal!.Reason;
        var bare = (await door.Try(Door.Password, "meiyou")).Refusal!.Reason;
        for (var attempt = 0; attempt < 5; attempt++) await door.Try("不对的口令不对的口令");
        var locked = (await door.Try(Door.Password)).Refusal!.Reason;

        withoutAccount.ShouldNotBe(door.Person);
        new[] { unknown, bare, locked }.ShouldAllBe(reason => reason == wrong);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_fifth_failure_locks_and_time_unlocks(Engine engine)
    {
        await using var door = await Door.Open(engine);
        for (var attempt = 0; attempt < 5; attempt++) await door.Try("不对的口令不对的口令");

        (await door.Try(Door.Password)).Succeeded.ShouldBeFalse();
        door.City.Clock.Advance(TimeSpan.FromMinutes(14));
        (await door.Try(Door.Password)).Succeeded.ShouldBeFalse();
        door.City.Clock.Advance(TimeSpan.FromMinutes(1));
        (await door.Try(Door.Password)).Succeeded.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_guesses_at_once_are_counted_one_by_one(Engine engine)
    {
        await using var door = await Door.Open(engine);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => door.Try("不对的口令不对的口令"))));

        (await door.Try(Door.Password)).Succeeded.ShouldBeFalse();
        var failures = (await door.Records("sign-in")).Where(changes => changes.Contains("failed")).ToList();
        failures.Count.ShouldBe(9);
        failures.Count(changes => changes.Contains("now locked")).ShouldBe(1);
        failures.Count(changes => changes.Contains("\"locked\"")).ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Records_say_what_happened_but_neither_password_nor_what_was_typed_as_name(Engine engine)
    {
        await using var door = await Door.Open(engine);
        await door.Enter();
        await door.Try("不对的口令不对的口令");
        await door.Try("whatever-it-is", "mima-dacuo-le");

        var records = await door.Records("sign-in");
        records[^3].ShouldContain("succeeded");
        records[^2].ShouldContain("password");
        records[^1].ShouldContain("noAccount");
        await using var db = door.City.Database.CreateContext();
        var everything = string.Concat(await db.AuditRecords.Select(record => record.Changes + record.SubjectId).ToListAsync());
        foreach (var secret in new[] { Door.Password, door.OneTime!, "不对的口令", "mima-dacuo-le" }) everything.ShouldNotContain(secret);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_left_cannot_sign_in_and_is_out_the_next_day(Engine engine)
    {
        await using var door = await Door.Open(engine);
        InventedCity.Done(await door.City.Services.People.Leave(door.City.Administrator, door.Person, door.City.Today, Door.None));
        var lastDay = await door.Enter();

        door.City.Clock.Advance(TimeSpan.FromHours(15));

        (await door.SignIn.Sessions.Find(lastDay.Session, Door.None)).ShouldBeNull();
        (await door.Try(Door.Password)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_one_time_password_must_be_changed_and_expires(Engine engine)
    {
        await using var door = await Door.Open(engine);

        var signedIn = await door.WithOneTimePassword();
        (await door.SignIn.Sessions.Find(signedIn.Session, Door.None))!.MustChangePassword.ShouldBeTrue();
        (await door.Try(Door.Password)).Succeeded.ShouldBeFalse();
        door.City.Clock.Advance(TimeSpan.FromHours(24));

        (await door.Try(door.OneTime!)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_a_second_factor_the_password_alone_opens_nothing(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, _) = await door.TurnOnTotp();

        var pending = await door.EnterPassword();
        var wrong = await door.SignIn.Desk.WithCode(pending, "000000", Door.Origin, Door.None);
        var right = await door.SignIn.Desk.WithCode(pending, Totp.CodeAt(secret, door.City.Clock.GetUtcNow()), Door.Origin, Door.None);

        wrong.Succeeded.ShouldBeFalse();
        var session = ((SignedIn)InventedCity.Done(right)).Session;
        (await door.SignIn.Sessions.Find(session, Door.None))!.WithTotp.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_opens_once(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, recovery) = await door.TurnOnTotp();
        var code = Totp.CodeAt(secret, door.City.Clock.GetUtcNow());

        (await door.SignIn.Desk.WithCode(await door.EnterPassword(), code, Door.Origin, Door.None)).Succeeded.ShouldBeTrue();
        (await door.SignIn.Desk.WithCode(await door.EnterPassword(), code, Door.Origin, Door.None)).Succeeded.ShouldBeFalse();
        (await door.SignIn.Desk.WithCode(await door.EnterPassword(), recovery[0].ToLowerInvariant(), Door.Origin, Door.None)).Succeeded.ShouldBeTrue();
        (await door.SignIn.Desk.WithCode(await door.EnterPassword(), recovery[0], Door.Origin, Door.None)).Succeeded.ShouldBeFalse();
        (await door.SignIn.Totp.State(door.Person, Door.None)).ShouldBe(new TotpState(true, 9));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Guessing_codes_locks_the_account(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, _) = await door.TurnOnTotp();
        var pending = await door.EnterPassword();

        for (var attempt = 0; attempt < 5; attempt++) await door.SignIn.Desk.WithCode(pending, "000000", Door.Origin, Door.None);

        (await door.SignIn.Desk.WithCode(pending, Totp.CodeAt(secret, door.City.Clock.GetUtcNow()), Door.Origin, Door.None)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pending_sign_in_lasts_five_minutes_and_not_beyond_a_changed_password(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, _) = await door.TurnOnTotp();
        var late = await door.EnterPassword();
        door.City.Clock.Advance(TimeSpan.FromMinutes(6));
        (await door.SignIn.Desk.WithCode(late, Totp.CodeAt(secret, door.City.Clock.GetUtcNow()), Door.Origin, Door.None)).Refusal!.Reason.ShouldContain("重新登录");

        var stale = await door.EnterPassword();
        InventedCity.Done(await door.SignIn.Passwords.Reset(door.City.Administrator, door.Person, dropTotp: false, Door.None));
        (await door.SignIn.Desk.WithCode(stale, Totp.CodeAt(secret, door.City.Clock.GetUtcNow()), Door.Origin, Door.None)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Secrets_are_not_readable_in_the_database(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, recovery) = await door.TurnOnTotp();

        await using var db = door.City.Database.CreateContext();
        var row = await db.Accounts.Include(one => one.RecoveryCodes).SingleAsync(one => one.Person == door.Person.Value);
        row.PasswordHash.ShouldNotContain(Door.Password);
        Convert.ToHexString(row.TotpSecret!).ShouldNotContain(Convert.ToHexString(secret));
        row.RecoveryCodes.Count.ShouldBe(10);
        row.RecoveryCodes.ShouldAllBe(code => code.Hash.Length == 32);
        recovery.Count.ShouldBe(10);
    }
}
