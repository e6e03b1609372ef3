namespace Gongkai.AnnualReports.Tests.Reading.Damage;

/// <summary>语料里见过的各种损坏。一行至多损坏一处：两处相抵的损坏，谁也看不出来。</summary>
internal static class Damages
{
    public static IReadOnlyDictionary<string, Action<PrintedReport, PrintedRow, Random>> All { get; } = new Dictionary<string, Action<PrintedReport, PrintedRow, Random>>(StringComparer.Ordinal)
    {
        ["整行粘连"] = (_, row, _) => Glue(row, 0, row.Values.Count),
        ["相邻几格粘连"] = (_, row, random) =>
        {
            var from = random.Next(row.Values.Count);
            Glue(row, from, Math.Min(row.Values.Count, from + random.Next(2, 5)));
        },
        ["丢了一格"] = (_, row, random) =>
        {
            // 只有一格的行丢了一格，印出来的就是空白。
            if (row.Values.Count(value => value.Length > 0) <= 1) return;
            var at = random.Next(row.Values.Count);
            row.Values.RemoveAt(at);
            row.Centres.RemoveAt(at);
        },
        ["数中间断开"] = BreakNumber,
        ["末格掉到下一行"] = (_, row, _) =>
        {
            if (row.Values.Count == 1) return;
            row.Fallen = row.Values[^1];
            row.Values.RemoveAt(row.Values.Count - 1);
            row.Centres.RemoveAt(row.Centres.Count - 1);
        },
        ["数在标签的下一行"] = (_, row, _) => row.At = ValuesAt.Below,
        ["数夹在标签中间"] = (_, row, _) => row.At = ValuesAt.InsideLabel,
        ["标签没了"] = (_, row, _) => (row.Label, row.Groups) = ("", []),
        ["标签错一个字"] = MisspellLabel,
        ["整行没了"] = (_, row, _) =>
        {
            // 表四没有行标签：只剩表头，就是一格也没有填。
            if (row.Label.Length == 0) return;
            (row.Label, row.Groups) = ("", []);
            row.Values.Clear();
            row.Centres.Clear();
        },
        ["多一个零"] = (_, row, random) =>
        {
            var first = random.Next(2) == 0;
            row.Values.Insert(first ? 0 : row.Values.Count, "0");
            row.Centres.Insert(first ? 0 : row.Centres.Count, first ? -1 : row.Centres.Count);
        },
        ["标签重复"] = (_, row, _) => row.Label += row.Label,
        ["正文里先说了别的数"] = (report, row, random) =>
        {
            var table = report.Tables.First(table => table.Blocks.Exists(block => block.Rows.Contains(row)));
            table.Prose.Add($"全年{row.Label}{random.Next(1, 500)}{(random.Next(2) == 0 ? "件" : "")}，比上年有所增加。");
        },
    };

    private static void Glue(PrintedRow row, int from, int to)
    {
        if (row.Values.Skip(from).Take(to - from).Any(value => value.Length == 0)) return;
        var glued = string.Concat(row.Values.Skip(from).Take(to - from));
        row.Values.RemoveRange(from, to - from);
        row.Values.Insert(from, glued);
        var centre = row.Centres.Skip(from).Take(to - from).Average();
        row.Centres.RemoveRange(from, to - from);
        row.Centres.Insert(from, centre);
    }

    private static void BreakNumber(PrintedReport report, PrintedRow row, Random random)
    {
        var at = row.Values.FindIndex(value => value.Length > 1 && value.All(char.IsAsciiDigit));
        if (at < 0) return;
        var cut = random.Next(1, row.Values[at].Length);
        row.Values.Insert(at + 1, row.Values[at][cut..]);
        row.Values[at] = row.Values[at][..cut];
        row.Centres.Insert(at + 1, row.Centres[at] + 0.2);
        row.Centres[at] -= 0.2;
    }

    private static void MisspellLabel(PrintedReport report, PrintedRow row, Random random)
    {
        if (row.Label.Length < 8) return;
        var at = random.Next(4, row.Label.Length - 1);
        row.Label = random.Next(2) == 0 ? row.Label.Remove(at, 1) : row.Label.Insert(at, "的");
    }
}
