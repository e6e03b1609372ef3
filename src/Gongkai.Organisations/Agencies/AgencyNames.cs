using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>由机关名称看出辖区与性质：“焦作市文化广电和旅游局”是焦作市（410800）的部门。</summary>
public static partial class AgencyNames
{
    /// <param name="printed">印出来的名称，可以有空白。</param>
    /// <param name="context">旁边的文字，只用来在重名的区划里选定一个；可以没有。</param>
    public static AgencyProfile Parse(string printed, string? context = null)
    {
        var name = WithoutSpaces(printed);
        if (name.Length == 0) return AgencyProfile.Unknown;
        if (AgencyVocabulary.StateCouncilKindOf(name) is { } state) return new AgencyProfile(name, [], state, name);

        var body = AgencyVocabulary.WithoutStateName(name);
        var central = AgencyVocabulary.StateCouncilPrefixOf(body);
        var local = central is null ? body : body[central.Length..];
        var isBranch = central is not null || body.Length < name.Length;
        var chain = RegionChain.Read(local, isBranch);
        var stem = local[chain.Length..];
        var profile = new AgencyProfile(name, Settle(chain.Regions, context), null, stem)
        {
            PrintedRegion = local[..chain.Length],
            Zone = chain.Zone,
        };
        return isBranch
            ? profile with { Kind = chain.Length > 0 && AgencyVocabulary.EndsLikeAnOrgan(stem) ? AgencyKind.VerticalBranch : null }
            : Classified(profile);
    }

    private static AgencyProfile Classified(AgencyProfile profile)
    {
        if (profile.Stem.AsSpan().ContainsAny(TownWords) && TownName().Match(profile.Stem) is { Success: true } town)
        {
            var kind = town.Groups["town"].Value.EndsWith("街道", StringComparison.Ordinal) ? AgencyKind.Subdistrict : AgencyKind.Town;
            return profile with { Town = town.Groups["town"].Value, Kind = kind };
        }
        if (profile.Stem.EndsWith('会') && ZoneCommittee().Match(profile.Stem) is { Success: true } committee && (profile.Zone is not null || committee.Groups["zone"].Length > 0))
            return profile with { Zone = profile.Zone ?? committee.Groups["zone"].Value, Kind = AgencyKind.ZoneCommittee };
        return profile with { Kind = KindOf(profile) };
    }

    private static AgencyKind? KindOf(AgencyProfile profile) => profile.Stem switch
    {
        "" when profile.Zone is not null => AgencyKind.ZoneCommittee,
        "" or "人民政府" or "政府" or "行政公署" or "行署" => profile.Candidates.Length > 0 ? AgencyKind.Government : null,
        "政府办公厅" or "政府办公室" or "政府办" or "人民政府办公厅" or "人民政府办公室" or "人民政府办" => AgencyKind.GovernmentOffice,
        var stem when AgencyVocabulary.EndsLikeAnOrgan(stem) => AgencyKind.Department,
        _ => null,
    };

    /// <summary>重名的区划：上下文里写着哪一个的上级，就是哪一个；写着几个或没有写，就仍是几个。</summary>
    private static ImmutableArray<Region> Settle(ImmutableArray<Region> regions, string? context)
    {
        if (regions.Length < 2 || context is null) return regions;
        var compact = WithoutSpaces(context);
        var named = regions.Where(region => region.Parent is { } parent && compact.Contains(parent.Name, StringComparison.Ordinal)).ToImmutableArray();
        return named is [_] ? named : regions;
    }

    /// <summary>去掉空白；正文多半已经没有空白，那时原样返回。</summary>
    private static string WithoutSpaces(string text) =>
        text.AsSpan().ContainsAny(Blanks) ? string.Concat(text.Where(character => !char.IsWhiteSpace(character))) : text;

    private static readonly SearchValues<char> TownWords = SearchValues.Create("镇乡街苏");

    private static readonly SearchValues<char> Blanks =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(character => (char)character).Where(char.IsWhiteSpace)]);

    [GeneratedRegex(@"^(?<town>\p{IsCJKUnifiedIdeographs}{1,8}?(?:镇|乡|街道|苏木))(?:人民政府|政府|办事处|人民政府(?:党政)?办公室)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TownName();

    [GeneratedRegex(@"^(?<zone>(?:\p{IsCJKUnifiedIdeographs}{1,20}(?:区|园|新城|港|基地))?)(?:管理委员会|管委会)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneCommittee();
}
