using Gongkai.Cli.Frame;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary>答复期限的文字输出：一天一行，最后是结论。</summary>
internal static class DeadlineText
{
    public static void Write(CommandFrame frame, AnswerDeadline deadline)
    {
        var output = frame.Output;
        foreach (var day in deadline.Days)
            output.WriteLine($"{day.Day.Date:yyyy-MM-dd} {ClockText.Weekday(day.Day.Date)}  {ClockText.Of(day, deadline)}");
        output.WriteLine();
        output.WriteLine(Say(
            $"补正告知期限：{deadline.CorrectionNoticeDue.Date:yyyy-MM-dd}",
            $"Correction notice until: {deadline.CorrectionNoticeDue.Date:yyyy-MM-dd}"));
        output.WriteLine(deadline.Due is { } due
            ? Say($"答复期限：{due:yyyy-MM-dd}", $"Answer until: {due:yyyy-MM-dd}")
            : Say(
                $"答复期限：征求意见尚未结束，结束后还有 {deadline.Remaining} 个工作日",
                $"Answer until: a consultation is open; {deadline.Remaining} working days remain after it"));
        if (deadline.Provisional)
            output.WriteLine(Say("暂定：数到了还没有放假通知的日子，通知公布后可能变动。", "Provisional: it counts days for which no holiday notice exists yet."));
        foreach (var flag in deadline.Flags) output.WriteLine(Say($"注意：{flag.Message}", $"Note: {flag.Message}"));
        output.WriteLine(Say($"依据：{deadline.Basis}", $"Basis: {deadline.Basis}"));
    }
}
