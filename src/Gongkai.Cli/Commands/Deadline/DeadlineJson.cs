using System.Text.Json.Serialization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary>一件申请的答复期限，连同逐日的理由。</summary>
internal sealed record DeadlineJson(
    DateOnly? Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Remaining,
    bool Provisional,
    DateOnly Anchor,
    AnchorEvent AnchorEvent,
    int Quota,
    DateOnly CorrectionNoticeDue,
    string Basis,
    ClockFlag[] Flags,
    DayJson[] Days)
{
    public static DeadlineJson Of(AnswerDeadline deadline) => new(
        deadline.Due,
        deadline.Remaining,
        deadline.Provisional,
        deadline.Anchor,
        deadline.AnchorEvent,
        deadline.Quota,
        deadline.CorrectionNoticeDue.Date,
        deadline.Basis.ToString(),
        [.. deadline.Flags],
        [.. deadline.Days.Select(day => new DayJson(day.Day.Date, day.Role, day.Day.Kind, day.Number, ClockText.Of(day, deadline)))]);
}

/// <summary>期限里的一天。</summary>
internal sealed record DayJson(DateOnly Date, ClockDayRole Role, DayKind Kind, int? Number, string Reason);
