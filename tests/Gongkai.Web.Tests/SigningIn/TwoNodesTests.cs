using System.Net;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Web.Console;
using Gongkai.Web.Tests.Drafting;
using Gongkai.Web.Tests.Reviewing;

namespace Gongkai.Web.Tests.SigningIn;

/// <summary>两个节点，一个 PostgreSQL：哪个节点都答得了任何请求。</summary>
public sealed class TwoNodesTests
{
    private const string Title = "关于流动图书车停靠时间的通知";

    [Theory, OnPostgres]
    public async Task A_session_begun_on_one_node_lives_and_ends_on_the_other(Engine engine)
    {
        engine.ShouldBe(Engine.Postgres);
        var site = new CitySiteOnPostgres();
        await site.InitializeAsync();
        var second = await site.StartNode();
        var (_, login) = await site.Somebody(Role.Handler);
        using var visitor = site.Visitor();
        await visitor.SignIn(login, CitySite.Password);
        using var elsewhere = site.Visitor(second);
        foreach (Cookie cookie in visitor.Cookies.GetAllCookies()) elsewhere.Cookies.Add(second, new Cookie(cookie.Name, cookie.Value, cookie.Path));

        // 第二个节点认得第一个发的 cookie，也认得它的防伪标记。
        (await elsewhere.Get("/console")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Submit("sign-out")).Location.ShouldBe("/console/sign-in");

        (await visitor.Get("/console")).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.DisposeAsync();
    }

    [Theory, OnPostgres]
    public async Task A_node_that_lost_its_database_tells_the_balancer(Engine engine)
    {
        engine.ShouldBe(Engine.Postgres);
        var site = new CitySiteOnPostgres();
        await site.InitializeAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        var before = await client.GetStringAsync(new Uri("/healthz", UriKind.Relative));
        await site.City.LoseDatabase();

        using var after = await client.GetAsync(new Uri("/healthz", UriKind.Relative));

        before.ShouldBe("ok\n");
        after.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await after.Content.ReadAsStringAsync()).ShouldBe("unhealthy: database\n");
        await site.DisposeAsync();
    }

    [Theory, OnPostgres]
    public async Task Two_nodes_serve_the_same_people_by_turns_and_stopping_one_loses_nothing(Engine engine)
    {
        engine.ShouldBe(Engine.Postgres);
        var site = new ReviewingSiteOnPostgres();
        await site.InitializeAsync();
        var office = site.Office;
        Uri[] nodes = [site.Address, await site.StartNode()];
        using var reader = site.Visitor(nodes[0]);
        using var other = site.Visitor(nodes[1]);
        // 两个节点都先把首页放进缓存：那时还什么也没有。
        foreach (var visitor in new[] { reader, other }) (await visitor.Get("/")).Text.ShouldNotContain(Title);

        var handler = await site.SignedIn(office.Holder(Role.Handler), nodes);
        await handler.Get("/console/items/new");
        var item = DraftingSite.IdOf((await handler.Submit(DraftingSite.Edit, DraftingSite.Complete(site.City.Today, Title))).Location.ShouldNotBeNull());
        await Act(handler, item, ReviewAction.Submit);
        for (var step = ReviewStep.FirstReview; ReviewSteps.IsHeldBySomebody(step); step++)
        {
            using var holder = await site.SignedIn(office.HolderOf(step), nodes);
            await Act(holder, item, ReviewAction.Pass);
        }

        using var head = await site.SignedIn(office.Holder(Role.DisclosureOfficeHead), nodes);
        await Act(head, item, ReviewAction.Publish);

        foreach (var visitor in new[] { reader, other }) await Until(visitor, "/", reply => reply.Text.Contains(Title, StringComparison.Ordinal));
        using var secrecy = await site.SignedIn(office.Holder(Role.SecrecyReviewer), nodes);
        // 写到一半，停下一个节点：登录着的人不用重新登录，写的、发布的都还在。
        await handler.Get("/console/items/new");
        await site.Stop(nodes[0]);
        handler.Nodes = secrecy.Nodes = [nodes[1]];
        var second = DraftingSite.IdOf((await handler.Submit(DraftingSite.Edit, DraftingSite.Complete(site.City.Today, "停下一个节点时写着的一条"))).Location.ShouldNotBeNull());
        (await handler.Get(ConsoleAddress.Item(second))).Text.ShouldContain("停下一个节点时写着的一条");
        (await other.Get($"/i/{ShortItemId.Of(item.Value)}")).Status.ShouldBe(HttpStatusCode.OK);
        await Act(secrecy, item, ReviewAction.Withdraw);
        (await other.Get($"/i/{ShortItemId.Of(item.Value)}")).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.City.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();
        (await DataUpkeep.VerifySearch(site.City.Database, default)).ShouldBeEmpty();
        handler.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>在案卷上办一件：该确认的都确认，要说明的写上。</summary>
    private static async Task Act(Visitor visitor, ItemId item, ReviewAction action)
    {
        await visitor.Get(ConsoleAddress.Act(item, action));
        var reply = await visitor.Submit("act", ("confirmed", string.Join(',', Enum.GetValues<ReviewQuality>())), ("text", "规则有误，核对后重新公开"));
        (await visitor.Follow(reply)).Text.ShouldContain("已经办了：" + action.Caption());
    }

    /// <summary>看到为止：别的节点的改动，一秒巡一次。</summary>
    private static async Task Until(Visitor visitor, string path, Func<Reply, bool> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!seen(await visitor.Get(path))) patience.Token.ThrowIfCancellationRequested();
    }
}
