using System.Text;
using Gongkai.AnnualReports.Batch;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>批处理数据的字典 docs/batch-data.md：由列的定义与年报格式生成，供引用。</summary>
internal static class BatchDictionary
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # 批处理数据字典

            本页由程序生成，不要手改：`GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Cli.Tests`。

            `gongkai report batch 年报/ --out 数据/` 得到五个文件，都是 UTF-8，以 LF 换行，按 `file` 的字节次序排列：

            | 文件 | 一行是 |
            |---|---|
            | `reports.jsonl` | 一份读出的报告：`file`、`size`（字节）、`previous`（连着查的上年报告，没有就没有这一项）、`report`（[规范 JSON](canonical-report.md)）、`findings`、`notAssessable` |
            | `errors.jsonl` | 一个读不出的文件：`file`、`size`、`unreadable`（一句原因） |
            | `reports.csv` | 一份报告：概况，然后每格一列（宽表） |
            | `cells.csv` | 一格（长表） |
            | `findings.csv` | 一处检查发现 |

            - 三张 CSV 都由 `reports.jsonl` 得出。中断（哪怕断电）以后加 `--resume` 接着做，结果与一次做完逐字节相同；文件大小变了的重做，已经删掉的不再列出。
            - 先把每份各自读、查一遍，再把同一机关（名称逐字相同）相邻两年都在的，后一年的连着前一年的再查一遍，跨年的规则（结转衔接、存量、雷同等）才可判；结果与 `report check 后一年 --previous 前一年` 相同。同一机关同一年有几份的，连着查的是文件名在前的一份。接着做时，上年报告换了的也重查。机关之间的雷同不查，要查用 `report check` 把几份一起给出。
            - CSV 带 UTF-8 BOM，因为 Excel 靠它认编码；pandas 用 `encoding="utf-8-sig"`，R 用 `fileEncoding="UTF-8-BOM"`。JSONL 不带。字段含逗号、引号、换行的加双引号（RFC 4180）。
            - 以 `= + - @`（全角的也算）、制表符或换行开头的文字前面加一个撇号 `'`，免得电子表格当公式执行；数字不动。JSONL 里是原文。
            - 空白不是零，读不准也不是空白：`cells.csv` 的 `state` 分得清；宽表里两者都是空，`unread_cells` 为 0 的行，空就是空白。
            - 同名的格子在两种格式里可能口径不同（表二），比较之前先看 `form_disclosure`；2019 年格式的 `requests.other` 等于 2021 年格式 `requests.otherCorrectionOverdue`、`otherFeeOverdue`、`otherRemaining` 之和。


            """.ReplaceLineEndings("\n"));
        Table(text, "reports.csv", BatchColumns.Reports);
        text.Append("此后每格一列，列名是 `表.行.列`：数字写数字，印着别的东西写原文。依次是：\n\n| 列 | 格式 | 意思 |\n|---|---|---|\n");
        foreach (var column in BatchColumns.WideCells) Cell(text, column);
        text.Append('\n');
        Table(text, "cells.csv", BatchColumns.Cells);
        Table(text, "findings.csv", BatchColumns.Findings);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, string name, IReadOnlyList<BatchColumn> columns)
    {
        text.Append($"## {name}\n\n| 列 | 说明 |\n|---|---|\n");
        foreach (var column in columns) text.Append($"| `{column.Name}` | {column.Meaning} |\n");
        text.Append('\n');
    }

    private static void Cell(StringBuilder text, string name)
    {
        var parts = name.Split('.');
        var places = FormCatalogue.All
            .SelectMany(form => Enum.GetValues<TableKind>().Where(kind => TableKeys.Of(kind) == parts[0]).Select(kind => form.Table(kind)))
            .Where(table => table.Row(parts[1])?.Columns.Any(column => column.Key == parts[2]) == true)
            .ToList();
        var row = places[^1].Row(parts[1])!;
        var groups = string.Concat((row.Block is { } block ? [block] : row.Groups).Select(group => group + "·"));
        text.Append($"| `{name}` | {string.Join('、', places.Select(table => table.Form.Value))} | {groups}{row.Caption.Official}·{row.Columns.Single(column => column.Key == parts[2]).Caption.Official} |\n");
    }
}
