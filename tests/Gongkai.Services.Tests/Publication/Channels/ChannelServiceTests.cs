using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Publication.Channels;

/// <summary>渠道账号：登记、改、关停；信息公开、更正、撤回，各账号随即知道，送到了登记，没有送成的再试。</summary>
public sealed class ChannelServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_is_not_registered_twice_changed_by_version_and_closed_with_a_day(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        var (desk, office) = (test.Office.Publication.Channels, test.Office);
        var (handler, head) = (office.Holder(Role.Handler), office.Holder(Role.DisclosureOfficeHead));
        var account = await test.Account("微信公众号", "云泽文旅");

        (await test.Account("微信公众号", "云泽文旅")).ShouldBe(account, "同样的一个，不重复");
        (await desk.Add(handler, office.Unit, new ChannelAccountFacts { Platform = "微信公众号", Name = "云泽文旅", Filing = "YZ-1" }, null, None)).Refusal.ShouldBeOfType<AccountRefusal>().Reason.ShouldContain("已经有账号“云泽文旅”");
        InventedCity.Done(await desk.Change(handler, account, 1, new ChannelAccountFacts { Platform = "微信公众号", Name = "云泽文旅", Filing = "YZ-1", Operator = "某公司" }, null, None)).ShouldBe(2);
        (await desk.Change(handler, account, 1, new ChannelAccountFacts { Platform = "微博", Name = "云泽文旅" }, null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
        (await desk.SetAdapter(handler, account, 2, new ChannelAdapter(AdapterKind.FileDrop, "wx"), null, null, None)).Refusal.ShouldBeOfType<AccessRefusal>("设自动发布，登记台账的人不行");
        InventedCity.Done(await desk.SetAdapter(head, account, 2, new ChannelAdapter(AdapterKind.FileDrop, "wx"), null, null, None));
        var other = await test.Account("微博", "云泽文旅");
        (await desk.SetAdapter(head, other, 1, new ChannelAdapter(AdapterKind.FileDrop, "WX"), null, null, None)).Refusal.ShouldBeOfType<AccountRefusal>().Reason.ShouldContain("已经是别的账号的");
        InventedCity.Done(await desk.Close(handler, account, 3, office.City.Today, "并号", None)).ShouldBe(4);
        (await desk.Change(handler, account, 4, new ChannelAccountFacts { Platform = "微信公众号", Name = "云泽文旅" }, null, None)).Refusal!.Reason.ShouldContain("已经关停");
        (await test.Account("微信公众号", "云泽文旅")).ShouldNotBe(account, "关停的让出了名字");

        var tourism = await InventedOffice.Create(office.City, office.City.Tourism);
        (await tourism.Publication.ChannelBoard.Of(await tourism.Current(tourism.Holder(Role.Handler)), [office.Unit], None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.City.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_published_is_dropped_registered_and_counted(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        var account = await test.Drop();
        var manual = await test.Account("宣传栏", "一楼宣传栏");

        var item = await test.Office.Publish(test.Office.Complete("关于举办文化节的通知"));
        (await test.Deliveries(item)).Single().State.ShouldBe(DeliveryState.Waiting);
        (await test.Send()).ShouldBe(1);

        var delivery = (await test.Deliveries(item)).Single();
        (delivery.Account.Id, delivery.Kind, delivery.State, delivery.Link).ShouldBe((account, LedgerEntryKind.First, DeliveryState.Delivered, $"portal/{delivery.Id}"));
        var entry = await Entry(test, delivery.RegisterEntry!.Value);
        (entry.Stored("channel"), entry.Stored("account"), entry.Stored("title"), entry.On).ShouldBe(("上级门户", "市门户 portal", "关于举办文化节的通知", test.Office.City.Today));
        entry.Stored("index").ShouldNotBeEmpty();
        var counts = InventedCity.Done(await new RegisterBoard(test.Office.City.Database, test.Office.City.Clock).ReleaseCounts(await test.Office.Current(test.Office.Holder(Role.Handler)), test.Office.Unit, test.Office.City.Today.Year, None));
        counts.Lines.Select(line => (line.Channel, line.Account, line.Total)).ShouldBe([("上级门户", "市门户 portal", 1)]);
        var lines = InventedCity.Done(await test.Office.Publication.ChannelBoard.Of(await test.Office.Current(test.Office.Holder(Role.Handler)), [test.Office.Unit], None));
        lines.Select(line => (line.Account.Id, line.LastDelivered is not null)).ShouldBe([(account, true), (manual, false)], ignoreOrder: true);
        (await test.Office.City.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_queued_when_the_publication_does_not_succeed(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        var item = await test.Office.Draft();
        await test.Office.Approve(item);

        var refused = await test.Office.City.Database.Acts.Together<long>(
            async () =>
            {
                InventedCity.Done(await test.Office.Do(test.Office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
                (await test.Deliveries(item)).Count.ShouldBe(1, "在这个事务里已经写下");
                return new Law.Refusal("这一批不做了。");
            },
            None);

        refused.Succeeded.ShouldBeFalse();
        (await test.Deliveries(item)).ShouldBeEmpty();
        await using var db = test.Office.City.Database.CreateContext();
        (await db.Outbox.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_and_a_withdrawal_are_told_apart_and_registered_once(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        var item = await test.Office.Publish();
        await test.Send();
        await test.Correct(item, "改正了的名称");
        await test.Send();
        await test.Withdraw(item);
        await test.Send();

        var deliveries = await test.Deliveries(item);
        deliveries.Select(one => (one.Kind, one.State, one.RegisterEntry is not null)).ShouldBe(
            [(LedgerEntryKind.First, DeliveryState.Delivered, true), (LedgerEntryKind.Correction, DeliveryState.Delivered, false), (LedgerEntryKind.Withdrawal, DeliveryState.Delivered, false)], ignoreOrder: true);
        Directory.GetDirectories(Path.Combine(test.Outgoing, "portal")).Length.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_overtaken_is_not_sent_late_and_what_was_never_told_is_not_withdrawn(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        var media = await test.Account("微信公众号", "云泽文旅", new ChannelAdapter(AdapterKind.FileDrop, "wx"));
        var item = await test.Office.Publish();
        await test.Withdraw(item);

        (await test.Send()).ShouldBe(2);

        (await test.Deliveries(item)).Select(one => (one.Kind, one.Outcome)).ShouldBe([(LedgerEntryKind.First, DeliveryOutcome.Superseded), (LedgerEntryKind.Withdrawal, DeliveryOutcome.Delivered)], ignoreOrder: true);
        (await test.Deliveries(item)).ShouldNotContain(one => one.Account.Id == media, "没有选政务新媒体");
        var dropped = Directory.GetDirectories(Path.Combine(test.Outgoing, "portal")).ShouldHaveSingleItem();
        Directory.GetFiles(dropped).Select(Path.GetFileName).ShouldBe(["message.json"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_closed_meanwhile_gets_nothing(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        var account = await test.Drop();
        var item = await test.Office.Publish();
        InventedCity.Done(await test.Office.Publication.Channels.Close(test.Office.Holder(Role.Handler), account, 2, test.Office.City.Today, "并号", None));

        await test.Send();

        (await test.Deliveries(item)).Single().Outcome.ShouldBe(DeliveryOutcome.Dropped);
        Directory.Exists(Path.Combine(test.Outgoing, "portal")).ShouldBeFalse();
        await test.Office.Publish(test.Office.Complete("又一条"));
        (await test.Send()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_folder_that_cannot_be_written_is_tried_again_given_up_and_sent_by_hand(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        Directory.CreateDirectory(test.Outgoing);
        // 该放文件夹的地方是一个文件：谁来都写不进去，管理员也一样。
        var obstacle = Path.Combine(test.Outgoing, "portal");
        await File.WriteAllTextAsync(obstacle, "");
        var item = await test.Office.Publish();

        (await test.Send()).ShouldBe(0);
        var first = (await test.Deliveries(item)).Single();
        (first.State, first.Attempts, first.LastError).ShouldBe((DeliveryState.Waiting, 1, "投放的文件夹“portal”写不进去，请管服务器的人看它的权限和磁盘的空间。"));
        first.NextAt.ShouldBe(test.Office.City.Clock.GetUtcNow() + TimeSpan.FromSeconds(10));
        for (var attempt = 1; attempt < OutboxDispatcher.MostAttempts; attempt++)
        {
            test.Office.City.Clock.Advance(TimeSpan.FromHours(6));
            await test.Send();
        }

        (await test.Deliveries(item)).Single().State.ShouldBe(DeliveryState.GivenUp);
        var who = await test.Office.Current(test.Office.Holder(Role.Handler));
        (await test.Office.Publication.ChannelBoard.GivenUp(who, None)).Select(one => one.Id).ShouldBe([first.Id]);
        test.Office.City.Clock.Advance(TimeSpan.FromDays(3));
        (await test.Send()).ShouldBe(0, "停下了，不再自己试");
        (await test.Office.Publication.Channels.TryAgain(test.Office.Holder(Role.LegalReviewer), first.Id, None)).Refusal.ShouldBeOfType<AccessRefusal>();

        File.Delete(obstacle);
        InventedCity.Done(await test.Office.Publication.Channels.TryAgain(test.Office.Holder(Role.Handler), first.Id, None));
        (await test.Send()).ShouldBe(1);
        (await test.Deliveries(item)).Single().State.ShouldBe(DeliveryState.Delivered);
        (await test.Office.Publication.Channels.TryAgain(test.Office.Holder(Role.Handler), first.Id, None)).Refusal!.Reason.ShouldBe("这一次已经了结，不用再送。");
        (await test.Office.Publication.ChannelBoard.GivenUp(who, None)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_accounts_of_one_channel_are_registered_each_and_what_somebody_entered_is_not_doubled(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        var (office, registers) = (test.Office, new RegisterServices(test.Office.City.Database, test.Office.City.Services, test.Office.City.Clock));
        await test.Drop("one");
        await test.Drop("two");
        var entered = InventedCity.Done(await registers.Desk.Add(office.Holder(Role.Handler), new RegisterInput(
            office.Unit, ReleaseCounts.Form, office.City.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture), new Dictionary<string, string> { ["channel"] = "上级门户", ["account"] = "市门户 one", ["title"] = "两个账号都发的" }, null, null, []), null, None));

        var item = await office.Publish(office.Complete("两个账号都发的"));
        await test.Send();

        var deliveries = await test.Deliveries(item);
        deliveries.Single(one => one.Account.Facts.Name == "市门户 one").RegisterEntry.ShouldBe(entered.Entry.Value);
        (await Entry(test, deliveries.Single(one => one.Account.Facts.Name == "市门户 two").RegisterEntry!.Value)).Stored("account").ShouldBe("市门户 two");
    }

    private static async Task<RegisterEntry> Entry(ChannelOffice test, Guid id) =>
        InventedCity.Done(await new RegisterBoard(test.Office.City.Database, test.Office.City.Clock).Open(await test.Office.Current(test.Office.Holder(Role.Handler)), new(id), None)).Line.Entry;
}
