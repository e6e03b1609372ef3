using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Forms;

/// <summary>管理员添的一份格式文件，收下以前逐项查：缺什么、重了什么、等式指着没有的行，都用一句话说出来。</summary>
public static class FormFile
{
    private static readonly string[] NeededRows = ["newlyReceived", "carriedIn", "totalProcessed", "carriedOut"];

    private static readonly ImmutableDictionary<TableKind, string[]> SumRules = new Dictionary<TableKind, string[]>
    {
        [TableKind.Disclosure] = [], [TableKind.Requests] = ["T3-01", "T3-02", "T3-03"], [TableKind.Review] = ["T4-01", "T4-02", "T4-03"],
    }.ToImmutableDictionary();

    /// <summary>读一份。</summary>
    /// <param name="utf8">文件的内容。</param>
    /// <param name="known">已经有的格式，按启用年份。</param>
    public static Outcome<Form> Read(byte[] utf8, IReadOnlyList<Form> known)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            if (Lacking(document.RootElement) is { } lacking) return new Refusal(LineOf(utf8, lacking) is { } near ? Say($"第 {near} 行：{lacking}", $"line {near}: {lacking}") : lacking);
            using var stream = new MemoryStream(utf8);
            var form = FormReader.Read(stream);
            return Fault(form, known) is { } fault ? new Refusal(LineOf(utf8, fault) is { } at ? Say($"第 {at} 行：{fault}", $"line {at}: {fault}") : fault) : form;
        }
        catch (JsonException exception)
        {
            return new Refusal(exception.LineNumber is { } line ? Say($"第 {line + 1} 行不是合法的 JSON。", $"line {line + 1} is not valid JSON.") : Say("同一个对象里有重复的键。", "an object has a key twice."));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return new Refusal(Say("有一项的写法不对（应是文字的写了数，或者缺了行、列的 key、caption）；照 docs/forms.md 的例子核对。", "an entry is of the wrong kind, or a row or column lacks key or caption; compare it with docs/forms.md."));
        }
    }

    // 一句话里末一个引号里的字，文件里最后写着它的那一行：重了的是后一处，等式里的在行的后面。只有一行的文件、找不到的，不说。
    private static int? LineOf(byte[] utf8, string fault)
    {
        var (from, to) = (fault.LastIndexOf('“'), fault.LastIndexOf('”'));
        if (from < 0 || to <= from + 1) return null;
        var lines = System.Text.Encoding.UTF8.GetString(utf8).Split('\n');
        var at = lines.Length == 1 ? -1 : Array.FindLastIndex(lines, line => line.Contains($"\"{fault[(from + 1)..to]}\"", StringComparison.Ordinal));
        return at < 0 ? null : at + 1;
    }

    // 缺了哪一项，先说；读的时候才说得清位置。
    private static string? Lacking(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Say("最外层应是一个对象。", "the outermost level should be an object.");
        foreach (var name in (string[])["id", "fromYear", "basis", "sections", "disclosure", "requests", "review"])
            if (!root.TryGetProperty(name, out _)) return Say($"缺少“{name}”。", $"“{name}” is missing.");
        foreach (var name in (string[])["disclosure", "requests", "review"])
        {
            var table = root.GetProperty(name);
            if (table.ValueKind != JsonValueKind.Object) return Say($"“{name}”应是一个对象。", $"“{name}” should be an object.");
            if (!table.TryGetProperty("sums", out _)) return Say($"“{name}”缺少“sums”，没有等式的写 []。", $"“{name}” lacks “sums”; write [] where there are no equations.");
            JsonElement[] parts = table.TryGetProperty("blocks", out var blocks) ? [.. blocks.EnumerateArray()] : [table];
            foreach (var block in parts)
                foreach (var part in (string[])["columns", "rows"])
                    if (!block.TryGetProperty(part, out var items) || items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0) return Say($"“{name}”有一处缺少“{part}”。", $"“{name}” lacks “{part}” in one place.");
            var twice = parts.SelectMany(block => block.GetProperty("rows").EnumerateArray()).GroupBy(row => row.GetProperty("key").GetString()).FirstOrDefault(rows => rows.Count() > 1);
            if (twice is not null) return Say($"“{name}”有两行的 key 都是“{twice.Key}”。", $"two rows of “{name}” have the key “{twice.Key}”.");
        }

        return null;
    }

    private static string? Fault(Form form, IReadOnlyList<Form> known)
    {
        if (form.Id.Value.Length is 0 or > 20 || !form.Id.Value.All(char.IsAsciiLetterOrDigit)) return Say($"编号“{form.Id}”只能是字母和数字。", $"the id “{form.Id}” may hold letters and digits only.");
        if (known.Any(other => other.Id == form.Id)) return Say($"已经有编号是“{form.Id}”的格式。", $"there is a form “{form.Id}” already.");
        if (form.FromYear <= known[^1].FromYear) return Say($"启用的年度 {form.FromYear} 应在“{known[^1].Id}”的 {known[^1].FromYear} 以后。", $"its first year {form.FromYear} should come after {known[^1].FromYear} of “{known[^1].Id}”.");
        if (form.Sections.Length != 6) return Say($"应有六个部分，写了 {form.Sections.Length} 个。", $"there should be six sections, not {form.Sections.Length}.");
        if (form.Like is { } like && known.All(other => other.Id != like)) return Say($"“like”写的格式“{like}”没有。", $"the form “{like}” named by “like” does not exist.");
        foreach (var kind in Enum.GetValues<TableKind>())
            if (TableFault(form.Table(kind), known) is { } fault) return Say($"{TableKeys.Name(kind)}：{fault}", $"{TableKeys.Name(kind)}: {fault}");
        return null;
    }

    private static string? TableFault(FormTable table, IReadOnlyList<Form> known)
    {
        foreach (var row in table.Rows)
        {
            if (!IsKey(row.Key)) return BadKey(row.Key);
            if (row.Caption.Official.Length == 0) return Say($"行“{row.Key}”没有名称。", $"row “{row.Key}” has no caption.");
            foreach (var column in row.Columns)
                if (!IsKey(column.Key)) return BadKey(column.Key);
            if (row.Columns.Select(column => column.Key).Distinct(StringComparer.Ordinal).Count() < row.Columns.Length) return Say($"行“{row.Key}”有两列的 key 相同。", $"two columns of row “{row.Key}” share a key.");
            if (table.Kind != TableKind.Disclosure && row.Columns[^1].Key != "total") return Say("末一列的 key 应是 total。", "the key of the last column should be total.");
        }

        if (table.Kind == TableKind.Requests && NeededRows.FirstOrDefault(key => table.Row(key) is null) is { } needed) return Say($"缺少行“{needed}”，勾稽和结转要用它。", $"row “{needed}” is missing; the sums and the carry-over need it.");
        if (table.Kind == TableKind.Requests && !table.Rows.Any(row => row.IsOutcome)) return Say("没有标明哪些行是办理结果（outcome）。", "no row is marked as an outcome.");
        if (known.All(form => form.Table(table.Kind).Series != table.Series) && table.Series != table.Form) return Say($"“series”写的“{table.Series}”没有这样的格式。", $"there is no form “{table.Series}” as named by “series”.");
        return table.Sums.Select(sum => SumFault(table, sum)).FirstOrDefault(fault => fault is not null);
    }

    private static string? SumFault(FormTable table, FormSum sum)
    {
        if (!SumRules[table.Kind].Contains(sum.Rule, StringComparer.Ordinal)) return Say($"等式的编号“{sum.Rule}”不认识：这张表只有 {string.Join("、", SumRules[table.Kind])}。", $"the equation “{sum.Rule}” is unknown; this table knows {string.Join(", ", SumRules[table.Kind])}.");
        if (sum.Left.IsEmpty || sum.Right.IsEmpty) return Say($"等式 {sum.Rule} 有一边是空的。", $"one side of equation {sum.Rule} is empty.");
        var keys = sum.Axis == SumAxis.Column ? table.Rows.Select(row => row.Key) : table.Rows.Where(row => sum.Row is null || row.Key == sum.Row).SelectMany(row => row.Columns.Select(column => column.Key));
        if (sum.Row is { } of && table.Row(of) is null) return Say($"等式 {sum.Rule} 指着没有的行“{of}”。", $"equation {sum.Rule} points at row “{of}”, which does not exist.");
        return sum.Left.Concat(sum.Right).FirstOrDefault(key => !keys.Contains(key, StringComparer.Ordinal)) is { } missing
            ? Say($"等式 {sum.Rule} 指着没有的{(sum.Axis == SumAxis.Column ? "行" : "列")}“{missing}”。", $"equation {sum.Rule} points at “{missing}”, which does not exist.") : null;
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= 60 && char.IsAsciiLetterLower(key[0]) && key.All(char.IsAsciiLetterOrDigit);

    private static string BadKey(string key) => Say($"key“{key}”应以小写字母开头，只用字母和数字。", $"the key “{key}” should begin with a lower-case letter and hold letters and digits only.");
}
