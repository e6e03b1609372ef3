using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Organisations.Access;
using Gongkai.Testing;
using Gongkai.Web.Access;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Access;

/// <summary>后台的每张表单，每个登录着的角色：谁交得了，表单表与权限表怎样写，就怎样。</summary>
public sealed partial class FormWalkTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task Every_form_is_taken_from_exactly_the_roles_that_the_tables_say()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await site.SignedIn(role, site.City.Culture);
            var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            // 退出要放在最后：交了它，后面的就都没有登录了。
            foreach (var form in FormTable.Rows.Where(form => form.Pattern != "/console/gallery" && EndpointTable.Find(form.Pattern, []) is { Policy: not AccessPolicies.Everyone }).OrderBy(form => form.Handler == "sign-out"))
            {
                var reply = await visitor.Post(RoleWalkTests.Sample(site, form.Pattern), Filled(form, token));
                if ((reply.Status != HttpStatusCode.Forbidden) != MaySend(form, role)) wrong.Add($"{form.Pattern} {form.Handler}：{role}得到 {(int)reply.Status}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_its_token_no_form_is_taken_from_anybody_who_may_send_it()
    {
        // 令牌的接口不认会话，不怕别的网站代交；换显示的样子谁都可以，什么也不泄露。
        var rows = EndpointTable.Rows.Where(row => row.Methods.Split(',').Contains("POST") && row.Policy is not AccessPolicies.Nobody && row.Surface != Surface.Api && row.Pattern is not "/display" && !row.DemoOnly).ToList();
        rows.Count.ShouldBeGreaterThan(60);
        var wrong = new List<string>();
        foreach (var role in (Role[])[Role.DisclosureOfficeHead, Role.Handler, Role.Administrator])
        {
            using var visitor = await site.SignedIn(role, role == Role.Administrator ? null : site.City.Culture);
            foreach (var row in rows)
            {
                var address = RoleWalkTests.Sample(site, row.Pattern);
                // 公众的表单限着次数，只看一个角色的。
                if (row.Surface == Surface.Portal && role != Role.Handler) continue;
                foreach (var handler in FormTable.Rows.Where(form => form.Pattern == row.Pattern).Select(form => form.Handler.Replace("*", "x", StringComparison.Ordinal)).DefaultIfEmpty("x"))
                {
                    var reply = await visitor.Post(address, new Dictionary<string, string> { ["_handler"] = handler });
                    if (reply.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType)) wrong.Add($"{row.Pattern} {handler}：{role}得到 {(int)reply.Status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_not_in_the_table_reaches_no_page()
    {
        using var visitor = await site.SignedIn(Role.Administrator);
        var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var reply = await visitor.Post("/console/permissions", new Dictionary<string, string> { ["_handler"] = "anything", ["__RequestVerificationToken"] = token });

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Page.QuerySelector("h1")!.TextContent.ShouldBe("请求不完整");
    }

    [Fact]
    public void Every_form_of_the_console_stands_in_the_table()
    {
        var unlisted =
            from path in Directory.EnumerateFiles(Repository.PathOf("src", "Gongkai.Web", "Console"), "*.razor", SearchOption.AllDirectories)
            from Match match in FormName().Matches(File.ReadAllText(path))
            let name = match.Groups["name"].Value
            where !FormTable.Rows.Any(form => form.Handler == name || (form.Handler.EndsWith('*') && name.StartsWith(form.Handler[..^1], StringComparison.Ordinal)))
            select $"{Path.GetFileName(path)}：{name}";

        unlisted.ShouldBeEmpty("在 Access/FormTable.cs 里加一行，写明要有哪项权限；登记之前谁也交不了它。");
    }

    [Fact]
    public void Every_row_of_the_form_table_has_its_page()
    {
        FormTable.Rows.Where(form => EndpointTable.Find(form.Pattern, ["POST"]) is null).Select(form => $"{form.Pattern} {form.Handler}").ShouldBeEmpty();
    }

    private static bool MaySend(FormRow form, Role role) => (form.Needed is not { } needed || PermissionTable.ScopeOf(needed, role) is not null)
        && RoleWalkTests.MayOpen(EndpointTable.Find(form.Pattern, [])!, role);

    private static Dictionary<string, string> Filled(FormRow form, string token) =>
        new() { ["_handler"] = form.Handler.Replace("*", "x", StringComparison.Ordinal), ["__RequestVerificationToken"] = token };

    [GeneratedRegex("""(?:FormName|@formname)="(?<name>[a-z-]+)"|<TotpForm Name="(?<name>[a-z-]+)"|@formname="@\(\$"(?<name>[a-z-]+)\{""", RegexOptions.NonBacktracking)]
    private static partial Regex FormName();
}
