using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Outbox;
using Gongkai.Law;
using Gongkai.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Data.Tests.SettingActs;

namespace Gongkai.Data.Tests.Outbox;

public sealed class OutboxTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_committed_is_sent_once_and_in_order(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Send("一");
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        await test.Send("二");
        var sent = new List<string>();
        var dispatcher = test.Dispatcher(message => sent.Add(message.Payload));

        (await dispatcher.RunOnce(default)).ShouldBe(2);
        (await dispatcher.RunOnce(default)).ShouldBe(0);

        sent.ShouldBe(["\"一\"", "\"二\""]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_act_sends_nothing(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Send("不该发", refuse: true);

        (await test.Dispatcher(_ => throw new InvalidOperationException()).RunOnce(default)).ShouldBe(0);

        await using var db = test.Database.CreateContext();
        (await db.Outbox.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_failed_waits_twice_as_long_each_time_and_is_given_up_in_the_end(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Send("发不出");
        var attempts = new List<DateTimeOffset>();
        var dispatcher = test.Dispatcher(_ =>
        {
            attempts.Add(test.Clock.GetUtcNow());
            throw new IOException("对方不通。");
        });

        for (var n = 0; n < 12000; n++)
        {
            await dispatcher.RunOnce(default);
            test.Clock.Advance(TimeSpan.FromSeconds(attempts.Count < 8 ? 10 : 600));
            if (attempts.Count == OutboxDispatcher.MostAttempts) break;
        }

        var waits = attempts.Zip(attempts.Skip(1), (one, next) => (int)(next - one).TotalSeconds).Take(5);
        waits.ShouldBe([10, 20, 40, 80, 160]);
        await using var db = test.Database.CreateContext();
        var message = await db.Outbox.SingleAsync();
        message.GivenUpAt.ShouldNotBeNull();
        message.LastError.ShouldBe("对方不通。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_goes_before_its_time(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Send("明天", notBefore: test.Clock.GetUtcNow().AddDays(1));
        var dispatcher = test.Dispatcher(_ => { });

        (await dispatcher.RunOnce(default)).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromDays(1));
        (await dispatcher.RunOnce(default)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_one_node_sends_and_another_takes_over_when_it_is_gone(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);
        await test.Send("一");
        var first = new Leases(test.Database, test.Clock, Guid.NewGuid());
        (await first.Take("outbox", TimeSpan.FromMinutes(2), default)).ShouldBeTrue();
        var second = test.Dispatcher(_ => { });

        (await second.RunOnce(default)).ShouldBe(0);
        test.Clock.Advance(TimeSpan.FromMinutes(2));
        (await second.RunOnce(default)).ShouldBe(1);

        (await first.Take("outbox", TimeSpan.FromMinutes(2), default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_nodes_asking_at_once_one_gets_the_lease(Engine engine)
    {
        await using var test = await TestDatabase.Create(engine);

        var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            new Leases(test.Database, test.Clock, Guid.NewGuid()).Take("timed-publication", TimeSpan.FromMinutes(1), default)));

        got.Count(taken => taken).ShouldBe(1);
    }
}

file static class Sending
{
    public static Task<Outcome<int>> Send(this TestDatabase test, string text, bool refuse = false, DateTimeOffset? notBefore = null) =>
        test.Database.Acts.Perform<int>(
            new Act("mail.send", Clerk, new ChainId(Bureau)),
            scope =>
            {
                scope.Send("mail", text, notBefore);
                scope.Record(new Subject("mail", "1"));
                return Task.FromResult<Outcome<int>>(refuse ? new Refusal("不行。") : 1);
            },
            CancellationToken.None);

    public static OutboxDispatcher Dispatcher(this TestDatabase test, Action<OutboxMessage> send) => new(
        test.Database,
        test.Clock,
        new Leases(test.Database, test.Clock, Guid.NewGuid()),
        new Dictionary<string, OutboxSender>
        {
            ["mail"] = (message, _) =>
            {
                send(message);
                return Task.CompletedTask;
            },
        });
}
