using System.Collections.Immutable;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>名称开头的区划：“河南省｜焦作市”“郑州市｜上街区”，一级一级地读，下一级必须属于上一级。</summary>
/// <param name="Length">区划部分的字数。</param>
/// <param name="Regions">最末一级可能指的区划；没有区划时为空。</param>
/// <param name="Zone">末一级是功能区时，它的名称。</param>
internal readonly record struct RegionChain(int Length, ImmutableArray<Region> Regions, string? Zone)
{
    /// <param name="allowBareShortName">区划简称后面可以直接跟机构（“国家统计局｜焦作调查队”）。</param>
    public static RegionChain Read(string name, bool allowBareShortName)
    {
        var read = new RegionChain(0, [], null);
        while (Next(name, read, allowBareShortName) is { } next) read = next;
        return read;
    }

    private static RegionChain? Next(string name, RegionChain read, bool allowBareShortName)
    {
        if (read.Zone is not null) return null;
        foreach (var place in Gazetteer.China.NamesAt(name, read.Length))
        {
            var below = read.Regions.IsEmpty
                ? place.Regions
                : [.. place.Regions.Where(region => read.Regions.Any(upper => region.IsWithin(upper) && !ReferenceEquals(region, upper)))];
            if (below.IsEmpty) continue;
            var next = new RegionChain(read.Length + place.Text.Length, below, place.Kind == PlaceNameKind.Zone ? place.Text : null);
            if (place.Kind != PlaceNameKind.Abbreviated || MayStandShort(name, place, next, read, allowBareShortName)) return next;
        }
        return null;
    }

    /// <summary>简称只在后面紧接它的下级（“深圳龙岗区”），或者紧接机构而它不与普通词相混（“焦作文旅局”）时才算区划。</summary>
    private static bool MayStandShort(string name, PlaceName place, RegionChain next, RegionChain read, bool allowBareShortName)
    {
        var below = Gazetteer.China.NamesAt(name, next.Length)
            .Any(lower => lower.Kind != PlaceNameKind.Abbreviated && lower.Regions.Any(region => next.Regions.Any(upper => region.IsWithin(upper))));
        if (below) return true;
        if (read.Length > 0 || OrdinaryWords.IsShortName(place.Text)) return false;
        var rest = name[next.Length..];
        return allowBareShortName || AgencyVocabulary.IsAbbreviation(rest, out _) || (rest.Length > 2 && AgencyVocabulary.EndsLikeAnOrgan(rest) && !OrdinaryWords.ReachesOutToTheRight(name, 0, next.Length));
    }
}
