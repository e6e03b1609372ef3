using Gongkai.Organisations.Access;
using Gongkai.Web.Access;
using Gongkai.Web.Console;
using Gongkai.Web.Console.Help;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Help;

/// <summary>后台的每一页背后有它的帮助；快捷键写在一处。</summary>
public sealed class HelpTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public void Every_page_of_the_console_has_its_help()
    {
        var without = EndpointTable.Rows
            .Where(row => row is { Surface: Surface.Console, DemoOnly: false } && row.Methods == "GET,POST" && !row.Pattern.StartsWith("/console/help", StringComparison.Ordinal))
            .Where(row => HelpTopics.For(row.Pattern) is null).Select(row => row.Pattern);

        without.ShouldBeEmpty("在 Console/Help/Topics 里写一篇，在 HelpTopics 里写明哪一页看它。");
    }

    [Fact]
    public void Every_topic_has_a_title_and_says_something()
    {
        HelpTopics.All.Where(topic => topic.Html.Length < 60 || topic.Title.Length == 0).Select(topic => topic.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_help_of_a_page_is_one_link_away_and_a_wrong_topic_is_not_found()
    {
        using var visitor = await site.SignedIn(Role.Handler, site.City.Culture);
        var link = (await visitor.Get("/console/items")).Page.QuerySelector("a[data-key=h]")!.GetAttribute("href")!;

        link.ShouldBe("/console/help/items");
        (await visitor.Get(link)).Page.QuerySelector("h1")!.TextContent.ShouldBe("信息的清单");
        (await visitor.Get("/console/help/没有这一篇")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public void No_two_shortcuts_share_their_keys() =>
        Shortcuts.All.GroupBy(shortcut => string.Join(' ', shortcut.Keys)).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
}
