using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Organisations.Agencies;
using Gongkai.Organisations.Regions;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>层级用词：区的机关不说“我县”，也不说“省、市、县”。</summary>
internal static class LevelWords
{
    private const string Suffixes = "省市县区州盟旗";

    // “我市场主体”“自我省察”“我区域”不是自称。
    private static readonly string[] OtherWords = ["市场", "市值", "省察", "省视", "省略", "省悟", "区域", "区块", "区间", "区别", "区分", "县级", "旗帜"];

    public static Rule Rule { get; } = new()
    {
        Id = "DT-08",
        Severity = Severity.Notice,
        Sentence = ("自称的层级与本机关相符：“我市”“我县”“我区”说的是本级或上级，区的机关不写“省、市、县”，县的机关不写“省、市、区”。",
            "The body speaks of its own level: “我市”, “我县” and “我区” are its own or a superior region; a district does not write “省、市、县”, a county does not write “省、市、区”."),
        Basis = Sources.Regulation + ("第四十七条；国办公开办函〔2021〕30号（不得照抄照搬）", ", Article 47; “国办公开办函〔2021〕30号” (nothing is copied)"),
        Examples = [("成立：上街区的机关写“我区”“我市”（郑州市）。", "Holds: a body of “上街区” writes “我区” and “我市” (of “郑州市”)."), ("不成立：上街区的机关写“贯彻执行省、市、县制定的各项制度”。", "Broken: a body of “上街区” writes “贯彻执行省、市、县制定的各项制度”.")],
        Check = WordsFitTheLevel,
    };

    private static IEnumerable<Verdict> WordsFitTheLevel(CheckContext context)
    {
        var homes = context.Body.Agency.Candidates;
        if (context.Body.Agency.Kind is AgencyKind.StateCouncilDepartment or AgencyKind.StateCouncilBureau) return [];
        if (homes.IsEmpty) return [Verdict.NotAssessable(context.Body.WhyRegionIsUnknown)];
        var levels = string.Concat(homes.SelectMany(Chain).Select(region => region.Name[^1]).Distinct()) + (context.Body.Agency.Zone is null ? "" : "区");
        var prose = context.Prose;
        return SelfNames(prose.Text, levels).Concat(Enumerations(prose, homes[0]))
            .Where(found => prose.IsStatement(prose.SentenceAt(found.Offset)))
            .GroupBy(found => found.Word, StringComparer.Ordinal)
            .Select(group => new Broken(Say($"层级表述与本机关不符：{homes[0].Name}的机关写“{group.Key}”{(group.Count() > 1 ? $"（共{group.Count()}处）" : "")}",
                $"the level does not fit the body: a body of “{homes[0].Name}” writes “{group.Key}”{(group.Count() > 1 ? $" ({group.Count()} times)" : "")}"), [])
            {
                Where = prose.Where(group.First().Offset, group.Key.Length),
            });
    }

    private static IEnumerable<(int Offset, string Word)> SelfNames(string text, string levels)
    {
        for (var at = text.IndexOf('我', 0); at >= 0 && at + 1 < text.Length; at = text.IndexOf('我', at + 1))
        {
            var suffix = text[at + 1];
            if (!Suffixes.Contains(suffix, StringComparison.Ordinal) || levels.Contains(suffix, StringComparison.Ordinal)) continue;
            if (!OtherWords.Any(word => string.CompareOrdinal(text, at + 1, word, 0, word.Length) == 0)) yield return (at, text.Substring(at, 2));
        }
    }

    /// <summary>“省、市、县”是区的机关照抄的，“省、市、区”是县的机关照抄的；说全国、全省各地的不算。</summary>
    private static IEnumerable<(int Offset, string Word)> Enumerations(ProseText prose, Region home)
    {
        if (home.Level != RegionLevel.County) yield break;
        var (words, own) = home switch
        {
            { IsDistrict: true } => ("省、市、县", '区'),
            _ when home.Name.EndsWith('县') && !home.Province.Name.EndsWith('区') => ("省、市、区", '县'),
            _ => ("", '\0'),
        };
        if (words.Length == 0) yield break;
        for (var at = prose.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = prose.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && prose.Text[at - 1] is '各' or '外') continue;
            var end = at + words.Length;
            var rest = prose.Text.AsSpan(end, Math.Min(4, prose.Text.Length - end));
            if (!rest.Contains(own)) yield return (at, words);
        }
    }

    private static IEnumerable<Region> Chain(Region region)
    {
        for (var upper = region; upper is not null; upper = upper.Parent) yield return upper;
    }
}
