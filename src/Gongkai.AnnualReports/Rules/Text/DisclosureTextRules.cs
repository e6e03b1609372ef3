using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文与表二：规范性文件、许可处罚强制、集中采购。</summary>
internal static class DisclosureTextRules
{
    private static readonly Indicator[] Documents =
    [
        Indicator.RegulationsIssued, Indicator.RegulationsPublished, Indicator.RegulationsRepealed, Indicator.RegulationsInForce,
        Indicator.NormativeIssued, Indicator.NormativePublished, Indicator.NormativeRepealed, Indicator.NormativeInForce,
    ];

    private static readonly Indicator[] Decisions = [Indicator.Licences, Indicator.Penalties, Indicator.Coercions];
    private static readonly Indicator[] Purchases = [Indicator.ProcurementItems, Indicator.ProcurementAmount];

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "TX-06",
            Severity = Severity.Error,
            Sentence = ("正文写的规章、规范性文件制发（制作）、废止、现行有效（公开）件数，与表二相应各格相同。",
                "The numbers of regulations and normative documents issued (made), repealed and in force (published) in the text are those of Table 2."),
            Basis = ("《政府信息公开条例》第五十条第一项、第二十条第一项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表二",
                "Regulation on Government Information Disclosure, Article 50, item 1, and Article 20, item 1; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 2"),
            Examples = [("成立：正文“制发行政规范性文件3件”，表二制发3。", "Holds: the text writes “制发行政规范性文件3件”, Table 2 has 3 issued."), ("不成立：正文“制发行政规范性文件5件”，表二制发3。", "Broken: the text writes “制发行政规范性文件5件”, Table 2 has 3 issued."), ("不可判：正文“集中公开现行有效规范性文件393件”，公开的不一定是全部。",
                "Not assessable: the text writes “集中公开现行有效规范性文件393件”; what was published need not be all there is.")],
            Check = context => Compare(context, Documents, Say("件", "")),
        },
        new()
        {
            Id = "TX-07",
            Severity = Severity.Warning,
            Sentence = ("正文写的行政许可、行政处罚、行政强制决定件数，与表二相应各格相同。", "The numbers of decisions on administrative licences, penalties and coercion in the text are those of Table 2."),
            Basis = ("《政府信息公开条例》第五十条第一项、第二十条第五项和第六项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表二",
                "Regulation on Government Information Disclosure, Article 50, item 1, and Article 20, items 5 and 6; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 2"),
            Examples = [("成立：正文“办结行政审批事项5件”，表二行政许可5。", "Holds: the text writes “办结行政审批事项5件”, Table 2 has 5 licences."), ("不成立：正文“作出行政处罚决定12件”，表二行政处罚9。", "Broken: the text writes “作出行政处罚决定12件”, Table 2 has 9 penalties."), ("不涉及：正文“公示行政许可信息33条”，说的是公开的条数。",
                "Does not apply: the text writes “公示行政许可信息33条”, which counts what was published.")],
            Check = context => Compare(context, Decisions, Say("件", "")).Concat(OutsideTheTable(context)),
        },
        new()
        {
            Id = "TX-08",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            Sentence = ("正文写的政府集中采购项目数与表二相同；采购金额四舍五入到万元四位小数后与表二相同。",
                "The number of government procurement items in the text is that of Table 2; the amount is the same when rounded to four decimals of 10,000 yuan."),
            Basis = ("《政府信息公开条例》第五十条第一项、第二十条第九项；年度报告格式（国办公开办函〔2019〕60号）表二",
                "Regulation on Government Information Disclosure, Article 50, item 1, and Article 20, item 9; form of the annual report (“国办公开办函〔2019〕60号”), Table 2"),
            Examples = [("成立：正文“采购总金额为2887.450656万元”，表二2887.4507。", "Holds: the text writes “采购总金额为2887.450656万元”, Table 2 has 2887.4507."), ("不成立：正文“政府集中采购项目12项”，表二11。", "Broken: the text writes “政府集中采购项目12项”, Table 2 has 11.")],
            Check = context => Compare(context, Purchases, ""),
        },
    ];

    private static List<Verdict> Compare(CheckContext context, Indicator[] indicators, string unit) =>
        TextAgainstTable.Each(context, figure => indicators.Contains(figure.Indicator), (_, figure) => Compare(context, figure, unit));

    private static Verdict? Compare(CheckContext context, ProseFigure figure, string unit)
    {
        var printed = PrintedSum.Of(context.Report, figure.Indicators.AsSpan());
        // 两种格式的列不同（2021年格式没有“公开”，2019年格式没有“废止”），表二有而没有这一列的，没有可比的数。
        if (printed is null && context.Report.Disclosure is not null) return null;
        return TextAgainstTable.Compare(
            context, figure,
            sum => sum.Agrees(figure.Value) || (figure.Indicator == Indicator.ProcurementAmount && sum.Whole && Rounded(figure.Value) == Rounded(sum.Known)),
            sum => Say($"正文称{TextAgainstTable.Name(figure)}{TextAgainstTable.Said(figure)}，表二为{TextAgainstTable.Number(sum.Known)}{(figure.Indicator == Indicator.ProcurementAmount ? "万元" : unit)}",
                $"the text says {TextAgainstTable.Name(figure)} {TextAgainstTable.Said(figure)}, Table 2 says {TextAgainstTable.Number(sum.Known)}{(figure.Indicator == Indicator.ProcurementAmount ? " × 10,000 yuan" : unit)}"));
    }

    private static decimal Rounded(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    /// <summary>与许可同句、又不是许可的办件数：不是错，但读者会问它在表里的哪一格。</summary>
    private static IEnumerable<Verdict> OutsideTheTable(CheckContext context) =>
        context.Facts.Of(Indicator.ServiceCases)
            .Where(figure => figure.Value > 0)
            .Select(figure => new Broken(Say($"正文另有“{figure.Label}{TextAgainstTable.Said(figure)}”，未见于表二，请核对口径",
                $"the text also has “{figure.Label}” {TextAgainstTable.Said(figure)}, which is not in Table 2; check what was counted"), [new(TableKind.Disclosure, "licences")])
            {
                Where = TextAgainstTable.Where(context, figure),
                Severity = Severity.Notice,
            });
}
