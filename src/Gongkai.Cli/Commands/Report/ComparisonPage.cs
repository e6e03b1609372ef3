using System.Net;
using System.Text;
using Gongkai.AnnualReports.Comparison;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Cli.Commands.Report;

/// <summary>比较结果写成一个自足的网页：没有脚本，不引用外部文件，可以打印。</summary>
internal static class ComparisonPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.7; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        h1, h2 { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; line-height: 1.4; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { border-bottom: 1px solid #bbb; padding: .35rem .6rem; text-align: left; vertical-align: top; }
        tbody th { font-weight: normal; }
        td.figure, th.figure { text-align: right; white-space: nowrap; }
        blockquote { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid #1d4f91; }
        @media print { body { max-width: none; margin: 0; } }
        """;

    public static string Of(AnnualReport old, AnnualReport @new, ReportComparison comparison)
    {
        var (before, after) = (Encode(ComparisonText.NameOf(old)), Encode(ComparisonText.NameOf(@new)));
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>年报比较：{before}与{after}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>年报比较</h1>\n<p>旧：{before}<br>新：{after}</p>\n");
        foreach (var table in comparison.Tables) AppendTable(page, table);
        page.Append($"<h2>结转衔接</h2>\n<p>{Encode(ComparisonText.Summary(comparison.CarryOver))}</p>\n");
        if (!comparison.CarryOver.Differences.IsEmpty) AppendDifferences(page, "结转不一致的列", comparison.CarryOver.Differences);
        page.Append("<h2>文字雷同</h2>\n");
        foreach (var section in comparison.Sections)
        {
            page.Append($"<h3>{Encode(section.Title)}</h3>\n<p>包含度：{Encode(ComparisonText.Share(section.Containment))}</p>\n");
            foreach (var passage in section.Passages) page.Append($"<blockquote>{Encode(passage)}</blockquote>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendTable(StringBuilder page, TableComparison table)
    {
        var summary = ComparisonText.Summary(table);
        page.Append($"<h2>{Encode(summary[..summary.IndexOf('：', StringComparison.Ordinal)])}</h2>\n<p>{Encode(summary)}</p>\n");
        if (!table.Differences.IsEmpty) AppendDifferences(page, "不同的格子", table.Differences);
    }

    private static void AppendDifferences(StringBuilder page, string caption, IEnumerable<CellDifference> differences)
    {
        page.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr><th scope=\"col\">格子</th><th scope=\"col\" class=\"figure\">旧</th><th scope=\"col\" class=\"figure\">新</th><th scope=\"col\" class=\"figure\">增减</th></tr></thead>\n<tbody>\n");
        foreach (var difference in differences)
            page.Append($"<tr><th scope=\"row\">{Encode(difference.Label)}</th><td class=\"figure\">{Encode(ComparisonText.Of(difference.Old))}</td><td class=\"figure\">{Encode(ComparisonText.Of(difference.New))}</td><td class=\"figure\">{ComparisonText.Change(difference)}</td></tr>\n");
        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
