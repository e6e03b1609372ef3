using System.Text.Json;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>规范 JSON 里的三张表：定格式、逐行逐格读。</summary>
internal sealed class CanonicalTables(JsonElement root, int? year, IReadOnlyList<Note> notes, JsonProblems problems)
{
    private readonly List<Note> _notes = [];
    private readonly List<CellPath> _missing = [.. notes.Where(note => note is { Code: NoteCodes.MissingRow, Cell.Row: not null }).Select(note => note.Cell!.Value)];

    /// <summary>读表时添的话：JSON 里没有的行。</summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>没有的行：JSON 里没有的，和它的 notes 说没有的。</summary>
    public IReadOnlyList<CellPath> MissingRows => _missing;

    public ReportTable? Read(TableKind kind)
    {
        var key = TableKeys.Of(kind);
        if (!root.TryGetProperty(key, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (!problems.IsObject(element, key)) return null;
        if (FormOf(kind, element) is not { } form) return null;
        var table = form.Table(kind);
        problems.RefuseUnknownKeys(element, key, [.. table.Rows.Select(row => row.Key)]);
        var cells = new Cell[ReportTable.CellCount(table)];
        foreach (var row in table.Rows) ReadRow(kind, element, row, cells.AsSpan(row.Offset, row.Columns.Length));
        return new ReportTable(table, cells);
    }

    private void ReadRow(TableKind kind, JsonElement table, FormRow row, Span<Cell> cells)
    {
        var path = new CellPath(kind, row.Key);
        if (!table.TryGetProperty(row.Key, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            cells.Fill(Cell.Unread());
            _missing.Add(path);
            _notes.Add(new Note(NoteCodes.MissingRow, path, Say($"规范 JSON 里没有这一行：{row.Caption.Official}", $"the canonical JSON lacks this row: {row.Caption.English}"), null));
        }
        else if (kind == TableKind.Disclosure) ReadColumns(element, row, path, cells);
        else ReadArray(element, row, path, cells);
    }

    private void ReadColumns(JsonElement element, FormRow row, CellPath path, Span<Cell> cells)
    {
        if (!problems.IsObject(element, path.ToString())) return;
        problems.RefuseUnknownKeys(element, path.ToString(), [.. row.Columns.Select(column => column.Key)]);
        foreach (var column in row.Columns)
        {
            var cell = path with { Column = column.Key };
            if (element.TryGetProperty(column.Key, out var value))
            {
                cells[column.Index] = ReadCell(value, cell, cell.ToString());
            }
            else
            {
                cells[column.Index] = Cell.Unread();
                _notes.Add(new Note(NoteCodes.Unread, cell, Say($"规范 JSON 里没有这一格：{row.Caption.Official}的{column.Caption.Official}",
                    $"the canonical JSON lacks this cell: {row.Caption.English}, {column.Caption.English}"), null));
            }
        }
    }

    private void ReadArray(JsonElement element, FormRow row, CellPath path, Span<Cell> cells)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            problems.Add(path.ToString(), Say($"应为 {cells.Length} 格的数组，写的是{JsonProblems.Describe(element)}",
                $"should be an array of {cells.Length} cells, but is {JsonProblems.Describe(element)}"));
            return;
        }

        if (element.GetArrayLength() != cells.Length)
        {
            problems.Add(path.ToString(), Say($"应有 {cells.Length} 格，写了 {element.GetArrayLength()} 格", $"should have {cells.Length} cells, but has {element.GetArrayLength()}"));
            return;
        }

        foreach (var column in row.Columns)
            cells[column.Index] = ReadCell(element[column.Index], path with { Column = column.Key }, $"{path}[{column.Index}]");
    }

    private Cell ReadCell(JsonElement element, CellPath cell, string written)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return notes.Any(note => NoteCodes.LeavesUnread(note, cell)) ? Cell.Unread() : Cell.Blank();
            case JsonValueKind.Number when element.TryGetDecimal(out var value):
                return Cell.Of(value);
            case JsonValueKind.String:
                var text = string.Concat(element.GetString()!.Where(character => !char.IsWhiteSpace(character)));
                return text.Length == 0 ? Cell.Blank() : Cell.Raw(text);
            default:
                problems.Add(written, Say($"应为数字、null 或文字，写的是{JsonProblems.Describe(element)}", $"should be a number, null or text, but is {JsonProblems.Describe(element)}"));
                return Cell.Unread();
        }
    }

    /// <summary>表的格式：写明的；没有写明的，看哪种格式认得它全部的键；还分不出的，按年度。</summary>
    private Form? FormOf(TableKind kind, JsonElement table)
    {
        if (Declared(kind == TableKind.Review ? TableKind.Requests : kind) is { } declared) return declared;
        if (kind == TableKind.Review) return (year is { } given ? FormCatalogue.ForYear(given) : null) ?? FormCatalogue.Form2021;
        var fitting = FormCatalogue.All.Where(form => Fits(form.Table(kind), table)).ToArray();
        if (fitting.Length == 1) return fitting[0];
        if (year is { } reported && FormCatalogue.ForYear(reported) is { } ofYear) return ofYear;
        problems.Add($"forms.{TableKeys.Of(kind)}", Say("没有写明，由表的内容和年度也定不出来", "is not stated and cannot be told from the table and the year"));
        return null;
    }

    private Form? Declared(TableKind kind)
    {
        if (!root.TryGetProperty("forms", out var forms) || forms.ValueKind == JsonValueKind.Null) return null;
        if (!problems.IsObject(forms, "forms")) return null;
        if (problems.Text(forms, TableKeys.Of(kind), "forms") is not { } id) return null;
        if (FormCatalogue.Find(new FormId(id)) is { } form) return form;
        problems.Add($"forms.{TableKeys.Of(kind)}", Say($"没有“{JsonProblems.Excerpt(id)}”这种格式，只有 {string.Join("、", FormCatalogue.All.Select(known => known.Id))}",
            $"there is no form “{JsonProblems.Excerpt(id)}”, only {Join('、', FormCatalogue.All.Select(known => known.Id.Value))}"));
        return null;
    }

    private static bool Fits(FormTable form, JsonElement table) =>
        table.EnumerateObject().Where(row => !row.Name.StartsWith('_')).All(row =>
            form.Row(row.Name) is { } known && (row.Value.ValueKind != JsonValueKind.Object
                || row.Value.EnumerateObject().All(cell => cell.Name.StartsWith('_') || known.Columns.Any(column => column.Key == cell.Name))));
}
