using System.Text;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Audit;
using Gongkai.Data.Upkeep;
using Gongkai.Law;
using Gongkai.Testing;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Tests.Upkeep;

public sealed class PruningTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_of_a_command_goes_after_thirty_days_and_the_record_stays(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change("甲", key: "第一次");
        test.Clock.Advance(Pruning.CommandsKept - AMinute);
        await test.Change("乙", key: "第二次");
        (await Prune(test)).Commands.ShouldBe(0);
        test.Clock.Advance(AMinute * 2);

        var pruned = await Prune(test);

        pruned.ShouldBe(new Pruned(Commands: 1, Sessions: 0, Sent: 0, Attachments: 0));
        await using var db = test.Database.CreateContext();
        (await db.Commands.SingleAsync()).Key.ShouldBe("第二次");
        (await db.AuditRecords.CountAsync(record => record.Act == "setting.change")).ShouldBe(2);
        (await db.AuditRecords.CountAsync(record => record.Act == "data.prune")).ShouldBe(1);
        (await test.Database.VerifyAudit([], default)).Sound.ShouldBeTrue();
    }

    [Theory, OnSqlite]
    public async Task A_file_that_nobody_registered_goes_after_two_days(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var kept = await Accept(test, "登记了的");
        await Register(test, kept);
        var dropped = await Accept(test, "没有登记的");
        test.Clock.Advance(Pruning.UnregisteredKept - AMinute);
        (await Prune(test)).Attachments.ShouldBe(0);
        test.Clock.Advance(AMinute * 2);

        (await Prune(test)).Attachments.ShouldBe(1);

        (await IsThere(test, kept)).ShouldBeTrue();
        (await IsThere(test, dropped)).ShouldBeFalse();
        (await test.Database.VerifyAttachments(default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task A_file_accepted_once_more_waits_anew(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        var file = await Accept(test, "又来一次");
        test.Clock.Advance(Pruning.UnregisteredKept + AMinute);
        await Accept(test, "又来一次");

        (await Prune(test)).Attachments.ShouldBe(0);

        (await IsThere(test, file)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_taken_up_again_while_it_is_being_removed_stays()
    {
        using var folder = new TemporaryFolder();
        var clock = new TestClock();
        var store = new FileAttachmentStore(folder.Path, clock);
        var content = Encoding.UTF8.GetBytes("正在清的时候又有人收下");
        var hash = AttachmentHash.Of(content);
        await store.Put(hash, content, default);
        clock.Advance(Pruning.UnregisteredKept + AMinute);

        // 问“登记了没有”的一刻，另一个节点收下了同样的文件。
        var removed = await store.RemoveUnregistered(clock.GetUtcNow() - Pruning.UnregisteredKept, async _ =>
        {
            await store.Put(hash, content, default);
            return false;
        }, default);

        removed.ShouldBe(0);
        await using var opened = await store.Open(hash, default);
        opened.ShouldNotBeNull();
    }

    private static Task<Pruned> Prune(TestDatabase test) => Pruning.Run(test.Database, test.Clock, default);

    private static async Task<AttachedFile> Accept(TestDatabase test, string text) =>
        (await test.Database.Attachments.Accept(new MemoryStream(Encoding.UTF8.GetBytes(text)), "说明.txt", default)).Value;

    private static Task<Outcome<bool>> Register(TestDatabase test, AttachedFile file) => test.Database.Acts.Perform<bool>(
        new Act("file.attach", SettingActs.Clerk, new ChainId(SettingActs.Bureau)),
        async scope =>
        {
            await scope.Attach(file, default);
            scope.Record(new Subject("file", file.Hash));
            return true;
        },
        default);

    private static async Task<bool> IsThere(TestDatabase test, AttachedFile file)
    {
        await using var content = await test.Database.Attachments.Open(file.Hash, default);
        return content is not null;
    }
}
