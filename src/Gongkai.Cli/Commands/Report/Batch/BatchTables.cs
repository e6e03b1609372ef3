using System.Text.Json;
using CsvHelper;
using Gongkai.AnnualReports.Batch;
using Gongkai.Documents.Text;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>全部结果的数目。</summary>
internal sealed record BatchTotals(int Reports, int WithErrors, int Paired);

/// <summary>由流水做出三张表：<c>reports.csv</c> 一行一份报告，<c>cells.csv</c> 一行一格，<c>findings.csv</c> 一行一处发现。</summary>
internal static class BatchTables
{
    public const string ReportsName = "reports.csv";
    public const string CellsName = "cells.csv";
    public const string FindingsName = "findings.csv";
    private const string Unfinished = ".tmp";

    /// <summary>流水是唯一的来源，所以中断多少次、接着做多少次，三张表都一样。</summary>
    /// <returns>一共几份，其中几份有错误，几份连着上年报告查过：数的是全部结果，不只是这一次做的。</returns>
    public static BatchTotals Write(string directory)
    {
        var totals = new BatchTotals(0, 0, 0);
        using (var journal = File.OpenRead(Path.Combine(directory, BatchJournal.ReportsName)))
        using (var reports = Open(directory, ReportsName))
        using (var cells = Open(directory, CellsName))
        using (var findings = Open(directory, FindingsName))
        {
            WriteRow(reports, BatchColumns.Reports.Select(column => column.Name).Concat(BatchColumns.WideCells));
            WriteRow(cells, BatchColumns.Cells.Select(column => column.Name));
            WriteRow(findings, BatchColumns.Findings.Select(column => column.Name));
            foreach (var (line, _) in JsonLines.Read(journal))
            {
                using var document = JsonDocument.Parse(line);
                var entry = new BatchEntry(document.RootElement);
                totals = new BatchTotals(totals.Reports + 1, totals.WithErrors + (entry.HasErrors ? 1 : 0), totals.Paired + (entry.Previous is null ? 0 : 1));
                WriteRow(reports, entry.ReportRow());
                foreach (var cell in entry.Cells) WriteRow(cells, entry.CellRow(cell));
                foreach (var row in entry.FindingRows()) WriteRow(findings, row);
            }
        }

        // 三张都写完才换上，看得到的总是完整的表。
        foreach (var name in new[] { ReportsName, CellsName, FindingsName })
            File.Move(Path.Combine(directory, name + Unfinished), Path.Combine(directory, name), overwrite: true);
        return totals;
    }

    // 带 BOM，电子表格才认得出是 UTF-8。
    private static CsvWriter Open(string directory, string name) =>
        CsvWriter.Create(File.Create(Path.Combine(directory, name + Unfinished)), CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = true }, leaveOpen: false);

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields) csv.WriteField(SpreadsheetText.Harmless(field));
        csv.EndRecord();
    }
}
