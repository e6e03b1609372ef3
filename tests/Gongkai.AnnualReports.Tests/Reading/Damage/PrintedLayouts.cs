using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>同一份报告印成各种版式，再用平常的办法读入。</summary>
internal static class PrintedLayouts
{
    public static IReadOnlyDictionary<string, Func<PrintedReport, SourceDocument>> All { get; } = new Dictionary<string, Func<PrintedReport, SourceDocument>>(StringComparer.Ordinal)
    {
        ["竖线"] = report => Text(report, row => $"| {string.Join(" | ", row)} |\n"),
        ["制表符"] = report => Text(report, row => string.Join('\t', row) + "\n"),
        ["空格"] = report => Text(report, row => string.Join(' ', row.Where(cell => cell.Length > 0)) + "\n"),
        ["一格一行"] = report => Text(report, row => string.Join("\n\n", row) + "\n\n"),
        ["全部粘连"] = report => Text(report, string.Concat),
        ["网页"] = report => Read(Html(report), "a.html"),
        ["Word"] = report => Read(Word(report), "a.docx"),
        ["有坐标的页"] = report => new SourceDocument(SourceFormat.Pdf, PrintedPages.Of(report), []),
    };

    /// <summary>空格子在这种版式里看得见；没有格线的文字看不见，有坐标的页上只有七列的表看得见。</summary>
    public static bool ShowsBlanks(string layout, PrintedRow row) =>
        layout is not ("空格" or "一格一行" or "全部粘连") && (layout != "有坐标的页" || row.Values.Count == 7);

    /// <summary>全部粘连的版式里，每一行的数已经坏过一次，不再坏第二次；有坐标的页上丢了一格，就是空着一格，数与标签总在同一个格子高度之内。</summary>
    public static bool CanShow(string layout, string damage) => (layout, damage) is not
        (("全部粘连", "丢了一格" or "数中间断开" or "多一个零") or ("有坐标的页", "丢了一格" or "数在标签的下一行"));

    /// <summary>一张表的全部行：表头、数据；掉下去的、隔开的数自成一行。</summary>
    public static IEnumerable<string[]> RowsOf(PrintedTable table)
    {
        foreach (var block in table.Blocks)
        {
            foreach (var header in block.Header) yield return header;
            foreach (var row in block.Rows)
            {
                string[] labels = [.. row.Groups, .. row.Label.Length > 0 ? [row.Label] : Array.Empty<string>()];
                if (labels.Length == 0 && row.Values.Count == 0) continue;
                switch (row.At)
                {
                    case ValuesAt.Below when labels.Length > 0:
                        yield return labels;
                        yield return [.. row.Values];
                        break;
                    case ValuesAt.InsideLabel when row.Label.Length > 6:
                        yield return [.. row.Groups, row.Label[..(row.Label.Length / 2)]];
                        yield return [.. row.Values];
                        yield return [row.Label[(row.Label.Length / 2)..]];
                        break;
                    default:
                        yield return [.. labels, .. row.Values];
                        break;
                }

                if (row.Fallen is { } fallen) yield return [fallen];
            }
        }
    }

    private static SourceDocument Text(PrintedReport report, Func<string[], string> write)
    {
        var text = new StringBuilder(report.Title + "\n\n一、总体情况\n本年度工作平稳。\n");
        foreach (var table in report.Tables)
        {
            text.Append($"\n{table.Heading}\n");
            foreach (var sentence in table.Prose) text.Append(sentence).Append('\n');
            foreach (var row in RowsOf(table)) text.Append(write(row));
        }

        text.Append("\n五、存在的主要问题及改进情况\n解读偏少，下一年改进。\n六、其他需要报告的事项\n无。\n");
        return Read(Encoding.UTF8.GetBytes(text.ToString()), "a.txt");
    }

    private static byte[] Html(PrintedReport report)
    {
        var page = new StringBuilder($"<!DOCTYPE html><html><body><h1>{report.Title}</h1><p>一、总体情况</p><p>本年度工作平稳。</p>");
        foreach (var table in report.Tables)
        {
            page.Append($"<p>{table.Heading}</p>");
            foreach (var sentence in table.Prose) page.Append($"<p>{WebUtility.HtmlEncode(sentence)}</p>");
            page.Append("<table>");
            foreach (var row in RowsOf(table)) page.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
            page.Append("</table>");
        }

        return Encoding.UTF8.GetBytes(page.Append("<p>五、存在的主要问题及改进情况</p><p>解读偏少。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>").ToString());
    }

    private static byte[] Word(PrintedReport report)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = word.AddMainDocumentPart().Document = new W.Document(new W.Body());
            void Say(string text) => body.Body!.Append(new W.Paragraph(new W.Run(new W.Text(text))));
            Say(report.Title);
            Say("一、总体情况");
            Say("本年度工作平稳。");
            foreach (var table in report.Tables)
            {
                Say(table.Heading);
                foreach (var sentence in table.Prose) Say(sentence);
                body.Body!.Append(new W.Table(RowsOf(table).Select(row => new W.TableRow(row.Select(cell => new W.TableCell(new W.Paragraph(new W.Run(new W.Text(cell)))))))));
            }

            Say("五、存在的主要问题及改进情况");
            Say("解读偏少。");
            Say("六、其他需要报告的事项");
            Say("无。");
        }

        return stream.ToArray();
    }

    private static SourceDocument Read(byte[] content, string name) => DocumentReader.Read(content, name, ReadLimits.Default, CancellationToken.None).Value;
}
