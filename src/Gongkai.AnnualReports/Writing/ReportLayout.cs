using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>把报告排成文件：标题、序言、各部分的文字与表、落款。文字与标题照印出来的写，一字不改。</summary>
public static partial class ReportLayout
{
    /// <summary>三张表各在第几部分。</summary>
    private static readonly (TableKind Kind, int Section)[] TablePlaces =
        [(TableKind.Disclosure, 2), (TableKind.Requests, 3), (TableKind.Review, 4)];

    public static LayoutDocument Of(AnnualReport report)
    {
        var blocks = new List<LayoutBlock>();
        blocks.AddRange(Paragraphs(report.Preamble.Split('\n')));
        var waiting = new Queue<(TableKind Kind, int Section)>(TablePlaces);
        foreach (var section in report.Sections)
        {
            // 缺了标题的部分，它的表排在下一部分之前，不能因为缺标题就丢了表。
            PlaceTables(section.Number - 1);
            blocks.Add(new LayoutHeading(1, PrintableText.Of(section.Title)));
            blocks.AddRange(Paragraphs(section.Paragraphs.Select(paragraph => paragraph.Text)));
            PlaceTables(section.Number);
        }

        PlaceTables(int.MaxValue);
        if (report.Signature is { } signature) blocks.Add(new LayoutClosing(ClosingLines(signature)));
        return new LayoutDocument(PrintableText.Of(TitleOf(report)), blocks)
        {
            Organisation = report.Agency is { } agency ? PrintableText.Of(agency) : null,
            Date = report.Signature?.Date,
            PublishedOn = report.PublishedOn,
        };

        void PlaceTables(int until)
        {
            while (waiting.TryPeek(out var next) && next.Section <= until)
                if (report.Table(waiting.Dequeue().Kind) is { } table) blocks.Add(ReportTables.Layout(report, table));
        }
    }

    /// <summary>印出来的标题；没有的，按统一格式拟：某机关某年政府信息公开工作年度报告。</summary>
    public static string TitleOf(AnnualReport report) =>
        report.Title ?? $"{report.Agency}{(report.Year is { } year ? $"{year}年" : "")}政府信息公开工作年度报告";

    private static IEnumerable<LayoutBlock> Paragraphs(IEnumerable<string> texts) =>
        from text in texts
        let printable = PrintableText.Of(text)
        where printable.Length > 0
        select SecondHeading().IsMatch(printable) ? (LayoutBlock)new LayoutHeading(2, printable) : new LayoutParagraph(printable);

    private static string[] ClosingLines(Signature signature)
    {
        var date = signature.Date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        string[] lines = [.. new[] { signature.Agency, date }.OfType<string>().Select(PrintableText.Of)];
        return lines.Length > 0 ? lines : [PrintableText.Of(signature.Printed)];
    }

    /// <summary>单独成段的“（一）……”是二级标题；后面接着正文的是段落。</summary>
    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）[^。；，]{1,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex SecondHeading();
}
