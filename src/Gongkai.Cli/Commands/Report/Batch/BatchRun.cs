using System.Threading.Channels;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;
using Gongkai.Documents;

namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>一个文件的结果：报告与检查，或者读不出的原因。</summary>
internal sealed record BatchItem(string File, long Size, AnnualReport? Report, CheckResult? Check, string? Unreadable)
{
    /// <summary>连着查的上年报告；没有时为空。</summary>
    public PreviousFile? Previous { get; init; }
}

/// <summary>并行读与查许多文件，按文件名的次序交出结果；一个坏文件不影响别的。</summary>
internal static class BatchRun
{
    /// <summary>每个工人最多提前做这么多份：内存随工人数而不随文件数增长。</summary>
    private const int Ahead = 8;

    /// <param name="root">年报所在的文件夹。</param>
    /// <param name="tasks">要做的文件。</param>
    /// <param name="previous">怎样取上年报告；第一遍不取，为空。</param>
    /// <param name="jobs">同时做几份。</param>
    /// <param name="cancel">中断。</param>
    public static async IAsyncEnumerable<BatchItem> Run(string root, IReadOnlyList<BatchTask> tasks, Func<PreviousFile, AnnualReport?>? previous, int jobs, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var queue = Channel.CreateBounded<Task<BatchItem>>(jobs * Ahead);
        using var turns = new SemaphoreSlim(jobs);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var feeding = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var task in tasks)
                    {
                        await turns.WaitAsync(stop.Token);
                        var work = Task.Run(
                            async () =>
                            {
                                try
                                {
                                    return await Read(root, task, previous, stop.Token);
                                }
                                finally
                                {
                                    turns.Release();
                                }
                            },
                            stop.Token);
                        await queue.Writer.WriteAsync(work, stop.Token);
                    }

                    queue.Writer.Complete();
                }
                catch (OperationCanceledException exception)
                {
                    queue.Writer.Complete(exception);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var work in queue.Reader.ReadAllAsync(cancel)) yield return await work;
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    private static async Task<BatchItem> Read(string root, BatchTask task, Func<PreviousFile, AnnualReport?>? previous, CancellationToken cancel)
    {
        var path = Path.Combine(root, task.File);
        var size = BatchFiles.SizeOf(path);
        try
        {
            var outcome = await ReportReader.ReadFileAsync(path, ReadLimits.Default, cancel);
            if (outcome.Refusal is { } refusal) return new BatchItem(task.File, size, null, null, refusal.Reason);
            var context = new CheckContext(outcome.Value) { Previous = task.Previous is { } before ? previous?.Invoke(before) : null };
            return new BatchItem(task.File, size, outcome.Value, ReportChecker.Check(context), null) { Previous = task.Previous };
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // 程序的问题只算在这一个文件上，别的文件照做。
            return new BatchItem(task.File, size, null, null, Unexpected.Sentence(exception));
        }
    }
}
