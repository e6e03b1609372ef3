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
        var command = new Command("batch", frame.Say("批量读与查，得到 CSV 与 JSON 数据", "Read and check many reports into CSV and JSON data")) { source, target, jobs, resume };
        command.SetAction((parsed, cancel) => Run(frame, parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(jobs) ?? Environment.ProcessorCount, parsed.GetValue(resume), cancel));
        return command;
    }

    private static async Task<int> Run(CommandFrame frame, string source, string target, int jobs, bool resume, CancellationToken cancel)
    {
        if (!Directory.Exists(source)) return frame.Fail($"没有文件夹 {source}。", $"There is no folder {source}.");
        var inside = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        if (!resume && File.Exists(Path.Combine(target, BatchJournal.ReportsName)))
            return frame.Fail($"{target} 里已有结果：接着做请加 --resume，重做请换一个文件夹。", $"{target} has results already: add --resume to go on, or name another folder.");
        var files = Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => !Path.GetFullPath(file).StartsWith(inside, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(source, file))
            .Order(StringComparer.Ordinal)
            .ToList();
        var (journal, done) = BatchJournal.Open(target, resume);
        var (read, unreadable, errors) = (0, 0, 0);
        await using (journal)
        {
            var open = files.Where(file => !(done.TryGetValue(file, out var size) && size == new FileInfo(Path.Combine(source, file)).Length)).ToList();
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

        BatchTables.Write(target);
        await frame.Error.WriteLineAsync(frame.Say(
            $"读了 {read} 份，其中 {errors} 份有错误；读不出 {unreadable} 份；此前已做 {files.Count - read - unreadable} 份。结果在 {target}。",
            $"{read} read, {errors} of them with errors; {unreadable} unreadable; {files.Count - read - unreadable} done before. Results in {target}."));
        return unreadable > 0 ? ExitCode.Unusable : errors > 0 ? ExitCode.FoundErrors : ExitCode.Fine;
    }
}
