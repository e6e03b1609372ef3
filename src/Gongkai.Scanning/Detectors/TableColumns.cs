using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>表格里填了人名的行。</summary>
/// <param name="Start">表头的位置。</param>
/// <param name="End">最后一个人名的末尾。</param>
/// <param name="Names">没有遮盖的人名。</param>
/// <param name="Headers">姓名列与所找各列的表头。</param>
internal sealed record NamedRows(int Start, int End, IReadOnlyList<string> Names, IReadOnlyList<string> Headers);

/// <summary>在表格里找姓名列，以及与它同表的某种列。</summary>
internal static class TableColumns
{
    /// <summary>表头之前最多有几行标题。</summary>
    private const int RowsBeforeHeader = 6;

    private const int MostColumns = 8;

    private static readonly string[] NameHeaders = ["姓名", "户主", "持证人", "当事人", "联系人", "被补助人", "受助人", "收款人", "户名"];

    public static bool MentionNames(string text) => text.Contains('姓') || text.Contains("户主", StringComparison.Ordinal);

    public static bool IsNameHeader(string header) =>
        header.Length <= 10 && NameHeaders.Any(name => header.EndsWith(name, StringComparison.Ordinal));

    /// <summary>有姓名列、有 <paramref name="isWanted"/> 认可的列，并且至少一行两格都填了没有遮盖的内容；否则为空。</summary>
    public static NamedRows? Find(ScanTable table, Func<string, bool> isWanted)
    {
        for (int row = 0; row < Math.Min(RowsBeforeHeader, table.Rows.Count); row++)
        {
            var header = table.Rows[row].Cells;
            var name = header.FirstOrDefault(cell => IsNameHeader(Plain(cell.Text)));
            if (name.Text is null) continue;
            var wanted = header.Where(cell => isWanted(Plain(cell.Text))).Take(MostColumns).ToList();
            if (wanted.Count == 0) continue;
            return Collect(table, row, name, wanted);
        }

        return null;
    }

    private static NamedRows? Collect(ScanTable table, int headerRow, ScanCell name, List<ScanCell> wanted)
    {
        var names = new List<string>();
        int end = name.Start;
        foreach (var row in table.Rows.Skip(headerRow + 1))
        {
            var person = Plain(At(row, name.Column).Text);
            if (!PersonNames.IsName(person) || !wanted.Any(column => IsFilled(At(row, column.Column).Text))) continue;
            names.Add(person);
            end = row.Cells[^1].Start + row.Cells[^1].Text.Length;
        }

        return names.Count == 0 ? null : new NamedRows(table.Rows[headerRow].Cells[0].Start, end, names, [Plain(name.Text), .. wanted.Select(cell => Plain(cell.Text))]);
    }

    private static ScanCell At(ScanRow row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column);

    private static bool IsFilled(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Any(char.IsLetterOrDigit) && !text.Contains('*') && !text.Contains('＊')
        && !text.Contains("××", StringComparison.Ordinal) && !text.Contains('某') && text.Trim() is not ("无" or "不详");

    private static string Plain(string? text) => text is null ? "" : Passage.WithoutSpaces(text);
}
