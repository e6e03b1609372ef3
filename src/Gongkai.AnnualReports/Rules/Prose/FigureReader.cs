using System.Buffers;
using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>正文里的事实：全部读出的数。一份报告只读一次，各条规则只比较。</summary>
internal sealed class ProseFacts
{
    private ProseFacts(ProseText prose, ImmutableArray<ProseFigure> figures)
    {
        Prose = prose;
        Figures = figures;
    }

    public ProseText Prose { get; }

    public ImmutableArray<ProseFigure> Figures { get; }

    public static ProseFacts Of(ProseText prose, int? year) => new(prose, FigureReader.Read(prose, year));

    public IEnumerable<ProseFigure> Of(Indicator indicator) =>
        Figures.Where(figure => figure.Indicators.Length == 1 && figure.Indicator == indicator);
}

/// <summary>读数：逐句切词，每个数交给各个话题认领；谁也不认的数不要。</summary>
internal static class FigureReader
{
    private const int LongestHeading = 40;

    // 数，和“未收到”“无”“没有”“零”的字；再加上“不存在”，否定词里不会没有它们。
    private static readonly SearchValues<char> Clues = SearchValues.Create("0123456789未无没零");

    // 汉字写的数，句中还要有这些字才去读。
    private static readonly SearchValues<char> Counted = SearchValues.Create("不件份");

    public static ImmutableArray<ProseFigure> Read(ProseText prose, int? year)
    {
        var figures = ImmutableArray.CreateBuilder<ProseFigure>();
        var reader = new MentionReader(prose);
        var telling = Telling(prose);
        for (var first = 0; first < prose.Sentences.Length;)
        {
            var (after, until) = (first, first);
            for (; after < prose.Sentences.Length && prose.Sentences[after].Paragraph == prose.Sentences[first].Paragraph; after++)
                if (telling[after]) until = after + 1;

            // 最后一处线索之后的话说不出指标，也不再影响别处；小标题的话题要留给后一段，所以短段总是读完。
            if (prose.Paragraphs[prose.Sentences[first].Paragraph].Length <= LongestHeading) until = after;
            for (var index = first; index < until; index++)
            {
                var sentence = prose.Sentences[index];
                reader.Begin(sentence, FollowsHeading(prose, index));
                if (telling[index]) ReadSentence(prose, sentence, reader, year, figures);
                reader.End();
            }

            first = after;
        }

        return Settle(figures);
    }

    /// <summary>哪些句子说得出指标：有数，或者有“未收到”“无”“不存在”一类的话。线索在全文里找，不逐句去找。</summary>
    private static bool[] Telling(ProseText prose)
    {
        var telling = new bool[prose.Sentences.Length];
        ReadOnlySpan<char> text = prose.Text;
        var (clue, absence, count) = (-1, -1, -1);
        for (var index = 0; index < telling.Length; index++)
        {
            var (start, end) = (prose.Sentences[index].Start, prose.Sentences[index].End);
            if (clue < start) clue = At(start, text[start..].IndexOfAny(Clues));
            if (absence < start) absence = At(start, text[start..].IndexOf("不存在"));
            if (count < start) count = At(start, NumberReader.IndexOfChinese(text[start..]));
            telling[index] = clue < end || absence < end || (count < end && text[start..end].ContainsAny(Counted));
        }

        return telling;

        static int At(int from, int offset) => offset < 0 ? int.MaxValue : from + offset;
    }

    private static void ReadSentence(ProseText prose, Sentence sentence, MentionReader reader, int? year, ImmutableArray<ProseFigure>.Builder figures)
    {
        var first = figures.Count;
        for (var index = 0; index < reader.Tokens.Length; index++)
        {
            if (reader.Tokens[index].Term is not (Term.Number or Term.Percent)) continue;
            var mention = reader.Mention(sentence, index);
            if (IsElsewhere(mention, year)) continue;
            var added = figures.Count;
            _ = ReviewFigures.TryRead(mention, figures)
                || RequestFigures.TryRead(prose, mention, figures)
                || TableTwoFigures.TryRead(prose, mention, figures)
                || LetterFigures.TryRead(mention, figures)
                || PublishedFigures.TryRead(prose, mention, figures);
            for (; added < figures.Count; added++) figures[added] = Qualify(prose, figures[added], mention, year);
        }

        Denials.Read(prose, sentence, reader, year, figures);
        MarkCarriedIn(figures, first);
    }

    // “共收到12件（含上年结转2件）”：结转数紧跟着总数，说的是总数已经含它。
    private static void MarkCarriedIn(ImmutableArray<ProseFigure>.Builder figures, int first)
    {
        for (var index = first + 1; index < figures.Count; index++)
            if (figures[index].Indicator == Indicator.CarriedIn && figures[index].IncludesCarriedIn && figures[index - 1].Indicator is Indicator.Received)
                figures[index - 1] = figures[index - 1] with { IncludesCarriedIn = true };
    }

    /// <summary>别的年度的数、增减的数、“未发生一起”的“一起”，不是本年的指标。</summary>
    private static bool IsElsewhere(in Mention mention, int? year) =>
        mention.Is(Term.Compare)
        || mention.Is(Term.Negation)
        || mention.Is(Term.NotReceived)
        || (mention.Is(Term.OtherPeriod) && !mention.Is(Term.CarriedIn))
        || (year is { } own && mention.Year is { } said && said != own && !mention.Is(Term.CarriedIn) && !mention.Is(Term.CarriedOut));

    private static ProseFigure Qualify(ProseText prose, ProseFigure figure, in Mention mention, int? year)
    {
        var doubt = figure.Doubt;
        if (mention.Number.Dubious) doubt ??= Doubts.Range;
        if (year is null && mention.Year is not null) doubt ??= Doubts.WhichYear;
        if (mention.Is(Term.Subordinate)) doubt ??= Doubts.Subordinates;
        return figure with
        {
            Unit = mention.Number.Unit,
            Exactness = mention.Number.Exactness,
            Doubt = doubt,
            Label = Label(prose, mention),
            IsPart = mention.IsPart,
            Wide = mention.Earlier.Has(Term.Wide) && !mention.Is(Term.Own),
        };
    }

    private static string Label(ProseText prose, in Mention mention)
    {
        var text = prose.Text[mention.WindowStart..mention.Number.Start];
        return (text.StartsWith("其中", StringComparison.Ordinal) ? text[2..] : text).Trim('，', '：', '、');
    }

    // 小标题（短、有序号、没有句号）单独成段时，它的话题属于后面一段。
    private static bool FollowsHeading(ProseText prose, int index)
    {
        if (index == 0 || prose.Sentences[index].Paragraph == prose.Sentences[index - 1].Paragraph) return false;
        var previous = prose.Paragraphs[prose.Sentences[index].Paragraph - 1];
        var span = prose.Span(previous);
        return previous.Section == prose.Sentences[index].Section && span.Length <= LongestHeading && Punctuation.StartsWithMarker(span) && !span.Contains('，');
    }

    // “收到15件，受理12件”：有“收到”的数，“受理”就是另一回事。
    private static ImmutableArray<ProseFigure> Settle(ImmutableArray<ProseFigure>.Builder figures)
    {
        var received = figures.Any(figure => figure.Indicator == Indicator.Received && !figure.Accepted && figure.Doubt is null);
        if (received)
        {
            for (var index = figures.Count - 1; index >= 0; index--)
                if (figures[index].Indicator == Indicator.Received && figures[index].Accepted) figures.RemoveAt(index);
        }

        return figures.ToImmutable();
    }
}
