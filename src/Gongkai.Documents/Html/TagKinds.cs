using System.Collections.Frozen;

namespace Gongkai.Documents.Html;

/// <summary>标签对正文的作用。</summary>
internal enum TagKind
{
    /// <summary>行内标签与不认得的标签：内容接在同一行里。</summary>
    Inline,

    /// <summary>块级标签：前后各断一行。</summary>
    Block,

    LineBreak,
    Preformatted,
    Table,

    /// <summary>整个不读：脚本、样式、表单控件、嵌入的图形。</summary>
    Dropped,
}

internal static class TagKinds
{
    private static readonly FrozenDictionary<string, TagKind> ByName = Build();

    public static TagKind Of(string localName) => ByName.GetValueOrDefault(localName, TagKind.Inline);

    private static FrozenDictionary<string, TagKind> Build()
    {
        var kinds = new Dictionary<string, TagKind>(StringComparer.Ordinal)
        {
            ["br"] = TagKind.LineBreak,
            ["pre"] = TagKind.Preformatted,
            ["listing"] = TagKind.Preformatted,
            ["xmp"] = TagKind.Preformatted,
            ["plaintext"] = TagKind.Preformatted,
            ["table"] = TagKind.Table,
        };
        foreach (var name in (string[])
            [
                "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
                "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
                "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "search", "section", "summary", "ul",
                "tbody", "thead", "tfoot", "tr", "td", "th",
            ])
            kinds.Add(name, TagKind.Block);
        foreach (var name in (string[])
            [
                "head", "script", "style", "noscript", "template", "iframe", "frame", "frameset", "noframes", "noembed", "object",
                "embed", "applet", "svg", "math", "canvas", "audio", "video", "map", "select", "datalist", "textarea", "button",
                "input", "colgroup", "col",
            ])
            kinds.Add(name, TagKind.Dropped);
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
