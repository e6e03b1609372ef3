using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>表二的数：规章和规范性文件、许可处罚强制、集中采购、信息处理费。</summary>
internal static class TableTwoFigures
{
    private static readonly TermSet Clearing = TermSet.Of(Term.CaseWork);
    private static readonly TermSet Circulating = TermSet.Of(Term.Publish, Term.Info);

    public static bool TryRead(ProseText prose, in Mention mention, ImmutableArray<ProseFigure>.Builder figures)
    {
        if (mention.Number.Term != Term.Number) return false;
        var figure = mention.Number.Unit is "元" or "万元" or "亿元" ? Money(prose, mention) : Document(mention) ?? Decision(mention) ?? Purchases(prose, mention);
        if (figure is null) return false;
        figures.Add(figure);
        return true;
    }

    private static ProseFigure? Document(in Mention mention)
    {
        if (mention.Number.Unit is not ("件" or "份" or "部" or "个" or "项")) return null;
        var named = mention.Is(Term.Normative) || mention.Is(Term.Regulation);
        var inherited = !named && mention.Topic == Topic.Normative && (mention.Is(Term.Repeal) || mention.Is(Term.InForce));
        var following = !named && !inherited && (mention.After.Has(Term.Normative) || mention.After.Has(Term.Regulation));
        if (!named && !inherited && !following) return null;
        if (mention.Is(Term.Normative) && mention.Is(Term.Regulation)) return null;
        var regulation = following ? mention.After.Has(Term.Regulation) : mention.Is(Term.Regulation);
        if (ActOf(mention) is not { } act) return null;
        var doubt = mention.Before.HasAny(Clearing) ? Doubts.Reviewed : mention.IsPart ? Doubts.SomeDocuments : null;
        // “集中公开现行有效规范性文件393件”：公开了多少，不等于年底有效多少。
        if (act is not DocumentAct.Published && mention.Is(Term.Publish)) doubt ??= Doubts.PublishedOnly;
        return Figure(mention, IndicatorOf(act, regulation)) with { Doubt = doubt };
    }

    private enum DocumentAct
    {
        Issued,
        Published,
        Repealed,
        InForce,
    }

    private static DocumentAct? ActOf(in Mention mention)
    {
        if (mention.Is(Term.Repeal)) return DocumentAct.Repealed;
        if (mention.Is(Term.InForce)) return DocumentAct.InForce;
        if (mention.Is(Term.Issue)) return DocumentAct.Issued;
        return mention.Is(Term.Proactive) || (mention.Earlier.Has(Term.Proactive) && !mention.IsPart) ? DocumentAct.Published : null;
    }

    private static Indicator IndicatorOf(DocumentAct act, bool regulation) => (act, regulation) switch
    {
        (DocumentAct.Issued, true) => Indicator.RegulationsIssued,
        (DocumentAct.Issued, false) => Indicator.NormativeIssued,
        (DocumentAct.Published, true) => Indicator.RegulationsPublished,
        (DocumentAct.Published, false) => Indicator.NormativePublished,
        (DocumentAct.Repealed, true) => Indicator.RegulationsRepealed,
        (DocumentAct.Repealed, false) => Indicator.NormativeRepealed,
        (_, true) => Indicator.RegulationsInForce,
        _ => Indicator.NormativeInForce,
    };

    private static ProseFigure? Decision(in Mention mention)
    {
        if (mention.Number.Unit is not ("件" or "宗" or "起" or "例" or "项" or "个")) return null;
        // 公示、录入的条数是公开工作的量，不是作出决定的量。
        if (mention.Before.HasAny(Circulating) || mention.Is(Term.Proactive)) return null;
        if (mention.Is(Term.ServiceCase) && mention.Topic == Topic.Administration && !mention.Is(Term.Licence)) return Figure(mention, Indicator.ServiceCases);
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        if (mention.Is(Term.Licence)) indicators.Add(Indicator.Licences);
        if (mention.Is(Term.Penalty)) indicators.Add(Indicator.Penalties);
        if (mention.Is(Term.Coercion)) indicators.Add(Indicator.Coercions);
        if (indicators.Count == 0 || mention.IsPart) return null;
        var doubt = mention.Number.Unit is "项" or "个" ? Doubts.Items
            : mention.Is(Term.CaseWork) ? Doubts.CasesOpened
            : null;
        return new ProseFigure(indicators.ToImmutable(), mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length) { Doubt = doubt };
    }

    private static ProseFigure? Purchases(ProseText prose, in Mention mention)
    {
        if (mention.Number.Unit is not ("项" or "个" or "次" or "件" or "批" or "批次") || !mention.Is(Term.Procurement)) return null;
        if (mention.Before.HasAny(Circulating) || mention.IsPart) return null;
        return Figure(mention, Indicator.ProcurementItems) with { Doubt = Centralised(prose, mention) };
    }

    private static ProseFigure? Money(ProseText prose, in Mention mention)
    {
        var wan = mention.Number.Unit switch { "元" => mention.Number.Value / 1_0000, "亿元" => mention.Number.Value * 1_0000, _ => mention.Number.Value };
        if (mention.Is(Term.Fee)) return Figure(mention, Indicator.ProcessingFee) with { Value = wan };
        if (!mention.Is(Term.Amount) || mention.Topic != Topic.Procurement || mention.IsPart) return null;
        return Figure(mention, Indicator.ProcurementAmount) with { Value = wan, Doubt = Centralised(prose, mention) };
    }

    private static Bilingual? Centralised(ProseText prose, in Mention mention) =>
        prose.Text.AsSpan(mention.Sentence.Start, mention.Number.Start - mention.Sentence.Start).Contains("集中采购", StringComparison.Ordinal)
            ? null
            : Doubts.OtherPurchases;

    private static ProseFigure Figure(in Mention mention, Indicator indicator) =>
        new([indicator], mention.Number.Value, mention.Sentence, mention.Number.Start, mention.Number.Length);
}
