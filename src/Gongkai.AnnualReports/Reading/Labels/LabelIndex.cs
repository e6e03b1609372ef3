using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>
/// 标签的索引：各种格式、各张表、六个部分的标题，连同全部写法，主干合成一张词表。
/// 正文只走一遍，此后要哪一组标签，就从找到的里面挑（<see cref="LabelFinder"/>）。
/// </summary>
internal static class LabelIndex
{
    private static readonly string[] Cores =
    [
        .. LabelPattern.Sections
            .Concat(FormCatalogue.Tables.SelectMany(table => LabelPattern.RowsOf(table).Concat(LabelPattern.LimitsOf(table)).Concat(LabelPattern.ColumnsOf(table))))
            .Select(pattern => pattern.Core)
            .Distinct(StringComparer.Ordinal),
    ];

    private static readonly PhraseIndex Index = new(Cores);

    private static readonly FrozenDictionary<string, int> Numbers = Cores.Index().ToFrozenDictionary(core => core.Item, core => core.Index, StringComparer.Ordinal);

    /// <summary>共有多少种主干。</summary>
    public static int Count => Cores.Length;

    /// <summary>主干的号。</summary>
    public static int NumberOf(string core) => Numbers[core];

    /// <summary>全部主干的全部出现，按位置排列。</summary>
    public static List<FoundPhrase> FindAll(string content)
    {
        var found = new List<FoundPhrase>(128);
        Index.FindAll(content, found);
        return found;
    }
}

/// <summary>一组一起找的标签。</summary>
internal sealed class LabelSet
{
    private readonly LabelPattern[]?[] _byCore = new LabelPattern[]?[LabelIndex.Count];

    public LabelSet(ImmutableArray<LabelPattern> patterns)
    {
        Patterns = patterns;
        foreach (var group in patterns.GroupBy(pattern => LabelIndex.NumberOf(pattern.Core))) _byCore[group.Key] = [.. group];
    }

    public ImmutableArray<LabelPattern> Patterns { get; }

    /// <summary>主干是这一个的各个标签；不在这一组里时为空。</summary>
    public ReadOnlySpan<LabelPattern> Of(int core) => _byCore[core];
}
