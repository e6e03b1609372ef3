using Gongkai.Law.Clocks;

namespace Gongkai.Law.Tests.Clocks;

/// <summary>逐日推算的另一种写法，只为印证：先给每一天打上记号，再数数；不用产品的计算。</summary>
internal static class DayByDayOracle
{
    /// <summary>放假的周一至周五与上班的周末，自 2019 年到 2026 年，抄自各年通知。</summary>
    private static readonly HashSet<int> Exceptions = [.. Days(
        "2019-01-01 2019-02-04..2019-02-08 2019-04-05 2019-05-01..2019-05-03 2019-06-07 2019-09-13 2019-10-01..2019-10-04 2019-10-07",
        "2019-02-02 2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12",
        "2020-01-01 2020-01-24 2020-01-27..2020-01-31 2020-04-06 2020-05-01 2020-05-04 2020-05-05 2020-06-25 2020-06-26 2020-10-01 2020-10-02 2020-10-05..2020-10-08",
        "2020-01-19 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10",
        "2021-01-01 2021-02-11 2021-02-12 2021-02-15..2021-02-17 2021-04-05 2021-05-03..2021-05-05 2021-06-14 2021-09-20 2021-09-21 2021-10-01 2021-10-04..2021-10-07",
        "2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09",
        "2022-01-03 2022-01-31..2022-02-04 2022-04-04 2022-04-05 2022-05-02..2022-05-04 2022-06-03 2022-09-12 2022-10-03..2022-10-07",
        "2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09",
        "2023-01-02 2023-01-23..2023-01-27 2023-04-05 2023-05-01..2023-05-03 2023-06-22 2023-06-23 2023-09-29 2023-10-02..2023-10-06",
        "2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08",
        "2024-01-01 2024-02-12..2024-02-16 2024-04-04 2024-04-05 2024-05-01..2024-05-03 2024-06-10 2024-09-16 2024-09-17 2024-10-01..2024-10-04 2024-10-07",
        "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12",
        "2025-01-01 2025-01-28..2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01..2025-10-03 2025-10-06..2025-10-08",
        "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11",
        "2026-01-01 2026-01-02 2026-02-16..2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05..2026-10-07",
        "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10")];

    public static bool IsWorkday(int day) => (((day + 1) % 7) is >= 1 and <= 5) != Exceptions.Contains(day);

    /// <summary>最后一日；还有没结束的征求意见时是剩余的工作日数。</summary>
    public static (DateOnly? Due, int? Remaining) Answer(ClockFacts facts)
    {
        var anchor = new[] { facts.Received, facts.CorrectionReceived ?? DateOnly.MinValue, facts.FeePaid ?? DateOnly.MinValue }.Max().DayNumber;
        var horizon = anchor + 1200;
        var stopped = new bool[1201];
        var open = int.MaxValue;
        foreach (var consultation in facts.Consultations)
        {
            if (consultation.Ended is null) open = Math.Min(open, Math.Max(consultation.Sent.DayNumber, anchor));
            for (var day = consultation.Sent.DayNumber + 1; day <= (consultation.Ended?.DayNumber ?? horizon); day++)
                if (day > anchor && day <= horizon) stopped[day - anchor] = true;
        }

        var running = Enumerable.Range(anchor + 1, 1200).Where(day => IsWorkday(day) && !stopped[day - anchor]).Take(20 + facts.ExtensionDays).ToList();
        if (running.Count < 20 + facts.ExtensionDays) return (null, 20 + facts.ExtensionDays - running.Count(day => day <= open));
        var due = DateOnly.FromDayNumber(running[^1]);
        return (facts.DelayedUntil > due ? facts.DelayedUntil : due, null);
    }

    private static IEnumerable<int> Days(params string[] spans) => spans.SelectMany(text => text.Split(' ')).SelectMany(span =>
    {
        var ends = span.Split("..").Select(end => DateOnly.Parse(end).DayNumber).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    });
}
