using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>由流水做出三张表：<c>reports.csv</c> 一行一份报告，<c>cells.csv</c> 一行一格，<c>findings.csv</c> 一行一处发现。</summary>
internal static class BatchTables
{
    /// <summary>流水是唯一的来源，所以中断多少次、接着做多少次，三张表都一样。</summary>
    public static void Write(string directory)
    {
        using var journal = File.OpenRead(Path.Combine(directory, BatchJournal.ReportsName));
        using var reports = Open(directory, "reports.csv");
        using var cells = Open(directory, "cells.csv");
        using var findings = Open(directory, "findings.csv");
        var columns = Columns().ToList();
        WriteRow(reports, ["file", "agency", "year", "form_disclosure", "form_requests", "errors", "warnings", "notices", "not_assessable", "notes", .. columns]);
        WriteRow(cells, ["file", "agency", "year", "table", "form", "row", "column", "number", "text"]);
        WriteRow(findings, ["file", "agency", "year", "rule", "severity", "message", "cells", "where"]);
        foreach (var (line, _) in JsonLines.Read(journal))
        {
            using var document = JsonDocument.Parse(line);
            var entry = new BatchEntry(document.RootElement);
            WriteRow(reports, entry.ReportRow(columns));
            foreach (var row in entry.CellRows()) WriteRow(cells, row);
            foreach (var row in entry.FindingRows()) WriteRow(findings, row);
        }
    }

    /// <summary>宽表的列：各种格式的全部格子，按格式的先后，同名的只列一次。</summary>
    private static IEnumerable<string> Columns() =>
        FormCatalogue.All.SelectMany(form => new[] { form.Disclosure, form.Requests, form.Review })
            .SelectMany(table => table.Rows.SelectMany(row => row.Columns.Select(column => $"{table.Key}.{row.Key}.{column.Key}")))
            .Distinct(StringComparer.Ordinal);

    // 带 BOM，电子表格才认得出是 UTF-8。
    private static CsvWriter Open(string directory, string name) =>
        CsvWriter.Create(File.Create(Path.Combine(directory, name)), CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = true }, leaveOpen: false);

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields) csv.WriteField(Harmless(field));
        csv.EndRecord();
    }

    /// <summary>电子表格会把以这些字符开头的文字当公式执行；真正的数字不动。</summary>
    private static string? Harmless(string? field) =>
        field is { Length: > 0 } && (field[0] is '=' or '+' or '-' or '@' or '\t' or '\r') && !decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"'{field}"
            : field;
}
