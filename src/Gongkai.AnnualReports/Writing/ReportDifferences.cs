using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>要写的报告与读回来的报告有哪些不同。空白和换行不算：各种格式的折行不一样，字是一样的。</summary>
internal static class ReportDifferences
{
    /// <param name="format">写成的格式：发布日期只有 JSON 和网页写得下。</param>
    public static IEnumerable<string> Of(AnnualReport written, AnnualReport read, ReportFormat format)
    {
        if (written.Title is { } title && Differs(title, read.Title)) yield return Say($"标题读回来是“{read.Title}”", $"the title is read back as “{read.Title}”");
        if (Differs(written.Agency, read.Agency)) yield return Say($"机关应为“{written.Agency}”，读回来是“{read.Agency}”",
            $"the body should be “{written.Agency}”, is read back as “{read.Agency}”");
        if (written.Year != read.Year) yield return Say($"年度应为 {written.Year}，读回来是 {Or(read.Year)}", $"the year should be {written.Year}, is read back as {Or(read.Year)}");
        if (format is ReportFormat.Json or ReportFormat.Html && written.PublishedOn != read.PublishedOn) yield return Say("发布日期读回来不一样",
            "the publication date is read back differently");
        if (Differs(written.Preamble, read.Preamble)) yield return Say("序言的文字读回来不一样", "the introduction is read back differently");
        foreach (var difference in Sections(written, read)) yield return difference;
        foreach (var kind in Enum.GetValues<TableKind>())
            foreach (var difference in Cells(kind, written.Table(kind), read.Table(kind))) yield return difference;
        if (Differs(written.Signature?.Agency, read.Signature?.Agency) || written.Signature?.Date != read.Signature?.Date) yield return Say("落款读回来不一样",
            "the signature is read back differently");
    }

    private static IEnumerable<string> Sections(AnnualReport written, AnnualReport read)
    {
        var (expected, actual) = (Numbers(written), Numbers(read));
        if (expected != actual)
        {
            yield return Say($"应有第{expected}部分，读回来是第{actual}部分", $"section {expected} is read back as {actual}");
            yield break;
        }

        foreach (var (one, other) in written.Sections.Zip(read.Sections))
        {
            if (Differs(one.Title, other.Title)) yield return Say($"第{one.Number}部分的标题应为“{one.Title}”，读回来是“{other.Title}”",
                $"the title of section {one.Number} should be “{one.Title}”, is read back as “{other.Title}”");
            if (Differs(one.Text, other.Text)) yield return Say($"第{one.Number}部分的文字读回来不一样", $"the text of section {one.Number} is read back differently");
        }
    }

    private static IEnumerable<string> Cells(TableKind kind, ReportTable? written, ReportTable? read)
    {
        if (written is null && read is null) yield break;
        if (written is null || read is null)
        {
            yield return Say($"{TableKeys.Name(kind)}读回来{(read is null ? "没有了" : "多了")}", $"{TableKeys.Name(kind)} {(read is null ? "is gone" : "is too many")} when read back");
            yield break;
        }

        if (written.Form.Rows.Length != read.Form.Rows.Length || (kind != TableKind.Review && written.Form.Form != read.Form.Form))
        {
            yield return Say($"{TableKeys.Name(kind)}是{written.Form.Form}年格式，读回来是{read.Form.Form}年格式",
                $"{TableKeys.Name(kind)} is in the {written.Form.Form} form, is read back in the {read.Form.Form} form");
            yield break;
        }

        foreach (var row in written.Form.Rows)
            foreach (var column in row.Columns)
                if (!Same(written[row, column], read[row, column]))
                    yield return Say($"{written.PathOf(row, column)} 应为{Describe(written[row, column])}，读回来是{Describe(read[row, column])}",
                        $"{written.PathOf(row, column)} should be {Describe(written[row, column])}, is read back as {Describe(read[row, column])}");
    }

    private static bool Same(Cell one, Cell other) => one.State == other.State && one.State switch
    {
        CellState.Number => one.Value == other.Value,
        CellState.Raw => !Differs(one.Printed, other.Printed),
        _ => true,
    };

    private static string Describe(Cell cell) => cell.State switch
    {
        CellState.Number => cell.Value.ToString(CultureInfo.InvariantCulture),
        CellState.Raw => $"“{cell.Printed}”",
        CellState.Blank => Say("空白", "blank"),
        _ => Say("读不准", "unread"),
    };

    private static bool Differs(string? one, string? other) => Letters(one) != Letters(other);

    private static string Letters(string? text) => string.Concat(PrintableText.Of(text ?? "").Where(character => !char.IsWhiteSpace(character)));

    private static string Numbers(AnnualReport report) => string.Join('、', report.Sections.Select(section => section.Number));

    private static string Or(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? Say("空", "empty");
}
