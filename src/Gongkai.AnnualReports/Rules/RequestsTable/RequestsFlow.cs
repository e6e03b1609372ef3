using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules.RequestsTable;

/// <summary>收、结、转：本年新收、上年结转、结转下年度之间的关系。</summary>
internal static class RequestsFlow
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T3-04",
            Severity = Severity.Error,
            Sentence = ("本年表三的“上年结转”，逐列等于上年报告的“结转下年度继续办理”。",
                "This year's “上年结转” (carried over from the previous year) in Table 3 equals, column by column, the “结转下年度继续办理” (carried over to the next year) of last year's report."),
            Basis = Sources.Forms + ("表三：上年结转即上年年末未办结的申请", ", Table 3: carried over from the previous year are the requests not finished at the end of that year"),
            Examples = [("成立：上年结转下年度自然人1件，本年上年结转自然人1件。", "Holds: last year carried over 1 from a natural person, this year 1 from a natural person is carried over from it."), ("不成立：上年结转下年度1件，本年上年结转写0件。", "Broken: last year carried over 1, this year 0 is carried over from it.")],
            Check = CarriedInEqualsCarriedOut,
        },
        new Rule
        {
            Id = "T3-05",
            Severity = Severity.Error,
            Sentence = ("新收和上年结转都是0的，办理结果和结转下年度也应都是0。",
                "Where both newly received and carried over from the previous year are 0, the outcomes and what is carried over to the next year are 0 as well."),
            Basis = Sources.Forms + ("表三", ", Table 3"),
            Examples = [("成立：没有收到申请，表三全部为0。", "Holds: no request was received and all of Table 3 is 0."), ("不成立：新收0、上年结转0，予以公开却写2。", "Broken: 0 newly received, 0 carried over, but 2 disclosed.")],
            Check = NoOutcomeWithoutRequest,
        },
        new Rule
        {
            Id = "T3-06",
            Severity = Severity.Error,
            Sentence = ("结转下年度继续办理的，不多于本年新收与上年结转之和。", "What is carried over to the next year is not more than newly received and carried over from the previous year together."),
            Basis = Sources.Forms + ("表三", ", Table 3"),
            Examples = [("成立：新收12、上年结转1，结转下年度1。", "Holds: 12 newly received, 1 carried over from the previous year, 1 carried over to the next."), ("不成立：新收1、上年结转0，结转下年度2。", "Broken: 1 newly received, 0 carried over from the previous year, 2 carried over to the next.")],
            Check = CarriedOutIsPartOfAll,
        },
        new Rule
        {
            Id = "T3-07",
            Severity = Severity.Warning,
            Sentence = ("有新收的，结转下年度的不应多于本年新收；多于的，请核实是否有申请超过期限没有办结。",
                "Where requests were newly received, not more should be carried over to the next year than were newly received; otherwise check for requests not finished in time."),
            Basis = Sources.Regulation + ("第三十三条：收到申请之日起20个工作日内答复", ", Article 33: to be answered within 20 working days from the day the request was received"),
            Examples = [("成立：新收16、结转下年度1。", "Holds: 16 newly received, 1 carried over to the next year."), ("不成立：新收2、上年结转5、结转下年度4。", "Broken: 2 newly received, 5 carried over from the previous year, 4 carried over to the next.")],
            Check = CarriedOutIsFewerThanNew,
        },
        new Rule
        {
            Id = "T3-10",
            Severity = Severity.Error,
            NeedsRegister = ("依申请公开办理系统", "the system of disclosure on request"),
            Sentence = ("表三的新收、各种办理结果、结转下年度，与依申请公开办理系统的统计一致。",
                "The requests newly received, each outcome and what is carried over in Table 3 are those of the system of disclosure on request."),
            Basis = Sources.Article50 + ("第二项", ", item 2"),
            Examples = [("成立：系统统计新收16件，表三新收16件。", "Holds: the system counts 16 newly received, Table 3 says 16."), ("不成立：系统统计新收17件，表三新收16件。", "Broken: the system counts 17 newly received, Table 3 says 16.")],
            Check = Registers.Await(("依申请公开办理系统", "the system of disclosure on request")),
        },
        new Rule
        {
            Id = "T3-12",
            Severity = Severity.Warning,
            NeedsRegister = ("依申请公开办理系统", "the system of disclosure on request"),
            Sentence = ("列入结转下年度的申请，年末都没有超过答复期限。", "None of the requests carried over to the next year was past its due date at the end of the year."),
            Basis = Sources.Regulation + ("第三十三条", ", Article 33"),
            Examples = [("成立：结转的1件12月20日收到，期限在下年1月。", "Holds: the 1 carried over was received on 20 December and is due in January."), ("不成立：结转的1件11月1日收到，期限在12月内，没有延期。",
                "Broken: the 1 carried over was received on 1 November and was due in December, without an extension.")],
            Check = NothingOverdueIsCarriedOut,
        },
    ];

    private static List<Verdict> CarriedInEqualsCarriedOut(CheckContext context)
    {
        if (PreviousYear.WhyUnusable(context) is { } unusable) return [Verdict.NotAssessable(unusable)];
        if (context.Report.Requests is not { } table) return [Verdict.NotAssessable(Say("没有找到表三", "Table 3 was not found"))];

        List<CellPath> differing = [];
        List<string>? differences = null;
        string? unknown = null;
        foreach (var column in table.Form.Rows[0].Columns)
        {
            var now = Figure.Request(context.Report, "carriedIn", column.Key);
            var before = Figure.Request(context.Previous!, "carriedOut", column.Key);
            if ((Figure.WhyUnknown(now) ?? PreviousYear.WhyUnknown(before)) is { } why)
            {
                unknown ??= why;
                continue;
            }

            if (now.Value == before.Value) continue;
            differing.Add(now.Path);
            (differences ??= []).Add(Say($"{column.Caption}列{now.Text}≠{before.Text}", $"{column.Caption.English} {now.Text}≠{before.Text}"));
        }

        List<Verdict> verdicts = [];
        if (differences is not null)
            verdicts.Add(new Broken(Say($"上年结转与上年年报“结转下年度继续办理”不一致：{string.Join('，', differences)}",
                $"what is carried over from the previous year differs from “结转下年度继续办理” (carried over to the next year) of last year's report: {Join('，', differences)}"), [.. differing]));
        if (unknown is not null) verdicts.Add(Verdict.NotAssessable(unknown));
        return verdicts;
    }

    private static IEnumerable<Verdict> NoOutcomeWithoutRequest(CheckContext context)
    {
        var received = Figure.Request(context.Report, "newlyReceived");
        var carried = Figure.Request(context.Report, "carriedIn");
        if (Figure.WhyUnknown(received, carried) is { } why) return [Verdict.NotAssessable(why)];
        if (received.Value + carried.Value != 0) return [];

        var table = context.Report.Requests!;
        List<CellPath> filled = [];
        for (var index = 2 * table.Form.Rows[0].Columns.Length; index < table.Cells.Length; index++)
            if (table.Cells[index] is { IsNumber: true, Value: not 0 }) filled.Add(table.PathAt(index));
        return filled.Count == 0
            ? []
            : [new Broken(Say($"没有申请（新收0、上年结转0）却填报了办理结果或结转：{CellList.Of(table, filled)}",
                $"no requests (0 newly received, 0 carried over) but outcomes or requests carried over: {CellList.Of(table, filled)}"), [.. filled])];
    }

    private static IEnumerable<Verdict> CarriedOutIsPartOfAll(CheckContext context)
    {
        if (context.Report.Requests is not { } table)
        {
            yield return Verdict.NotAssessable(Say("没有找到表三", "Table 3 was not found"));
            yield break;
        }

        var (newlyReceived, carriedIn, carriedOut) = (table.Form.Row("newlyReceived")!, table.Form.Row("carriedIn")!, table.Form.Row("carriedOut")!);
        foreach (var column in newlyReceived.Columns)
        {
            var received = Figure.Of(table, newlyReceived, column);
            var carried = Figure.Of(table, carriedIn, column);
            var left = Figure.Of(table, carriedOut, column);
            if (Figure.WhyUnknown(received, carried, left) is { } why) yield return Verdict.NotAssessable(why);
            else if (left.Value > received.Value + carried.Value)
                yield return Verdict.Broken(Say($"{column.Caption}列结转数大于应办数：{left.Text}>{received.Text}+{carried.Text}",
                    $"{column.Caption.English}: more carried over than there was to do: {left.Text}>{received.Text}+{carried.Text}"), left.Path);
        }
    }

    private static IEnumerable<Verdict> CarriedOutIsFewerThanNew(CheckContext context)
    {
        var received = Figure.Request(context.Report, "newlyReceived");
        var left = Figure.Request(context.Report, "carriedOut");
        if (Figure.WhyUnknown(received, left) is { } why) return [Verdict.NotAssessable(why)];
        return received.Value > 0 && left.Value > received.Value
            ? [Verdict.Broken(Say($"结转下年度{left.Text}件，多于本年新收{received.Text}件，请核实是否有申请超期未办结",
                $"{left.Text} carried over to the next year, more than the {received.Text} newly received; check for requests not finished in time"), left.Path, received.Path)]
            : [];
    }

    private static IEnumerable<Verdict> NothingOverdueIsCarriedOut(CheckContext context)
    {
        var left = Figure.Request(context.Report, "carriedOut");
        if (Figure.WhyUnknown(left) is { } why) return [Verdict.NotAssessable(why)];
        return left.Value == 0 ? [] : [Registers.NotGiven(("依申请公开办理系统", "the system of disclosure on request"))];
    }
}
