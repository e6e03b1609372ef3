using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Testing.Builders;

/// <summary>两份报告说的是不是同一件事：机关、年度、标题、各部分文字、每一格。出处和标签的写法不比。</summary>
public static class ReportAssertions
{
    public static void ShouldSayTheSameAs(this AnnualReport actual, AnnualReport expected)
    {
        actual.Agency.ShouldBe(expected.Agency);
        actual.Year.ShouldBe(expected.Year);
        actual.Title.ShouldBe(expected.Title);
        actual.Preamble.ShouldBe(expected.Preamble);
        actual.Sections.Select(section => $"{section.Number}|{section.Title}|{section.Text}")
            .ShouldBe(expected.Sections.Select(section => $"{section.Number}|{section.Title}|{section.Text}"));
        foreach (var kind in Enum.GetValues<TableKind>()) CellsOf(actual, kind).ShouldBe(CellsOf(expected, kind));
        (actual.Signature?.Agency, actual.Signature?.Date).ShouldBe((expected.Signature?.Agency, expected.Signature?.Date));
    }

    /// <summary>一张表的每一格写成一行：“requests.granted.total = 3”；没有表时没有行。</summary>
    public static IReadOnlyList<string> CellsOf(AnnualReport report, TableKind kind) =>
        report.Table(kind) is not { } table
            ? []
            : [.. table.Form.Rows.SelectMany(row => row.Columns.Select(column => $"{table.PathOf(row, column)} = {Describe(table[row, column])}"))];

    private static string Describe(Cell cell) => cell.State switch
    {
        CellState.Number => cell.Value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        CellState.Raw => $"“{cell.Printed}”",
        CellState.Blank => "空白",
        _ => "读不准",
    };
}
