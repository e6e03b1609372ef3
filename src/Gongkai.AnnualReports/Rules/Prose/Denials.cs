using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>“未收到”“无”“没有”：不印数字的零。否定词管到分句末尾；“无复议纠错”“无依申请公开收费争议”否定的是别的事。</summary>
internal static class Denials
{
    private static readonly TermSet Ends = TermSet.Of(Term.Comma, Term.Semicolon, Term.Colon, Term.Open, Term.Close, Term.Percent);
    private static readonly TermSet ReviewTerms = TermSet.Of(Term.Reconsideration, Term.Litigation, Term.DirectLitigation, Term.LitigationAfter);
    private static readonly TermSet Publicity = TermSet.Of(Term.Disclosure, Term.Application);
    private static readonly TermSet Applications = TermSet.Of(Term.Application, Term.BareApplication);

    // 这些词一出现，否定的就不是“收到申请”这件事本身。
    private static readonly TermSet NotRequests =
        TermSet.Of(Term.Trouble, Term.Letter, Term.Fee, Term.Finish, Term.CarriedIn, Term.CarriedOut, Term.Granted, Term.PartlyGranted, Term.Refused, Term.Unavailable, Term.NotProcessed, Term.Proactive) | ReviewTerms;

    private static readonly ImmutableArray<(Term Term, Indicator Indicator)> Outcomes =
    [
        (Term.CarriedIn, Indicator.CarriedIn),
        (Term.CarriedOut, Indicator.CarriedOut),
        (Term.Refused, Indicator.Refused),
        (Term.Fee, Indicator.ProcessingFee),
    ];

    public static void Read(ProseText prose, Sentence sentence, MentionReader reader, int? year, ImmutableArray<ProseFigure>.Builder figures)
    {
        var tokens = reader.Tokens;
        var said = default(int?);
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].Term == Term.Year) said = (int)tokens[index].Value;
            if (tokens[index].Term is not (Term.Negation or Term.NotReceived)) continue;
            if (year is { } own && said is { } other && other != own) continue;
            var clause = Clause(tokens, index);
            if (clause.Terms.Has(Term.Compare) || clause.Terms.Has(Term.OtherPeriod)) continue;
            var first = figures.Count;
            Deny(prose, sentence, reader, tokens, index, clause, figures);
            if (year is null && said is not null)
                for (; first < figures.Count; first++) figures[first] = figures[first] with { Doubt = figures[first].Doubt ?? Doubts.WhichYear };
        }
    }

    private static void Deny(ProseText prose, Sentence sentence, MentionReader reader, ReadOnlySpan<Token> tokens, int index, (TermSet Terms, int End) clause, ImmutableArray<ProseFigure>.Builder figures)
    {
        var terms = clause.Terms;
        var (scoped, topic, earlier) = Context(reader, tokens, index);
        var figure = new ProseFigure([Indicator.Received], 0, sentence, tokens[index].Start, tokens[index].Length)
        {
            Exactness = Exactness.Denied,
            Wide = earlier.Has(Term.Wide) && !earlier.Has(Term.Own),
            Doubt = earlier.Has(Term.Subordinate) || terms.Has(Term.Subordinate) ? Doubts.Subordinates : null,
        };
        if (terms.HasAny(ReviewTerms))
        {
            if (TroubleFollows(tokens, index, clause.End)) return;
            if (!scoped && !terms.HasAny(Publicity)) figure = figure with { Doubt = Doubts.OtherGrounds };
            else if (terms.Has(Term.CaseWork) || terms.Has(Term.Handle)) figure = figure with { Doubt = Doubts.CasesOfOthers };
            foreach (var indicator in ReviewFigures.Indicators(terms)) figures.Add(figure with { Indicators = [indicator] });
            return;
        }

        foreach (var (term, indicator) in Outcomes)
            if (terms.Has(term) && (topic == Topic.Requests || term == Term.Fee || terms.HasAny(Publicity))) figures.Add(figure with { Indicators = [indicator] });
        if (DeniesRequests(tokens[index], terms, topic, tokens, clause.End)) figures.Add(terms.Has(Term.Some) ? figure with { Doubt = Doubts.SomeRequests } : figure);
        foreach (var indicator in TableTwo(prose, tokens[index], terms)) figures.Add(figure with { Indicators = [indicator] });
    }

    private static bool DeniesRequests(Token denial, TermSet terms, Topic topic, ReadOnlySpan<Token> tokens, int end)
    {
        if (terms.HasAny(NotRequests)) return false;
        if (terms.Has(Term.Application)) return true;
        if (denial.Term != Term.NotReceived || topic != Topic.Requests) return false;
        // “依申请公开方面，全年未收到申请”“政府信息公开申请未收到”。
        return terms.HasAny(Applications) || (terms.Bits == 0 && end == tokens.Length);
    }

    private static IEnumerable<Indicator> TableTwo(ProseText prose, Token denial, TermSet terms)
    {
        var word = prose.Text.AsSpan(denial.Start, denial.Length);
        var decided = word.EndsWith("作出") || word.EndsWith("做出") || word.EndsWith("实施");
        var issued = word.Contains('制') || word.EndsWith("出台") || terms.Has(Term.Issue);
        return Named();

        IEnumerable<Indicator> Named()
        {
            if (issued && !terms.Has(Term.CaseWork) && terms.Has(Term.Normative)) yield return Indicator.NormativeIssued;
            if (issued && !terms.Has(Term.CaseWork) && terms.Has(Term.Regulation)) yield return Indicator.RegulationsIssued;
            if (decided && terms.Has(Term.Licence)) yield return Indicator.Licences;
            if (decided && terms.Has(Term.Penalty)) yield return Indicator.Penalties;
            if (decided && terms.Has(Term.Coercion)) yield return Indicator.Coercions;
        }
    }

    /// <summary>否定词之后、到分句末尾的词类；“未发生一起”的“一起”不打断。</summary>
    private static (TermSet Terms, int End) Clause(ReadOnlySpan<Token> tokens, int index)
    {
        var terms = default(TermSet);
        var position = index + 1;
        for (; position < tokens.Length; position++)
        {
            var token = tokens[position];
            if (TermSet.Of(token.Term).HasAny(Ends) || token.Term is Term.Negation or Term.NotReceived || (token.Term == Term.Number && token.Value > 1)) break;
            if (token.Term is not (Term.Number or Term.Pause)) terms = terms.With(token.Term);
        }

        return (terms, position);
    }

    private static bool TroubleFollows(ReadOnlySpan<Token> tokens, int index, int end)
    {
        var review = false;
        for (var position = index + 1; position < end; position++)
        {
            if (TermSet.Of(tokens[position].Term).HasAny(ReviewTerms)) review = true;
            else if (review && tokens[position].Term == Term.Trouble) return true;
        }

        return false;
    }

    private static (bool Scoped, Topic Topic, TermSet Earlier) Context(MentionReader reader, ReadOnlySpan<Token> tokens, int index)
    {
        var scoped = reader.Scoped;
        var topic = reader.Topic;
        var earlier = default(TermSet);
        for (var position = 0; position < index; position++)
        {
            MentionReader.Follow(tokens[position].Term, ref topic, ref scoped);
            earlier = earlier.With(tokens[position].Term);
        }

        return (scoped, topic, earlier);
    }
}
