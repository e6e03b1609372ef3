using Gongkai.AnnualReports.Comparison;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Cli.Commands.Report;

/// <summary>比较结果的 JSON。格子与规范 JSON 一样：数字、原文，空白与读不准是 null。</summary>
internal static class ComparisonJson
{
    public static object Of(string oldFile, string newFile, AnnualReport old, AnnualReport @new, ReportComparison comparison) => new
    {
        Old = new { File = oldFile, old.Agency, old.Year },
        New = new { File = newFile, @new.Agency, @new.Year },
        Tables = comparison.Tables.Select(table => new
        {
            Table = TableKeys.Of(table.Kind),
            table.Incomparable,
            table.Compared,
            Unread = table.Unread.Select(cell => cell.ToString()),
            Differences = table.Differences.Select(Difference),
        }),
        CarryOver = new
        {
            comparison.CarryOver.Applies,
            comparison.CarryOver.NotAssessable,
            comparison.CarryOver.Agrees,
            Differences = comparison.CarryOver.Differences.Select(Difference),
        },
        Sections = comparison.Sections.Select(section => new
        {
            section.Number,
            section.Title,
            Containment = section.Containment is { } share ? Math.Round(share, 4) : (double?)null,
            section.Passages,
        }),
    };

    private static object Difference(CellDifference difference) => new
    {
        Cell = difference.Cell.ToString(),
        difference.Label,
        Old = Value(difference.Old),
        New = Value(difference.New),
        difference.Change,
    };

    private static object? Value(Cell cell) => cell.State switch
    {
        CellState.Number => cell.Value,
        CellState.Raw => cell.Printed,
        _ => null,
    };
}
