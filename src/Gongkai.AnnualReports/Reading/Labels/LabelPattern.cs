using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;

namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>要找的标签：一种写法，归一后拆成序号（“(三)”“2.”）与主干。</summary>
/// <param name="Key">行键或列键；分组与块标题没有键，只用来划界。</param>
/// <param name="NeedsEnumerator">主干太短（“其他”“总计”），没有序号就不算。</param>
internal sealed record LabelPattern(
    LabelRole Role,
    string? Key,
    string Official,
    string Enumerator,
    string Core,
    LabelMatch Match,
    bool NeedsEnumerator)
{
    public static LabelPattern Of(LabelRole role, string? key, string official, string variant, LabelMatch match)
    {
        var folded = Folding.Of(variant);
        var enumerator = Enumerators.LengthAtStart(folded);
        var core = folded[enumerator..];
        return new LabelPattern(role, key, official, folded[..enumerator], core, match, enumerator > 0 && core.Length < 4);
    }

    /// <summary>行标签在表里的行号；其他标签为 -1。</summary>
    public int Row { get; init; } = -1;

    /// <summary>报告里记着的键，连表名：<c>disclosure.regulations</c>；部分的标题就是序号，划界的标签没有。</summary>
    public string? Path { get; private init; } = Key;

    public static IEnumerable<LabelPattern> AllOf(LabelRole role, string? key, Caption caption) =>
        [
            Of(role, key, caption.Official, caption.Official, LabelMatch.Exact),
            .. caption.Safe.Select(variant => Of(role, key, caption.Official, variant, LabelMatch.Safe)),
            .. caption.Suspect.Select(variant => Of(role, key, caption.Official, variant, LabelMatch.Suspect)),
        ];

    /// <summary>一张表的行标签。</summary>
    public static IEnumerable<LabelPattern> RowsOf(FormTable table) =>
        table.Rows.SelectMany(row => AllOf(LabelRole.Row, row.Key, row.Caption).Select(pattern => pattern.In(table) with { Row = row.Index }));

    /// <summary>只用来划界的标签：块标题、分组标签。</summary>
    public static IEnumerable<LabelPattern> LimitsOf(FormTable table) =>
        table.Rows.SelectMany(row => row.Groups).Concat(table.Rows.Select(row => row.Block).OfType<string>()).Append("信息内容")
            .Distinct(StringComparer.Ordinal)
            .Where(text => table.Rows.All(row => row.Caption.Official != text))
            .Select(text => Of(LabelRole.Block, null, text, text, LabelMatch.Exact));

    /// <summary>列标签；几行里相同的只取一个。</summary>
    public static IEnumerable<LabelPattern> ColumnsOf(FormTable table) =>
        table.Rows.SelectMany(row => row.Columns.SelectMany(column => AllOf(LabelRole.Column, $"{row.Key}.{column.Key}", column.Caption))).DistinctBy(pattern => pattern.Core).Select(pattern => pattern.In(table));

    private LabelPattern In(FormTable table) => this with { Path = $"{table.Key}.{Key}" };

    /// <summary>六个部分的标题。</summary>
    public static IEnumerable<LabelPattern> Sections =>
        FormCatalogue.All[^1].Sections.SelectMany(section => AllOf(LabelRole.Section, section.Number.ToString(CultureInfo.InvariantCulture), section.Caption));
}

/// <summary>一张表要找的全部标签。</summary>
internal sealed class TableLabels
{
    private static readonly ImmutableArray<TableLabels> All = [.. FormCatalogue.Tables.Select(table => new TableLabels(table))];

    private static readonly FrozenDictionary<(TableKind Kind, FormId First), TableLabels[]> Ordered = Enum.GetValues<TableKind>()
        .SelectMany(kind => FormCatalogue.All.Select(form => (kind, first: form.Id)))
        .ToFrozenDictionary(key => key, key => All.Where(labels => labels.Table.Kind == key.kind).OrderBy(labels => labels.Table.Form == key.first ? 0 : 1).ToArray());

    private TableLabels(FormTable table)
    {
        Table = table;
        Rows = new LabelSet([.. LabelPattern.RowsOf(table), .. LabelPattern.LimitsOf(table)]);
        Columns = new LabelSet([.. LabelPattern.ColumnsOf(table)]);
    }

    public FormTable Table { get; }

    /// <summary>行标签，和只用来划界的标签。</summary>
    public LabelSet Rows { get; }

    public LabelSet Columns { get; }

    /// <summary>一种表在各种格式里的标签，先是这一种格式的。</summary>
    public static TableLabels[] Of(TableKind kind, FormId? first) => Ordered[(kind, first ?? FormId.Form2019)];

    public static TableLabels Of(FormTable table) => All.First(labels => labels.Table == table);
}

/// <summary>序号：“一、”“（三）”“2.”“2、”“①”。</summary>
internal static class Enumerators
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>开头的序号有多长；没有为 0。</summary>
    public static int LengthAtStart(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return 0;
        if (text[0] == '(')
        {
            var close = text[..Math.Min(text.Length, 5)].IndexOf(')');
            return close > 1 && text[1..close].IndexOfAnyExcept(Numerals + "0123456789") < 0 ? close + 1 : 0;
        }

        if (text[0] is >= '①' and <= '⑳') return 1;
        var digits = 0;
        while (digits < text.Length && digits < 3 && (Numerals.Contains(text[digits]) || char.IsAsciiDigit(text[digits]))) digits++;
        return digits > 0 && digits < text.Length && text[digits] is '、' or '.' or ',' ? digits + 1 : 0;
    }

    /// <summary>紧挨在 <paramref name="end"/> 之前的序号有多长；没有为 0。与数字粘连时只取一位数字。</summary>
    public static int LengthBefore(ReadOnlySpan<char> text, int end)
    {
        if (end < 1) return 0;
        if (text[end - 1] is >= '①' and <= '⑳') return 1;
        if (text[end - 1] is '、' or '.' or ',')
        {
            if (end < 2) return 0;
            if (char.IsAsciiDigit(text[end - 2])) return 2;
            var start = end - 1;
            while (start > 0 && end - start < 4 && Numerals.Contains(text[start - 1])) start--;
            return start < end - 1 ? end - start : 0;
        }

        if (text[end - 1] != ')') return 0;
        for (var start = end - 2; start >= 0 && end - start <= 4; start--)
            if (text[start] == '(') return text[(start + 1)..(end - 1)] is { Length: > 0 } inside && inside.IndexOfAnyExcept(Numerals + "0123456789") < 0 ? end - start : 0;
        return 0;
    }
}
