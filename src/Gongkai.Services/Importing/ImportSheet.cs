using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Documents;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Text;
using Gongkai.Law;

namespace Gongkai.Services.Importing;

/// <summary>要导入的表里的一列：列名，填不填都行，怎么填，举一个例子。</summary>
/// <param name="Name">列名，就是表头里写的字。</param>
/// <param name="Required">必填。</param>
/// <param name="Explanation">怎么填。</param>
/// <param name="Example">例子；没有的为空串。</param>
public sealed record ImportColumn(string Name, bool Required, string Explanation, string Example);

/// <summary>一行，按列名取值。填得不对的，抛出 <see cref="ImportFaultException"/>，由导入收作这一行的问题。</summary>
/// <param name="number">表里第几行，表头也算。</param>
/// <param name="values">各列填的。</param>
/// <param name="stray">表头以外的内容；没有的为空。</param>
internal sealed class ImportRow(int number, IReadOnlyDictionary<string, string> values, string? stray)
{
    // 公式算出错来，存着的值是这些。
    private static readonly string[] FormulaErrors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

    public int Number => number;

    /// <summary>表头以外的内容：不知道是哪一列的，不能当作没有。</summary>
    public string? Stray => stray;

    public string? TextOrNone(string column)
    {
        if (!values.TryGetValue(column, out var text) || text.Length == 0) return null;
        return FormulaErrors.Contains(text) ? throw new ImportFaultException(column, Say($"公式算出的是 {text}。", $"its formula results in {text}.")) : text;
    }

    public string Text(string column) => TextOrNone(column) ?? throw new ImportFaultException(column, Say("没有填。", "not filled in."));

    /// <summary>照填的样子；没有填的为空串。</summary>
    public string Typed(string column) => values.GetValueOrDefault(column, "");

    public DateOnly Date(string column) => DateOrNone(column) ?? throw new ImportFaultException(column, Say("没有填。", "not filled in."));

    // 写成文字的日期：全角的数字、夹着的空格都认得。
    public DateOnly? DateOrNone(string column) => TextOrNone(column) is not { } text ? null
        : WrittenDate.Read(Plain(text)) is { } date ? date
        : throw new ImportFaultException(column, Say($"“{Shown(text)}”不是日期，写作 2024-05-15。", $"“{Shown(text)}” is not a date; write it like 2024-05-15."));

    // 带着零点的是表格软件里日期加时刻的格。
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter));
        return plain.EndsWith("00:00", StringComparison.Ordinal) ? plain[..^5] : plain;
    }

    /// <summary>几种说法之一。</summary>
    public T OneOf<T>(string column, IEnumerable<T> choices, Func<T, string> caption) => Among(column, Text(column), choices, caption);

    /// <summary>几种说法里的几个，用顿号、逗号或空格隔开；没有填的是空的。</summary>
    public IReadOnlyList<T> Several<T>(string column, IEnumerable<T> choices, Func<T, string> caption)
    {
        var all = choices.ToList();
        return [.. Parts(TextOrNone(column)).Select(text => Among(column, text, all, caption))];
    }

    /// <summary>用顿号、逗号、分号或空格隔开的各个。</summary>
    public static string[] Parts(string? text) => (text ?? "").Split(['、', '，', ',', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Among<T>(string column, string text, IEnumerable<T> choices, Func<T, string> caption)
    {
        var all = choices.ToList();
        foreach (var choice in all)
            if (caption(choice) == text) return choice;
        var few = all.Count <= 20 ? Say($"应是{string.Join("、", all.Select(caption))}之一", $"it should be one of {string.Join(", ", all.Select(one => $"“{caption(one)}”"))}") : Say("请照目录里的写法填", "write it as in the catalogue");
        throw new ImportFaultException(column, Say($"没有“{Shown(text)}”，{few}。", $"there is no “{Shown(text)}”; {few}."));
    }

    internal static string Shown(string text) => text.Length <= 30 ? text : text[..30] + "……";

    /// <summary>存着的与填的是不是一样：清单比其中各项。</summary>
    internal static bool IsSame<T>(T stored, T typed) => JsonSerializer.Serialize(stored) == JsonSerializer.Serialize(typed);
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
        var tables = Tables(content, fileName, cancel);
        if (tables.Refusal is { } unreadable) return unreadable;
        var closest = columns.Select(column => column.Name).ToList();
        (ImmutableArray<ImportRow> Rows, bool Found) only = ([], false);
        foreach (var table in tables.Value)
        {
            var rows = Rows(table);
            var header = Header(rows);
            if (header.Cells is null) continue;
            var taken = Rows(rows.Where(row => row.Number > header.Number), header.Cells, columns);
            if (taken.Refusal is { } refusal) return refusal;
            if (taken.Value.IsEmpty && only.Found) continue;
            if (!only.Rows.IsEmpty) return new Refusal(Say("不止一张工作表有这样的表头和内容；一次导入一张，请分成几个文件。", "more than one sheet has this head and rows; import one at a time, in several files."));
            only = (taken.Value, true);
        }

        if (!only.Found) return new Refusal(Say($"没有找到表头：缺{string.Join("、", closest.Select(name => $"“{name}”"))}这{(closest.Count == 1 ? "一列" : "几列")}。用 --template 写一份空表，照着填。",
            $"the head was not found: {string.Join(", ", closest.Select(name => $"“{name}”"))} missing. --template writes an empty sheet to fill in."));
        return only.Rows.IsEmpty ? new Refusal(Say("表头以下没有一行内容。", "there is not a row below the head.")) : only.Rows;

        (int Number, List<TableCell> Cells) Header(List<(int Number, List<TableCell> Cells)> rows)
        {
            foreach (var row in rows)
            {
                var missing = Missing(row.Cells, columns);
                if (missing.Count == 0) return row;
                if (missing.Count < closest.Count) closest = missing;
            }

            return default;
        }
    }

    private static Outcome<ImmutableArray<TableBlock>> Tables(ReadOnlyMemory<byte> content, string fileName, CancellationToken cancel)
    {
        if (Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var table = CsvTable.Read(content.Span);
            return table.Refusal is { } garbled ? garbled : ImmutableArray.Create(table.Value);
        }

        var read = DocumentReader.Read(content, fileName, ReadLimits.Default, cancel);
        if (read.Refusal is { } unreadable) return unreadable;
        if (read.Value.Format != SourceFormat.Xlsx) return new Refusal(Say("要导入的应是 xlsx 或者 csv 文件；用 --template 写一份空表，照着填。",
            "an xlsx or csv file is needed; --template writes an empty sheet to fill in."));
        if (read.Value.Remarks.FirstOrDefault(remark => remark.Code == ExcelRemarks.UnsavedFormula) is { } unsaved) return new Refusal(unsaved.Message);
        return read.Value.Blocks.OfType<TableBlock>().ToImmutableArray();
    }

    // 竖着合并的，所占的每一行都算填了：上面一栏写“单位”占两行，几行共用一个单位，都是这样。
    private static List<(int Number, List<TableCell> Cells)> Rows(TableBlock table)
    {
        var rows = new SortedDictionary<int, List<TableCell>>();
        foreach (var cell in table.Cells)
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                (rows.TryGetValue(row, out var cells) ? cells : rows[row] = []).Add(cell);
        return [.. rows.Select(row => (row.Key, row.Value))];
    }

    private static List<string> Missing(List<TableCell> header, ImmutableArray<ImportColumn> columns) =>
        [.. columns.Where(column => column.Required && header.All(cell => Name(cell.Text) != column.Name)).Select(column => column.Name)];

    private static Outcome<ImmutableArray<ImportRow>> Rows(IEnumerable<(int Number, List<TableCell> Cells)> rows, List<TableCell> header, ImmutableArray<ImportColumn> columns)
    {
        var names = new Dictionary<int, string>();
        foreach (var cell in header.Where(cell => Name(cell.Text).Length > 0))
        {
            var name = Name(cell.Text);
            if (columns.All(column => column.Name != name) && !RejectedRows.Columns.Contains(name)) return new Refusal(Say($"表头里的“{ImportRow.Shown(name)}”不认得；认得的是{string.Join("、", columns.Select(column => column.Name))}。",
                $"the column “{ImportRow.Shown(name)}” of the head is unknown; known are {string.Join(", ", columns.Select(column => $"“{column.Name}”"))}."));
            if (names.ContainsValue(name)) return new Refusal(Say($"表头里有两列“{name}”。", $"the head has two columns “{name}”."));
            names[cell.Column] = name;
        }

        var found = ImmutableArray.CreateBuilder<ImportRow>();
        foreach (var (number, cells) in rows)
        {
            var filled = cells.Select(cell => (cell.Column, Text: cell.Text.Trim())).Where(cell => cell.Text.Length > 0).ToList();
            var values = filled.Where(cell => names.TryGetValue(cell.Column, out var name) && !RejectedRows.Columns.Contains(name)).ToDictionary(cell => names[cell.Column], cell => cell.Text);
            var stray = filled.Where(cell => !names.ContainsKey(cell.Column)).Select(cell => cell.Text).FirstOrDefault();
            if (values.Count == 0 && stray is null) continue;
            if (found.Count == MostRows) return new Refusal(Say($"一次至多导入 {MostRows} 行，请分成几个文件。", $"at most {MostRows} rows are imported at a time; divide them into several files."));
            found.Add(new ImportRow(number + 1, values, stray));
        }

        return found.ToImmutable();
    }

    // 模板里必填的列名后面带星号。
    private static string Name(string text) => text.Trim().TrimEnd('*', '＊').Trim();
}
