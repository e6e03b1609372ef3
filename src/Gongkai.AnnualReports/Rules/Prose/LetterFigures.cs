using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>来信、留言、热线的收到数和答复数，以及各种比率。</summary>
internal static class LetterFigures
{
    private static readonly TermSet Receiving = TermSet.Of(Term.Receive, Term.Accept, Term.Handle);

    public static bool TryRead(in Mention mention, ImmutableArray<ProseFigure>.Builder figures)
    {
        if (mention.Number.Term == Term.Percent)
        {
            if (!mention.Is(Term.Rate)) return false;
            figures.Add(Figure(mention, Indicator.Rate));
            return true;
        }

        if (mention.Topic != Topic.Letters || mention.Number.Unit is not ("件" or "条" or "封" or "个" or "次" or "起" or "份" or "宗")) return false;
        if (mention.IsPart) return false;
        if (mention.Is(Term.Finish)) figures.Add(Figure(mention, Indicator.LettersAnswered));
        else if (mention.Before.HasAny(Receiving)) figures.Add(Figure(mention, Indicator.LettersReceived));
        else return false;
        return true;
    }

    private static ProseFigure Figure(in Mention mention, Indicator indicator) =>
        new([indicator], mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length);
}
