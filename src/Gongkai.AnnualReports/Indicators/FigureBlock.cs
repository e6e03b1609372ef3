using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>格式相同的各份报告，一格一列地放着。造好以后不再改。</summary>
internal sealed class FigureBlock
{
    private readonly ImmutableArray<ReportFact> _facts;
    private readonly long[][] _columns;

    private FigureBlock(TableSet tables, ImmutableArray<ReportFact> facts, long[][] columns) => (Tables, _facts, _columns) = (tables, facts, columns);

    public TableSet Tables { get; }

    public ReadOnlySpan<ReportFact> Facts => _facts.AsSpan();

    public static FigureBlock Of(TableSet tables, IReadOnlyList<PublishedFigures> reports)
    {
        var columns = new long[tables.Width][];
        for (var at = 0; at < columns.Length; at++) columns[at] = new long[reports.Count];
        for (var row = 0; row < reports.Count; row++) Put(columns, row, reports[row]);
        return new FigureBlock(tables, [.. reports.Select(report => report.Fact)], columns);
    }

    /// <summary>去掉几份，添几份。</summary>
    public FigureBlock With(IReadOnlySet<(string Body, int Year)> without, IReadOnlyList<PublishedFigures> added)
    {
        int[] kept = [.. Enumerable.Range(0, _facts.Length).Where(row => !without.Contains((_facts[row].Body, _facts[row].Year)))];
        if (kept.Length == _facts.Length && added.Count == 0) return this;
        var columns = new long[_columns.Length][];
        for (var at = 0; at < columns.Length; at++)
        {
            var (from, to) = (_columns[at], new long[kept.Length + added.Count]);
            for (var row = 0; row < kept.Length; row++) to[row] = from[kept[row]];
            columns[at] = to;
        }

        for (var row = 0; row < added.Count; row++) Put(columns, kept.Length + row, added[row]);
        return new FigureBlock(Tables, [.. kept.Select(row => _facts[row]), .. added.Select(report => report.Fact)], columns);
    }

    public FigureBlock Relabelled(Func<ReportFact, ReportFact> relabel) => new(Tables, [.. _facts.Select(relabel)], _columns);

    public long At(int column, int row) => _columns[column][row];

    /// <summary>几列之和，一行一个；有一格不是数的，那一行就没有。</summary>
    public long[] Sum(ImmutableArray<int> columns)
    {
        if (columns.Length == 1) return _columns[columns[0]];
        var sum = new long[_facts.Length];
        foreach (var at in columns)
        {
            var column = _columns[at];
            for (var row = 0; row < sum.Length; row++)
                sum[row] = CellCode.IsNumber(sum[row]) && CellCode.IsNumber(column[row]) ? sum[row] + column[row] : CellCode.Unread;
        }

        return sum;
    }

    private static void Put(long[][] columns, int row, PublishedFigures report)
    {
        for (var at = 0; at < columns.Length; at++) columns[at][row] = report.Cells[at];
    }
}

/// <summary>一份报告的情况和它的各格。</summary>
public sealed class PublishedFigures
{
    private PublishedFigures(ReportFact fact, TableSet tables, long[] cells) => (Fact, Tables, Cells) = (fact, tables, cells);

    /// <summary>情况。</summary>
    public ReportFact Fact { get; }

    /// <summary>用的格式。</summary>
    public TableSet Tables { get; }

    internal long[] Cells { get; }

    /// <summary>由读出来的报告得出；文字不在内。</summary>
    public static PublishedFigures Of(ReportFact fact, AnnualReport report)
    {
        var tables = TableSet.Of(report);
        var cells = new long[tables.Width];
        var next = 0;
        foreach (var kind in (ReadOnlySpan<TableKind>)[TableKind.Disclosure, TableKind.Requests, TableKind.Review])
        {
            if (report.Table(kind) is not { } table) continue;
            foreach (ref readonly var cell in table.Cells) cells[next++] = CellCode.Of(cell);
        }

        return new PublishedFigures(fact, tables, cells);
    }
}
