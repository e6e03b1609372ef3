using System.Collections.Immutable;
using Gongkai.Documents;
using Gongkai.Law;

namespace Gongkai.Services.Importing;

/// <summary>要导入的表里的一列：列名，填不填都行，怎么填，举一个例子。</summary>
/// <param name="Name">列名，就是表头里写的字。</param>
/// <param name="Required">必填。</param>
/// <param name="Explanation">怎么填。</param>
/// <param name="Example">例子；没有的为空串。</param>
public sealed record ImportColumn(string Name, bool Required, string Explanation, string Example);

/// <summary>一行，按列名取值。填得不对的，抛出 <see cref="ImportFaultException"/>，由导入收作这一行的问题。</summary>
internal sealed class ImportRow(int number, IReadOnlyDictionary<string, string> values)
{
    /// <summary>表里第几行，表头也算。</summary>
    public int Number => number;

    public string? TextOrNone(string column) => values.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    public string Text(string column) => TextOrNone(column) ?? throw new ImportFaultException(column, Say("没有填。", "not filled in."));

    public DateOnly Date(string column) => DateOrNone(column) ?? throw new ImportFaultException(column, Say("没有填。", "not filled in."));

    public DateOnly? DateOrNone(string column) => TextOrNone(column) is not { } text ? null
        : WrittenDate.Read(text) is { } date ? date
        : throw new ImportFaultException(column, Say($"“{Shown(text)}”不是日期，写作 2024-05-15。", $"“{Shown(text)}” is not a date; write it like 2024-05-15."));

    /// <summary>几种说法之一。</summary>
    public T OneOf<T>(string column, IEnumerable<T> choices, Func<T, string> caption)
    {
        var text = Text(column);
        var all = choices.ToList();
        foreach (var choice in all)
            if (caption(choice) == text) return choice;
        var few = all.Count <= 20 ? Say($"应是{string.Join("、", all.Select(caption))}之一", $"it should be one of {string.Join(", ", all.Select(one => $"“{caption(one)}”"))}") : Say("请照目录里的写法填", "write it as in the catalogue");
        throw new ImportFaultException(column, Say($"没有“{Shown(text)}”，{few}。", $"there is no “{Shown(text)}”; {few}."));
    }

    internal static string Shown(string text) => text.Length <= 30 ? text : text[..30] + "……";
}

/// <summary>一格填得不对。</summary>
internal sealed class ImportFaultException(string column, string reason) : Exception(reason)
{
    public string Column => column;
}

/// <summary>读表：在各工作表里找表头齐全的那一张，以下每行一条；空行不算。</summary>
internal static class ImportSheet
{
    /// <summary>一次至多几行。</summary>
    public const int MostRows = 20_000;

    public static Outcome<ImmutableArray<ImportRow>> Read(ReadOnlyMemory<byte> content, string fileName, ImmutableArray<ImportColumn> columns, CancellationToken cancel)
    {
        var read = DocumentReader.Read(content, fileName, ReadLimits.Default, cancel);
        if (read.Refusal is { } unreadable) return unreadable;
        if (read.Value.Format != SourceFormat.Xlsx) return new Refusal(Say("要导入的应是 xlsx 文件；用 --template 写一份空表，照着填。",
            "an xlsx file is needed; --template writes an empty sheet to fill in."));
        var closest = columns.Select(column => column.Name).ToList();
        foreach (var table in read.Value.Blocks.OfType<TableBlock>())
        {
            var rows = table.Cells.GroupBy(cell => cell.Row).OrderBy(group => group.Key).ToList();
            foreach (var header in rows)
            {
                var missing = columns.Where(column => column.Required && header.All(cell => Name(cell.Text) != column.Name)).Select(column => column.Name).ToList();
                if (missing.Count == 0) return Rows(rows.Where(row => row.Key > header.Key), header, columns);
                if (missing.Count < closest.Count) closest = missing;
            }
        }

        return new Refusal(Say($"没有找到表头：缺{string.Join("、", closest.Select(name => $"“{name}”"))}这{(closest.Count == 1 ? "一列" : "几列")}。用 --template 写一份空表，照着填。",
            $"the head was not found: {string.Join(", ", closest.Select(name => $"“{name}”"))} missing. --template writes an empty sheet to fill in."));
    }

    private static Outcome<ImmutableArray<ImportRow>> Rows(IEnumerable<IGrouping<int, TableCell>> rows, IEnumerable<TableCell> header, ImmutableArray<ImportColumn> columns)
    {
        var names = new Dictionary<int, string>();
        foreach (var cell in header.Where(cell => Name(cell.Text).Length > 0))
        {
            if (columns.All(column => column.Name != Name(cell.Text))) return new Refusal(Say($"表头里的“{ImportRow.Shown(Name(cell.Text))}”不认得；认得的是{string.Join("、", columns.Select(column => column.Name))}。",
                $"the column “{ImportRow.Shown(Name(cell.Text))}” of the head is unknown; known are {string.Join(", ", columns.Select(column => $"“{column.Name}”"))}."));
            if (names.ContainsValue(Name(cell.Text))) return new Refusal(Say($"表头里有两列“{Name(cell.Text)}”。", $"the head has two columns “{Name(cell.Text)}”."));
            names[cell.Column] = Name(cell.Text);
        }

        var found = ImmutableArray.CreateBuilder<ImportRow>();
        foreach (var row in rows)
        {
            var values = row.Where(cell => names.ContainsKey(cell.Column)).ToDictionary(cell => names[cell.Column], cell => cell.Text.Trim());
            if (values.Values.All(text => text.Length == 0)) continue;
            if (found.Count == MostRows) return new Refusal(Say($"一次至多导入 {MostRows} 行，请分成几个文件。", $"at most {MostRows} rows are imported at a time; divide them into several files."));
            found.Add(new ImportRow(row.Key + 1, values));
        }

        return found.Count == 0 ? new Refusal(Say("表头以下没有一行内容。", "there is not a row below the head.")) : found.ToImmutable();
    }

    // 模板里必填的列名后面带星号。
    private static string Name(string text) => text.Trim().TrimEnd('*', '＊').Trim();
}
