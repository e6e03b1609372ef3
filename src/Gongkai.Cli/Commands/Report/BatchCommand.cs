using System.CommandLine;
using Gongkai.Cli.Commands.Report.Batch;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report batch</c>：读与查一个文件夹里的全部年报，得到可以直接分析的数据。</summary>
internal static class BatchCommand
{
    public static Command Create(CommandFrame frame)
    {
        var source = new Argument<string>("DIR") { Description = frame.Say("年报所在的文件夹，含下级文件夹", "The folder of reports, with its subfolders") };
        var target = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = frame.Say("结果写到这个文件夹", "The folder for the results") };
        var jobs = new Option<int?>("--jobs") { HelpName = "N", Description = frame.Say("同时做几份，默认等于处理器数", "How many at once; default the number of processors") };
        var resume = new Option<bool>("--resume") { Description = frame.Say("接着上次中断的地方做", "Go on where the last run stopped") };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 1 or > 256)
                result.AddError(frame.Say("--jobs 应在 1 到 256 之间。", "--jobs must be from 1 to 256."));
        });
        var command = new ExampledCommand(
            "batch",
            frame.Say("批量读与查，得到 CSV 与 JSON 数据，各列见 docs/batch-data.md", "Read and check many reports into CSV and JSON data; columns in docs/batch-data.md"),
            "gongkai report batch 年报/ --out 数据/",
            "gongkai report batch 年报/ --out 数据/ --resume") { source, target, jobs, resume };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction((parsed, cancel) => Run(frame, format.IsJson(parsed), parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(jobs) ?? Environment.ProcessorCount, parsed.GetValue(resume), cancel));
        return command;
    }

    private static async Task<int> Run(CommandFrame frame, bool json, string source, string target, int jobs, bool resume, CancellationToken cancel)
    {
        if (!Directory.Exists(source)) return frame.Fail($"没有文件夹 {source}。", $"There is no folder {source}.");
        if (!resume && File.Exists(Path.Combine(target, BatchJournal.ReportsName)))
            return frame.Fail($"{target} 里已有结果：接着做请加 --resume，重做请换一个文件夹。", $"{target} has results already: add --resume to go on, or name another folder.");
        var files = BatchFiles.In(source, target);
        var sizes = files.ToDictionary(file => file, file => BatchFiles.SizeOf(Path.Combine(source, file)), StringComparer.Ordinal);
        var (journal, done) = BatchJournal.Open(target, resume, sizes);
        var open = files.FindAll(file => !done.Contains(file));
        var (read, unreadable, errors) = (0, 0, 0);
        await using (journal)
        {
            await BatchProgress.Show(frame.Error, open.Count, async step =>
            {
                await foreach (var item in BatchRun.Run(source, open, jobs, cancel))
                {
                    journal.Add(item);
                    if (item.Report is null) unreadable++;
                    else read++;
                    if (item.Check?.HasErrors == true) errors++;
                    step();
                }
            });
        }

        // 接着做的排在流水末尾，重新按文件名排好：中断多少次，结果都逐字相同。
        foreach (var name in new[] { BatchJournal.ReportsName, BatchJournal.ErrorsName }) JournalOrder.Rewrite(Path.Combine(target, name), static (_, _) => true);
        BatchTables.Write(target);
        if (json) frame.WriteJson(new { Out = target, Files = files.Count, Read = read, WithErrors = errors, Unreadable = unreadable, DoneBefore = done.Count });
        await frame.Error.WriteLineAsync(frame.Say(
            $"读了 {read} 份，其中 {errors} 份有错误；读不出 {unreadable} 份；此前已做 {done.Count} 份。结果在 {target}。",
            $"{read} read, {errors} of them with errors; {unreadable} unreadable; {done.Count} done before. Results in {target}."));
        // 此前读不出的也算：接着做完与一次做完，退出码相同。
        return new FileInfo(Path.Combine(target, BatchJournal.ErrorsName)).Length > 0 ? ExitCode.Unusable : errors > 0 ? ExitCode.FoundErrors : ExitCode.Fine;
    }
}
