using System.Collections.Immutable;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文自身的加法：主动公开的总数与各渠道、各类别的数。</summary>
internal static class PublishedTextRules
{
    private static readonly Indicator[] Kinds = [Indicator.Published, Indicator.PublishedByChannel, Indicator.PublishedByTopic];

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "TX-09",
            Severity = Severity.Warning,
            Sentence = ("正文把主动公开总数逐项列出（“其中”、分渠道）的，各项之和等于总数；没有列全的不判。",
                "Where the text breaks down the total of proactive disclosure (by kind or channel), the parts add up to the total; an incomplete list is not assessed."),
            Basis = ("《政府信息公开条例》第五十条第一项；国办公开办函〔2021〕30号（数据准确）", "Regulation on Government Information Disclosure, Article 50, item 1; “国办公开办函〔2021〕30号” (figures are exact)"),
            Examples = [("成立：1270条，其中门户网站748条、公众号512条、抖音10条。", "Holds: 1270, of which web site 748, WeChat account 512, Douyin 10."), ("不成立：2599条，其中机构职能类25条……其他856条，合计只有1311。",
                "Broken: 2599, of which institutional functions 25 … others 856, which makes only 1311."), ("不可判：累计5128条，其中网站1161条、公众号900条，没有列全。",
                "Not assessable: 5128 in all, of which web site 1161 and WeChat account 900; the list is incomplete.")],
            Check = context => Enumerations(context).Concat(AcrossSentences(context)),
        },
        new()
        {
            Id = "TX-10",
            Severity = Severity.Warning,
            Sentence = ("正文里任何一部分（“其中”、单一渠道）的数，不大于它所属的总数。", "In the text no part (of a breakdown, or of a single channel) is larger than the total it belongs to."),
            Basis = ("《政府信息公开条例》第五十条第一项；国办公开办函〔2021〕30号（数据准确）", "Regulation on Government Information Disclosure, Article 50, item 1; “国办公开办函〔2021〕30号” (figures are exact)"),
            Examples = [("成立：累计发布5128条，其中网站1161条。", "Holds: 5128 published in all, 1161 of them on the web site."), ("不成立：主动公开政府信息60条，又称公众号发布图文消息130条。",
                "Broken: 60 pieces of government information disclosed, but 130 illustrated messages on the WeChat account.")],
            Check = Parts,
        },
    ];

    private static IEnumerable<Verdict> Enumerations(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var list in Enumeration.In(context.Facts.Figures, prose))
        {
            // 只举一项的不是列举。
            if (list.Parts.Length < 2 || list.Sum == list.Total.Value) continue;
            if (list.Doubt is { } doubt) yield return Verdict.NotAssessable(doubt);
            else yield return Mismatch(context, list.Total, list.Parts, list.Sum, null);
        }
    }

    /// <summary>各渠道的数散在几句里、另有一句“各类平台共计”的，也要加得上。</summary>
    private static IEnumerable<Verdict> AcrossSentences(CheckContext context)
    {
        const int FewestChannels = 3;
        var figures = context.Facts.Figures;
        foreach (var total in figures.Where(figure => figure.Everywhere && figure.Indicator == Indicator.Published))
        {
            var same = figures.Where(figure => figure.Sentence.Section == total.Sentence.Section && !figure.IsPart && figure.Sentence != total.Sentence).ToList();
            ImmutableArray<ProseFigure> channels = [.. same.Where(figure => figure.Indicator == Indicator.PublishedByChannel).DistinctBy(figure => (figure.Channels, figure.Value))];
            if (channels.Length < FewestChannels || channels.Any(figure => figure.Exactness == Exactness.Approximate)) continue;
            var sum = channels.Sum(figure => figure.Value);
            if (total.Exactness == Exactness.Exact && sum != total.Value) yield return Mismatch(context, total, channels, sum, null);

            var audience = figures.FirstOrDefault(figure => figure.Indicator == Indicator.AudienceTotal && figure.Sentence == total.Sentence);
            ImmutableArray<ProseFigure> audiences = [.. same.Where(figure => figure.Indicator == Indicator.Audience)];
            if (audience is null || audiences.Length < FewestChannels || audiences.Sum(figure => figure.Value) == audience.Value) continue;
            yield return Mismatch(context, audience, audiences, audiences.Sum(figure => figure.Value), ("受众", "audience"));
        }
    }

    private static Broken Mismatch(CheckContext context, ProseFigure total, ImmutableArray<ProseFigure> parts, decimal sum, Bilingual? subject)
    {
        // 受众以万计，写成万才读得顺。
        string Figure(decimal value) => subject is not null ? Say($"{TextAgainstTable.Number(value / 1_0000)}万", $"{TextAgainstTable.Number(value)}") : TextAgainstTable.Number(value);
        var equation = string.Join('+', parts.Select(part => Figure(part.Value)));
        return new Broken(Say($"{subject}分渠道（分类）合计{equation}={Figure(sum)}≠总数{Figure(total.Value)}，相差{Figure(Math.Abs(sum - total.Value))}",
            $"{(subject is null ? "" : $"{subject}: ")}the channels (kinds) add up to {equation}={Figure(sum)}≠{Figure(total.Value)} in all, a difference of {Figure(Math.Abs(sum - total.Value))}"), [])
        {
            Where = TextAgainstTable.Where(context, total),
        };
    }

    private static IEnumerable<Verdict> Parts(CheckContext context)
    {
        var facts = context.Facts;
        var reported = new HashSet<ProseFigure>();
        foreach (var list in Enumeration.In(facts.Figures, facts.Prose))
            foreach (var part in list.Parts.Where(part => part.Value > list.Total.Value && reported.Add(part)))
                yield return Larger(context, part, list.Total);

        var totals = facts.Of(Indicator.Published).Where(figure => !figure.IsPart && figure.Doubt is null).ToList();
        if (totals.Count == 0) yield break;
        var largest = totals.MaxBy(figure => figure.Value)!;
        foreach (var part in facts.Figures.Where(figure => Kinds.Contains(figure.Indicator) && figure.Indicator == Indicator.PublishedByChannel && figure.Doubt is null))
            if (part.Value > largest.Value && reported.Add(part)) yield return Larger(context, part, largest);
    }

    private static Broken Larger(CheckContext context, ProseFigure part, ProseFigure total) =>
        new(Say($"“{part.Label}”{TextAgainstTable.Said(part)}大于“{total.Label}”{TextAgainstTable.Said(total)}",
            $"“{part.Label}” {TextAgainstTable.Said(part)} is more than “{total.Label}” {TextAgainstTable.Said(total)}"), []) { Where = TextAgainstTable.Where(context, part) };
}
