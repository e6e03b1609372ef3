using System.CommandLine;
using Gongkai.Cli.Commands.Report.Batch;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report batch</c>：读与查一个文件夹里的全部年报，得到可以直接分析的数据。</summary>
internal static class BatchCommand
{
    public static Command Create(CommandFrame frame)
    {
        var source = new Argument<string>("DIR") { Description = Say("年报所在的文件夹，含下级文件夹", "The folder of reports, with its subfolders") };
        var target = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = Say("结果写到这个文件夹", "The folder for the results") };
        var jobs = new Option<int?>("--jobs") { HelpName = "N", Description = Say("同时做几份，默认等于处理器数", "How many at once; default the number of processors") };
        var resume = new Option<bool>("--resume") { Description = Say("接着上次中断的地方做", "Go on where the last run stopped") };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 1 or > 256)
                result.AddError(Say("--jobs 应在 1 到 256 之间。", "--jobs must be from 1 to 256."));
        });
        var command = new ExampledCommand(
            "batch",
            Say("批量读与查，得到 CSV 与 JSON 数据，各列见 docs/batch-data.md", "Read and check many reports into CSV and JSON data; columns in docs/batch-data.md"),
            Say("gongkai report batch 年报/ --out 数据/", "gongkai report batch reports/ --out data/"),
            Say("gongkai report batch 年报/ --out 数据/ --resume", "gongkai report batch reports/ --out data/ --resume")) { source, target, jobs, resume };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction((parsed, cancel) => Run(frame, format.IsJson(parsed), parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(jobs) ?? Environment.ProcessorCount, parsed.GetValue(resume), cancel));
        return command;
    }

    private static async Task<int> Run(CommandFrame frame, bool json, string source, string target, int jobs, bool resume, CancellationToken cancel)
    {
        if (File.Exists(source)) return frame.Fail($"{source} 是一个文件：单个文件用 gongkai report check。", $"{source} is a file; use gongkai report check for a single one.");
        if (File.Exists(target)) return frame.Fail($"{target} 是一个文件，不是文件夹：--out 要写一个文件夹。", $"{target} is a file; --out must name a folder.");
        if (!Directory.Exists(source)) return frame.Fail($"没有文件夹 {source}。", $"There is no folder {source}.");
        if (!resume && File.Exists(Path.Combine(target, BatchJournal.ReportsName)))
            return frame.Fail($"{target} 里已有结果：接着做请加 --resume，重做请换一个文件夹。", $"{target} has results already: add --resume to go on, or name another folder.");
        var files = BatchFiles.In(source, target);
        if (files.Count == 0 && !resume) return frame.Fail($"文件夹 {source} 里没有文件。", $"There are no files in {source}.");
        if (!CanWrite(target)) return frame.Fail($"不能在 {target} 里写：没有权限，或者建不了这个文件夹。", $"{target} cannot be written to: no permission, or the folder cannot be made.");
        var sizes = files.ToDictionary(file => file, file => BatchFiles.SizeOf(Path.Combine(source, file)), StringComparer.Ordinal);
        var (journal, done) = BatchJournal.Open(target, resume, sizes);
        await using (journal)
            await Work(journal, Say("读取", "Reading"), [.. files.Where(file => !done.Contains(file)).Select(file => new BatchTask(file))], null);

        // 接着做的排在流水末尾，重新按文件名排好：中断多少次，结果都逐字相同。
        BatchJournal.Arrange(target);
        using (var pairs = BatchPairs.Open(Path.Combine(target, BatchJournal.ReportsName)))
        await using (var second = BatchJournal.Continue(target))
            await Work(second, Say("连上年查", "With last year"), pairs.Unchecked(), pairs.Load);

        BatchJournal.Arrange(target);
        return await Tell(frame, json, target, files.Count, done.Count, BatchTables.Write(target));

        Task Work(BatchJournal to, string doing, List<BatchTask> tasks, Func<PreviousFile, AnnualReports.Model.AnnualReport?>? previous) =>
            BatchProgress.Show(frame.Error, doing, tasks.Count, async step =>
            {
                await foreach (var item in BatchRun.Run(source, tasks, previous, jobs, cancel))
                {
                    // 第二遍读不出的（文件刚被删了），第一遍的结果还在。
                    if (item.Report is not null || previous is null) to.Add(item);
                    step();
                }
            });
    }

    /// <summary>先建好文件夹、试写一下：不能写的，不必读完几千份才知道。</summary>
    private static bool CanWrite(string target)
    {
        try
        {
            Directory.CreateDirectory(target);
            using var probe = new FileStream(Path.Combine(target, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>数的是全部结果，此前做的也算：接着做完与一次做完，说的数与退出码相同。</summary>
    private static async Task<int> Tell(CommandFrame frame, bool json, string target, int files, int before, BatchTotals totals)
    {
        var unreadable = files - totals.Reports;
        if (json) frame.WriteJson(new { Out = target, Files = files, Read = totals.Reports, totals.WithErrors, totals.Paired, Unreadable = unreadable, DoneBefore = before });
        await frame.Error.WriteLineAsync(Say(
            $"读了 {totals.Reports} 份，其中 {totals.WithErrors} 份有错误，{totals.Paired} 份连着上年报告查；读不出 {unreadable} 份。{(before > 0 ? $"其中此前已做 {before} 份。" : "")}结果在 {target}。",
            $"{totals.Reports} read, {totals.WithErrors} of them with errors, {totals.Paired} checked with the report of the year before; {unreadable} unreadable. {(before > 0 ? $"{before} of these were done before. " : "")}Results in {target}."));
        return unreadable > 0 ? ExitCode.Unusable : totals.WithErrors > 0 ? ExitCode.FoundErrors : ExitCode.Fine;
    }
}
