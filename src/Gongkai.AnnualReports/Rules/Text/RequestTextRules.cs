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
            Sentence = "正文写收到多少件政府信息公开申请，就是表三“本年新收”的总计；写明含上年结转的，是“本年新收”与“上年结转”之和。",
            Basis = "《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
            Examples = ["成立：正文“共收到申请16件”，表三本年新收16。", "不成立：正文“共收到申请18件”，表三本年新收16。", "不可判：正文写的是全市各部门共收到的件数。"],
            Check = context => TextAgainstTable.Each(context, figure => figure.Indicator == Indicator.Received && figure.Value > 0, Received),
        },
        new()
        {
            Id = "TX-02",
            Severity = Severity.Error,
            Sentence = "正文写的办结（答复）件数、上年结转件数、结转下年度件数，与表三相应各行的总计相同。",
            Basis = "《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
            Examples = ["成立：正文“办结69件，1件结转下年度”，表三总计69、结转1。", "不成立：正文“办结70件”，表三总计69。"],
            Check = context => TextAgainstTable.Each(context, figure => Flow.Contains(figure.Indicator), Same),
        },
        new()
        {
            Id = "TX-03",
            Severity = Severity.Error,
            Sentence = "正文写“未收到”“未受理”申请或收到0件，表三“本年新收”总计就是0；正文写收到了申请，表三就不是0。",
            Basis = "《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三",
            Examples = ["成立：正文“未收到政府信息公开申请”，表三本年新收0。", "不成立：正文“未收到政府信息公开申请”，表三本年新收3。", "不成立：正文“收到申请3件”，表三本年新收0。"],
            Check = context => TextAgainstTable.Each(context, figure => figure.Indicator == Indicator.Received, Zero),
        },
        new()
        {
            Id = "TX-05",
            Severity = Severity.Warning,
            Sentence = "正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数，与表三相应各行总计之和相同。",
            Basis = "《政府信息公开条例》第五十条第二项；年度报告格式（国办公开办函〔2021〕30号、〔2019〕60号）表三第三项",
            Examples = ["成立：正文“予以公开及部分公开42件”，表三予以公开22、部分公开20。", "不成立：正文“不予公开5件”，表三不予公开各行合计4。"],
            Check = context => TextAgainstTable.Each(context, figure => Outcomes.Contains(figure.Indicator), Same),
        },
    ];

    private static Verdict? Same(CheckContext context, ProseFigure figure) => TextAgainstTable.Compare(
        context, figure, null,
        printed => $"正文称{TextAgainstTable.Name(figure)}{TextAgainstTable.Said(figure)}，表三为{TextAgainstTable.Number(printed.Known)}件");

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
                printed => $"正文称收到（含上年结转）{TextAgainstTable.Said(figure)}，表三本年新收与上年结转共{TextAgainstTable.Number(printed.Known)}件");
        }

        // “受理”“办理”的数里常含上年结转，也可能说的是办结。
        bool Loosely(PrintedSum printed) => printed.Agrees(figure.Value)
            || (figure.Accepted && (printed.Known + carried?.Known == figure.Value || PrintedSum.Of(context.Report, Indicator.Answered)?.Known == figure.Value));
        return TextAgainstTable.Compare(context, figure, Loosely, printed =>
            $"正文称收到{TextAgainstTable.Said(figure)}，表三为{TextAgainstTable.Number(printed.Known)}件"
            + (carried is { Known: > 0 } && printed.Known + carried.Known == figure.Value ? "（加上年结转正好相等：含结转的请写明）" : ""));
    }

    private static Verdict? Zero(CheckContext context, ProseFigure figure)
    {
        if (figure.Value > 0 && figure.Exactness == Exactness.Approximate) return null;
        return TextAgainstTable.Compare(
            context, figure,
            printed => figure.Value > 0 ? printed.Known > 0 || printed.Detailed > 0 || !printed.Whole : printed.Agrees(0),
            printed => figure.Value > 0
                ? $"正文称收到申请{TextAgainstTable.Said(figure)}，表三为0件"
                : $"正文称未收到申请，表三有{TextAgainstTable.Number(printed.Known)}件");
    }
}
