using Gongkai.Data.Backup;
using Gongkai.Data.Keys;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Data.Upgrading;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Tests;

public sealed class UpgradeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_newer_than_the_program_is_refused_in_so_many_words(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Run("INSERT INTO schema_version (version, name, hash, applied_at) VALUES (99, '0099_future.sql', 'x', '2030-01-01 00:00:00+00')");
        test.Close();

        var reason = (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Refusal!.Reason;

        reason.ShouldContain("比程序");
        reason.ShouldContain("没有打开");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_made_by_another_script_is_refused(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Run("UPDATE schema_version SET hash = 'x' WHERE version = 1");
        test.Close();

        (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Refusal!.Reason.ShouldContain("不一致");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Data_without_its_key_file_is_not_opened_with_a_new_one(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        test.Close();
        File.Delete(test.Settings.KeyPath);

        (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Refusal!.Reason.ShouldContain("密钥文件");
        File.Exists(test.Settings.KeyPath).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_filled_database_of_an_older_version_is_backed_up_and_upgraded_with_all_it_held(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);
        KeyFile.Create(test.Settings.KeyPath);
        await SchemaUpgrade.Apply(test.Settings, test.Clock, (_, _) => Task.CompletedTask, default, upTo: 1);
        await using (var db = new GongkaiDbContext(Database.OptionsFor(test.Settings)))
        {
            db.Settings.Add(new SettingRow { Unit = SettingActs.Bureau, Name = "name", Value = "\"旧的\"" });
            await db.SaveChangesAsync();
        }

        (await DatabaseOpening.OpenExisting(test.Settings, test.Clock, default)).Refusal!.Reason.ShouldContain("gongkai db migrate");
        using var upgraded = (await DatabaseOpening.Open(test.Settings, test.Clock, default)).Value;

        upgraded.UpgradedFrom.ShouldBe(1);
        await using var after = upgraded.CreateContext();
        (await after.Settings.SingleAsync()).Value.ShouldBe("\"旧的\"");
        var backup = Directory.GetFiles(test.Settings.BackupFolder).ShouldHaveSingleItem();
        using var opened = BackupReader.Open(backup).Value;
        (opened.Manifest.Schema, await opened.Check(default)).ShouldBe((1, null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_that_start_at_once_create_the_tables_once(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DatabaseOpening.Open(test.Settings, TimeProvider.System, default))));

        foreach (var outcome in opened) outcome.Value.Dispose();
        opened.Count(outcome => outcome.Value.UpgradedFrom == 0).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_there_is_not_created_by_looking(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);

        (await DatabaseOpening.OpenExisting(test.Settings, test.Clock, default)).Refusal!.Reason.ShouldContain("没有");
        File.Exists(test.Settings.SqliteFile).ShouldBeFalse();
        File.Exists(test.Settings.KeyPath).ShouldBeFalse();
    }
}
