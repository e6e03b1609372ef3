using Gongkai.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Access;

/// <summary>端点表与真有的端点一一对应：没有登记的谁也打不开，登记了的都在。</summary>
public sealed class EndpointTableTests(RunningSite site) : IClassFixture<RunningSite>
{
    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_stands_in_the_table()
    {
        Endpoints.Count.ShouldBeGreaterThanOrEqualTo(EndpointTable.Rows.Count);
        var unlisted = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRow>() is null).Select(endpoint => endpoint.DisplayName);

        unlisted.ShouldBeEmpty("在 Access/EndpointTable.cs 里加一行，写明它在哪一面、谁可以用；登记之前谁也打不开它。");
    }

    [Fact]
    public void Every_endpoint_declares_the_policy_of_its_row()
    {
        var wrong = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<EndpointRow>() is { } row
            && !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).SequenceEqual([row.Policy])).Select(endpoint => endpoint.DisplayName);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_of_the_table_has_its_endpoint()
    {
        var served = Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<EndpointRow>()).ToHashSet();

        EndpointTable.Rows.Where(row => !served.Contains(row)).Select(row => row.Pattern).ShouldBeEmpty("表里有、程序里没有：改正地址或方法，或者删掉这一行。");
    }

    [Fact]
    public void Every_policy_in_the_table_is_defined()
    {
        EndpointTable.Rows.Select(row => row.Policy).Except(AccessPolicies.Names).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_fallback_denies_even_those_who_are_signed_in()
    {
        var authorization = site.Services.GetRequiredService<IAuthorizationService>();
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var person = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity("test"));

        var answer = await authorization.AuthorizeAsync(person, null, (await policies.GetFallbackPolicyAsync())!);

        answer.Succeeded.ShouldBeFalse();
    }
}
