using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Calendar;

/// <summary><c>gongkai calendar</c>：某一年的工作日历。</summary>
internal static class CalendarCommand
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static Command Create(CommandFrame frame)
    {
        var year = new Argument<int?>(Say("年份", "YEAR"))
        {
            Description = Say("例如 2025", "For example 2025"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampledCommand(
            "calendar",
            Say("某一年的放假、调休上班与工作日数", "Days off, make-up working days and working days of a year"),
            "gongkai calendar 2025") { year };
        var format = FormatChoice.AddTo(command, frame);
        command.Subcommands.Add(CalendarCheck.Create(frame));
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(year) is not (>= FirstYear and <= LastYear and var wanted))
                return frame.Fail(
                    $"请写出 {FirstYear} 到 {LastYear} 之间的年份，例如 gongkai calendar 2025。",
                    $"Write a year from {FirstYear} to {LastYear}, for example gongkai calendar 2025.");
            var summary = YearSummary.Of(WorkingCalendar.National, wanted);
            if (format.IsJson(parsed)) frame.WriteJson(summary);
            else WriteText(frame, summary);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(CommandFrame frame, YearSummary summary)
    {
        var output = frame.Output;
        output.WriteLine(Say($"{summary.Year}年：{summary.Workdays}个工作日", $"{summary.Year}: {summary.Workdays} working days"));
        if (summary.Provisional)
            output.WriteLine(Say("暂定：没有这一年的放假通知，只按周一至周五推算。", "Provisional: no holiday notice for this year; Monday to Friday only."));
        output.WriteLine(Say("各月工作日：", "Working days by month: ") + string.Join(' ', summary.Months));
        foreach (var day in summary.Days)
            output.WriteLine($"{day.Date:yyyy-MM-dd} {ClockText.Weekday(day.Date)}  {Caption(frame, day)}");
        foreach (var notice in summary.Days.Select(day => day.Notice).Distinct(StringComparer.Ordinal))
            output.WriteLine(Say($"依据：{notice}", $"Basis: “{notice}”"));
    }

    private static string Caption(CommandFrame frame, SpecialDay day) => day.Kind == DayKind.MakeUp
        ? Say($"{day.Name}调休上班", $"make-up working day ({day.Name})")
        : Say($"{day.Name}放假", $"day off ({day.Name})");
}

/// <summary>一年的日历。</summary>
/// <param name="Months">十二个月各有几个工作日。</param>
/// <param name="Days">放假与调休上班的日子。</param>
internal sealed record YearSummary(int Year, bool Provisional, int Workdays, int[] Months, SpecialDay[] Days)
{
    public static YearSummary Of(WorkingCalendar calendar, int year)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(offset => calendar.Day(first.AddDays(offset))).ToList();
        var months = days.GroupBy(day => day.Date.Month).OrderBy(month => month.Key).Select(month => month.Count(day => day.IsWorkday)).ToArray();
        var special = days.Where(day => day.Kind is DayKind.Holiday or DayKind.MakeUp).Select(day => new SpecialDay(day.Date, day.Kind, day.SpokenName!, day.Notice!));
        return new YearSummary(year, days.Any(day => day.Provisional), months.Sum(), months, [.. special]);
    }
}

/// <summary>放假或者调休上班的一天。</summary>
internal sealed record SpecialDay(DateOnly Date, DayKind Kind, string Name, string Notice);
