using System.Globalization;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Batch;

/// <summary>一格：地址，这张表的格式，状态，数字或原文。</summary>
public readonly record struct BatchCell(CellPath Path, string Form, CellState State, string? Number, string? Text);

/// <summary>流水的一行，换成三张表的行。列见 <see cref="BatchColumns"/>。</summary>
public sealed class BatchEntry
{
    private readonly JsonElement _root;
    private readonly JsonElement _report;
    private readonly string?[] _head;

    /// <param name="root">流水的一行。</param>
    public BatchEntry(JsonElement root)
    {
        _root = root;
        _report = root.GetProperty("report");
        _head = [Text(root.GetProperty("file")), Text(_report.GetProperty("agency")), Text(_report.GetProperty("year"))];
        Cells = [.. ReadCells()];
    }

    /// <summary>连着查的上年报告的文件；没有时为空。</summary>
    public string? Previous => _root.TryGetProperty("previous", out var previous) ? Text(previous.GetProperty("file")) : null;

    /// <summary>有没有严重程度为“错误”的发现。</summary>
    public bool HasErrors => CountOf("error") > 0;

    /// <summary>读到的各表的每一格。</summary>
    public IReadOnlyList<BatchCell> Cells { get; }

    /// <summary><c>reports.csv</c> 的一行。</summary>
    public IEnumerable<string?> ReportRow()
    {
        var cells = Cells.ToDictionary(cell => cell.Path.ToString(), cell => cell.Number ?? cell.Text, StringComparer.Ordinal);
        return
        [
            .. _head,
            FormOf(TableKind.Disclosure),
            FormOf(TableKind.Requests),
            _report.TryGetProperty("signature", out var signature) ? Text(signature.GetProperty("date")) : null,
            _report.TryGetProperty("publishedOn", out var published) ? Text(published) : null,
            Count(Cells.Count(cell => cell.State == CellState.Unread)),
            Severity("error"),
            Severity("warning"),
            Severity("notice"),
            Count(_root.GetProperty("notAssessable").GetArrayLength()),
            Count(_report.GetProperty("notes").GetArrayLength()),
            Previous,
            .. BatchColumns.WideCells.Select(column => cells.GetValueOrDefault(column)),
        ];
    }

    /// <summary><c>cells.csv</c> 的一行。</summary>
    public IEnumerable<string?> CellRow(BatchCell cell) =>
    [
        .. _head,
        TableKeys.Of(cell.Path.Table),
        cell.Form,
        cell.Path.Row,
        cell.Path.Column,
        cell.State switch { CellState.Number => "number", CellState.Raw => "text", CellState.Blank => "blank", _ => "unread" },
        cell.Number,
        cell.Text,
    ];

    /// <summary><c>findings.csv</c> 的各行。</summary>
    public IEnumerable<string?[]> FindingRows() =>
        _root.GetProperty("findings").EnumerateArray().Select(finding => (string?[])
        [
            .. _head,
            Text(finding.GetProperty("rule")),
            Text(finding.GetProperty("severity")),
            Text(finding.GetProperty("message")),
            string.Join(' ', finding.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString())),
            Text(finding.GetProperty("basis")),
            Text(finding.GetProperty("where")),
        ]);

    private IEnumerable<BatchCell> ReadCells()
    {
        var notes = _report.GetProperty("notes").EnumerateArray()
            .Select(note => new Note(Text(note.GetProperty("code"))!, Text(note.GetProperty("cell")) is { } cell ? CellPath.Parse(cell) : null, "", null))
            .ToList();
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            if (!_report.TryGetProperty(TableKeys.Of(kind), out var table) || table.ValueKind != JsonValueKind.Object) continue;
            var form = (FormOf(kind) is { } id ? FormCatalogue.Find(new FormId(id)) : null) ?? FormCatalogue.All[^1];
            foreach (var row in form.Table(kind).Rows)
            {
                if (!table.TryGetProperty(row.Key, out var values)) continue;
                foreach (var column in row.Columns)
                {
                    var path = new CellPath(kind, row.Key, column.Key);
                    var value = values.ValueKind == JsonValueKind.Array ? values[column.Index] : values.GetProperty(column.Key);
                    yield return Cell(path, form.Id.Value, value, notes);
                }
            }
        }
    }

    private static BatchCell Cell(CellPath path, string form, JsonElement value, List<Note> notes) => value.ValueKind switch
    {
        JsonValueKind.Number => new BatchCell(path, form, CellState.Number, value.GetRawText(), null),
        JsonValueKind.String => new BatchCell(path, form, CellState.Raw, null, value.GetString()),
        _ => new BatchCell(path, form, notes.Exists(note => NoteCodes.LeavesUnread(note, path)) ? CellState.Unread : CellState.Blank, null, null),
    };

    /// <summary>表四的格式随表三。</summary>
    private string? FormOf(TableKind kind) =>
        Text(_report.GetProperty("forms").GetProperty(kind == TableKind.Disclosure ? "disclosure" : "requests"));

    private string Severity(string severity) => Count(CountOf(severity));

    private int CountOf(string severity) =>
        _root.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("severity").ValueEquals(severity));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
