using System.Diagnostics;
using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.Units;

namespace Gongkai.Bench;

/// <summary>一个市收齐几千份年报：全部规则查一遍、两两比雷同、逐格加起来，各要多久；十分之一份数的也量，看怎样增长。</summary>
internal static class CollectBench
{
    private const double CheckSeconds = 20, CopiedSeconds = 60, AddSeconds = 2;

    public static void Run(int bodies)
    {
        _ = One(Math.Max(30, bodies / 100));
        var (few, many) = (One(bodies / 10), One(bodies));
        Figure.AtMost($"{bodies} 份全部规则查一遍，秒", many.Check, CheckSeconds, $"{bodies / 10} 份 {few.Check:0.00} 秒");
        Figure.AtMost($"{bodies} 份两两比雷同，秒", many.Copied, CopiedSeconds, $"{bodies / 10} 份 {few.Copied:0.00} 秒，像的 {many.Pairs} 对");
        Figure.AtMost($"{bodies} 份逐格加起来，秒", many.Add, AddSeconds, $"{bodies / 10} 份 {few.Add:0.00} 秒");
        PeakMemory.Print("本进程", PeakMemory.Of(Process.GetCurrentProcess()));
    }

    private static (double Check, double Copied, double Add, int Pairs) One(int bodies)
    {
        var reports = ReportSet.Create(bodies).Reports;
        TotalPart[] parts = [.. reports.Select((report, at) => new TotalPart(new UnitId(Guid.NewGuid()), $"第{at}号单位", report with { Year = 2025 }))];
        var (check, _) = Timed(() => parts.AsParallel().Sum(part => PublishedReportDecisions.Check(part.Report, null).Length));
        var (copied, pairs) = Timed(() => CopiedReports.Among([.. parts.Select(part => string.Join('\n', part.Report.Sections.Select(section => section.Text)))]).Count);
        var (add, _) = Timed(() => CollectedTotal.Of(parts, [], Enumerable.Empty<(UnitId, UnitId)>().ToLookup(pair => pair.Item1, pair => pair.Item2), null).Value.Parts.Length);
        return (check, copied, add, pairs);
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var result = work();
        return (clock.Elapsed.TotalSeconds, result);
    }
}
