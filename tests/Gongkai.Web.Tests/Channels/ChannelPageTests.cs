using System.Net;
using System.Text.Json;
using Gongkai.Data.Outbox;
using Gongkai.Documents;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Channels;

/// <summary>渠道账号的页面：登记、设自动发布、改、关停；公开以后案卷上看得见送到没有，没有送成的再送；没有脚本。</summary>
public sealed class ChannelPageTests(ChannelSite site) : IClassFixture<ChannelSite>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_account_is_entered_connected_and_what_is_published_shows_where_it_went()
    {
        using var handler = await site.Holder(Role.Handler);
        await handler.Get("/console/channels");
        var added = await handler.Follow(await handler.Submit("add-channel", ("f-platform", "上级门户"), ("f-name", "市门户"), ("f-filing", "YZ-7"), ("f-openedon", "2020-05-01")));
        added.Text.ShouldContain("登记好了");
        added.Text.ShouldContain("由人发布");
        var address = added.Page.QuerySelectorAll("table a[href^='/console/channels/']").Single(link => link.TextContent == "市门户").GetAttribute("href")!;
        (await handler.Get(address)).Page.QuerySelector("form input[name='f-target']").ShouldBeNull("自动发布由公开机构负责人设");
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        await head.Get(address);
        (await head.Follow(await head.Submit("set-adapter", ("f-adapter", "FileDrop"), ("f-target", "city-portal")))).Text.ShouldContain("文件投放：city-portal");

        var item = await site.Office.Publish(site.Office.Complete("关于投放的通知"));
        (await handler.Get($"/console/items/{item}")).Text.ShouldContain("等着送");
        await site.Send();

        var dossier = await handler.Get($"/console/items/{item}");
        dossier.Text.ShouldContain("已经送到");
        dossier.Text.ShouldContain("投放目录：city-portal");
        var entry = dossier.Page.QuerySelectorAll("a[href^='/console/registers/releases/']").ShouldHaveSingleItem();
        (await handler.Get(entry.GetAttribute("href")!)).Text.ShouldContain("关于投放的通知");
        (await handler.Get("/console/registers/releases/months")).Text.ShouldContain("市门户");
        (await handler.Get(address)).Text.ShouldContain("关于投放的通知");
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_what_was_typed_stays_but_the_secret()
    {
        var account = await Add("微信公众号", "云泽微信");
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        await head.Get("/console/channels");
        var refused = await head.Submit("add-channel", ("f-name", "没有选渠道"), ("f-openedon", "不是日期"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("“开设日期”认不出，写作 2026-03-02。");
        refused.Page.QuerySelector("input[name='f-name']")!.GetAttribute("value").ShouldBe("没有选渠道");

        var page = await head.Get($"/console/channels/{account}");
        page.Text.ShouldContain("公众号的 AppID 和 AppSecret");
        page.Text.ShouldContain("本系统没有接通");
        var wrong = await head.Submit("set-adapter", ("f-adapter", "Webhook"), ("f-target", "http://10.0.0.1/in"), ("f-secret", "只有几个字"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Page.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("有 2 处要改");
        wrong.Page.QuerySelector("input[name='f-target']")!.GetAttribute("value").ShouldBe("http://10.0.0.1/in");
        wrong.Text.ShouldNotContain("只有几个字");
        wrong.Page.QuerySelector("input[name='f-secret']")!.GetAttribute("value").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_not_delivered_is_told_on_the_desk_and_sent_again_by_hand()
    {
        var account = await Add("宣传栏", "电子宣传栏");
        InventedCity.Done(await site.Office.Publication.Channels.SetAdapter(site.Office.Holder(Role.DisclosureOfficeHead), account, 1, new ChannelAdapter(AdapterKind.FileDrop, "board"), null, null, None));
        Directory.CreateDirectory(site.City.Settings.OutgoingPath);
        var obstacle = Path.Combine(site.City.Settings.OutgoingPath, "board");
        await File.WriteAllTextAsync(obstacle, "");
        var item = await site.Office.Publish(site.Office.Complete("宣传栏送不到的通知"));
        await GiveUp(item);
        using var handler = await site.Holder(Role.Handler);

        (await handler.Get("/console")).Text.ShouldContain("自动发布没有送成");
        var page = await handler.Get($"/console/channels/{account}");
        page.Text.ShouldContain("投放的文件夹“board”写不进去");
        var form = page.Page.QuerySelector("form input[name='_handler'][value^='retry-']")!.GetAttribute("value")!;
        File.Delete(obstacle);
        (await handler.Follow(await handler.Submit(form))).Text.ShouldContain("已经排上");
        await site.Send();

        (await handler.Get($"/console/items/{item}")).Text.ShouldContain("已经送到");
    }

    [Fact]
    public async Task An_account_is_changed_and_closed_and_another_unit_sees_nothing_of_it()
    {
        var account = await Add("微博", "云泽旧号");
        var address = $"/console/channels/{account}";
        using var handler = await site.Holder(Role.Handler);
        await handler.Get(address);
        (await handler.Follow(await handler.Submit("change-channel", ("f-operator", "某传媒公司（虚构）")))).Text.ShouldContain("某传媒公司（虚构）");
        using var elsewhere = await site.SignedIn(Role.Handler, site.City.Tourism);
        (await elsewhere.Get(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Get($"/console/channels/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await handler.Get(address);
        (await handler.Submit("close-channel")).Text.ShouldContain("关停要写明缘由");
        (await handler.Follow(await handler.Submit("close-channel", ("f-closedon", site.City.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("f-reason", "并入微信")))).Text.ShouldContain("已经关停");
        (await handler.Get("/console/channels")).Text.ShouldContain($"{site.City.Today:yyyy-MM-dd} 关停");
    }

    [Fact]
    public async Task The_accounts_are_taken_as_a_workbook_and_read_by_a_program()
    {
        var account = await Add("抖音", "云泽短视频");
        InventedCity.Done(await site.Office.Publication.Channels.SetAdapter(site.Office.Holder(Role.DisclosureOfficeHead), account, 1, new ChannelAdapter(AdapterKind.Webhook, "https://push.example.com/in"), new string('k', 24), null, None));
        using var handler = await site.Holder(Role.Handler);
        var (_, content) = await handler.Download($"/console/channels.xlsx?unit={site.Office.Unit}");
        DocumentReader.Read(content, "账号.xlsx", ReadLimits.Default, default).Value.Blocks.OfType<TableBlock>().SelectMany(table => table.Cells).ShouldContain(cell => cell.Text == "云泽短视频");
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);
        using var closed = await stranger.Raw($"/console/channels.xlsx?unit={site.Office.Unit}");
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var holder = await site.City.Somebody(Role.Handler, site.Office.Unit);
        var token = InventedCity.Done(await site.SignIn.Tokens.Claim(holder, InventedCity.Done(await site.SignIn.Tokens.Issue(
            site.City.Administrator, new IssueToken(site.Office.Unit, holder, "账号", [TokenScope.ReadLedger], site.City.Today.AddDays(30)), null, None)), None));
        using var client = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/desk/channels") { Headers = { Authorization = new("Bearer", token) } };
        var text = await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        using var answer = JsonDocument.Parse(text);
        var one = answer.RootElement.GetProperty("accounts").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == account.Value);
        (one.GetProperty("standing").GetString(), one.GetProperty("adapter").GetString()).ShouldBe(("active", "webhook"));
        text.ShouldNotContain("push.example.com");
    }

    private async Task<ChannelAccountId> Add(string platform, string name) =>
        InventedCity.Done(await site.Office.Publication.Channels.Add(site.Office.Holder(Role.Handler), site.Office.Unit, new ChannelAccountFacts { Platform = platform, Name = name }, null, None));

    // 试够了次数的样子；真的要隔几个小时。
    private async Task GiveUp(ItemId item)
    {
        await site.Send();
        await using var db = site.City.Database.CreateContext();
        var ids = await db.ChannelDeliveries.Where(row => row.Item == item.Value && row.Outcome == null).Select(row => row.Id).ToListAsync();
        (await db.Outbox.Where(message => ids.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.GivenUpAt, (DateTimeOffset?)site.City.Clock.GetUtcNow()))).ShouldBe(1);
    }
}

/// <summary>待发的由测试叫它送：网站自己的那一轮没有租约，不插手。</summary>
public sealed class ChannelSite : ReviewingSite
{
    private Leases _leases = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _leases = new Leases(City.Database, City.Clock, Guid.NewGuid());
        (await _leases.Take("outbox", TimeSpan.FromDays(1), CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>送一轮。</summary>
    public Task<int> Send() => new OutboxDispatcher(City.Database, City.Clock, _leases, Office.Publication.ChannelSender.Senders).RunOnce(CancellationToken.None);
}
