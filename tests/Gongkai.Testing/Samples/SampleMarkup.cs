using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Documents.Layout;

namespace Gongkai.Testing.Samples;

/// <summary>政府网站后台从 Word 粘贴出来的网页：mso 样式、条件注释、层层 span、表格套在排版表格里、不换行空格。</summary>
internal static class SampleMarkup
{
    private const string ParagraphStyle = "mso-margin-top-alt:0cm;margin-bottom:.0001pt;text-align:justify;text-justify:inter-ideograph;text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt;mso-line-height-rule:exactly";

    public static byte[] Write(LayoutDocument document)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{document.Title}_政府信息公开_云泽市人民政府</title>\n<meta name=\"SiteName\" content=\"云泽市人民政府\"/>\n<meta name=\"ArticleTitle\" content=\"{document.Title}\"/>\n")
            .Append("<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:PunctuationKerning/></w:WordDocument></xml><![endif]-->\n<style>p.MsoNormal{margin:0cm;font-size:16.0pt;font-family:仿宋_GB2312}</style>\n</head>\n<body>\n")
            .Append("<div class=\"nav\"><a href=\"/\">首页</a>&nbsp;&gt;&nbsp;<a href=\"/zwgk/\">政府信息公开</a>&nbsp;&gt;&nbsp;<a href=\"/zwgk/nb/\">政府信息公开年报</a></div>\n")
            .Append("<table width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td class=\"content\"><div class=\"TRS_Editor\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"MsoNormal\" align=\"center\"><b><span style=\"font-size:22.0pt;font-family:方正小标宋简体\">{document.Title}<o:p></o:p></span></b></p>\n");
        foreach (var block in document.Blocks) Block(html, block);
        html.Append("</div></td></tr></table>\n<div class=\"foot\"><a href=\"javascript:window.print()\">打印</a>&nbsp;<a href=\"javascript:window.close()\">关闭</a></div>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Block(StringBuilder html, LayoutBlock block)
    {
        switch (block)
        {
            case LayoutHeading heading:
                Paragraph(html, $"<b><span lang=\"ZH-CN\" style=\"font-family:黑体;mso-bidi-font-family:黑体\">{Spans(heading.Text)}</span></b>");
                break;
            case LayoutParagraph paragraph:
                Paragraph(html, Spans(paragraph.Text));
                break;
            case LayoutTable table:
                Table(html, table);
                break;
            case LayoutClosing closing:
                foreach (var line in closing.Lines) Paragraph(html, $"&nbsp;&nbsp;&nbsp;&nbsp;{Spans(line)}");
                break;
        }
    }

    private static void Paragraph(StringBuilder html, string content) =>
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"MsoNormal\" style=\"{ParagraphStyle}\">{content}<span lang=\"EN-US\"><o:p></o:p></span></p>\n");

    /// <summary>Word 把西文与中文分在不同的 span 里。</summary>
    private static string Spans(string text)
    {
        var html = new StringBuilder();
        for (int start = 0, end; start < text.Length; start = end)
        {
            var latin = text[start] < 0x80;
            for (end = start + 1; end < text.Length && text[end] < 0x80 == latin; end++)
            {
            }

            html.Append(CultureInfo.InvariantCulture, $"<span {(latin ? "lang=\"EN-US\"" : "style=\"font-family:仿宋_GB2312\"")}>{WebUtility.HtmlEncode(text[start..end])}</span>");
        }

        return html.ToString();
    }

    private static void Table(StringBuilder html, LayoutTable table)
    {
        html.Append("<div align=\"center\"><table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\" style=\"border-collapse:collapse;mso-yfti-tbllook:1184\"><tbody>\n");
        for (var row = 0; row < table.Rows; row++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr style=\"mso-yfti-irow:{row}\">");
            foreach (var cell in table.Cells.Where(cell => cell.Row == row))
                html.Append(CultureInfo.InvariantCulture, $"<td{Span("rowspan", cell.RowSpan)}{Span("colspan", cell.ColumnSpan)} style=\"padding:0cm 5.4pt\"><p class=\"MsoNormal\" align=\"center\">{(cell.Text.Length == 0 ? "&nbsp;" : Spans(cell.Text.Replace("\n", "", StringComparison.Ordinal)))}</p></td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Span(string name, int value) => value > 1 ? $" {name}=\"{value.ToString(CultureInfo.InvariantCulture)}\"" : "";
}
