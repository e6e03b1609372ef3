using System.Collections.Immutable;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文与表四：复议、诉讼的件数，或者没有。</summary>
internal static class ReviewTextRules
{
    private static readonly Indicator[] Reviewed =
        [Indicator.Reconsideration, Indicator.Litigation, Indicator.DirectLitigation, Indicator.LitigationAfterReconsideration];

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "TX-04",
            Severity = Severity.Error,
            Sentence = ("正文写因信息公开引起的行政复议、行政诉讼件数（或没有），与表四的总计相同；诉讼是未经复议直接起诉与复议后起诉之和。",
                "The numbers of reconsiderations and litigations over information disclosure in the text (or none) are the totals of Table 4; litigation is without and after reconsideration together."),
            Basis = ("《政府信息公开条例》第五十条第三项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表四",
                "Regulation on Government Information Disclosure, Article 50, item 3; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 4"),
            Examples =
            [
                ("成立：正文“信息公开类行政复议7件，诉讼9件”，表四复议总计7、直接起诉9、复议后起诉0。",
                    "Holds: the text writes “信息公开类行政复议7件，诉讼9件”, Table 4 has 7 reconsiderations, 9 litigations without and 0 after reconsideration."),
                ("不成立：正文“未因政务公开工作被提起行政复议、行政诉讼”，表四复议总计2。", "Broken: the text writes “未因政务公开工作被提起行政复议、行政诉讼”, Table 4 has 2 reconsiderations."),
                ("不涉及：正文“办理行政复议案件120件”，说的是一般业务。", "Does not apply: the text writes “办理行政复议案件120件”, which is its ordinary business."),
            ],
            Check = context => TextAgainstTable.Each(
                context,
                figure => Reviewed.Contains(figure.Indicator),
                static (context, figure) => TextAgainstTable.Compare(context, figure, null, printed => Message(figure, printed))),
        },
    ];

    private static string Message(ProseFigure figure, PrintedSum printed) =>
        figure.Exactness == Exactness.Denied
            ? Say($"正文称没有{TextAgainstTable.Name(figure)}，表四为{TextAgainstTable.Number(printed.Known)}件",
                $"the text says that there was no {TextAgainstTable.Name(figure)}, Table 4 says {TextAgainstTable.Number(printed.Known)}")
            : Say($"正文称{TextAgainstTable.Name(figure)}{TextAgainstTable.Said(figure)}，表四为{TextAgainstTable.Number(printed.Known)}件",
                $"the text says {TextAgainstTable.Name(figure)} {TextAgainstTable.Said(figure)}, Table 4 says {TextAgainstTable.Number(printed.Known)}");
}
