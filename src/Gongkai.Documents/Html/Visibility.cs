using AngleSharp.Dom;

namespace Gongkai.Documents.Html;

/// <summary>元素是否不显示：只看它自己的 hidden 属性与行内样式，不算样式表。</summary>
internal static class Visibility
{
    public static bool IsHidden(IElement element) =>
        element.Attributes.Length > 0 && (element.HasAttribute("hidden") || Hides(element.GetAttribute("style")));

    private static bool Hides(ReadOnlySpan<char> style)
    {
        if (style.Length < "display:none".Length - 2) return false;
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0) continue;
            var value = Value(declaration[(colon + 1)..]);
            var hides = declaration[..colon].Trim() switch
            {
                var name when Is(name, "display") => Is(value, "none"),
                var name when Is(name, "visibility") => Is(value, "hidden"),
                var name when Is(name, "mso-hide") => Is(value, "all"),
                _ => false,
            };
            if (hides) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('!');
        return (end < 0 ? text : text[..end]).Trim();
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
