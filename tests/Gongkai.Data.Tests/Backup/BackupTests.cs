using System.IO.Compression;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Backup;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Search;
using Gongkai.Testing;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Backup;

public sealed class BackupTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 附件"u8.ToArray();

    [Theory, OnSqlite, OnPostgres]
    public async Task After_backup_wipe_and_restore_everything_is_there_and_the_chain_verifies(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        var manifest = await test.Database.BackUp(outside.File("b.gongkai"), default);
        await using var empty = await TestDatabase.CreateEmpty(engine);
        empty.TakeKeysOf(test);

        var restored = (await DatabaseRestore.Restore(empty.Settings, outside.File("b.gongkai"), force: false, test.Clock, default)).Value;

        manifest.Attachments.ShouldBe(1);
        restored.Audit.Problems.ShouldBeEmpty();
        restored.Replaced.ShouldBeNull();
        await empty.ShouldHoldEverything();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_during_the_backup_does_not_disturb_it(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++) await test.Change($"写着{n}");
        });

        for (var n = 0; n < 3; n++) await test.Database.BackUp(outside.File($"{n}.gongkai"), default);
        await stop.CancelAsync();
        await writing;

        for (var n = 0; n < 3; n++)
        {
            await using var empty = await TestDatabase.CreateEmpty(engine);
            empty.TakeKeysOf(test);
            (await DatabaseRestore.Restore(empty.Settings, outside.File($"{n}.gongkai"), force: false, test.Clock, default)).Value.Audit.Problems.ShouldBeEmpty();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Existing_data_is_not_overwritten_and_with_force_moved_aside(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        await test.Database.BackUp(outside.File("b.gongkai"), default);
        await test.Change("备份之后");
        test.Close();

        (await DatabaseRestore.Restore(test.Settings, outside.File("b.gongkai"), force: false, test.Clock, default)).Refusal!.Reason.ShouldContain("--force");
        var restored = (await DatabaseRestore.Restore(test.Settings, outside.File("b.gongkai"), force: true, test.Clock, default)).Value;

        restored.Replaced.ShouldNotBeNull();
        await test.ShouldHoldEverything();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_in_use_is_not_restored_over(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        await test.Database.BackUp(outside.File("b.gongkai"), default);

        (await DatabaseRestore.Restore(test.Settings, outside.File("b.gongkai"), force: true, test.Clock, default)).Refusal!.Reason.ShouldContain("正在用");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_key_file_nothing_is_restored(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        await test.Database.BackUp(outside.File("b.gongkai"), default);
        await using var empty = await TestDatabase.CreateEmpty(engine);

        (await DatabaseRestore.Restore(empty.Settings, outside.File("b.gongkai"), force: false, test.Clock, default)).Refusal!.Reason.ShouldContain("密钥文件");
        Keys.KeyFile.Create(empty.Settings.KeyPath);
        (await DatabaseRestore.Restore(empty.Settings, outside.File("b.gongkai"), force: false, test.Clock, default)).Refusal!.Reason.ShouldContain("没有这份备份的密钥");
        File.Exists(empty.Settings.SqliteFile).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_changed_in_one_byte_is_refused_before_anything_is_written(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        await test.Database.BackUp(outside.File("b.gongkai"), default);
        using (var zip = ZipFile.Open(outside.File("b.gongkai"), ZipArchiveMode.Update))
        {
            var attachment = zip.Entries.Single(entry => entry.FullName.StartsWith("attachments/", StringComparison.Ordinal));
            await using var stream = attachment.Open();
            stream.Position = 3;
            stream.WriteByte((byte)'X');
        }

        await using var empty = await TestDatabase.CreateEmpty(engine);
        empty.TakeKeysOf(test);

        (await DatabaseRestore.Restore(empty.Settings, outside.File("b.gongkai"), force: false, test.Clock, default)).Refusal!.Reason.ShouldContain("已损坏");
        Directory.Exists(empty.Settings.AttachmentFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await using var empty = await TestDatabase.CreateEmpty(Engine.Sqlite);
        var path = Path.Combine(empty.Settings.Folder, "x.txt");
        await File.WriteAllTextAsync(path, "不是备份");

        (await DatabaseRestore.Restore(empty.Settings, path, force: false, empty.Clock, default)).Refusal!.Reason.ShouldContain("不是完整的备份文件");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_that_fails_leaves_no_file(Engine engine)
    {
        using var outside = new TemporaryFolder();
        await using var test = await Filled(engine);
        Directory.Delete(test.Settings.AttachmentFolder, recursive: true);

        var backingUp = () => test.Database.BackUp(outside.File("b.gongkai"), default);

        await backingUp.ShouldThrowAsync<InvalidDataException>();
        Directory.GetFiles(outside.Path).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lost_and_changed_attachments_are_found(Engine engine)
    {
        await using var test = await Filled(engine);
        (await test.Database.VerifyAttachments(default)).ShouldBeEmpty();
        var file = Directory.GetFiles(test.Settings.AttachmentFolder, "*", SearchOption.AllDirectories).Single();

        await File.AppendAllTextAsync(file, "改");
        (await test.Database.VerifyAttachments(default)).ShouldHaveSingleItem().Message.ShouldContain("内容变了");
        File.Delete(file);
        (await test.Database.VerifyAttachments(default)).ShouldHaveSingleItem().Message.ShouldContain("不见了");
    }

    private static async Task<TestDatabase> Filled(Engine engine)
    {
        var test = await TestDatabase.Create(engine);
        await test.Change("值");
        var file = (await test.Database.Attachments.Accept(new MemoryStream(Pdf), "附件.pdf", default)).Value;
        await test.Database.Acts.Perform<int>(
            new Act("item.publish", Clerk, new ChainId(Bureau)),
            async scope =>
            {
                await scope.Attach(file, default);
                await scope.Search.Put(new SearchEntry(new Subject("item", "1"), "海洋公报", "正文说到海洋", new() { Unit = Bureau }), default);
                await scope.Personal.Store(new Subject("case", "1"), new Dictionary<string, PersonalText> { ["phone"] = new(PersonalKind.Phone, "13800001234") }, default);
                scope.Record(new Subject("item", "1"), new { file.Name });
                return 1;
            },
            default);
        return test;
    }
}

file static class Restoring
{
    public static string File(this TemporaryFolder folder, string name) => Path.Combine(folder.Path, name);

    public static void TakeKeysOf(this TestDatabase test, TestDatabase other) => System.IO.File.Copy(other.Settings.KeyPath, test.Settings.KeyPath);

    public static async Task ShouldHoldEverything(this TestDatabase test)
    {
        using var database = (await DatabaseOpening.OpenExisting(test.Settings, test.Clock, default)).Value;
        await using var db = database.CreateContext();
        (await db.Settings.SingleAsync()).Value.ShouldBe("\"值\"");
        (await db.Search(new SearchRequest("海洋"), default)).Hits.ShouldHaveSingleItem();
        (await database.VerifyAttachments(default)).ShouldBeEmpty();
        var phone = await database.Acts.Perform<string>(
            new Act("case.open", Clerk, new ChainId(Bureau)), async scope => (await scope.Personal.Read(new Subject("case", "1"), default))["phone"].Reveal(), default);
        phone.Value.ShouldBe("13800001234");
        // 恢复之后照常往下写：编号接着排，链接着长。
        await database.Acts.Perform<int>(
            new Act("item.publish", Clerk, new ChainId(Bureau)),
            async scope =>
            {
                await scope.Search.Put(new SearchEntry(new Subject("item", "2"), "又一份海洋公报", "", new() { Unit = Bureau }), default);
                scope.Record(new Subject("item", "2"));
                return 1;
            },
            default);
        (await db.Search(new SearchRequest("海洋"), default)).Hits.Length.ShouldBe(2);
        (await database.VerifyAudit([], default)).Sound.ShouldBeTrue();
    }
}
