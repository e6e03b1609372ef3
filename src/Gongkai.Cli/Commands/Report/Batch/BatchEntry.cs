using System.Globalization;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>流水的一行，换成三张表的行。</summary>
internal sealed class BatchEntry
{
    private readonly JsonElement _root;
    private readonly JsonElement _report;
    private readonly string?[] _head;

    public BatchEntry(JsonElement root)
    {
        _root = root;
        _report = root.GetProperty("report");
        _head = [Text(root.GetProperty("file")), Text(_report.GetProperty("agency")), Text(_report.GetProperty("year"))];
    }

    public IEnumerable<string?> ReportRow(IReadOnlyList<string> columns)
    {
        var cells = CellRows().ToDictionary(row => $"{row[3]}.{row[5]}.{row[6]}", row => row[7] ?? row[8], StringComparer.Ordinal);
        return
        [
            .. _head,
            FormOf("disclosure"),
            FormOf("requests"),
            Count("error"),
            Count("warning"),
            Count("notice"),
            Length("notAssessable", _root),
            Length("notes", _report),
            .. columns.Select(column => cells.GetValueOrDefault(column)),
        ];
    }

    /// <summary>每格一行：数字在 number 列，印着别的东西在 text 列，空白与读不准两列都空。</summary>
    public IEnumerable<string?[]> CellRows()
    {
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var key = TableKeys.Of(kind);
            var formId = FormOf(kind == TableKind.Review ? "requests" : key);
            if (!_report.TryGetProperty(key, out var table) || table.ValueKind != JsonValueKind.Object) continue;
            var form = (formId is null ? null : FormCatalogue.Find(new FormId(formId))) ?? FormCatalogue.All[^1];
            foreach (var row in form.Table(kind).Rows)
            {
                if (!table.TryGetProperty(row.Key, out var values)) continue;
                foreach (var column in row.Columns)
                {
                    var value = values.ValueKind == JsonValueKind.Array ? values[column.Index] : values.GetProperty(column.Key);
                    var number = value.ValueKind == JsonValueKind.Number;
                    yield return [.. _head, key, form.Id.Value, row.Key, column.Key, number ? Text(value) : null, number ? null : Text(value)];
                }
            }
        }
    }

    public IEnumerable<string?[]> FindingRows() =>
        _root.GetProperty("findings").EnumerateArray().Select(finding => (string?[])
        [
            .. _head,
            Text(finding.GetProperty("rule")),
            Text(finding.GetProperty("severity")),
            Text(finding.GetProperty("message")),
            string.Join(' ', finding.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString())),
            Text(finding.GetProperty("where")),
        ]);

    private string? FormOf(string table) => Text(_report.GetProperty("forms").GetProperty(table));

    private string Count(string severity) =>
        _root.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("severity").ValueEquals(severity)).ToString(CultureInfo.InvariantCulture);

    private static string Length(string name, JsonElement element) => element.GetProperty(name).GetArrayLength().ToString(CultureInfo.InvariantCulture);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
