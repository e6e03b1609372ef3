using System.Text.RegularExpressions;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>机关的正式名称，以及凭什么这样写；名称本来就正式时没有理由。</summary>
/// <param name="Name">正式名称；证明不了的部分照原样。</param>
/// <param name="Reason">补全或改写的依据；没有改动时为空。</param>
public sealed record FormalName(string Name, string? Reason);

public static partial class AgencyNames
{
    /// <summary>把习称、简写补成正式名称；只补证明得了的。</summary>
    /// <param name="printed">印出来的名称。</param>
    /// <param name="context">正文，用来证明简写指的是谁；可以没有。</param>
    public static FormalName Formalise(string printed, string? context = null)
    {
        var profile = Parse(printed, context);
        var reasons = new List<string>();
        var stem = StemOf(profile, context, reasons);
        var region = RegionOf(profile, context, reasons);
        if (reasons.Count == 0) return new FormalName(profile.Name, null);
        var before = profile.Name[..(profile.Name.Length - profile.Stem.Length - profile.PrintedRegion.Length)];
        return new FormalName(before + region + stem, Join('；', reasons));
    }

    private static string StemOf(AgencyProfile profile, string? context, List<string> reasons)
    {
        var formal = profile switch
        {
            { Kind: AgencyKind.Town } when profile.Stem == profile.Town => profile.Stem + "人民政府",
            { Kind: AgencyKind.Town } when profile.Stem == profile.Town + "政府" => profile.Town + "人民政府",
            { Kind: AgencyKind.Subdistrict } when profile.Stem == profile.Town => profile.Stem + "办事处",
            { Kind: AgencyKind.ZoneCommittee, Stem: "" } => "管理委员会",
            { Kind: AgencyKind.ZoneCommittee } => profile.Stem.Replace("管委会", "管理委员会", StringComparison.Ordinal),
            { Kind: AgencyKind.Government, Stem: "" or "政府" } => "人民政府",
            { Kind: AgencyKind.GovernmentOffice } when OfficeOf(profile) is { } office => office,
            _ => null,
        };
        if (formal is not null)
        {
            if (formal != profile.Stem) {
                var known = profile.Stem.Length > 0 ? profile.Stem : profile.PrintedRegion;
                var full = (profile.Stem.Length > 0 ? "" : profile.PrintedRegion) + formal;
                reasons.Add(Say($"“{known}”的机关全称是“{full}”", $"the full name of “{known}” is “{full}”"));
            }
            return formal;
        }
        return Unabbreviated(profile, context, reasons);
    }

    /// <summary>“政府办”：省级是办公厅，县级是办公室；市级两种都有，除非印着。</summary>
    private static string? OfficeOf(AgencyProfile profile) => (profile.Stem, profile.RegionLevel) switch
    {
        ("政府办公厅", _) => "人民政府办公厅",
        ("政府办公室", _) => "人民政府办公室",
        ("政府办", RegionLevel.Province) => "人民政府办公厅",
        ("政府办", RegionLevel.County) => "人民政府办公室",
        _ => null,
    };

    private static string Unabbreviated(AgencyProfile profile, string? context, List<string> reasons)
    {
        if (!AgencyVocabulary.IsAbbreviation(profile.Stem, out var formal)) return profile.Stem;
        if (context is not null && profile.PrintedRegion.Length > 0 && SpelledOut(profile, WithoutSpaces(context)) is { } spelled)
        {
            reasons.Add(Say($"正文写有全称“{spelled}”", $"the text has the full name “{spelled}”"));
            return spelled;
        }
        if (formal is null) return profile.Stem;
        reasons.Add(Say($"“{profile.Stem}”是“{formal}”的习称", $"“{profile.Stem}” is the usual short name of “{formal}”"));
        return formal;
    }

    /// <summary>正文里同一区划名下、依次含有习称各字的机构名，只有一个时就是它。</summary>
    private static string? SpelledOut(AgencyProfile profile, string context)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = context.IndexOf(profile.PrintedRegion, StringComparison.Ordinal); at >= 0; at = context.IndexOf(profile.PrintedRegion, at + 1, StringComparison.Ordinal))
        {
            var match = OrganStem().Match(context, at + profile.PrintedRegion.Length);
            if (match.Success && match.Length > profile.Stem.Length && Contains(match.Value, profile.Stem)) found.Add(match.Value);
        }
        return found.Count == 1 ? found.First() : null;
    }

    private static bool Contains(string full, string abbreviation)
    {
        var next = 0;
        foreach (var character in full)
            if (next < abbreviation.Length && abbreviation[next] == character) next++;
        return next == abbreviation.Length;
    }

    /// <summary>市辖区的机关冠以所在市的名称，只要辖区已经确定。</summary>
    private static string RegionOf(AgencyProfile profile, string? context, List<string> reasons)
    {
        if (profile.Region is not { IsDistrict: true, Parent: { } parent } region || profile.Zone is not null || profile.PrintedRegion != region.Name)
            return profile.PrintedRegion;
        reasons.Add(context is not null && WithoutSpaces(context).Contains(parent.Name + region.Name, StringComparison.Ordinal)
            ? Say($"正文写作“{parent.Name}{region.Name}”", $"the text writes “{parent.Name}{region.Name}”")
            : Say($"“{region.Name}”是{parent.Name}的市辖区", $"“{region.Name}” is a district of “{parent.Name}”"));
        return parent.Name + region.Name;
    }

    [GeneratedRegex(@"\G(?:(?![的了在对等是有将为各及向])\p{IsCJKUnifiedIdeographs}){1,18}?(?:委员会|局|厅|办公室)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrganStem();
}
