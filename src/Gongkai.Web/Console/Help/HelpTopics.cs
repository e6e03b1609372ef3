using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Markdig;

namespace Gongkai.Web.Console.Help;

/// <summary>帮助的一篇。</summary>
/// <param name="Key">地址里的写法，也是文件名。</param>
/// <param name="Title">题目，取自文章的第一行。</param>
/// <param name="Html">正文，已经排成网页。</param>
internal sealed record HelpTopic(string Key, string Title, string Html);

/// <summary>
/// 后台每一页的帮助：文章在 <c>Topics/*.md</c>，哪一页看哪一篇写在这里。加一个页面而没有它的帮助，测试会指出来。
/// </summary>
internal static class HelpTopics
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>地址（模板）开头是这样的，看这一篇；写得长的先认。</summary>
    private static readonly ImmutableArray<(string Prefix, string Topic)> Pages =
    [
        ("/console/items/{id:guid}/findings", "findings"), ("/console/findings", "findings"), ("/console/items/{id:guid}/acts", "acts"), ("/console/items/{id:guid}/edit", "drafting"), ("/console/items/{id:guid}/preview", "drafting"), ("/console/items/{id:guid}/versions", "drafting"),
        ("/console/letters", "cases"),
        ("/console/items/{id:guid}", "dossier"), ("/console/items/new", "drafting"), ("/console/items/import", "drafting"), ("/console/items/bulk", "bulk"), ("/console/items", "items"),
        ("/console/matters", "matters"), ("/console/aspects", "matters"), ("/console/channels", "channels"), ("/console/registers", "registers"), ("/console/columns", "columns"), ("/console/guide", "columns"), ("/console/systems", "columns"), ("/console/normative", "normative"), ("/console/reports", "reports"), ("/console/collect", "collect"), ("/console/opinions", "opinions"), ("/console/cases", "cases"), ("/console/claims", "claims"),
        ("/console/ledger", "ledger"), ("/console/units/{unit:guid}/review", "review-plan"), ("/console/units", "units"), ("/console/people", "people"), ("/console/delegations", "delegations"), ("/console/tokens", "tokens"), ("/console/settings", "settings"), ("/console/holidays", "holidays"), ("/console/forms", "forms"),
        ("/console/audit", "audit"), ("/console/permissions", "permissions"), ("/console/password", "account"), ("/console/totp", "account"), ("/console/sessions", "account"), ("/console/notices", "notices"), ("/console/mail", "notices"),
        ("/console/sign-in", "account"), ("/console/sign-out", "account"), ("/console/setup", "setup"),
    ];

    /// <summary>全部，按看的次序。</summary>
    public static ImmutableArray<HelpTopic> All { get; } =
        [.. new[] { "work", "notices", "items", "dossier", "acts", "findings", "bulk", "drafting", "columns", "normative", "opinions", "cases", "claims", "reports", "collect", "ledger", "matters", "channels", "registers", "review-plan", "units", "people", "delegations", "tokens", "settings", "holidays", "forms", "audit", "permissions", "account", "setup", "shortcuts" }.Select(Read)];

    /// <summary>一篇；没有的为空。</summary>
    public static HelpTopic? Find(string key) => All.FirstOrDefault(topic => topic.Key == key);

    /// <summary>一页的帮助；没有的为空。</summary>
    /// <param name="pattern">页面的地址模板。</param>
    public static HelpTopic? For(string pattern)
    {
        if (pattern == "/console") return Find("work");
        var topic = Pages.Where(page => pattern == page.Prefix || pattern.StartsWith(page.Prefix + "/", StringComparison.Ordinal)).OrderByDescending(page => page.Prefix.Length).Select(page => page.Topic).FirstOrDefault();
        return topic is null ? null : Find(topic);
    }

    public static string Address(HelpTopic topic) => $"/console/help/{topic.Key}";

    private static HelpTopic Read(string key)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Help/{key}.md") ?? throw new InvalidOperationException($"没有帮助 Console/Help/Topics/{key}.md。");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var title = reader.ReadLine()!.TrimStart('#', ' ');
        return new HelpTopic(key, title, Markdown.ToHtml(reader.ReadToEnd(), Pipeline));
    }
}
