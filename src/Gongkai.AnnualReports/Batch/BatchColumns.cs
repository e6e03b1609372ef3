using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Batch;

/// <summary>一列：名字与说明。表头和 docs/batch-data.md 都出自这里，所以不会不一致。</summary>
public sealed record BatchColumn(string Name, string Meaning);

/// <summary>三张表的列。</summary>
public static class BatchColumns
{
    private static readonly BatchColumn[] Head =
    [
        new("file", "文件，相对所给文件夹的路径，用正斜线"),
        new("agency", "编制机关；读不准时空"),
        new("year", "报告年度（不是发布的年份）；读不准时空"),
    ];

    /// <summary><c>reports.csv</c> 里各格之前的列。</summary>
    public static IReadOnlyList<BatchColumn> Reports { get; } =
    [
        .. Head,
        new("form_disclosure", "表二的格式：2019、2021；没有读到表时空"),
        new("form_requests", "表三的格式：2019、2021；没有读到表时空"),
        new("signed_on", "落款日期；没有时空"),
        new("published_on", "网页上印的发布日期；没有时空"),
        new("unread_cells", "读不准的格子数；不为 0 时，本行的空格子未必是空白，见 cells.csv 的 state"),
        new("errors", "严重程度为“错误”的发现有几处"),
        new("warnings", "“警告”有几处"),
        new("notices", "“提示”有几处"),
        new("not_assessable", "不可判的规则有几条"),
        new("notes", "读的时候留下几句话"),
        new("previous", "连着查的上年报告是哪个文件；这批里没有同一机关上一年的报告时空，跨年的规则就不可判"),
    ];

    /// <summary><c>cells.csv</c> 的列。</summary>
    public static IReadOnlyList<BatchColumn> Cells { get; } =
    [
        .. Head,
        new("table", "表：disclosure 表二，requests 表三，review 表四"),
        new("form", "这张表的格式：2019、2021"),
        new("row", "行的键，见 docs/canonical-report.md"),
        new("column", "列的键"),
        new("state", "number 数字，text 印着别的东西，blank 空白，unread 读不准；空白不是零，读不准也不是空白"),
        new("number", "数字；金额用该列自己的单位；其他状态空"),
        new("text", "印着的原文，state 为 text 时才有"),
    ];

    /// <summary><c>findings.csv</c> 的列。</summary>
    public static IReadOnlyList<BatchColumn> Findings { get; } =
    [
        .. Head,
        new("rule", "规则编号，见 docs/rules.md"),
        new("severity", "error 错误，warning 警告，notice 提示"),
        new("message", "一句话，连同数字"),
        new("cells", "所指的格子，空格隔开"),
        new("basis", "依据"),
        new("where", "出处，例如“第3页”；不明时空"),
    ];

    /// <summary>宽表的格子列：各种格式的全部格子，按格式的先后，同名的只列一次。</summary>
    public static IReadOnlyList<string> WideCells { get; } =
        [.. FormCatalogue.All.SelectMany(form => new[] { form.Disclosure, form.Requests, form.Review })
            .SelectMany(table => table.Rows.SelectMany(row => row.Columns.Select(column => $"{table.Key}.{row.Key}.{column.Key}")))
            .Distinct(StringComparer.Ordinal)];
}
