using System.Collections.Frozen;

namespace Gongkai.Documents.Html.Cleaning;

/// <summary>允许的标签与属性。名单之外的标签只留内容，名单之外的属性一律去掉：不列举坏的，只列举好的。</summary>
internal static class AllowedMarkup
{
    /// <summary>图片只能指本条信息的附件，写作 <c>attachment:标识</c>，由页面换成真的地址。</summary>
    public const string AttachmentScheme = "attachment:";

    private const int LargestSpan = 100;

    private const int LongestAddress = 2_000;

    // 左边是来稿里的标签，右边是写出来的：页面的标题是一级，正文的标题从二级起。
    private static readonly FrozenDictionary<string, string> Tags = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["p"] = "p", ["br"] = "br", ["hr"] = "hr", ["blockquote"] = "blockquote", ["div"] = "p", ["center"] = "p",
        ["h1"] = "h2", ["h2"] = "h2", ["h3"] = "h3", ["h4"] = "h4", ["h5"] = "h4", ["h6"] = "h4",
        ["b"] = "strong", ["strong"] = "strong", ["i"] = "em", ["em"] = "em", ["u"] = "u", ["s"] = "s", ["del"] = "s", ["sub"] = "sub", ["sup"] = "sup",
        ["ul"] = "ul", ["ol"] = "ol", ["li"] = "li", ["a"] = "a", ["img"] = "img",
        ["table"] = "table", ["caption"] = "caption", ["thead"] = "thead", ["tbody"] = "tbody", ["tfoot"] = "tfoot", ["tr"] = "tr", ["th"] = "th", ["td"] = "td",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal, "p", "hr", "blockquote", "h2", "h3", "h4", "ul", "ol", "table");

    /// <summary>写成什么标签；不允许的为空。</summary>
    public static string? TagFor(string name) => Tags.GetValueOrDefault(name);

    /// <summary>是不是自成一段、不能放在段落里面的标签。</summary>
    public static bool IsBlock(string tag) => Blocks.Contains(tag);

    /// <summary>解析时要留下来看的属性。</summary>
    public static bool IsWorthParsing(ReadOnlyMemory<char> name) =>
        name.Span is "href" or "src" or "alt" or "align" or "class" or "style" or "hidden" or "rowspan" or "colspan" or "scope" or "start";

    /// <summary>链接的地址：只有 http、https、mailto 与本站之内的；别的为空。</summary>
    public static string? Link(string? address)
    {
        if (Trimmed(address) is not { Length: > 0 and <= LongestAddress } text) return null;
        if (text[0] == '#') return text;
        if (text[0] == '/') return text.Length > 1 && text[1] is '/' or '\\' ? null : text;
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" or "mailto" && link.UserInfo.Length == 0 || IsMail(text) ? text : null;
    }

    /// <summary>图片的地址：只有本条信息的附件。</summary>
    public static string? Picture(string? address) =>
        Trimmed(address) is { } text && text.StartsWith(AttachmentScheme, StringComparison.Ordinal) && Guid.TryParseExact(text[AttachmentScheme.Length..], "D", out _) ? text : null;

    /// <summary>跨几行、几列；不必写的为空。</summary>
    public static int? Span(string? text) => int.TryParse(text, out var span) && span is > 1 and <= LargestSpan ? span : null;

    // 控制字符与空白能把 java&#10;script: 藏起来：有的一律不认。
    private static string? Trimmed(string? address)
    {
        var text = address?.Trim();
        return text is null || text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)) ? null : text;
    }

    private static bool IsMail(string text) => text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && text.Contains('@', StringComparison.Ordinal);
}
