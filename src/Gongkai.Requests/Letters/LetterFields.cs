using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Remedies;

namespace Gongkai.Requests.Letters;

/// <summary>不服的找谁：答复书的救济一段要写。</summary>
/// <param name="ReviewBody">行政复议机关：部门的是本级人民政府，政府的是上一级人民政府；垂直领导的另定。</param>
/// <param name="Court">有管辖权的人民法院。</param>
public sealed record RemedyBodies(string ReviewBody, string Court);

/// <summary>文书各项里由案件自己算得出的：日期、案号、期限、理由、金额、救济。其余的（申请内容、查询码、缴纳方式）由调用者添。</summary>
public static class LetterFields
{
    /// <summary>算得出的各项；没有的不在内。</summary>
    /// <param name="state">发文书以前的状态。</param>
    /// <param name="details">这件事的细节。</param>
    /// <param name="on">发文书的日期。</param>
    /// <param name="calendar">日历。</param>
    /// <param name="outcome">结局；不是答复、终止的为空。</param>
    /// <param name="bodies">不服的找谁。</param>
    public static ImmutableDictionary<string, string> Of(CaseState state, CaseDetails details, DateOnly on, WorkingCalendar calendar, CaseOutcome? outcome, RemedyBodies bodies)
    {
        var quote = Quote(state.Fee?.Order ?? details.Fee, on);
        (string Field, string? Value)[] known =
        [
            ("收到日", Date(state.Received)),
            ("案号", state.Number ?? details.Number),
            ("日期", Date(on)),
            ("期限", Date(details.Until ?? CaseDeadline.Of(state, calendar).Answer?.Due)),
            ("补正期限", Date(state.CorrectionUntil ?? details.Until)),
            ("延长天数", state.ExtensionDays > 0 ? state.ExtensionDays.ToString(CultureInfo.InvariantCulture) : null),
            ("事项", details.Text),
            ("理由", details.Text),
            ("途径", details.Text),
            ("依据", details.Basis ?? Bases(details.Grounds)),
            ("情形", details.Grounds.IsEmpty ? null : string.Join("、", details.Grounds.Select(ground => ground.Entry().Caption))),
            ("检索", state.Search is { } search ? $"在{search.Scope}，以“{search.Keywords}”检索" : null),
            ("在先案号", details.EarlierCase),
            ("金额", quote?.Fee.ToString("0.##", CultureInfo.InvariantCulture)),
            ("算法", quote is null ? null : string.Join("，", quote.Steps.Where(step => step.Amount > 0).Select(step => Step(quote.Mode, step)))),
            ("救济", outcome is { } ended ? RemedyAdvice.Of(ended, details.Grounds, on).Paragraph(bodies.ReviewBody, bodies.Court) : null),
        ];
        return known.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToImmutableDictionary(pair => pair.Field, pair => pair.Value!);
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string? Bases(ImmutableArray<CaseOutcome> grounds) =>
        grounds.IsEmpty ? null : string.Join("、", grounds.Select(ground => ground.Entry().Basis).Distinct());

    private static FeeQuote? Quote(FeeOrder? order, DateOnly on) => order is null ? null
        : order.Quote(on) is { Succeeded: true } quoted ? quoted.Value : null;

    private static string Step(ChargeMode mode, FeeStep step)
    {
        var unit = mode == ChargeMode.Items ? "件" : "页";
        return $"第{step.First}至{step.Last}{unit}每{unit}{step.Price:0.##}元计{step.Amount:0.##}元";
    }
}
