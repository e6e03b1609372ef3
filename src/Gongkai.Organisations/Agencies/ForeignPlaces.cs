using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>在正文里找外地的地名和外地的机关：不在本机关隶属链上的。</summary>
/// <remarks>简称直接匹配会把“公开平台”读成开平、“人民共和国”读成共和，所以每一处都要有证据（<see cref="PlaceEvidence"/>），再除去正常提及的语境（<see cref="PlaceContext"/>）。</remarks>
public static partial class ForeignPlaces
{
    /// <summary>外地地名，按出现的顺序。机关的辖区不明时无从判断，没有结果。</summary>
    public static IReadOnlyList<ForeignPlace> Find(AgencyProfile agency, string text) => Survey(agency, text).Places;

    /// <summary>外地机关的全称（“随州市文化和旅游局”），按出现的顺序；上级、下级和同一区划的机关不算。</summary>
    public static IReadOnlyList<ForeignAgency> FindAgencies(AgencyProfile agency, string text) => Survey(agency, text).Agencies;

    /// <summary>外地的地名与机关，一遍都找出来。</summary>
    public static ForeignNamesFound Survey(AgencyProfile agency, string text)
    {
        if (agency.Candidates.IsEmpty) return ForeignNamesFound.None;
        var compact = new CompactText(text);
        List<ForeignPlace>? places = null;
        List<ForeignAgency>? agencies = null;
        foreach (var hit in Hits(agency, compact.Text))
        {
            (places ??= []).Add(new ForeignPlace(compact.ToSource(hit.Start), compact.Text[hit.Start..hit.End], hit.Region, hit.Certainty, hit.Why));
            if (hit.Certainty == PlaceCertainty.Weak) continue;
            var organ = Organ().Match(compact.Text, hit.NameEnd);
            if (!organ.Success) continue;
            var name = compact.Text[hit.Start..(organ.Index + organ.Length)];
            (agencies ??= []).Add(new ForeignAgency(compact.ToSource(hit.Start), name, hit.Region, Say($"{hit.Region.FullName}不在本机关的隶属链上",
                $"“{hit.Region.FullName}” is neither this body's region nor above or below it")));
        }

        return places is null ? ForeignNamesFound.None : new ForeignNamesFound(places, agencies ?? []);
    }

    private static IEnumerable<Hit> Hits(AgencyProfile agency, string text)
    {
        var homes = agency.Candidates;
        Hit? pending = null;
        foreach (var mention in Gazetteer.China.Search(text))
        {
            if (Judge(homes, text, mention) is not { } hit) continue;
            // “湖北省｜随州市”是一处，不是两处：并到更具体的一个。
            if (pending is { } former && former.NameEnd == hit.Start)
            {
                pending = hit with { Start = former.Start };
                continue;
            }
            if (pending is { } done) yield return done;
            pending = hit;
        }
        if (pending is { } last) yield return last;
    }

    private static Hit? Judge(ImmutableArray<Region> homes, string text, PlaceMention mention)
    {
        var regions = mention.Name.Regions;
        if (regions.Any(region => homes.Any(region.IsOnChainOf)) || regions[0].Code[0] is '7' or '8') return null;
        if (PlaceEvidence.For(text, mention) is not { } evidence) return null;
        if (PlaceContext.Excuses(text, mention.Start, mention.End, mention.Name.Kind == PlaceNameKind.Abbreviated)) return null;
        var region = regions[0];
        var isNeighbour = regions.Any(candidate => homes.Any(candidate.IsNeighbourOf));
        if (isNeighbour && !evidence.IsFirm) return null;
        var certainty = isNeighbour ? PlaceCertainty.Neighbour
            : evidence.IsFirm && region.Code != "110000" ? PlaceCertainty.Certain
            : PlaceCertainty.Weak;
        return new Hit(evidence.Start, evidence.End, mention.End, region, certainty, Say($"{evidence.Why}：{Described(regions)}", $"{evidence.Why}: {Described(regions)}"));
    }

    private static string Described(ImmutableArray<Region> regions) =>
        regions.Length == 1 ? Say(regions[0].FullName, $"“{regions[0].FullName}”") : Say($"{regions[0].FullName}等{regions.Length}处", $"“{regions[0].FullName}” and others, {regions.Length} places");

    private readonly record struct Hit(int Start, int End, int NameEnd, Region Region, PlaceCertainty Certainty, string Why);

    [GeneratedRegex(@"\G(?:(?![的了在对等是有将为各及向赴由被])\p{IsCJKUnifiedIdeographs}){0,16}?(?:人民政府(?:办公[厅室])?|管理委员会|管委会|委员会|厅|局|办公室|办事处)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Organ();
}
