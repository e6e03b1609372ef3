using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>读不准的格子。写成文件以后也必须看得出它读不准，不能变成空白。</summary>
public static class UnreadCells
{
    /// <summary>写成文档时读不准的格子印这几个字：空着会被当成空白。读的时候见到它，仍是读不准。</summary>
    public const string Mark = "〔读不准〕";

    /// <summary>报告里全部读不准的格子，按表、行、列的顺序。</summary>
    public static IEnumerable<CellPath> Of(AnnualReport report)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
            if (report.Table(kind) is { } table && table.Traits.HasFlag(CellTraits.Unread))
                foreach (var row in table.Form.Rows)
                    foreach (var column in row.Columns)
                        if (table[row, column].State == CellState.Unread) yield return table.PathOf(row, column);
    }

    /// <summary>还没有留言说明的读不准的格子，各补一句；整行都是的，只说一句。</summary>
    public static IEnumerable<Note> Unexplained(AnnualReport report)
    {
        var silent = Of(report).Where(cell => !report.Notes.Any(note => NoteCodes.LeavesUnread(note, cell)));
        foreach (var row in silent.GroupBy(cell => (cell.Table, cell.Row)))
        {
            var whole = row.Count() == report.Table(row.Key.Table)!.Form.Row(row.Key.Row!)!.Columns.Length;
            foreach (var path in whole ? [new CellPath(row.Key.Table, row.Key.Row)] : row.AsEnumerable())
                yield return new Note(NoteCodes.Unread, path, Say("读不准，没有取数", "could not be read for certain; no number was taken"), null);
        }
    }
}
