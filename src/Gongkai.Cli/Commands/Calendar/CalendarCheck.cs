using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Calendar;

/// <summary><c>gongkai calendar check</c>：某一天是不是工作日，为什么。</summary>
internal static class CalendarCheck
{
    public static Command Create(CommandFrame frame)
    {
        var date = OptionValues.DateArgument(frame, Say("要查的日子，例如 2025-01-26", "The day to look up, for example 2025-01-26"));
        var command = new ExampledCommand("check", Say("某一天是不是工作日", "Whether a day is a working day"), "gongkai calendar check 2025-01-26") { date };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(parsed =>
        {
            var day = WorkingCalendar.National.Day(parsed.GetValue(date)!.Value);
            if (format.IsJson(parsed))
                frame.WriteJson(new Contract(day.Date, day.IsWorkday, day.Kind, day.SpokenName, day.Notice, day.Provisional));
            else
                frame.Output.WriteLine(Sentence(frame, day));
            return ExitCode.Fine;
        });
        return command;
    }

    private static string Sentence(CommandFrame frame, CalendarDay day)
    {
        var verdict = day.IsWorkday ? Say("工作日", "working day") : Say("不是工作日", "not a working day");
        var why = day.Name is null
            ? day.Kind == DayKind.Weekend ? Say("，周末", ", weekend") : ""
            : Say($"，{day.Caption}（{day.Notice}）", $", {day.Caption} (“{day.Notice}”)");
        var doubt = day.Provisional ? Say("（暂定：没有这一年的放假通知）", " (provisional: no holiday notice for this year)") : "";
        return $"{day.Date:yyyy-MM-dd} {ClockText.Weekday(day.Date)}  {verdict}{why}{doubt}";
    }

    private sealed record Contract(DateOnly Date, bool Workday, DayKind Kind, string? Name, string? Notice, bool Provisional);
}
