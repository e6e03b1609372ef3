using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Requests.Counting;

/// <summary>一件复议、诉讼。条例第五十一条。</summary>
/// <param name="Row">表四的哪一行，年报格式的 key。</param>
/// <param name="FiledOn">申请、起诉之日。</param>
/// <param name="Result">结果，年报格式的 key；还没有审结的为空。</param>
/// <param name="ResultOn">审结之日；还没有审结的为空。</param>
public sealed record CountedRemedy(string Row, DateOnly FiledOn, string? Result, DateOnly? ResultOn);

/// <summary>一年的表四：当年审结的按结果，年底没有审结的计入“尚未审结”；往年审结的不再计。</summary>
public sealed class TableFour
{
    /// <summary>尚未审结的列。</summary>
    public const string Pending = "pending";

    /// <summary>各列，总计以外的，按表里的次序。</summary>
    public static ImmutableArray<string> Columns { get; } = ["upheld", "corrected", "otherResult", Pending];

    /// <summary>台账里的写法对应的行。</summary>
    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["行政复议"] = "reconsideration", ["行政诉讼（未经复议直接起诉）"] = "directLitigation", ["行政诉讼（复议后起诉）"] = "litigationAfterReconsideration",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Results = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["结果维持"] = "upheld", ["结果纠正"] = "corrected", ["其他结果"] = "otherResult",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<(string Row, string Column), int> _cells;

    private TableFour(FrozenDictionary<(string Row, string Column), int> cells) => _cells = cells;

    /// <summary>读台账里的一笔；写法认不得的为空。</summary>
    /// <param name="filedOn">申请、起诉之日。</param>
    /// <param name="values">各栏。</param>
    public static CountedRemedy? Read(DateOnly filedOn, IReadOnlyDictionary<string, string> values)
    {
        if (!Rows.TryGetValue(values.GetValueOrDefault("stage", ""), out var row)) return null;
        var result = Results.GetValueOrDefault(values.GetValueOrDefault("result", ""));
        // 写了结果没有写日期的，还不知道计入哪一年，当作没有审结。
        return DateOnly.TryParseExact(values.GetValueOrDefault("resultOn", ""), "yyyy-MM-dd", out var on) && result is not null
            ? new CountedRemedy(row, filedOn, result, on) : new CountedRemedy(row, filedOn, null, null);
    }

    /// <summary>数出一年。</summary>
    public static TableFour Of(IEnumerable<CountedRemedy> remedies, int year) => new(remedies
        .Where(remedy => remedy.FiledOn.Year <= year && (remedy.ResultOn?.Year ?? int.MaxValue) >= year)
        .GroupBy(remedy => (remedy.Row, remedy.ResultOn?.Year == year ? remedy.Result! : Pending))
        .ToFrozenDictionary(cell => cell.Key, cell => cell.Count()));

    /// <summary>一格的数。</summary>
    public int Count(string row, string column) => _cells.GetValueOrDefault((row, column));

    /// <summary>一行的总计。</summary>
    public int Total(string row) => _cells.Where(cell => cell.Key.Row == row).Sum(cell => cell.Value);

    /// <summary>三行的总计。</summary>
    public int Total() => _cells.Values.Sum();
}
