using Gongkai.Data;
using Gongkai.Services.Organisations;
using Gongkai.Services.SigningIn;
using Gongkai.Services.Tests.SigningIn;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Upkeep;

public sealed class KeyUpkeepTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_rotation_codes_and_recovery_codes_open_the_door_and_the_chain_verifies(Engine engine)
    {
        await using var door = await Door.Open(engine);
        var (secret, codes) = await door.TurnOnTotp();
        var before = await SealedSecret(door.City.Database);
        door.City.Database.Dispose();

        var rotated = InventedCity.Done(await KeyUpkeep.Rotate(door.City.Settings, door.City.Clock, default));

        rotated.Secrets.ShouldBe(1);
        using var reopened = InventedCity.Done(await DatabaseOpening.OpenExisting(door.City.Settings, door.City.Clock, default));
        (await SealedSecret(reopened)).AsSpan(0, 8).SequenceEqual(before.AsSpan(0, 8)).ShouldBeFalse("仍由旧的密钥封着");
        var signIn = new SignInServices(reopened, new OrganisationServices(reopened, door.City.Clock), door.City.Clock, new PasswordHashing(1_000));
        (await Enter(signIn, Totp.CodeAt(secret, door.City.Clock.GetUtcNow()))).ShouldBeOfType<SignedIn>();
        (await Enter(signIn, codes[0])).ShouldBeOfType<SignedIn>();
        (await reopened.VerifyAudit([], default)).Sound.ShouldBeTrue();
    }

    [Theory, OnSqlite]
    public async Task While_the_site_is_open_keys_are_not_rotated(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var before = await File.ReadAllTextAsync(city.Settings.KeyPath);

        var refused = await KeyUpkeep.Rotate(city.Settings, city.Clock, default);

        refused.Refusal!.Reason.ShouldContain("先停下");
        (await File.ReadAllTextAsync(city.Settings.KeyPath)).ShouldBe(before);
    }

    private static async Task<SignInStep> Enter(SignInServices signIn, string code)
    {
        var pending = ((CodeNeeded)InventedCity.Done(await signIn.Desk.WithPassword(Door.Login, Door.Password, Door.Origin, default))).Pending;
        return InventedCity.Done(await signIn.Desk.WithCode(pending, code, Door.Origin, default));
    }

    private static async Task<byte[]> SealedSecret(Database database)
    {
        await using var db = database.CreateContext();
        return (await db.Accounts.SingleAsync(row => row.TotpSecret != null)).TotpSecret!;
    }
}
