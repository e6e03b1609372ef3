using System.Net;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Requests.Process;
using Gongkai.Services.Notices;
using Gongkai.Services.Requests;
using Gongkai.Testing.Mailing;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Notices;

/// <summary>提醒与邮件的页面：写邮箱、确认、关注、看过、试发、再试，都用普通的表单；没有脚本。</summary>
public sealed class NoticePageTests(MailSite site) : IClassFixture<MailSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task A_handler_confirms_an_address_watches_a_case_and_is_told_where_it_stands()
    {
        using var legal = await site.Holder(Role.LegalReviewer);
        await legal.Get("/console/mail");
        (await legal.Submit("mail-address", ("Address.Text", "不是邮箱"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await legal.Get("/console/mail");
        (await legal.Submit("mail-address", ("Address.Text", "legal@yunze.example"))).Text.ShouldContain("确认码发出了");
        await site.Send();
        var code = site.Server.Received[^1].TextBody!.Split('\n')[0]["确认码：".Length..].Trim();
        var confirmed = await legal.Submit("mail-code", ("Code.Text", code));
        confirmed.Text.ShouldContain("现在用 l****@yunze.example 收提醒");
        (await legal.Submit("mail-kinds", ("wanted", nameof(NoticeKind.CaseMoved)))).Page.QuerySelectorAll("input[name='wanted'][checked]").Length.ShouldBe(1);

        var receipt = await Cases.Processing();
        var address = $"/console/cases/{receipt.Case}";
        await legal.Get(address);
        (await legal.Submit("watch-case")).Text.ShouldContain("您关注着这一件");
        await Cases.Done(receipt.Case, Role.Handler, CaseAction.StartDraft);
        await site.Send();

        site.Server.Received[^1].Subject.ShouldEndWith("关注的申请有进展");
        (await legal.Get("/console")).Text.ShouldContain("条提醒没有看过");
        var list = await legal.Get("/console/notices");
        list.Page.QuerySelector($"a[href='{address}']")!.TextContent.ShouldStartWith("关注的申请有进展");
        (await legal.Submit("read-notices")).Text.ShouldContain("1 条记为看过了");
        (await legal.Get("/console")).Text.ShouldNotContain("条提醒没有看过");
        (await legal.Get(address)).Text.ShouldContain("后台、邮件，看过了");
        (await legal.Submit("watch-case")).Text.ShouldContain("关注以后");
    }

    [Fact]
    public async Task Another_unit_neither_sees_nor_watches_the_case()
    {
        var receipt = await Cases.Processing();
        var stranger = await site.City.Somebody(Role.Handler, site.City.Tourism);
        using var visitor = await site.SignedIn(stranger);
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/cases/{receipt.Case}");

        (await visitor.Get($"/console/cases/{receipt.Case}")).Page.QuerySelector("form input[value='watch-case']").ShouldBeNull();
        (await site.Services.GetRequiredService<NoticeServices>().Watching.Set(stranger, receipt.Case, true, default)).Refusal.ShouldBeOfType<AccessRefusal>();
    }

    [Fact]
    public async Task The_administrator_sees_how_mail_is_set_without_the_password_tries_it_and_what_stuck()
    {
        using var administrator = await site.SignedIn(Role.Administrator);
        var page = await administrator.Get("/console/settings");
        page.Text.ShouldContain($"127.0.0.1:{site.Server.Port}");
        page.Text.ShouldContain("xxgk@yunze.example");
        page.Text.ShouldNotContain(MailSite.MailPassword);
        (await administrator.Submit("test-mail")).Text.ShouldContain("请先在“我的邮箱”里");

        await administrator.Get("/console/mail");
        await administrator.Submit("mail-address", ("Address.Text", "admin@yunze.example"));
        await using (var db = site.City.Database.CreateContext())
            await db.Outbox.Where(message => message.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(message => message.GivenUpAt, (DateTimeOffset?)site.City.Clock.GetUtcNow()).SetProperty(message => message.LastError, "连不上邮件服务器。"));
        (await administrator.Get("/console/settings")).Text.ShouldContain("没有发出的邮件：1 封");
        (await administrator.Submit("retry-mail")).Text.ShouldContain("1 封再试");
        await site.Send();
        site.Server.Recipients[^1].ShouldBe("admin@yunze.example");
    }
}

/// <summary>配置了邮件的网站；待发的由测试叫它送：网站自己的那一轮没有租约，不插手。</summary>
public sealed class MailSite : ReviewingSite
{
    public const string MailPassword = "mima-bu-xianshi";

    private Leases _leases = null!;

    public TestMailServer Server { get; } = TestMailServer.Start();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(TestMailServer.Values(Server.Port)) { ["Mail:Password"] = MailPassword };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _leases = new Leases(City.Database, City.Clock, Guid.NewGuid());
        (await _leases.Take("outbox", TimeSpan.FromDays(1), CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>送一轮。</summary>
    public Task<int> Send() => new OutboxDispatcher(City.Database, City.Clock, _leases, Services.GetRequiredService<NoticeServices>().Sender.Senders).RunOnce(CancellationToken.None);
}
