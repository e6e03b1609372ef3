using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>依申请公开的数：收到、结转、办结、各种结果。</summary>
internal static class RequestFigures
{
    private static readonly ImmutableArray<(Term Term, Indicator Indicator)> Outcomes =
    [
        (Term.Granted, Indicator.Granted),
        (Term.PartlyGranted, Indicator.PartlyGranted),
        (Term.Refused, Indicator.Refused),
        (Term.Unavailable, Indicator.Unavailable),
        (Term.NotProcessed, Indicator.NotProcessed),
        (Term.OtherProcessed, Indicator.OtherProcessed),
    ];

    private static readonly TermSet OutcomeTerms = TermSet.Of([.. Outcomes.Select(outcome => outcome.Term)]);
    private static readonly TermSet Applications = TermSet.Of(Term.Application, Term.BareApplication);
    private static readonly TermSet Publishing = TermSet.Of(Term.Proactive, Term.Publish, Term.Media, Term.Channel);

    public static bool TryRead(ProseText prose, in Mention mention, ImmutableArray<ProseFigure>.Builder figures)
    {
        if (mention.Number.Term != Term.Number || mention.Number.Unit is not ("件" or "份" or "宗" or "起" or "例" or "条" or "个" or "次" or "项" or "件次")) return false;
        if (Recognize(prose, mention) is not { } figure) return false;
        figures.Add(figure);
        return true;
    }

    private static ProseFigure? Recognize(ProseText prose, in Mention mention)
    {
        if (Carried(prose, mention) is { } carried) return carried;
        if (mention.Topic != Topic.Requests && !mention.Before.HasAny(Applications) && !mention.After.HasAny(Applications)) return null;
        if (Outcome(mention) is { } outcome) return outcome;
        // “收到政协提案答复12件”：最近的话题不是申请，办结和收到就不是申请的。
        if (mention.Topic == Topic.Letters && !mention.Is(Term.Application)) return null;
        if (mention.Is(Term.Letter) && !mention.Is(Term.Application)) return null;
        if (mention.Before.HasAny(Publishing) && !mention.Is(Term.Receive)) return null;
        return Received(mention) ?? Answered(mention) ?? Unstated(mention);
    }

    private static ProseFigure? Carried(ProseText prose, in Mention mention)
    {
        if (mention.Topic is not (Topic.Requests or Topic.None)) return null;
        var into = mention.Is(Term.CarriedIn) || (!mention.Is(Term.CarriedOut) && mention.After.Has(Term.CarriedIn));
        if (into)
        {
            var window = prose.Text.AsSpan(mention.WindowStart, mention.Number.Start - mention.WindowStart);
            var included = (window.Contains('含') && !window.Contains('不')) || mention.IsPart || mention.Is(Term.OfWhich);
            return Figure(mention, Indicator.CarriedIn) with { IncludesCarriedIn = included, Doubt = mention.Topic == Topic.None ? Doubts.CarriedWhat : null };
        }

        var outOf = mention.Is(Term.CarriedOut) || (mention.After.Has(Term.CarriedOut) && !mention.Is(Term.Receive));
        if (!outOf || mention.Topic == Topic.None) return null;
        return Figure(mention, Indicator.CarriedOut);
    }

    private static ProseFigure? Outcome(in Mention mention)
    {
        var named = mention.Before.HasAny(OutcomeTerms);
        var terms = named ? mention.Before : mention.After;
        if (!terms.HasAny(OutcomeTerms)) return null;
        if (!named && (mention.Before.HasAny(Applications) || mention.Is(Term.Receive) || mention.Is(Term.Accept))) return null;
        var indicators = Outcomes.Where(outcome => terms.Has(outcome.Term)).Select(outcome => outcome.Indicator).ToImmutableArray();
        if (mention.Each) indicators = indicators[^1..];
        return Figure(mention, indicators) with { Doubt = mention.Is(Term.Some) ? Doubts.SomeRequests : null };
    }

    private static ProseFigure? Received(in Mention mention)
    {
        var verb = mention.Is(Term.Receive);
        var accepted = !verb && mention.Is(Term.Accept);
        if (!verb && !accepted) return null;
        if (mention.IsPart) return null;
        // “受理办结12件”说的是办结。
        if (accepted && mention.Is(Term.Finish)) return null;
        var some = mention.Is(Term.Some) && !mention.Is(Term.Sum);
        return Figure(mention, Indicator.Received) with
        {
            Accepted = accepted,
            Doubt = some ? Doubts.SomeRequests : IsBare(mention) ? Doubts.OtherRequests : null,
        };
    }

    private static bool IsBare(in Mention mention) => mention.Topic != Topic.Requests && !mention.Is(Term.Application) && !mention.After.Has(Term.Application);

    private static ProseFigure? Answered(in Mention mention)
    {
        var empty = !mention.Before.HasAny(Applications) && mention.After.Has(Term.Finish) && !mention.Is(Term.Handle);
        if ((!mention.Is(Term.Finish) && !empty) || mention.IsPart) return null;
        var some = mention.Is(Term.Some) || mention.Is(Term.Timely);
        return Figure(mention, Indicator.Answered) with { Doubt = some ? Doubts.SomeRequests : null };
    }

    // “依申请公开12件”“办理依申请公开12件”“其中我局12件”：是收到还是办结没有写明。
    private static ProseFigure? Unstated(in Mention mention)
    {
        if (mention.IsPart || mention.Is(Term.Some)) return null;
        var own = mention.Is(Term.OfWhich) && mention.Is(Term.Own);
        if (!own && !mention.Before.HasAny(Applications)) return null;
        if (!own && !mention.Is(Term.Application) && mention.Topic != Topic.Requests) return null;
        return Figure(mention, Indicator.Received) with { Accepted = true, Doubt = Doubts.ReceivedOrFinished };
    }

    private static ProseFigure Figure(in Mention mention, Indicator indicator) => Figure(mention, [indicator]);

    private static ProseFigure Figure(in Mention mention, ImmutableArray<Indicator> indicators) =>
        new(indicators, mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length);
}
