using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>2019年格式：上一年项目数量、本年增减与处理决定数量。项目是事项，决定是件数，两回事。</summary>
internal static class Items2019
{
    private static readonly string[] DecisionRows = ["licences", "otherServices", "penalties", "coercions"];
    private static readonly string[] ItemRows = [.. DecisionRows, "fees"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T2-23",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            Sentence = ("处理决定数量是本年作出的决定件数，不是项目数；各行都恰好等于上一年项目数量加本年增减的，请核实是否填错。",
                "The number of decisions counts decisions made in the year, not items; where in every row it is exactly the previous items plus the change, check whether it was filled in wrongly."),
            Basis = Sources.Form2019 + ("表二第二十条第（五）项、第（六）项", ", Table 2, Article 20, items 5 and 6"),
            Examples = [("成立：上一年项目8，增1，处理决定26。", "Holds: 8 items last year, 1 more, 26 decisions."), ("不成立：许可 10-5=5、处罚 27-16=11，处理决定恰为5和11。", "Broken: licences 10-5=5, penalties 27-16=11, and the decisions are just 5 and 11.")],
            Check = DecisionsAreNotItems,
        },
        new Rule
        {
            Id = "T2-24",
            Severity = Severity.Error,
            Form = FormId.Form2019,
            Sentence = ("上一年项目数量加本年增减，不能小于0。", "The items of the previous year plus the change are not less than 0."),
            Basis = Sources.Form2019 + ("表二第二十条第（五）项、第（六）项、第（八）项", ", Table 2, Article 20, items 5, 6 and 8"),
            Examples = [("成立：上一年27，本年-16。", "Holds: 27 the year before, -16 this year."), ("不成立：上一年6，本年-8。", "Broken: 6 the year before, -8 this year.")],
            Check = ItemsAreNotNegative,
        },
        new Rule
        {
            Id = "T2-25",
            Severity = Severity.Warning,
            Form = FormId.Form2019,
            FromYear = 2020,
            UntilYear = 2020,
            Sentence = ("2020年度的上一年项目数量，等于2019年度的项目数量加增减；对外公开总数量不少于2019年度。",
                "The previous items of 2020 are the items of 2019 plus their change; what has been published in all is not less than in 2019."),
            Basis = Sources.Form2019 + ("表二", ", Table 2"),
            Examples = [("成立：2019年度许可项目7、增1，2020年度上一年项目8。", "Holds: 7 licensing items and 1 more in 2019, 8 previous items in 2020."), ("不成立：2019年度许可项目7、增1，2020年度上一年项目12。", "Broken: 7 licensing items and 1 more in 2019, 12 previous items in 2020.")],
            Check = ItemsFollowPrevious,
        },
    ];

    private static Figure Of(AnnualReport report, string row, string column) => Figure.Of(report, TableKind.Disclosure, row, column);

    private static IEnumerable<Verdict> DecisionsAreNotItems(CheckContext context)
    {
        List<string>? equal = null;
        var paths = ImmutableArray.CreateBuilder<CellPath>();
        string? unknown = null;
        foreach (var row in DecisionRows)
        {
            var before = Of(context.Report, row, "previousItems");
            var change = Of(context.Report, row, "change");
            var decisions = Of(context.Report, row, "decisions");
            if (Figure.WhyUnknown(before, change, decisions) is { } why)
            {
                unknown ??= why;
                continue;
            }

            if (before.Value == 0 && change.Value == 0 && decisions.Value == 0) continue;
            if (before.Value + change.Value != decisions.Value) return [];
            if (decisions.Value == 0) continue;
            paths.Add(decisions.Path);
            (equal ??= []).Add($"{before.Text}{CellNames.Signed(change.Value)}={decisions.Text}");
        }

        // 有一行读不准，就断定不了“各行都”；有一行不等，上面已经断定成立。
        if (unknown is not null) return [Verdict.NotAssessable(unknown)];
        return equal is null
            ? []
            : [new Broken(Say($"疑将“处理决定数量”误填为本年项目数：{string.Join('，', equal)}", $"probably “处理决定数量” (decisions) was filled in with this year's items: {Join('，', equal)}"), paths.DrainToImmutable())];
    }

    private static IEnumerable<Verdict> ItemsAreNotNegative(CheckContext context)
    {
        foreach (var row in ItemRows)
        {
            var before = Of(context.Report, row, "previousItems");
            var change = Of(context.Report, row, "change");
            if (Figure.WhyUnknown(before, change) is { } why) yield return Verdict.NotAssessable(why);
            else if (before.Value + change.Value < 0)
                yield return Verdict.Broken(Say($"{before.Name}{before.Text}，本年增减{CellNames.Signed(change.Value)}，增减后项目数为负",
                    $"{before.Name} is {before.Text}, the change in the year {CellNames.Signed(change.Value)}: the items would become negative"), change.Path, before.Path);
        }
    }

    private static IEnumerable<Verdict> ItemsFollowPrevious(CheckContext context)
    {
        if (PreviousYear.WhyIncomparable(context, TableKind.Disclosure) is { } incomparable)
        {
            yield return Verdict.NotAssessable(incomparable);
            yield break;
        }

        foreach (var row in ItemRows)
        {
            var now = Of(context.Report, row, "previousItems");
            var before = Of(context.Previous!, row, "previousItems");
            var change = Of(context.Previous!, row, "change");
            if ((Figure.WhyUnknown(now) ?? PreviousYear.WhyUnknown(before, change)) is { } why) yield return Verdict.NotAssessable(why);
            else if (now.Value != before.Value + change.Value)
                yield return Verdict.Broken(Say($"{now.Name}{now.Text}，与上年年报不衔接：{now.Text}≠{before.Text}{CellNames.Signed(change.Value)}",
                    $"{now.Name} is {now.Text}, which does not follow from last year's report: {now.Text}≠{before.Text}{CellNames.Signed(change.Value)}"), now.Path);
        }

        foreach (var row in (string[])["regulations", "normativeDocuments"])
        {
            var now = Of(context.Report, row, "totalPublished");
            var before = Of(context.Previous!, row, "totalPublished");
            if ((Figure.WhyUnknown(now) ?? PreviousYear.WhyUnknown(before)) is { } why) yield return Verdict.NotAssessable(why);
            else if (now.Value < before.Value)
                yield return Verdict.Broken(Say($"{now.Name}{now.Text}，少于上年年报的{before.Text}", $"{now.Name} is {now.Text}, fewer than the {before.Text} of last year's report"), now.Path);
        }
    }
}
