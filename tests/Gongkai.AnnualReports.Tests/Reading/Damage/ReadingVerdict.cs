using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>读回来的每一格怎样：读对了；没有读，说了；读错了，但说过是推断；读错了，一声不响。</summary>
internal sealed class ReadingVerdict
{
    private static readonly string[] Confessions = ["inferred-split", "inferred-order", "inferred-displaced", "extra-cells", "hybrid-form"];

    public int Right { get; private set; }

    public int Unread { get; private set; }

    public List<string> WrongWithNote { get; } = [];

    public List<string> WrongInSilence { get; } = [];

    /// <summary>没有读，也没有说。</summary>
    public List<string> UnreadInSilence { get; } = [];

    public static ReadingVerdict Of(AnnualReport expected, AnnualReport read)
    {
        var verdict = new ReadingVerdict();
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            if (read.Table(kind) is { } table) verdict.Judge(expected.Table(kind)!, table, read.Notes);
            else verdict.Unread += expected.Table(kind)!.Cells.Length;
        }

        return verdict;
    }

    private void Judge(ReportTable expected, ReportTable read, IReadOnlyList<Note> notes)
    {
        foreach (var row in read.Form.Rows)
        {
            foreach (var column in row.Columns)
            {
                var (path, actual) = (read.PathOf(row, column), read[row, column]);
                if (actual.State == CellState.Unread)
                {
                    Unread++;
                    if (!notes.Any(note => NoteCodes.LeavesUnread(note, path))) UnreadInSilence.Add(path.ToString());
                    continue;
                }

                var original = expected.Find(row.Key, column.Key);
                if (original is { } cell && cell.ToString() == actual.ToString())
                {
                    Right++;
                    continue;
                }

                // 原样保留的字（“047241”“00”）不是数，谁也不会拿去算；但不能是别的列的字。
                if (actual.State == CellState.Raw && actual.Printed!.Any(char.IsAsciiDigit) && !expected.Cells.ToArray().Any(other => other.ToString() == actual.Printed))
                {
                    Unread++;
                    continue;
                }

                var told = notes.Any(note => Confessions.Contains(note.Code) && (note.Cell?.Covers(path) ?? note.Code == "hybrid-form"));
                (told ? WrongWithNote : WrongInSilence).Add($"{path} 是“{original?.ToString() ?? "没有这一格"}”，读成“{actual}”");
            }
        }
    }
}
