using System.Text.RegularExpressions;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>一处地名凭什么算地名：全称、后面紧接的网站或机构、前后的词界。凭不住的不算。</summary>
/// <param name="Start">证据的起点（含地名）。</param>
/// <param name="End">证据的终点（不含）。</param>
internal readonly partial record struct PlaceEvidence(int Start, int End, bool IsFirm, string Why)
{
    // 这些字前面或后面的词总是在此结束，简称贴着它们，词界就有了。
    private const string EndsWordBefore = "在向对与及到从由为被将把的了是以于按赴往至我该各如经同跟让使给或并且而但推等本";
    private const string StartsWordAfter = "的和与及等在是为有将被对向从到已也则并或";

    /// <summary>证据；证据不足时为空。</summary>
    public static PlaceEvidence? For(string text, PlaceMention mention) => mention.Name.Kind switch
    {
        PlaceNameKind.Zone => new PlaceEvidence(mention.Start, mention.End, true, Say("功能区全称", "full name of a zone")),
        PlaceNameKind.Full => ForFullName(text, mention),
        _ => ForShortName(text, mention),
    };

    private static PlaceEvidence? ForFullName(string text, PlaceMention mention)
    {
        var name = mention.Name.Text;
        var evidence = new PlaceEvidence(mention.Start, mention.End, true, Say("区划全称", "full name of a region"));
        if (FollowsItsParent(text, mention)) return evidence;
        if (OrdinaryWords.IsFullName(name) || OrdinaryWords.ReachesInFromTheLeft(text, mention.Start, mention.End)) return null;
        var next = mention.End < text.Length ? text[mention.End] : '\0';
        if (name[^1] == '区' && "域块间别分".Contains(next, StringComparison.Ordinal)) return null;
        var stemMisleads = name.Length == 2 || OrdinaryWords.IsShortName(name[..^1]);
        if (!stemMisleads) return evidence;
        // 一字县（“和县”“成县”）和词干是普通词的（“平原县”）：还要左边有词界、右边不是“县级”“市场”一类。
        var proven = LeftIsProven(text, mention.Start) && !SuffixCompound().IsMatch(text.AsSpan(mention.End - 1));
        return proven && (name.Length > 2 || OrganTail().IsMatch(text.AsSpan(mention.End))) ? evidence : null;
    }

    private static PlaceEvidence? ForShortName(string text, PlaceMention mention)
    {
        if (OrdinaryWords.IsShortName(mention.Name.Text)
            || OrdinaryWords.ReachesInFromTheLeft(text, mention.Start, mention.End)
            || OrdinaryWords.ReachesOutToTheRight(text, mention.Start, mention.End)) return null;
        var rest = text.AsSpan(mention.End);
        foreach (var tail in ChannelTail().EnumerateMatches(rest))
            return new PlaceEvidence(mention.Start, mention.End + tail.Length, true, Say("简称紧接网站、平台或机构的名称", "short name right before the name of a web site, platform or body"));
        if (!LeftIsProven(text, mention.Start)) return null;
        var isBrand = BrandTail().IsMatch(rest);
        var isBroad = mention.Name.Regions.Any(region => region.Level != RegionLevel.County);
        if (isBrand) return new PlaceEvidence(mention.Start, mention.End, false, Say("简称用作名号", "short name used as part of a title"));
        return isBroad && RightIsProven(text, mention.End) ? new PlaceEvidence(mention.Start, mention.End, false, Say("只有简称", "short name only")) : null;
    }

    /// <summary>紧接在它的上级之后：“随州市｜曾都区”“湖北｜随州市”。</summary>
    private static bool FollowsItsParent(string text, PlaceMention mention)
    {
        var before = text.AsSpan(0, mention.Start);
        foreach (var region in mention.Name.Regions)
            for (var upper = region.Parent; upper is not null; upper = upper.Parent)
                if (before.EndsWith(upper.Name) || (upper.ShortName is { } shortName && before.EndsWith(shortName))) return true;
        return false;
    }

    private static bool LeftIsProven(string text, int start) =>
        start == 0 || !IsChinese(text[start - 1]) || EndsWordBefore.Contains(text[start - 1], StringComparison.Ordinal);

    private static bool RightIsProven(string text, int end) =>
        end == text.Length || !IsChinese(text[end]) || StartsWordAfter.Contains(text[end], StringComparison.Ordinal);

    private static bool IsChinese(char character) => character is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(@"^(?:市|县|区|州)?(?:人民)?(?:(?:政府|政务|旅游|文旅|文化|门户|信息|公开|服务|党建|新闻|教育|农业|科技|卫生|健康|人社|财政|公安|民政|环保|水利|气象|广电|体育|统计|审计|住建|交通|税务|司法|生态|环境|自然|发改|发展|改革|市场|监管|应急|管理|城市|规划|建设|商务|经济|工业|人力|社会|保障|医疗|和|与|广播|电视){1,8}(?:网站|网|平台|局|委员会|委|厅|办公室|中心)|(?:县域|市域|州域))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelTail();

    [GeneratedRegex("^(?:文旅|发布|融媒|旅游|日报|晚报|电视台|手机报|之声|在线|故事)", RegexOptions.NonBacktracking)]
    private static partial Regex BrandTail();

    [GeneratedRegex("^(?:人民政府|政府|县委|市委|[\u4e00-\u9fff]{2,12}(?:局|委员会|办公室))", RegexOptions.NonBacktracking)]
    private static partial Regex OrganTail();

    [GeneratedRegex("^(?:[县市区](?:级|域|区|直|乡|城|情|场|民|市|县|长|内))", RegexOptions.NonBacktracking)]
    private static partial Regex SuffixCompound();
}
