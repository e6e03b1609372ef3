using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>2019年格式：规章、规范性文件的制作与公开，集中采购。</summary>
internal static class Published2019
{
    private const int FirstYear = 2019;
    private static readonly Bilingual Basis = Sources.Form2019 + ("表二第二十条第（一）项", ", Table 2, Article 20, item 1");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T2-20",
            Severity = Severity.Error,
            Form = FormId.Form2019,
            Sentence = ("规章、规范性文件的本年新公开数量，不大于对外公开总数量。", "Regulations and normative documents newly published in the year are not more than those published in all."),
            Basis = Basis,
            Examples = [("成立：新公开3，总数14。", "Holds: 3 newly published, 14 in all."), ("不成立：新公开14，总数3。", "Broken: 14 newly published, 3 in all.")],
            Check = context => Compare(context, static (_, published, total, _) =>
                Figure.WhyUnknown(published, total) is { } why ? Verdict.NotAssessable(why)
                : published.Value > total.Value ? Verdict.Broken(Say($"{published.Name}{published.Text}，大于对外公开总数量{total.Text}",
                    $"{published.Name} is {published.Text}, more than the {total.Text} published in all"), published.Path, total.Path)
                : null),
        },
        new Rule
        {
            Id = "T2-21",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            Sentence = ("本年新制作的规章、规范性文件都应公开；新制作多于新公开的，请说明未公开的原因。",
                "Regulations and normative documents newly made in the year are to be published; where more were made than published, explain why the others were not."),
            Basis = Sources.Regulation + ("第二十六条：自信息形成之日起20个工作日内公开", ", Article 26: to be disclosed within 20 working days from when the information was formed"),
            Examples = [("成立：新制作3，新公开3。", "Holds: 3 made, 3 published."), ("不成立：新制作54，新公开34。", "Broken: 54 made, 34 published.")],
            Check = context => Compare(context, static (made, published, _, _) =>
                Figure.WhyUnknown(made, published) is { } why ? Verdict.NotAssessable(why)
                : made.Value > published.Value ? Verdict.Broken(Say($"{made.Name}{made.Text}件，仅公开{published.Text}件，请说明未公开原因（20个工作日内应公开）",
                    $"{made.Name} is {made.Text}, but only {published.Text} were published; explain why the others were not (to be disclosed within 20 working days)"), made.Path, published.Path)
                : null),
        },
        new Rule
        {
            Id = "T2-22",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            Sentence = ("对外公开总数量是历年累计；等于本年新公开数量的，请核实是否漏了历年的（2019年度为首年，只作提示）。",
                "Published in all adds up all years; where it equals what was newly published this year, check whether earlier years were left out (a notice only for 2019, the first year)."),
            Basis = Basis + ("：对外公开总数量为历年累计", ": published in all adds up all years"),
            Examples = [("成立：新公开3，总数14。", "Holds: 3 newly published, 14 in all."), ("不成立：新公开34，总数也是34。", "Broken: 34 newly published, 34 in all as well.")],
            Check = context => Compare(context, static (_, published, total, year) =>
                Figure.WhyUnknown(published, total) is { } why ? Verdict.NotAssessable(why)
                : total.Value > 0 && total.Value == published.Value
                    ? new Broken(Say($"{total.Name}{total.Text}，等于本年新公开数量{published.Text}，疑未累计历年",
                        $"{total.Name} is {total.Text}, the same as the {published.Text} newly published this year; probably earlier years were not added"), [total.Path, published.Path]) { Severity = year == FirstYear ? Severity.Notice : null }
                    : null),
        },
        new Rule
        {
            Id = "T2-26",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            Sentence = ("政府集中采购的项目数量与总金额，要么都是0，要么都不是0。", "The number of items and the total amount of government procurement are both 0 or both not 0."),
            Basis = Sources.Form2019 + ("表二第二十条第（九）项", ", Table 2, Article 20, item 9"),
            Examples = [("成立：采购项目5个，总金额318.62万元。", "Holds: 5 items, 318.62 (3,186,200 yuan)."), ("不成立：采购项目5个，总金额0。", "Broken: 5 items, a total amount of 0.")],
            Check = ItemsComeWithAmount,
        },
    ];

    /// <summary>对规章、规范性文件两行，各比一次制作、公开、总数。</summary>
    private static IEnumerable<Verdict> Compare(CheckContext context, Func<Figure, Figure, Figure, int?, Verdict?> compare)
    {
        foreach (var row in (string[])["regulations", "normativeDocuments"])
        {
            var made = Figure.Of(context.Report, TableKind.Disclosure, row, "made");
            var published = Figure.Of(context.Report, TableKind.Disclosure, row, "published");
            var total = Figure.Of(context.Report, TableKind.Disclosure, row, "totalPublished");
            if (compare(made, published, total, context.Report.Year) is { } verdict) yield return verdict;
        }
    }

    private static IEnumerable<Verdict> ItemsComeWithAmount(CheckContext context)
    {
        var items = Figure.Of(context.Report, TableKind.Disclosure, "procurement", "items");
        var amount = Figure.Of(context.Report, TableKind.Disclosure, "procurement", "amount");
        if (Figure.WhyUnknown(items, amount) is { } why) return [Verdict.NotAssessable(why)];
        return (items.Value == 0) == (amount.Value == 0)
            ? []
            : [Verdict.Broken(Say($"采购项目数量{items.Text}与采购总金额{amount.Text}不匹配", $"{items.Text} procurement items do not fit a total amount of {amount.Text}"), items.Path, amount.Path)];
    }
}
