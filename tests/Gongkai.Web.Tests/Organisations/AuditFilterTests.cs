using System.Text.RegularExpressions;
using Gongkai.Organisations.Access;
using Gongkai.Testing;
using Gongkai.Web.Console.Auditing;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Organisations;

public sealed partial class AuditFilterTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task Records_are_narrowed_by_person_act_and_day()
    {
        var (_, login) = await site.Somebody(Role.Handler, site.City.Culture);
        using (var handler = site.Visitor()) await handler.SignIn(login, CitySite.Password);
        using var auditor = await site.SignedIn(Role.Auditor);
        var address = $"/console/audit?unit={site.City.Culture}";

        var all = await Acts(auditor, address);
        var byPerson = await Acts(auditor, $"{address}&who={login}&act=sign-in");
        var yesterday = await Acts(auditor, $"{address}&until=2026-03-01");
        var nobody = await auditor.Get($"{address}&who=nobody");

        all.Count.ShouldBeGreaterThan(byPerson.Count);
        byPerson.ShouldNotBeEmpty();
        byPerson.Distinct().ShouldBe(["登录"]);
        yesterday.ShouldBeEmpty();
        nobody.Text.ShouldContain("没有这样的记录");
    }

    [Fact]
    public void Every_act_of_the_services_has_a_caption()
    {
        var kinds = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Kind().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        kinds.Count.ShouldBeGreaterThan(20);
        kinds.Where(kind => ActCaptions.Of(kind) == kind).ShouldBeEmpty("这些记录在审计页面上只显示代码，在 ActCaptions 里加上说法");
    }

    private static async Task<List<string>> Acts(Visitor visitor, string address) =>
        [.. (await visitor.Get(address)).Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];

    [GeneratedRegex("(?:new (?:Permitted)?Act\\((?:\\w+, )?|Do\\(by, |End\\(person, )\"([a-z-]+(?:\\.[a-z-]+)?)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
