using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Web.Access;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Access;

/// <summary>每个端点，每个角色：谁打得开，端点表与权限表怎样写，就怎样。</summary>
public sealed class RoleWalkTests(CitySite site) : IClassFixture<CitySite>
{
    private static readonly Role?[] Everybody = [null, .. Enum.GetValues<Role>().Select(role => (Role?)role)];

    [Fact]
    public async Task Every_endpoint_opens_to_exactly_the_roles_that_the_tables_say()
    {
        var wrong = new List<string>();
        foreach (var role in Everybody)
        {
            using var visitor = role is { } held ? await site.SignedIn(held) : site.Visitor();
            foreach (var row in EndpointTable.Rows.Where(row => row.Methods.Split(',').Contains("GET") && !row.DemoOnly))
            {
                var reply = await visitor.Get(Sample(site, row.Pattern, site.City.City));
                if (Opened(reply) != MayOpen(row, role)) wrong.Add($"{row.Pattern}：{role?.ToString() ?? "没有登录"}得到 {(int)reply.Status} {reply.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forms_sent_by_those_who_may_not_open_the_page_change_nothing()
    {
        using var stranger = site.Visitor();
        foreach (var row in EndpointTable.Rows.Where(row => row.Methods.Split(',').Contains("POST") && row.Policy is not (AccessPolicies.Everyone or AccessPolicies.Nobody)))
        {
            var reply = await stranger.Post(Sample(site, row.Pattern), new Dictionary<string, string> { ["_handler"] = "x" });
            reply.Status.ShouldBeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType], row.Pattern);
        }
    }

    // 只认令牌的，登录的会话、没有登录的都是 401；没有登录的被领去登录；登录了而没有权限的是 403；打得开的，东西不存在也算打得开。
    private static bool Opened(Reply reply) => reply.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        && reply.Location?.StartsWith("/console/sign-in?to=", StringComparison.Ordinal) != true;

    internal static bool MayOpen(EndpointRow row, Role? role) => row.Policy switch
    {
        AccessPolicies.Everyone => true,
        AccessPolicies.Nobody => false,
        AccessPolicies.SignedIn or AccessPolicies.OwnAccount => role is not null,
        _ => role is { } held && PermissionTable.All.Any(entry => AccessPolicies.May(entry.Permission) == row.Policy && entry.Scopes.ContainsKey(held)),
    };

    internal static string Sample(CitySite site, string pattern, Gongkai.Organisations.Units.UnitId? own = null) => pattern
        .Replace("{unit:guid}", site.City.Culture.ToString(), StringComparison.Ordinal)
        .Replace("{person:guid}", site.City.Administrator.ToString(), StringComparison.Ordinal)
        .Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{Id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{act}", "pass", StringComparison.Ordinal)
        .Replace("{Form}", "permits", StringComparison.Ordinal).Replace("{form}", "permits", StringComparison.Ordinal)
        .Replace("{Entry:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{entry:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{page:int}", "1", StringComparison.Ordinal)
        .Replace("{topic}", "work", StringComparison.Ordinal).Replace("{Template}", "Receipt", StringComparison.Ordinal)
        .Replace("{Unit:guid}", (own ?? site.City.Culture).ToString(), StringComparison.Ordinal)
        .Replace("{document:guid}", site.City.Culture.ToString(), StringComparison.Ordinal)
        .Replace("{Year:int}", "2023", StringComparison.Ordinal).Replace("{year:int}", "2023", StringComparison.Ordinal).Replace("{Number:int}", "1", StringComparison.Ordinal)
        .Replace("{file}", "site.css", StringComparison.Ordinal)
        .Replace("{part:int}", "1", StringComparison.Ordinal);
}
