using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>许可、处罚、强制的决定数，以及各格与上年的比较。</summary>
internal static class Decisions
{
    // 基数太小时，几件之差就是几倍，没有意义。
    private const decimal LeastBase = 20;
    private const decimal SteepRise = 5;
    private const decimal SteepFall = 0.2m;

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T2-07",
            Severity = Severity.Warning,
            NeedsRegister = ("行政许可、行政处罚、行政强制的业务系统", "the business systems of administrative licences, penalties and coercion"),
            Sentence = ("行政许可、行政处罚、行政强制的处理决定数量，与审批、执法系统的统计一致。",
                "The numbers of decisions on administrative licences, penalties and coercion are those of the licensing and enforcement systems."),
            Basis = Sources.Regulation + ("第二十条第五项、第六项", ", Article 20, items 5 and 6"),
            Examples = [("成立：执法系统本年处罚决定9件，表中9件。", "Holds: the enforcement system counts 9 decisions on penalties this year, the table says 9."), ("不成立：执法系统本年处罚决定11件，表中9件。", "Broken: the enforcement system counts 11 decisions on penalties this year, the table says 9.")],
            Check = Registers.Await(("行政许可、行政处罚、行政强制的业务系统", "the business systems of administrative licences, penalties and coercion")),
        },
        new Rule
        {
            Id = "T2-08",
            Severity = Severity.Warning,
            Sentence = ("有行政强制而没有行政处罚的，请核实两项是否填反。", "Where there is administrative coercion but no administrative penalty, check whether the two were swapped."),
            Basis = Sources.Regulation + ("第二十条第六项", ", Article 20, item 6"),
            Examples = [("成立：行政处罚9件、行政强制2件。", "Holds: 9 penalties and 2 cases of coercion."), ("不成立：行政处罚0件、行政强制17件。", "Broken: 0 penalties and 17 cases of coercion.")],
            Check = CoercionsComeWithPenalties,
        },
        new Rule
        {
            Id = "T2-09",
            Severity = Severity.Warning,
            Sentence = ("上年不少于20的数，本年不宜超过上年的5倍，也不宜不到上年的五分之一；否则请核实口径。",
                "A figure that was at least 20 last year should not be more than five times as large this year, nor less than a fifth; otherwise check what was counted."),
            Basis = Sources.Forms + ("表二", ", Table 2"),
            Examples = [("成立：行政许可上年31件，本年26件。", "Holds: 31 licences last year, 26 this year."), ("不成立：行政许可上年31件，本年260件。", "Broken: 31 licences last year, 260 this year.")],
            Check = NothingJumps,
        },
    ];

    private static IEnumerable<Verdict> CoercionsComeWithPenalties(CheckContext context)
    {
        var coercions = Figure.Of(context.Report, TableKind.Disclosure, "coercions", "decisions");
        if (Figure.WhyUnknown(coercions) is { } why) return [Verdict.NotAssessable(why)];
        if (coercions.Value == 0) return [];
        var penalties = Figure.Of(context.Report, TableKind.Disclosure, "penalties", "decisions");
        if (Figure.WhyUnknown(penalties) is { } unknown) return [Verdict.NotAssessable(unknown)];
        return penalties.Value != 0
            ? []
            : [Verdict.Broken(Say($"行政强制{coercions.Text}件而行政处罚0件，请核实是否填反",
                $"{coercions.Text} cases of administrative coercion but 0 administrative penalties; check whether they were swapped"), coercions.Path, penalties.Path)];
    }

    private static IEnumerable<Verdict> NothingJumps(CheckContext context)
    {
        if (PreviousYear.WhyIncomparable(context, TableKind.Disclosure) is { } incomparable)
        {
            yield return Verdict.NotAssessable(incomparable);
            yield break;
        }

        var table = context.Report.Disclosure!;
        foreach (var row in table.Form.Rows)
        {
            foreach (var column in row.Columns)
            {
                if (column.Figure == FigureKind.Change) continue;

                // 基数不到的不比，比不了的也不说：这条只挑异常，空白与读不准另有规则。
                if (context.Previous!.Disclosure![row, column] is not { IsNumber: true, Value: >= LeastBase and var before }) continue;
                if (table[row, column] is not { IsNumber: true, Value: var now }) continue;
                if (now > SteepRise * before || now < SteepFall * before)
                    yield return Verdict.Broken(Say($"{CellNames.Cell(row, column)}同比异常（{CellNames.Number(before)}→{CellNames.Number(now)}），请核实口径",
                        $"{CellNames.Cell(row, column)}: unusual change from year to year ({CellNames.Number(before)}→{CellNames.Number(now)}); check what was counted"), new CellPath(table.Form.Kind, row.Key, column.Key));
            }
        }
    }
}
