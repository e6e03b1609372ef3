using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Rules.Dates;
using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Organisations.Agencies;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>正文里别的机关和外地的地名：多半是抄来的文字忘了改。</summary>
internal static partial class ForeignNames
{
    private static readonly Bilingual Basis = ("国办公开办函〔2021〕30号（不得内容雷同、敷衍塞责）；《政府信息公开条例》第四十七条",
        "“国办公开办函〔2021〕30号” (no copied or perfunctory text); Regulation on Government Information Disclosure, Article 47");

    /// <summary>“编制本报告”一类的话：没有它们，就不必去对句式。</summary>
    public static readonly string[] Compiling = ["编制本", "编制20", "编制《", "编制了本", "编制了20", "编制了《", "编制的本", "编制的20", "编制的《"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；\n");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "DT-06",
            Severity = Severity.Error,
            Sentence = ("正文和落款里没有外地机关的全称，编制报告的也不是别的机关；上级、下级和同一地区的机关，以及合作、学习、考察的对象不算。",
                "Neither the text nor the signature has the full name of a body of another place, and no other body compiled the report; superior and subordinate bodies, bodies of the same region, and those worked with, learned from or visited do not count."),
            Basis = Basis,
            Examples = [("成立：按照省文化和旅游厅的部署开展工作。", "Holds: work was done as the provincial department of culture and tourism laid down."), ("不成立：弥勒市文化和旅游局的报告写“充分发挥随州市文化和旅游局网站的作用”。", "Broken: a report from “弥勒市” writes “充分发挥随州市文化和旅游局网站的作用”.")],
            Check = NoOtherAgencies,
        },
        new Rule
        {
            Id = "DT-07",
            Severity = Severity.Error,
            Sentence = ("正文里没有外地的地名：不在本级、上级、下辖和相邻地区之内，也不是对口合作、学习考察、办会参展一类的正常提及。全称，或者紧接“政务网”“文旅局”等而词界可以证明的简称，是错误；其余的简称是警告。",
                "The text has no place names of elsewhere: neither the body's own region, nor those above, below or next to it, nor named in passing (partner regions, study visits, fairs). A full name, or a short one that stands right before “政务网”, “文旅局” and the like and is proven to be a word, is an error; other short names are a warning."),
            Basis = Basis,
            Examples =
            [
                ("成立：“人民共和国”“公开平台”“平安建设”里的共和、开平、平安不是地名。", "Holds: “共和” in “人民共和国”, “开平” in “公开平台” and “平安” in “平安建设” are no place names."),
                ("不成立：弥勒市的报告写“发挥随州旅游政务网公开主渠道作用”。", "Broken: a report from “弥勒市” writes “发挥随州旅游政务网公开主渠道作用”."),
                ("不可判：由机关名称判不出辖区，也没有给行政区划代码。", "Not assessable: the body's name does not tell its region, and no region code was given."),
            ],
            Check = NoForeignPlaces,
        },
    ];

    private static IEnumerable<Verdict> NoOtherAgencies(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var verdict in ByAnother(context, prose)) yield return verdict;
        if (IsNational(context.Body)) yield break;
        if (context.Body.Agency.Candidates.IsEmpty)
        {
            yield return Verdict.NotAssessable(context.Body.WhyRegionIsUnknown);
            yield break;
        }

        foreach (var group in prose.Foreign(context.Body.Agency).Agencies.Where(found => IsSaid(prose, found.Offset)).GroupBy(found => found.Name, StringComparer.Ordinal))
            yield return new Broken(Say($"疑似残留其他单位名称“{group.Key}”{Count(group)}：{group.First().Why}",
                $"probably the name of another body was left in, “{group.Key}”{Count(group)}: {group.First().Why}"), []) { Where = prose.Where(group.First().Offset, group.Key.Length) };
        if (context.Report.Signature is { Agency: { } signed } signature && ForeignPlaces.FindAgencies(context.Body.Agency, signed) is [var stranger, ..])
            yield return new Broken(Say($"落款是其他单位“{stranger.Name}”：{stranger.Why}", $"signed by another body, “{stranger.Name}”: {stranger.Why}"), []) { Where = SigningDate.Where(signature.Place) };
    }

    /// <summary>“随州市文化和旅游局编制本报告”：编报的不是本机关。</summary>
    private static IEnumerable<Verdict> ByAnother(CheckContext context, ProseText prose)
    {
        if (context.Report.Agency is not { } own || !prose.Words.Any(WordList.Compiling)) yield break;
        var seen = 0;
        foreach (var said in prose.Words.Of(WordList.Compiling))
        {
            // 句式不跨标点，所以只看说到编制的那个分句，连同它前面的标点。
            if (said.Start < seen) continue;
            var start = Math.Max(prose.Text.AsSpan(0, said.Start).LastIndexOfAny(ClauseEnds), 0);
            var length = prose.Text.AsSpan(said.End).IndexOfAny(ClauseEnds);
            seen = length < 0 ? prose.Text.Length : said.End + length;
            for (var match = Compiled().Match(prose.Text, start, seen - start); match.Success; match = match.NextMatch())
            {
                var name = match.Groups["name"].Value;
                if (AgencyLikeness.MayBeTheSame(own, name)) continue;
                yield return new Broken(Say($"写的是“{name}”编制本报告，不是{own}", $"says that “{name}” compiled this report, not “{own}”"), []) { Where = prose.Where(match.Index, match.Length) };
            }
        }
    }

    private static IEnumerable<Verdict> NoForeignPlaces(CheckContext context)
    {
        if (IsNational(context.Body)) yield break;
        if (context.Body.Agency.Candidates.IsEmpty)
        {
            yield return Verdict.NotAssessable(context.Body.WhyRegionIsUnknown);
            yield break;
        }

        var prose = context.Prose;
        var (all, strangers) = prose.Foreign(context.Body.Agency);
        var places = all.Where(place => place.Certainty != PlaceCertainty.Neighbour && IsSaid(prose, place.Offset)).ToList();
        if (places.Count == 0) yield break;
        // 已经作为外地机关报过的，不再报它的地名。
        var agencies = strangers.Select(agency => agency.Offset).ToHashSet();
        foreach (var group in places.Where(place => !agencies.Contains(place.Offset)).GroupBy(place => place.Text, StringComparer.Ordinal))
        {
            var place = group.MinBy(place => place.Certainty)!;
            yield return new Broken(Say($"疑似复制他地文本：“{place.Text}”{Count(group)}（{place.Why}）", $"probably copied from elsewhere: “{place.Text}”{Count(group)} ({place.Why})"), [])
            {
                Where = prose.Where(place.Offset, place.Text.Length),
                Severity = place.Certainty == PlaceCertainty.Certain ? null : Severity.Warning,
            };
        }
    }

    private static bool IsSaid(ProseText prose, int offset) => prose.IsStatement(prose.SentenceAt(offset));

    private static bool IsNational(ReportingBody body) => body.Agency.Kind is AgencyKind.StateCouncilDepartment or AgencyKind.StateCouncilBureau;

    private static string Count<T>(IGrouping<string, T> group) => group.Count() is > 1 and var count ? Say($"（共{count}处）", $" ({count} times)") : "";

    [GeneratedRegex("(?:(?<=[，。；\\n由])|^)(?<name>(?!由)[\u4e00-\u9fff]{2,8}?[省市县区州旗][\u4e00-\u9fff]{0,16}?(?:局|委员会|厅|人民政府))(?:现|特|组织)?编制(?:了|的)?(?:本|20|《)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compiled();
}
