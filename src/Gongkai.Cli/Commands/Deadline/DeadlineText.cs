using Gongkai.Cli.Frame;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary>答复期限的文字输出：一天一行，最后是结论。</summary>
internal static class DeadlineText
{
    public static void Write(CommandFrame frame, AnswerDeadline deadline)
    {
        var output = frame.Output;
        foreach (var day in deadline.Days)
            output.WriteLine($"{day.Day.Date:yyyy-MM-dd} {frame.WeekdayOf(day.Day.Date)}  {frame.Say(ClockText.Of(day, deadline), English(day))}");
        output.WriteLine();
        output.WriteLine(frame.Say(
            $"补正告知期限：{deadline.CorrectionNoticeDue.Date:yyyy-MM-dd}",
            $"Correction notice until: {deadline.CorrectionNoticeDue.Date:yyyy-MM-dd}"));
        output.WriteLine(deadline.Due is { } due
            ? frame.Say($"答复期限：{due:yyyy-MM-dd}", $"Answer until: {due:yyyy-MM-dd}")
            : frame.Say(
                $"答复期限：征求意见尚未结束，结束后还有 {deadline.Remaining} 个工作日",
                $"Answer until: a consultation is open; {deadline.Remaining} working days remain after it"));
        if (deadline.Provisional)
            output.WriteLine(frame.Say("暂定：数到了还没有放假通知的日子，通知公布后可能变动。", "Provisional: it counts days for which no holiday notice exists yet."));
        foreach (var flag in deadline.Flags) output.WriteLine(frame.Say($"注意：{flag.Message}", $"Note: {flag.Message}"));
        output.WriteLine(frame.Say($"依据：{deadline.Basis}", $"Basis: {deadline.Basis}"));
    }

    private static string English(ClockDay day) => day.Role switch
    {
        ClockDayRole.Anchor => "the clock starts on the next day",
        ClockDayRole.Counted when day.Day.Kind == DayKind.MakeUp => $"working day {day.Number} (make-up, {day.Day.Name})",
        ClockDayRole.Counted => $"working day {day.Number}",
        ClockDayRole.Paused => $"not counted: consultation sent {day.Consultation!.Sent:yyyy-MM-dd}",
        ClockDayRole.Delayed => "delayed answer",
        _ => day.Day.Kind == DayKind.Weekend ? "weekend" : $"day off ({day.Day.Name})",
    };
}
