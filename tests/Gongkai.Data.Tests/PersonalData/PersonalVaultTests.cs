using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Keys;
using Gongkai.Data.PersonalData;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.PersonalData;

public sealed class PersonalVaultTests
{
    private const string Number = "110101199003070011";

    private static readonly Subject Case = new("case", "2026-1");

    private static readonly Dictionary<string, PersonalText> Applicant = new()
    {
        ["identityNumber"] = new(PersonalKind.IdentityNumber, Number),
        ["phone"] = new(PersonalKind.Phone, "13800001234"),
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_stored_is_read_back_and_both_are_recorded_without_the_content(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));

        IReadOnlyDictionary<string, PersonalText>? read = null;
        await test.Perform("case.open", async scope => read = await scope.Personal.Read(Case, default));

        read!["identityNumber"].Reveal().ShouldBe(Number);
        await using var db = test.Database.CreateContext();
        var records = await db.AuditRecords.OrderBy(record => record.Sequence).Select(record => record.Changes).ToListAsync();
        records.ShouldBe(["""{"personalData":"store","fields":["identityNumber","phone"]}""", """{"personalData":"read","fields":["identityNumber","phone"]}"""]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_of_it_stands_readable_in_the_database(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));

        await using var db = test.Database.CreateContext();
        var stored = await db.Set<PersonalDatumRow>().ToListAsync();
        stored.Count.ShouldBe(2);
        var bytes = string.Concat(stored.Select(row => Encoding.Latin1.GetString(row.Ciphertext)));
        bytes.ShouldNotContain(Number);
        bytes.ShouldNotContain("1380000");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_person_is_found_by_the_number_however_it_is_written(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));
        await test.Perform("case.register", scope => scope.Personal.Store(new Subject("case", "2026-2"), new Dictionary<string, PersonalText> { ["identityNumber"] = new(PersonalKind.IdentityNumber, "１１０１０１ 19900307 0011") }, default));

        (await test.FindOwners(new(PersonalKind.IdentityNumber, Number))).Select(owner => owner.Id).Order(StringComparer.Ordinal).ShouldBe(["2026-1", "2026-2"]);
        (await test.FindOwners(new(PersonalKind.Phone, "+86 138-0000-1234"))).ShouldHaveSingleItem().ShouldBe(Case);
        (await test.FindOwners(new(PersonalKind.IdentityNumber, "110101199003070012"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erased_data_is_gone_and_the_chain_still_verifies(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));

        await test.Perform("case.anonymise", scope => scope.Personal.Erase(Case, default));

        await using var db = test.Database.CreateContext();
        (await db.Set<PersonalDatumRow>().CountAsync()).ShouldBe(0);
        (await db.Set<PersonalKeyRow>().CountAsync()).ShouldBe(0);
        (await test.Database.VerifyAudit([], default)).Sound.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ciphertext_moved_to_another_owner_does_not_open(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));
        await using (var db = test.Database.CreateContext())
            await db.Database.ExecuteSqlRawAsync("UPDATE personal_datum SET ciphertext = (SELECT d.ciphertext FROM personal_datum d WHERE d.field = 'phone')");

        var reading = () => test.Perform("case.open", scope => scope.Personal.Read(Case, default));

        await reading.ShouldThrowAsync<AuthenticationTagMismatchException>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_new_master_key_everything_is_read_and_rewrapped(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Perform("case.register", scope => scope.Personal.Store(Case, Applicant, default));
        var old = test.Database.Keys.PersonalData.CurrentId;
        KeyFile.Rotate(test.Settings.KeyPath);
        using var reopened = (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Value;

        (await KeyRotation.Rewrap(reopened, Actor.System, default)).ShouldBe(1);

        await using var db = reopened.CreateContext();
        (await db.Set<PersonalKeyRow>().SingleAsync()).MasterKeyId.ShouldNotBe(old);
        var read = await reopened.Acts.Perform<string>(new Act("case.open", Clerk, new ChainId(Bureau)), async scope => (await scope.Personal.Read(Case, default))["phone"].Reveal(), default);
        read.Value.ShouldBe("13800001234");
        (await test.FindOwners(new(PersonalKind.Phone, "13800001234"))).ShouldHaveSingleItem();
        (await reopened.VerifyAudit([], default)).Sound.ShouldBeTrue();
    }

    [Theory]
    [InlineData(PersonalKind.Name, "张小明", "张**")]
    [InlineData(PersonalKind.IdentityNumber, Number, "11*************011")]
    [InlineData(PersonalKind.Phone, "13800001234", "138****1234")]
    [InlineData(PersonalKind.Email, "zhang@example.cn", "z****@example.cn")]
    [InlineData(PersonalKind.Address, "云泽市江北区民生路1号", "云泽市江北区*****")]
    [InlineData(PersonalKind.Other, "随便什么", "****")]
    public void However_it_is_written_out_it_is_masked(PersonalKind kind, string value, string masked)
    {
        var text = new PersonalText(kind, value);

        text.ToString().ShouldBe(masked);
        $"{text}".ShouldBe(masked);
        JsonSerializer.Serialize(new { text }).ShouldNotContain(value);
    }
}

file static class Performing
{
    public static async Task Perform(this TestDatabase test, string kind, Func<ActScope, Task> work) =>
        (await test.Database.Acts.Perform<int>(
            new Act(kind, Clerk, new ChainId(Bureau)),
            async scope =>
            {
                await work(scope);
                return 1;
            },
            CancellationToken.None)).Succeeded.ShouldBeTrue();

    public static async Task<IReadOnlyList<Subject>> FindOwners(this TestDatabase test, PersonalText text)
    {
        IReadOnlyList<Subject> owners = [];
        await test.Perform("case.same-person", async scope =>
        {
            owners = await scope.Personal.FindOwners(text, default);
            scope.Record(Case(), new { found = owners.Count });
        });
        return owners;
    }

    private static Subject Case() => new("case", "2026-1");
}
