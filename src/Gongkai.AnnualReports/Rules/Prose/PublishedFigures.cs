using System.Buffers;
using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>主动公开的数：总数、单一渠道的数、单类信息的数，以及受众。</summary>
internal static class PublishedFigures
{
    private static readonly TermSet Publishing = TermSet.Of(Term.Publish, Term.Proactive, Term.Media, Term.Channel, Term.EveryChannel);

    // 说总数的话里，除了动词和“政府信息”，只会有这些虚字；多出别的字，就是某一类信息的数。
    private static readonly SearchValues<char> Function = SearchValues.Create("的数量达约有为在本年度全已向社会我各方面类及和与等至月日截止底市区县省局委办厅镇乡街道单位部门机关政府一公告文件今间期内条0123456789/-（），、：“”共机构");

    private static readonly string[] NotPublishing = ["报送", "上报", "录入", "归集", "上传", "转载", "公示"];

    public static bool TryRead(ProseText prose, in Mention mention, ImmutableArray<ProseFigure>.Builder figures)
    {
        if (mention.Number.Term != Term.Number) return false;
        var figure = mention.Number.Unit is "人" or "人次" ? Audience(mention) : mention.Number.Unit is "条" or "篇" or "则" or "件" or "份" or "部" or "期" ? Publication(prose, mention) : null;
        if (figure is null) return false;
        figures.Add(figure with { Channels = mention.Channels, Everywhere = mention.Everywhere });
        return true;
    }

    private static ProseFigure? Audience(in Mention mention)
    {
        if (!mention.Is(Term.Audience)) return null;
        return Figure(mention, mention.Everywhere || mention.Earlier.Has(Term.EveryChannel) ? Indicator.AudienceTotal : Indicator.Audience);
    }

    private static ProseFigure? Publication(ProseText prose, in Mention mention)
    {
        var window = prose.Text.AsSpan(mention.WindowStart, mention.Number.Start - mention.WindowStart);
        foreach (var word in NotPublishing)
            if (window.Contains(word, StringComparison.Ordinal)) return null;
        var publishing = mention.Before.HasAny(Publishing) || mention.After.Has(Term.Publish) || (mention.IsPart && mention.Topic is not (Topic.Requests or Topic.Review));
        if (!publishing || mention.Is(Term.Letter)) return null;
        if (mention.Number.Unit is "部" or "期" && !mention.Is(Term.Media)) return null;
        if (mention.Everywhere || (ChannelNames.Count(mention.Channels) > 1 && !mention.IsPart)) return Figure(mention, Indicator.Published);
        if (mention.Channels != Channels.None && (mention.Before.Has(Term.Channel) || !mention.IsPart)) return Figure(mention, Indicator.PublishedByChannel);
        if (mention.Is(Term.Media) && !mention.Is(Term.Info) && !mention.IsPart) return Figure(mention, Indicator.PublishedByChannel);
        var general = !mention.IsPart && (mention.Is(Term.Info) || mention.Is(Term.Proactive)) && IsGeneral(window);
        return Figure(mention, general ? Indicator.Published : Indicator.PublishedByTopic);
    }

    private static bool IsGeneral(ReadOnlySpan<char> window)
    {
        var tokens = new List<Token>();
        Lexicon.Embedded.Tokenize(window, 0, tokens);
        var covered = 0;
        foreach (var token in tokens)
        {
            if (window[covered..token.Start].ContainsAnyExcept(Function)) return false;
            if (token.Term is Term.Normative or Term.Regulation or Term.Licence or Term.Penalty or Term.Coercion or Term.Procurement or Term.Fee) return false;
            covered = token.End;
        }

        return !window[covered..].ContainsAnyExcept(Function);
    }

    private static ProseFigure Figure(in Mention mention, Indicator indicator) =>
        new([indicator], mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length);
}
