using System.Net;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Testing.Databases;

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
}
