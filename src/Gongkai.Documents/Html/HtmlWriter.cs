using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Html;

/// <summary>写一个自足的网页：真的表格（跨度、标题与各格的对应），打印与深色样式，没有脚本，不取外部的东西。</summary>
public static class HtmlWriter
{
    private static readonly string Style = LoadStyle();

    public static void Write(LayoutDocument document, Stream output)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encode(document.Title)}</title>\n");
        if (document.Organisation is { } organisation)
            html.Append(CultureInfo.InvariantCulture, $"<meta name=\"author\" content=\"{Encode(organisation)}\">\n");
        if (document.PublishedOn is { } published)
            html.Append(CultureInfo.InvariantCulture, $"<meta name=\"PubDate\" content=\"{published:yyyy-MM-dd}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>\n{Style}</style>\n</head>\n<body>\n<main>\n<article>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{string.Join("<wbr>", TitleLines.Parts(document).Select(Encode))}</h1>\n");
        Blocks(html, document, widths: true);
        html.Append("</article>\n</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    /// <summary>只写正文各块（二级标题、段落、表），放进别的网页里；不写样式，列宽也由那个网页定。</summary>
    public static string Fragment(LayoutDocument document)
    {
        var html = new StringBuilder();
        Blocks(html, document, widths: false);
        return html.ToString();
    }

    private static void Blocks(StringBuilder html, LayoutDocument document, bool widths)
    {
        var tables = 0;
        foreach (var block in document.Blocks)
        {
            if (block is LayoutTable table) new HtmlTable(html, table, ++tables, widths).Write();
            else Block(html, block);
        }
    }

    /// <summary>只转义必须转义的字符：汉字照写，人也能看源码。</summary>
    internal static string Encode(string text) => text.AsSpan().ContainsAny("&<>\"'") ? EncodeMarkup(text) : text;

    private static string EncodeMarkup(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character is '&' or '<' or '>' or '"' or '\'') encoded.Append(WebUtility.HtmlEncode(character.ToString()));
            else encoded.Append(character);
        }

        return encoded.ToString();
    }

    private static void Block(StringBuilder html, LayoutBlock block)
    {
        switch (block)
        {
            case LayoutHeading heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1}>{Encode(heading.Text)}</h{heading.Level + 1}>\n");
                break;
            case LayoutParagraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(paragraph.Text)}</p>\n");
                break;
            case LayoutDocumentNumber number:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"number\">{Encode(number.Text)}</p>\n");
                break;
            case LayoutAddressee addressee:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"addressee\">{Encode(addressee.Text)}</p>\n");
                break;
            case LayoutClosing closing:
                html.Append("<footer>\n");
                foreach (var line in closing.Lines) html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(line)}</p>\n");
                html.Append("</footer>\n");
                break;
        }
    }

    private static string LoadStyle()
    {
        using var stream = typeof(HtmlWriter).Assembly.GetManifestResourceStream("Gongkai.Documents.Html.document.css")
            ?? throw new InvalidOperationException("程序里没有附带网页样式。");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
