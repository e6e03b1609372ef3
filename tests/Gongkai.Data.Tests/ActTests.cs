using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Law;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests;

public sealed class ActTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_and_its_record_are_there_together(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        await test.Change("甲");

        await using var db = test.Database.CreateContext();
        (await db.Settings.SingleAsync()).Value.ShouldBe("\"甲\"");
        var record = await db.AuditRecords.SingleAsync();
        (record.Sequence, record.Act, record.SubjectId, record.ActorId, record.Reason).ShouldBe((1, "setting.change", "name", Clerk.Id, "改名"));
        record.Changes.ShouldBe("""{"value":"甲"}""");
        record.At.ShouldBe(test.Clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_act_leaves_nothing_behind(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        var outcome = await test.Database.Acts.Perform<long>(
            new Act("setting.change", Clerk, new ChainId(Bureau)),
            scope =>
            {
                scope.Db.Settings.Add(new SettingRow { Unit = Bureau, Name = "name", Value = "1" });
                scope.Record(new Subject("setting", "name"));
                return Task.FromResult<Outcome<long>>(new Refusal("不行。"));
            },
            CancellationToken.None);

        outcome.Refusal!.Reason.ShouldBe("不行。");
        await using var db = test.Database.CreateContext();
        (await db.Settings.CountAsync()).ShouldBe(0);
        (await db.AuditRecords.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_act_that_records_nothing_is_a_programming_error_and_changes_nothing(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        var act = () => test.Database.Acts.Perform<int>(
            new Act("setting.change", Clerk, new ChainId(Bureau)),
            scope =>
            {
                scope.Db.Settings.Add(new SettingRow { Unit = Bureau, Name = "name", Value = "1" });
                return Task.FromResult<Outcome<int>>(1);
            },
            CancellationToken.None);

        await act.ShouldThrowAsync<InvalidOperationException>();
        await using var db = test.Database.CreateContext();
        (await db.Settings.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_save_is_refused_with_both_versions(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change("甲");
        await test.Change("乙", version: 1);

        var outcome = await test.Change("丙", version: 1);

        var stale = outcome.Refusal.ShouldBeOfType<StaleRefusal>();
        (stale.Yours, stale.Theirs).ShouldBe((1, 2));
        stale.Fields.ShouldBe([new StaleField("Value", "\"丙\"", "\"乙\"")]);
        await using var db = test.Database.CreateContext();
        (await db.Settings.SingleAsync()).Value.ShouldBe("\"乙\"");
        (await db.AuditRecords.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_the_same_payload_does_it_once_and_answers_twice(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => test.Change("甲", key: "k1")));

        answers.ShouldAllBe(answer => answer.Value == 1);
        await using var db = test.Database.CreateContext();
        (await db.AuditRecords.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_with_another_payload_is_refused(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change("甲", key: "k1");

        var outcome = await test.Change("乙", key: "k1");

        outcome.Refusal!.Reason.ShouldContain("同一把钥匙");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_elses_key_is_not_mine(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change("甲", key: "k1");

        var outcome = await test.Change("乙", key: "k1", actor: Actor.Person(Guid.NewGuid()));

        outcome.Value.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_at_once_leave_a_chain_without_gaps(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Change("起");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => test.Change($"第{n}"))));

        answers.Count(answer => answer.Succeeded).ShouldBe(20);
        await using var db = test.Database.CreateContext();
        (await db.AuditRecords.Select(record => record.Sequence).OrderBy(sequence => sequence).ToListAsync())
            .ShouldBe(Enumerable.Range(1, 21).Select(n => (long)n));
        (await db.Settings.SingleAsync()).Version.ShouldBe(21);
    }
}
