using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Layout;

namespace Gongkai.AnnualReports.Writing;

/// <summary>行和列写成什么标签：报告里印的是已知的变体就照印的写（“采购总金额（元）”的单位不能丢），否则写官方标签。</summary>
internal static class PrintedCaptions
{
    public static string Of(AnnualReport report, ReportTable table, FormRow row) =>
        Find(report, LabelRole.Row, new CellPath(table.Form.Kind, row.Key).ToString()) ?? row.Caption.Official;

    /// <param name="row">表三各行的列相同，为空。</param>
    public static string Of(AnnualReport report, ReportTable table, FormRow? row, FormColumn column) =>
        Find(report, LabelRole.Column, $"{table.Form.Key}{(row is null ? "" : $".{row.Key}")}.{column.Key}") ?? column.Caption.Official;

    private static string? Find(AnnualReport report, LabelRole role, string key)
    {
        var printed = report.Printed.Labels
            .FirstOrDefault(label => label.Role == role && label.Key == key && label.Match is LabelMatch.Safe or LabelMatch.Suspect)?.Printed;
        return printed is null ? null : PrintableText.Of(string.Concat(printed.Where(character => !char.IsWhiteSpace(character))));
    }
}
