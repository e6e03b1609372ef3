using System.Net;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.SigningIn;

/// <summary>两个节点，一个 PostgreSQL：哪个节点都答得了任何请求。</summary>
public sealed class TwoNodesTests
{
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
        var site = new CitySiteOnPostgres();
        await site.InitializeAsync();
        var (first, second) = (site.Address, await site.StartNode());
        var nodes = new[] { first, second }.Select(node => site.ServicesOf(node).GetRequiredService<PublicationServices>()).ToArray();
        var office = await InventedOffice.Create(site.City, publication: nodes[0]);
        using var reader = site.Visitor(first);
        using var other = site.Visitor(second);
        // 两个节点都先把首页放进缓存：那时还什么也没有。
        foreach (var visitor in new[] { reader, other }) (await visitor.Get("/")).Text.ShouldNotContain("文化场馆");

        var item = InventedCity.Done(await nodes[0].Drafts.Create(office.Holder(Role.Handler), office.Unit, office.Complete(), null, default));
        var turn = 0;
        await Do(ReviewAction.Submit, office.Holder(Role.Handler));
        for (var step = ReviewStep.FirstReview; ReviewSteps.IsHeldBySomebody(step); step++) await Do(ReviewAction.Pass, office.HolderOf(step));
        await Do(ReviewAction.Publish, office.Holder(Role.DisclosureOfficeHead));

        foreach (var visitor in new[] { reader, other }) await Until(visitor, "/", reply => reply.Text.Contains("文化场馆", StringComparison.Ordinal));
        await site.Stop(first);
        nodes = [nodes[1]];
        (await other.Get($"/i/{ShortItemId.Of(item.Value)}")).Status.ShouldBe(HttpStatusCode.OK);
        await Do(ReviewAction.Withdraw, office.Holder(Role.SecrecyReviewer));
        (await other.Get($"/i/{ShortItemId.Of(item.Value)}")).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.City.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();
        (await DataUpkeep.VerifySearch(site.City.Database, default)).ShouldBeEmpty();
        await site.DisposeAsync();

        // 一件一件轮着在两个节点上办。
        async Task Do(ReviewAction action, PersonId by)
        {
            var request = new ReviewRequest(item, await office.VersionOf(item), action) { Confirmed = [.. Enum.GetValues<ReviewQuality>()], Channels = [Channel.Website], Text = "说明" };
            InventedCity.Done(await nodes[turn++ % nodes.Length].Reviews.Do(by, request, null, default));
        }
    }

    /// <summary>看到为止：别的节点的改动，一秒巡一次。</summary>
    private static async Task Until(Visitor visitor, string path, Func<Reply, bool> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!seen(await visitor.Get(path))) patience.Token.ThrowIfCancellationRequested();
    }
}
