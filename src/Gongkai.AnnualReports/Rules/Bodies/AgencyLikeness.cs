using System.Buffers;
using Gongkai.Organisations.Agencies;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>两个机关名称的关系：同一个、省写、混写，还是两家。</summary>
internal static class AgencyLikeness
{
    private static readonly SearchValues<char> Connectives = SearchValues.Create("和与及暨、·");

    // “文旅局”“市场监管局”这样的省写，读的人知道是谁；长的名称少几个字，多半是新旧名称混用。
    private const int ShortestMixedUp = 7;
    private const int MostMissing = 3;

    /// <summary>可能是同一机关：相同，省去上级区划，习称，或者写的是它的办公室、所属的政府。</summary>
    public static bool MayBeTheSame(string own, string other)
    {
        var (one, two) = (Compact(own), Compact(other));
        return one.EndsWith(two, StringComparison.Ordinal) || two.EndsWith(one, StringComparison.Ordinal)
            || one.StartsWith(two, StringComparison.Ordinal) || two.StartsWith(one, StringComparison.Ordinal)
            || IsShortened(one, two) || IsShortened(two, one)
            || Compact(AgencyNames.Formalise(other).Name) == Compact(AgencyNames.Formalise(own).Name);
    }

    /// <summary>像是同一机关的另一种全称：只差“和、与”，或者少几个字（新旧名称混用）；习称不算。</summary>
    public static bool IsMixedUp(string own, string other)
    {
        if (own.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(own, StringComparison.Ordinal)) return false;
        if (WithoutConnectives(own) == WithoutConnectives(other)) return true;
        var (longer, shorter) = own.Length >= other.Length ? (own, other) : (other, own);
        return shorter.Length >= ShortestMixedUp
            && longer.Length - shorter.Length <= MostMissing
            && longer[^1] == shorter[^1]
            && IsSubsequence(longer, shorter);
    }

    // 上下级区划和机构名称都可以省字：“上街区文广旅体局”之于“郑州市上街区文化广电旅游体育局”。
    private static bool IsShortened(string full, string brief) => brief.Length >= 3 && full[^1] == brief[^1] && IsSubsequence(full, brief);

    private static bool IsSubsequence(string longer, string shorter)
    {
        var next = 0;
        foreach (var character in longer)
            if (next < shorter.Length && shorter[next] == character) next++;
        return next == shorter.Length;
    }

    private static string Compact(string name) => WithoutConnectives(name).Replace("委员会", "委", StringComparison.Ordinal);

    private static string WithoutConnectives(string name) =>
        name.AsSpan().ContainsAny(Connectives) ? string.Concat(name.Where(character => !Connectives.Contains(character))) : name;
}
