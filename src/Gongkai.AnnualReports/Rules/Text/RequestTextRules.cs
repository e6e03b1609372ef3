using System.Collections.Immutable;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>正文与表三：收到、结转、办结、各种结果。</summary>
internal static class RequestTextRules
{
    private static readonly Indicator[] Flow = [Indicator.CarriedIn, Indicator.Answered, Indicator.CarriedOut];

    private static readonly Indicator[] Outcomes =
        [Indicator.Granted, Indicator.PartlyGranted, Indicator.Refused, Indicator.Unavailable, Indicator.NotProcessed, Indicator.OtherProcessed];

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "TX-01",
            Severity = Severity.Error,
            Sentence = ("正文写收到多少件政府信息公开申请，就是表三“本年新收”的总计；写明含上年结转的，是“本年新收”与“上年结转”之和。",
                "The number of requests received in the text is the total newly received of Table 3; where the text says that it includes those carried over, it is newly received and carried over from the previous year together."),
            Basis = ("《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
                "Regulation on Government Information Disclosure, Article 50, item 2; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 3"),
            Examples = [("成立：正文“共收到申请16件”，表三本年新收16。", "Holds: the text writes “共收到申请16件”, Table 3 has 16 newly received."), ("不成立：正文“共收到申请18件”，表三本年新收16。", "Broken: the text writes “共收到申请18件”, Table 3 has 16 newly received."), ("不可判：正文写的是全市各部门共收到的件数。",
                "Not assessable: the text tells what all departments of the city received together.")],
            Check = context => TextAgainstTable.Each(context, figure => figure.Indicator == Indicator.Received && figure.Value > 0, Received),
        },
        new()
        {
            Id = "TX-02",
            Severity = Severity.Error,
            Sentence = ("正文写的办结（答复）件数、上年结转件数、结转下年度件数，与表三相应各行的总计相同。",
                "The numbers finished (answered), carried over from the previous year and carried over to the next year in the text are the totals of Table 3."),
            Basis = ("《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
                "Regulation on Government Information Disclosure, Article 50, item 2; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 3"),
            Examples = [("成立：正文“办结69件，1件结转下年度”，表三总计69、结转1。", "Holds: the text writes “办结69件，1件结转下年度”, Table 3 has 69 processed and 1 carried over."), ("不成立：正文“办结70件”，表三总计69。", "Broken: the text writes “办结70件”, Table 3 has 69 processed.")],
            Check = context => TextAgainstTable.Each(context, figure => Flow.Contains(figure.Indicator), Same),
        },
        new()
        {
            Id = "TX-03",
            Severity = Severity.Error,
            Sentence = ("正文写“未收到”“未受理”申请或收到0件，表三“本年新收”总计就是0；正文写收到了申请，表三就不是0。",
                "Where the text says that no request was received or accepted, or 0, the total newly received of Table 3 is 0; where it says that some were, Table 3 is not 0."),
            Basis = ("《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
                "Regulation on Government Information Disclosure, Article 50, item 2; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 3"),
            Examples = [("成立：正文“未收到政府信息公开申请”，表三本年新收0。", "Holds: the text writes “未收到政府信息公开申请”, Table 3 has 0 newly received."), ("不成立：正文“未收到政府信息公开申请”，表三本年新收3。", "Broken: the text writes “未收到政府信息公开申请”, Table 3 has 3 newly received."), ("不成立：正文“收到申请3件”，表三本年新收0。",
                "Broken: the text writes “收到申请3件”, Table 3 has 0 newly received.")],
            Check = context => TextAgainstTable.Each(context, figure => figure.Indicator == Indicator.Received, Zero),
        },
        new()
        {
            Id = "TX-05",
            Severity = Severity.Warning,
            Sentence = ("正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数，与表三相应各行总计之和相同。",
                "The numbers disclosed, partly disclosed, refused, unavailable, not processed and otherwise dealt with in the text are the totals of the rows of Table 3."),
            Basis = ("《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三第三项",
                "Regulation on Government Information Disclosure, Article 50, item 2; form of the annual report (“国办公开办函〔2021〕30号”, “〔2019〕60号”), Table 3, item 3"),
            Examples = [("成立：正文“予以公开及部分公开42件”，表三予以公开22、部分公开20。", "Holds: the text writes “予以公开及部分公开42件”, Table 3 has 22 disclosed and 20 partly disclosed."), ("不成立：正文“不予公开5件”，表三不予公开各行合计4。", "Broken: the text writes “不予公开5件”, the rows of refusals in Table 3 make 4.")],
            Check = context => TextAgainstTable.Each(context, figure => Outcomes.Contains(figure.Indicator), Same),
        },
    ];

    private static Verdict? Same(CheckContext context, ProseFigure figure) => TextAgainstTable.Compare(
        context, figure, null,
        printed => Say($"正文称{TextAgainstTable.Name(figure)}{TextAgainstTable.Said(figure)}，表三为{TextAgainstTable.Number(printed.Known)}件",
            $"the text says {TextAgainstTable.Name(figure)} {TextAgainstTable.Said(figure)}, Table 3 says {TextAgainstTable.Number(printed.Known)}"));

    private static Verdict? Received(CheckContext context, ProseFigure figure)
    {
        var carried = PrintedSum.Of(context.Report, Indicator.CarriedIn);
        if (figure.IncludesCarriedIn)
        {
            var whole = figure with { Indicators = [Indicator.Received, Indicator.CarriedIn] };
            // “收到16件，其中上年结转1件”也有人把结转写进新收的说法里：与新收相等时不算错。
            return TextAgainstTable.Compare(
                context, whole,
                printed => printed.Agrees(figure.Value) || PrintedSum.Of(context.Report, Indicator.Received)!.Agrees(figure.Value),
                printed => Say($"正文称收到（含上年结转）{TextAgainstTable.Said(figure)}，表三本年新收与上年结转共{TextAgainstTable.Number(printed.Known)}件",
                    $"the text says {TextAgainstTable.Said(figure)} received (with those carried over), Table 3 has {TextAgainstTable.Number(printed.Known)} newly received and carried over together"));
        }

        // “受理”“办理”的数里常含上年结转，也可能说的是办结。
        bool Loosely(PrintedSum printed) => printed.Agrees(figure.Value)
            || (figure.Accepted && (printed.Known + carried?.Known == figure.Value || PrintedSum.Of(context.Report, Indicator.Answered)?.Known == figure.Value));
        return TextAgainstTable.Compare(context, figure, Loosely, printed =>
            Say($"正文称收到{TextAgainstTable.Said(figure)}，表三为{TextAgainstTable.Number(printed.Known)}件",
                $"the text says {TextAgainstTable.Said(figure)} received, Table 3 says {TextAgainstTable.Number(printed.Known)}")
            + (carried is { Known: > 0 } && printed.Known + carried.Known == figure.Value ? Say("（加上年结转正好相等：含结转的请写明）",
                " (equal when those carried over are added: say so where they are included)") : ""));
    }

    private static Verdict? Zero(CheckContext context, ProseFigure figure)
    {
        if (figure.Value > 0 && figure.Exactness == Exactness.Approximate) return null;
        return TextAgainstTable.Compare(
            context, figure,
            printed => figure.Value > 0 ? printed.Known > 0 || printed.Detailed > 0 || !printed.Whole : printed.Agrees(0),
            printed => figure.Value > 0
                ? Say($"正文称收到申请{TextAgainstTable.Said(figure)}，表三为0件", $"the text says {TextAgainstTable.Said(figure)} requests received, Table 3 says 0")
                : Say($"正文称未收到申请，表三有{TextAgainstTable.Number(printed.Known)}件", $"the text says that no request was received, Table 3 says {TextAgainstTable.Number(printed.Known)}"));
    }
}
