using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>因信息公开而起的复议、诉讼的数。一般的复议诉讼业务（司法局办理的案件）不是表四的数。</summary>
internal static class ReviewFigures
{
    private static readonly TermSet ReviewTerms = TermSet.Of(Term.Reconsideration, Term.Litigation, Term.DirectLitigation, Term.LitigationAfter);
    private static readonly TermSet Publicity = TermSet.Of(Term.Disclosure, Term.Application);

    // 这些动作说的是办别人的案子。
    private static readonly TermSet Business = TermSet.Of(Term.CaseWork, Term.Handle, Term.Accept, Term.Finish, Term.Receive, Term.Publish);

    public static bool TryRead(in Mention mention, ImmutableArray<ProseFigure>.Builder figures)
    {
        if (mention.Number.Term != Term.Number || mention.Number.Unit is not ("件" or "起" or "宗" or "例" or "个" or "次" or "份")) return false;
        var before = mention.Before.HasAny(ReviewTerms);
        var terms = before ? mention.Before : mention.After;
        if (!terms.HasAny(ReviewTerms)) return false;
        // “收到申请5件引发诉讼”：数属于前面的申请。
        if (!before && (mention.Is(Term.Application) || mention.Is(Term.BareApplication))) return false;
        var direct = mention.Before.HasAny(Publicity) || mention.After.HasAny(Publicity);
        if (mention.Before.HasAny(Business) && !mention.Scoped && !direct) return true;
        var doubt = direct || (mention.Scoped && !mention.Before.HasAny(Business)) ? null : Doubts.OtherGrounds;
        if (mention.Is(Term.CaseWork) || mention.Is(Term.Handle)) doubt ??= Doubts.CasesOfOthers;
        if (mention.IsPart && !mention.Before.HasAny(Publicity) && !mention.Is(Term.DirectLitigation) && !mention.Is(Term.LitigationAfter)) doubt ??= Doubts.SomeCases;
        var indicators = Indicators(terms);
        var value = mention.Number.Value;
        var separate = indicators.Length > 1 && (value == 0 || mention.Each);
        if (!separate) figures.Add(Figure(mention, indicators, doubt));
        else foreach (var indicator in indicators) figures.Add(Figure(mention, [indicator], doubt));
        return true;
    }

    /// <summary>一组词说的是复议、诉讼还是两者。</summary>
    public static ImmutableArray<Indicator> Indicators(TermSet terms)
    {
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        if (terms.Has(Term.Reconsideration)) indicators.Add(Indicator.Reconsideration);
        if (terms.Has(Term.DirectLitigation)) indicators.Add(Indicator.DirectLitigation);
        if (terms.Has(Term.LitigationAfter)) indicators.Add(Indicator.LitigationAfterReconsideration);
        if (terms.Has(Term.Litigation) && !terms.Has(Term.DirectLitigation) && !terms.Has(Term.LitigationAfter)) indicators.Add(Indicator.Litigation);
        return indicators.ToImmutable();
    }

    private static ProseFigure Figure(in Mention mention, ImmutableArray<Indicator> indicators, Bilingual? doubt) =>
        new(indicators, mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length) { Doubt = doubt };
}
