using System.Diagnostics;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>
/// 跑许多个坏文件，几个线程一起跑。任何异常都是失败；一个文件过了 <see cref="Hang"/> 还没有完，就是卡住了：
/// 平常一个不过几毫秒，所以这不是量速度，机器再忙也不会误报。
/// </summary>
internal static class FuzzRun
{
    private const int ShownFailures = 3;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(50);

    /// <param name="cases">跑多少个；序号就是种子，所以每次都一样。</param>
    /// <param name="run">跑一个。</param>
    public static void Run(int cases, Action<Random> run)
    {
        var next = -1;
        var failures = new List<string>();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker()).ToList();
        foreach (var worker in workers) new Thread(() => Work(worker)) { IsBackground = true }.Start();
        while (workers.Exists(worker => !worker.Done))
        {
            Thread.Sleep(Watch);
            foreach (var worker in workers)
                if (!worker.Done && worker.Running is var (seed, started) && Stopwatch.GetElapsedTime(started) > Hang)
                    throw new TimeoutException($"种子 {seed} 过了 {Hang.TotalSeconds} 秒还没有完。");
        }

        failures.ShouldBeEmpty(string.Join('\n', failures.Take(ShownFailures)));

        void Work(Worker worker)
        {
            while (Interlocked.Increment(ref next) is var seed && seed < cases && failures.Count < ShownFailures)
            {
                worker.Running = new Running(seed, Stopwatch.GetTimestamp());
                try
                {
                    run(new Random(seed));
                }
                catch (Exception exception)
                {
                    lock (failures) failures.Add($"种子 {seed}：{exception}");
                }
            }

            worker.Done = true;
        }
    }

    /// <summary>读、查；读不了也要有一句话，而且不能是等到了时限。</summary>
    public static void Read(ReadOnlyMemory<byte> content, string name) => Read(DocumentReader.Read(content, name, ReadLimits.Default, CancellationToken.None));

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string)"/>
    public static void Read(Gongkai.Law.Outcome<SourceDocument> document)
    {
        if (document.Refusal is { } refusal)
        {
            refusal.Reason.ShouldNotBeNullOrWhiteSpace();
            refusal.Reason.ShouldNotStartWith("读入超过");
            return;
        }

        var report = ReportReader.Read(document.Value);
        if (report.Succeeded) ReportChecker.Check(new CheckContext(report.Value));
        else report.Refusal!.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>一个线程正在跑什么；引用一次换掉，看的人不会看到一半。</summary>
    private sealed class Worker
    {
        private volatile Running? _running;
        private volatile bool _done;

        public Running? Running
        {
            get => _running;
            set => _running = value;
        }

        public bool Done
        {
            get => _done;
            set => _done = value;
        }
    }

    private sealed record Running(int Seed, long Started);
}
