using System.Diagnostics;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;

namespace Gongkai.Bench;

/// <summary>分段：一个工人，时间与内存花在哪一段、哪几条规则上。给改快慢的人看，不与任何线比。</summary>
internal static class StageBench
{
    private const int Passes = 40;
    private const int Shown = 20;

    private static readonly TimeSpan ProfileTime = TimeSpan.FromSeconds(15);

    public static void Run(byte[][] texts)
    {
        SourceDocument[] documents = [.. texts.Select(Open)];
        Measurement.Warm(() => Array.ForEach(texts, TextBench.Bare));
        Measurement.Warm(() => Array.ForEach(texts, Product.ReadAndCheck));
        Console.WriteLine($"{texts.Length} 份文本，平均 {texts.Average(text => System.Text.Encoding.UTF8.GetCharCount(text)):0} 字；以下每份：");
        Print("基线（解码、归一、切词）", texts, static text => text, TextBench.Bare);
        Print("读＋查", texts, static text => text, Product.ReadAndCheck);
        Print("　容器与分行", texts, static text => text, static text => Open(text));
        Print("　读年报", documents, static document => document, static document => Read(document));
        Print("　检查", documents, Read, Product.Check);
        Rules(documents);
    }

    /// <summary>不停地读与查，供 perf 一类的工具取样。</summary>
    public static void Profile(byte[][] texts)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < ProfileTime) Array.ForEach(texts, Product.ReadAndCheck);
    }

    /// <summary>逐条规则：每轮用新读的报告，让每条规则都付自己那份（共用的正文由第一条用到它的规则付）。</summary>
    private static void Rules(SourceDocument[] documents)
    {
        var spent = RuleCatalogue.All.ToDictionary(rule => rule.Id, _ => (Ticks: 0L, Bytes: 0L), StringComparer.Ordinal);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var context in documents.Select(document => Product.ContextOf(Read(document))))
            {
                foreach (var rule in RuleCatalogue.All)
                {
                    var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                    foreach (var verdict in rule.Check(context)) GC.KeepAlive(verdict);
                    var (ticks, bytes) = spent[rule.Id];
                    if (pass > 0) spent[rule.Id] = (ticks + Stopwatch.GetTimestamp() - start, bytes + GC.GetAllocatedBytesForCurrentThread() - before);
                }
            }
        }

        var reports = (Passes - 1.0) * documents.Length;
        Console.WriteLine($"最费时的 {Shown} 条规则，共 {spent.Count} 条：");
        foreach (var (id, (ticks, bytes)) in spent.OrderByDescending(pair => pair.Value.Ticks).Take(Shown))
            Console.WriteLine($"　{id} {Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds / reports:0.0} 微秒，分配 {bytes / 1024.0 / reports:0.0} KB");
    }

    /// <summary>每份几微秒（各轮的中位数）、几 KB；准备的不算。</summary>
    private static void Print<TSource, T>(string what, TSource[] sources, Func<TSource, T> prepare, Action<T> work)
    {
        var times = new List<double>();
        long bytes = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            var inputs = sources.Select(prepare).ToArray();
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            times.Add(Measurement.Seconds(() =>
            {
                foreach (var input in inputs) work(input);
            }));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine($"{what}：{Measurement.Median(times) * 1e6 / sources.Length:0.0} 微秒，分配 {bytes / 1024.0 / sources.Length:0} KB");
    }

    private static SourceDocument Open(byte[] text) => DocumentReader.Read(text, "report", ReadLimits.Default, CancellationToken.None).Value;

    private static AnnualReport Read(SourceDocument document) => ReportReader.Read(document).Value;
}
