using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Gongkai.Documents.Html.Cleaning;

/// <summary>一个标签写出哪些属性：逐个认，逐个写。</summary>
internal static class CleanAttributes
{
    public static string Of(string tag, IElement element)
    {
        var text = new StringBuilder();
        switch (tag)
        {
            case "a":
                Add(text, "href", AllowedMarkup.Link(element.GetAttribute("href")));
                break;
            case "ol":
                Add(text, "start", AllowedMarkup.Span(element.GetAttribute("start")));
                break;
            case "td" or "th":
                Add(text, "colspan", AllowedMarkup.Span(element.GetAttribute("colspan")));
                Add(text, "rowspan", AllowedMarkup.Span(element.GetAttribute("rowspan")));
                if (tag == "th" && element.GetAttribute("scope") is "row" or "col" or "rowgroup" or "colgroup") Add(text, "scope", element.GetAttribute("scope"));
                break;
        }

        if (tag is "p" or "h2" or "h3" or "h4" or "td" or "th") Add(text, "class", Alignment(element));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is not null) text.Append(' ').Append(name).Append("=\"").Append(HtmlWriter.Encode(value)).Append('"');
    }

    private static void Add(StringBuilder text, string name, int? value) => Add(text, name, value?.ToString(CultureInfo.InvariantCulture));

    // 公文的标题居中、落款居右：这两样是内容，不是装饰。
    private static string? Alignment(IElement element)
    {
        var aligned = element.LocalName == "center" ? "center" : element.GetAttribute("align") ?? Declared(element.GetAttribute("style") ?? "", "text-align");
        if (aligned.Length == 0) aligned = Stored(element);
        return aligned.Trim().ToUpperInvariant() switch
        {
            "CENTER" => "text-center",
            "RIGHT" or "END" => "text-end",
            _ => null,
        };
    }

    // 自己写出去的，再改再存时还认得。
    private static string Stored(IElement element) => element.ClassList.Contains("text-center") ? "center" : element.ClassList.Contains("text-end") ? "end" : "";

    private static string Declared(string style, string name)
    {
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && declaration.AsSpan(0, colon).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return declaration[(colon + 1)..];
        }

        return "";
    }
}
