using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>数与它的标签怎样摆：同一行，另起一行，或者夹在折断的标签中间。</summary>
internal enum ValuesAt
{
    Beside,
    Below,
    InsideLabel,
}

/// <summary>印出来的一行：上级标签（只在组的第一行印）、行标签、各格的字。损坏就是改动它。</summary>
/// <param name="path">全部上级标签，由外到内。</param>
internal sealed class PrintedRow(string key, IReadOnlyList<string> path, IReadOnlyList<string> groups, string label, IEnumerable<string> values)
{
    public string Key { get; } = key;

    public IReadOnlyList<string> Path { get; } = path;

    public IReadOnlyList<string> Groups { get; set; } = groups;

    public string Label { get; set; } = label;

    public List<string> Values { get; } = [.. values];

    /// <summary>各格的中心在第几列；有坐标的页上，损坏不移动别的格子。</summary>
    public List<double> Centres { get; } = [.. values.Select((_, index) => (double)index)];

    public ValuesAt At { get; set; }

    /// <summary>掉到下一行去的最后一格。</summary>
    public string? Fallen { get; set; }
}

/// <summary>印出来的一张表：标题之下、表之前的句子，表头各行，数据各行。</summary>
internal sealed record PrintedTable(TableKind Kind, string Heading, List<string> Prose, List<PrintedBlock> Blocks);

/// <summary>共用一个表头的几行：表二每块一个，表三表四全表一个。</summary>
internal sealed record PrintedBlock(List<string[]> Header, List<PrintedRow> Rows);

/// <summary>一份报告印出来的样子：只印标题、六个部分的标题和三张表。</summary>
internal sealed record PrintedReport(string Title, List<PrintedTable> Tables)
{
    public static PrintedReport Of(AnnualReport report) =>
        new(report.Title!, [.. Enum.GetValues<TableKind>().Select(kind => Table(report, kind))]);

    public IEnumerable<PrintedRow> Rows => Tables.SelectMany(table => table.Blocks).SelectMany(block => block.Rows);

    private static PrintedTable Table(AnnualReport report, TableKind kind)
    {
        var table = report.Table(kind)!;
        var heading = report.Section((int)kind + 2)!.Title;
        return new PrintedTable(kind, heading, [], kind switch
        {
            TableKind.Disclosure => [.. table.Form.Rows.GroupBy(row => row.Block).Select(block => Block(table, block.Key!, [.. block]))],
            TableKind.Requests => [new PrintedBlock(RequestsHeader(table.Form), RequestsRows(table))],
            _ => [ReviewBlock(table)],
        });
    }

    private static PrintedBlock Block(ReportTable table, string caption, FormRow[] rows) =>
        new(
            [[caption], ["信息内容", .. rows[0].Columns.Select(column => column.Caption.Official)]],
            [.. rows.Select(row => new PrintedRow(row.Key, [], [], row.Caption.Official, Values(table, row)))]);

    private static List<string[]> RequestsHeader(FormTable form) =>
    [
        ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
        ["自然人", "法人或其他组织", "总计"],
        [.. form.Rows[0].Columns.Skip(1).SkipLast(1).Select(column => column.Caption.Official)],
    ];

    private static List<PrintedRow> RequestsRows(ReportTable table)
    {
        var rows = new List<PrintedRow>();
        var last = new List<string>();
        foreach (var row in table.Form.Rows)
        {
            rows.Add(new PrintedRow(row.Key, row.Groups, [.. row.Groups.Except(last)], row.Caption.Official, Values(table, row)));
            last = [.. row.Groups];
        }

        return rows;
    }

    private static PrintedBlock ReviewBlock(ReportTable table) =>
        new(
            [
                ["行政复议", "行政诉讼"],
                ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"],
                [.. Enumerable.Repeat(new[] { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" }, 2).SelectMany(captions => captions)],
            ],
            [new PrintedRow("review", [], [], "", table.Form.Rows.SelectMany(row => Values(table, row)))]);

    private static IEnumerable<string> Values(ReportTable table, FormRow row) =>
        table.Row(row).ToArray().Select(cell => cell.State switch
        {
            CellState.Number => cell.Value.ToString(CultureInfo.InvariantCulture),
            CellState.Raw => cell.Printed!,
            _ => "",
        });
}
