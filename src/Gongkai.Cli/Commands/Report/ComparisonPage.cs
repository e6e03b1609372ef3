using System.Net;
using System.Text;
using Gongkai.AnnualReports.Comparison;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Cli.Commands.Report;

/// <summary>比较结果写成一个自足的网页：没有脚本，不引用外部文件，可以打印。</summary>
internal static class ComparisonPage
{
    private const string Style = """
        :root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1f2328; --soft: #5c6167; --rule: #c9c6bd; --focus: #1d4f91; }
        @media (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #e4e2dc; --soft: #a5a8ac; --rule: #45494e; --focus: #8ab8f5; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.75 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; box-sizing: border-box; }
        h1, h2 { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; line-height: 1.4; }
        h1 { font-size: 1.75rem; margin: 0 0 1rem; }
        h2 { font-size: 1.3125rem; margin: 2.5rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); padding: .25rem .5rem; }
        th, td { border-bottom: 1px solid var(--rule); padding: .35rem .5rem; text-align: left; vertical-align: top; }
        thead th { color: var(--soft); font-weight: 500; }
        tbody th { font-weight: normal; }
        td.figure, th.figure { text-align: right; white-space: nowrap; width: 4rem; }
        blockquote { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid var(--focus); overflow-wrap: anywhere; }
        @media (max-width: 40rem) { main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.375rem; } td.figure, th.figure { width: auto; } }
        @media print {
          @page { size: A4; margin: 20mm 18mm; }
          :root { --paper: #fff; --ink: #000; --soft: #000; --rule: #888; color-scheme: light; }
          body { font-size: 10.5pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; }
          h1, h2, h3, caption { break-after: avoid; } tr, blockquote { break-inside: avoid; } thead { display: table-header-group; }
        }
        """;

    public static string Of(AnnualReport old, AnnualReport @new, ReportComparison comparison)
    {
        var (before, after) = (Encode(ComparisonText.NameOf(old)), Encode(ComparisonText.NameOf(@new)));
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html>\n<html lang=\"{Say("zh-CN", "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Say($"年报比较：{before}与{after}", $"Two annual reports compared: {before} and {after}")}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Say("年报比较", "Two annual reports compared")}</h1>\n<p>{Say("旧：", "Old: ")}{before}<br>{Say("新：", "New: ")}{after}</p>\n");
        foreach (var table in comparison.Tables) AppendTable(page, table);
        page.Append(Say($"<h2>结转衔接</h2>\n<p>{Encode(ComparisonText.Result(comparison.CarryOver))}</p>\n",
            $"<h2>Carried over</h2>\n<p>{Encode(ComparisonText.Result(comparison.CarryOver))}</p>\n"));
        if (!comparison.CarryOver.Differences.IsEmpty) AppendDifferences(page, Say("结转不一致的列", "Columns whose carry-over disagrees"), comparison.CarryOver.Differences);
        page.Append(Say("<h2>文字雷同</h2>\n", "<h2>Copied text</h2>\n"));
        foreach (var section in comparison.Sections)
        {
            page.Append(Say($"<h3>{Encode(section.Title)}</h3>\n<p>包含度：{Encode(ComparisonText.Share(section.Containment))}</p>\n",
                $"<h3>“{Encode(section.Title)}”</h3>\n<p>Containment: {Encode(ComparisonText.Share(section.Containment))}</p>\n"));
            foreach (var passage in section.Passages) page.Append(Say($"<blockquote>{Encode(passage)}</blockquote>\n", $"<blockquote>“{Encode(passage)}”</blockquote>\n"));
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendTable(StringBuilder page, TableComparison table)
    {
        page.Append($"<h2>{TableKeys.Name(table.Kind)}</h2>\n<p>{Encode(ComparisonText.Result(table))}</p>\n");
        if (!table.Differences.IsEmpty) AppendDifferences(page, Say("不同的格子", "Cells that differ"), table.Differences);
    }

    private static void AppendDifferences(StringBuilder page, string caption, IEnumerable<CellDifference> differences)
    {
        page.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr><th scope=\"col\">{Say("格子", "Cell")}</th><th scope=\"col\" class=\"figure\">{Say("旧", "Old")}</th><th scope=\"col\" class=\"figure\">{Say("新", "New")}</th><th scope=\"col\" class=\"figure\">{Say("增减", "Change")}</th></tr></thead>\n<tbody>\n");
        foreach (var difference in differences)
            page.Append($"<tr><th scope=\"row\">{Encode(difference.Label)}</th><td class=\"figure\">{Encode(ComparisonText.Of(difference.Old))}</td><td class=\"figure\">{Encode(ComparisonText.Of(difference.New))}</td><td class=\"figure\">{ComparisonText.Change(difference)}</td></tr>\n");
        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
