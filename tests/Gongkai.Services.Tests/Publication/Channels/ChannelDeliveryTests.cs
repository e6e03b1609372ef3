using System.Text;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Services.Publication.Channels;
using Gongkai.Services.Settings;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Publication.Channels;

/// <summary>送到对方手里的是什么：投放的文件，带签名的推送；再送一次编号不变，内网、转移、坏的答复都有一句话。</summary>
public sealed class ChannelDeliveryTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_drop_holds_the_message_the_page_and_the_files_under_safe_names(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("场馆名单"));
        var file = InventedCity.Done(await test.Office.Publication.Uploads.Accept(content, "../../名单<1>.txt", None));
        var item = await test.Office.Publish(test.Office.Complete("关于“场馆”&<开放>的通知") with { Added = [file] });

        await test.Send();

        var folder = Directory.GetDirectories(Path.Combine(test.Outgoing, "portal")).ShouldHaveSingleItem();
        Path.GetFileName(folder).ShouldBe((await test.Deliveries(item)).Single().Id.ToString("D"));
        using var message = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "message.json")));
        var (root, about) = (message.RootElement, message.RootElement.GetProperty("item"));
        (root.GetProperty("event").GetString(), root.GetProperty("delivery").GetString(), about.GetProperty("title").GetString()).ShouldBe(("published", Path.GetFileName(folder), "关于“场馆”&<开放>的通知"));
        var attachment = about.GetProperty("attachments").EnumerateArray().Single();
        var path = attachment.GetProperty("path").GetString()!;
        path.ShouldBe($"files/{attachment.GetProperty("id").GetGuid():N}.txt");
        (await File.ReadAllTextAsync(Path.Combine(folder, path))).ShouldBe("场馆名单");
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "page.html"));
        page.ShouldContain("<h1>关于“场馆”&amp;&lt;开放&gt;的通知</h1>");
        page.ShouldContain($"<a href=\"{path}\">");
        page.ShouldNotContain("名单<1>");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!).ShouldBe([folder], "没有留下写到一半的");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_drop_made_before_the_process_died_is_not_made_twice_and_a_half_made_one_is_made_anew(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Drop();
        var item = await test.Office.Publish();
        var delivery = (await test.Deliveries(item)).Single();
        var (done, part) = (Path.Combine(test.Outgoing, "portal", $"{delivery.Id:D}"), Path.Combine(test.Outgoing, "portal", $".{delivery.Id:D}.part"));
        Directory.CreateDirectory(part);
        await File.WriteAllTextAsync(Path.Combine(part, "half"), "写到一半");
        await test.Send();
        File.Exists(Path.Combine(done, "half")).ShouldBeFalse();

        // 写好了、还没有来得及记下就停了：库里回到没有了结的样子。
        await using (var db = test.Office.City.Database.CreateContext())
        {
            await db.ChannelDeliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, (DeliveryOutcome?)null));
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, (DateTimeOffset?)null));
        }

        var written = File.GetLastWriteTimeUtc(Path.Combine(done, "message.json"));
        (await test.Send()).ShouldBe(1);

        File.GetLastWriteTimeUtc(Path.Combine(done, "message.json")).ShouldBe(written);
        (await test.Deliveries(item)).Single().State.ShouldBe(DeliveryState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_push_is_signed_and_its_answer_is_the_link_in_the_register(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await using var receiver = new HttpsReceiver();
        receiver.Answers.Clear();
        receiver.Answers.Enqueue(HttpsReceiver.Answer(201, """{"link":"https://media.example.com/p/1"}"""));
        await test.Account("上级门户", "市门户", new ChannelAdapter(AdapterKind.Webhook, receiver.Address));
        await test.Allow("127.0.0.1");
        var item = await test.Office.Publish();

        (await test.Send(receiver.Trust)).ShouldBe(1);

        var (headers, body) = receiver.Received.ShouldHaveSingleItem();
        var delivery = (await test.Deliveries(item)).Single();
        headers[WebhookSignature.DeliveryHeader].ShouldBe(delivery.Id.ToString("D"));
        headers[WebhookSignature.SignatureHeader].ShouldBe(WebhookSignature.Of(ChannelOffice.Secret, DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers[WebhookSignature.TimestampHeader], System.Globalization.CultureInfo.InvariantCulture)), delivery.Id, body));
        headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        (delivery.State, delivery.Link).ShouldBe((DeliveryState.Delivered, "https://media.example.com/p/1"));
        await using var db = test.Office.City.Database.CreateContext();
        (await db.RegisterEntries.SingleAsync()).ToEntry().Stored("link").ShouldBe("https://media.example.com/p/1");
        (await db.AuditRecords.Select(record => record.Changes).ToListAsync()).ShouldNotContain(changes => changes != null && changes.Contains(ChannelOffice.Secret));
        (await db.Outbox.SingleAsync()).Payload.ShouldNotContain(ChannelOffice.Secret);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_push_that_fails_says_why_and_comes_again_under_the_same_number(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await using var receiver = new HttpsReceiver();
        receiver.Answers.Clear();
        foreach (var answer in new[] { HttpsReceiver.Answer(503, "忙"), HttpsReceiver.Answer(302, "", "Location: https://127.0.0.1/elsewhere\r\n"), HttpsReceiver.Answer(200, "不是 JSON") }) receiver.Answers.Enqueue(answer);
        await test.Account("上级门户", "市门户", new ChannelAdapter(AdapterKind.Webhook, receiver.Address));
        await test.Allow("127.0.0.1/32");
        var item = await test.Office.Publish();

        (await Attempt()).ShouldBe("对方没有收下，答复 503。");
        (await Attempt()).ShouldBe("对方要转到别的网址（302），不跟随；请填最终的网址。");
        (await Attempt()).ShouldBeNull();

        receiver.Received.Select(one => one.Headers[WebhookSignature.DeliveryHeader]).Distinct().ShouldHaveSingleItem();
        receiver.Received.Count.ShouldBe(3, "不跟随转移");
        (await test.Deliveries(item)).Single().State.ShouldBe(DeliveryState.Delivered);

        async Task<string?> Attempt()
        {
            await test.Send(receiver.Trust);
            test.Office.City.Clock.Advance(TimeSpan.FromMinutes(5));
            return (await test.Deliveries(item)).Single().LastError;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inner_address_is_not_pushed_to_until_the_administrator_allows_it(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await using var receiver = new HttpsReceiver();
        await test.Account("上级门户", "市门户", new ChannelAdapter(AdapterKind.Webhook, receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));
        var item = await test.Office.Publish();

        await test.Send(receiver.Trust);
        (await test.Deliveries(item)).Single().LastError.ShouldBe("localhost 是本机或者内网的地址，没有准许推送；要推送到内网的，请系统管理员在设置里写上它的网段。");
        receiver.Received.ShouldBeEmpty();
        await test.Allow("127.0.0.0/8");
        test.Office.City.Clock.Advance(TimeSpan.FromMinutes(5));
        await test.Send();
        (await test.Deliveries(item)).Single().LastError.ShouldBe("与 localhost 建立不了安全的连接：它的证书不可信或者已经过期。");
        receiver.Received.ShouldBeEmpty();
        test.Office.City.Clock.Advance(TimeSpan.FromMinutes(5));
        (await test.Send(receiver.Trust)).ShouldBe(1);
        receiver.Received.ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_rotation_of_keys_the_secret_is_still_the_same_under_the_new_key(Engine engine)
    {
        await using var test = await ChannelOffice.Create(engine);
        await test.Account("上级门户", "市门户", new ChannelAdapter(AdapterKind.Webhook, "https://push.example.com/in"));
        test.Office.City.Database.Dispose();

        InventedCity.Done(await KeyUpkeep.Rotate(test.Office.City.Settings, test.Office.City.Clock, None)).Secrets.ShouldBe(1);

        using var reopened = InventedCity.Done(await DatabaseOpening.OpenExisting(test.Office.City.Settings, test.Office.City.Clock, None));
        await using var db = reopened.CreateContext();
        var row = await db.ChannelAccounts.SingleAsync();
        reopened.Secrets.IsCurrent(row.Secret).ShouldBeTrue();
        Encoding.UTF8.GetString(reopened.Secrets.Open(ChannelDesk.Purpose(row.Id), row.Secret!)).ShouldBe(ChannelOffice.Secret);
    }

    [Fact]
    public async Task A_setting_that_is_no_network_is_refused_and_nobody_else_changes_it()
    {
        await using var test = await ChannelOffice.Create(Engine.Sqlite);
        var desk = new SettingsDesk(test.Office.City.Database, test.Office.City.Services.Trees, test.Office.City.Services.Acts, test.Office.Publication.Content);
        var wanted = new Dictionary<string, string> { [PushTargets.SettingName] = "到处" };

        (await desk.Change(test.Office.City.Administrator, new Dictionary<string, string>(), wanted, null, None)).Refusal!.Reason.ShouldContain("“到处”既不是地址也不是网段");
        wanted[PushTargets.SettingName] = "10.0.0.0/8";
        (await desk.Change(test.Office.Holder(Role.DisclosureOfficeHead), new Dictionary<string, string>(), wanted, null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
    }
}
