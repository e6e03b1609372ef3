using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>读一张表的结果：格子、备注、印出来的标签。</summary>
internal sealed class TableReading(FormTable table)
{
    public FormTable Table { get; } = table;

    /// <summary>整表的格子；各行写在自己那一段里。</summary>
    public Cell[] Cells { get; } = new Cell[ReportTable.CellCount(table)];

    public List<Note> Notes { get; } = [];

    public List<SurplusCells> Surplus { get; } = [];

    public List<PrintedLabel> Labels { get; } = [];

    public List<CellPath> MissingRows { get; } = [];

    /// <summary>表四印了几列；不明时为空。</summary>
    public int? LeafColumns { get; set; }

    /// <summary>读完以后的表；此后不可再收行。</summary>
    public ReportTable ToTable() => ReportTable.Owning(Table, Cells);

    /// <summary>收下一行；没有定下的，留为读不准并说明。</summary>
    public void Add(RowReading row)
    {
        var path = new CellPath(Table.Kind, row.Row.Key);
        if (row.IsRead)
        {
            NoteRaw(row);
            return;
        }

        row.Reject();
        var where = row.Place.ToString() is { Length: > 0 } place ? place : null;
        if (!row.HasLabel)
        {
            MissingRows.Add(path);
            Notes.Add(new Note("missing-row", path, Say($"没有找到“{row.Row.Caption.Official}”这一行。", $"the row “{row.Row.Caption.Official}” ({row.Row.Caption.English}) was not found."), where));
        }
        else if (row.Candidates.Count > 1)
        {
            var some = string.Join(Say("；", "; "), row.Candidates.Take(5).Select(RowJoin));
            Notes.Add(new Note("ambiguous", path, Say($"“{row.Printed}”粘连，有{row.Candidates.Count}种拆法，不能断定：{some}{(row.Candidates.Count > 5 ? "……" : "")}。",
                $"“{row.Printed}” is glued and has {row.Candidates.Count} splits, none certain: {some}{(row.Candidates.Count > 5 ? " …" : "")}."), where));
        }
        else
        {
            Notes.Add(new Note("unread", path, row.Doubt ?? (row.Printed.Length > 0 ? Say($"“{row.Printed}”归不到{row.Row.Columns.Length}列，未读。",
                $"“{row.Printed}” does not fit the {row.Row.Columns.Length} columns; unread.") : Say($"“{row.Row.Caption.Official}”的数没有读到。",
                $"the numbers of “{row.Row.Caption.Official}” ({row.Row.Caption.English}) were not read.")), where));
        }
    }

    private static string RowJoin(long[] values) => RowCells.Join(values);

    private void NoteRaw(RowReading row)
    {
        for (var index = 0; index < row.Cells.Length; index++)
        {
            ref readonly var cell = ref row.Cells[index];
            if (cell.State != CellState.Raw) continue;
            var path = new CellPath(Table.Kind, row.Row.Key, row.Row.Columns[index].Key);
            Notes.Add(new Note("raw-text", path, Say($"印着“{cell.Printed}”，不是数字，原样保留。", $"“{cell.Printed}” is printed, which is not a number; kept as it is."), cell.Place.ToString()));
        }
    }
}
