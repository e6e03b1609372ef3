using System.Buffers;
using System.Collections.Frozen;

namespace Gongkai.Documents.Html;

/// <summary>解码之后的文字是哪一种标记。</summary>
internal enum MarkupKind
{
    None,
    Html,

    /// <summary>邮件格式包起来的网页（mht），也常以 .doc 为名。</summary>
    MimeHtml,

    /// <summary>Word 2003 XML 一类的单文件文档，交给 LibreOffice。</summary>
    OfficeXml,
    OtherXml,
}

/// <summary>看文字的开头，跳过空白、注释与声明，判定是不是标记。</summary>
internal static class MarkupSniffer
{
    // 有的网页开头先有一小段文字，声明在后面。
    private const int Head = 1024;

    private static readonly FrozenSet<string> HtmlTags = new[]
    {
        "html", "head", "body", "title", "meta", "link", "base", "style", "script", "div", "p", "span", "table", "tbody", "tr", "td",
        "h1", "h2", "h3", "h4", "h5", "h6", "center", "font", "section", "article", "main", "header", "ul", "ol", "dl", "br", "hr",
        "img", "a", "b", "strong", "form", "iframe", "pre", "noscript",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfficeRoots = new[]
    {
        "w:wordDocument", "pkg:package", "Workbook", "ss:Workbook", "office:document", "uof:UOF",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> MimeVersion = SearchValues.Create(["MIME-Version:"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> HtmlMarks = SearchValues.Create(["<html", "<!doctype html"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    public static MarkupKind Sniff(string text)
    {
        var rest = text.AsSpan().TrimStart();
        if (IsMime(rest)) return MarkupKind.MimeHtml;
        var declared = rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        var root = FirstTag(rest);
        if (root is "!DOCTYPE") return DoctypeKind(rest);
        if (IsIn(HtmlTags, root)) return MarkupKind.Html;
        if (IsIn(OfficeRoots, root)) return MarkupKind.OfficeXml;
        if (declared) return MarkupKind.OtherXml;
        var head = rest[..Math.Min(rest.Length, Head)];
        return head.ContainsAny(HtmlMarks) ? MarkupKind.Html : MarkupKind.None;
    }

    // 邮件头在第一个空行之前；“MIME-Version: 1.0”未必是第一行。
    private static bool IsMime(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Head)];
        return head.IndexOfAny(MimeVersion) is var at and >= 0
            && (at == 0 || head[at - 1] == '\n')
            && head.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>跳过注释、处理指令与空白之后的第一个标签名；后面不是标签时为空。</summary>
    private static ReadOnlySpan<char> FirstTag(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            var skip = text switch
            {
                _ when text.StartsWith("<!--") => After(text, "-->"),
                _ when text.StartsWith("<![") || text.StartsWith("<?") => After(text, ">"),
                _ => 0,
            };
            if (skip == 0) break;
            text = text[skip..];
        }

        if (text is not ['<', ..]) return [];
        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)) return "!DOCTYPE";
        var end = text.IndexOfAny(NameEnd);
        return end < 0 ? [] : text[1..end];
    }

    private static int After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end) is var at and >= 0 ? at + end.Length : text.Length;

    private static MarkupKind DoctypeKind(ReadOnlySpan<char> text)
    {
        var declaration = text[text.IndexOf("<!doctype", StringComparison.OrdinalIgnoreCase)..];
        var name = declaration["<!doctype".Length..].TrimStart();
        return name.StartsWith("html", StringComparison.OrdinalIgnoreCase) ? MarkupKind.Html : MarkupKind.OtherXml;
    }

    private static bool IsIn(FrozenSet<string> names, ReadOnlySpan<char> name) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
