using System.CommandLine;
using Gongkai.AnnualReports.Aggregation;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Cli.Frame;
using Gongkai.Documents;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report merge</c>：把许多机关的年报相加。</summary>
internal static class MergeCommand
{
    public static Command Create(CommandFrame frame)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = frame.Say("各机关的年报", "The bodies' reports") };
        var agency = new Option<string?>("--agency") { HelpName = "NAME", Description = frame.Say("总数归于哪个机关", "The body that the total belongs to") };
        var target = new Option<string?>("-o", "--output") { HelpName = "OUT", Description = frame.Say("写到文件，默认写到标准输出", "Write to a file; default standard output") };
        var command = new Command("merge", frame.Say("汇总：逐格相加，缺的、可疑的列出来", "Add reports up cell by cell; list what is missing or doubtful")) { files, agency, target };
        command.SetAction((parsed, cancel) => Run(frame, parsed.GetValue(files)!, parsed.GetValue(agency), parsed.GetValue(target), cancel));
        return command;
    }

    private static async Task<int> Run(CommandFrame frame, string[] files, string? agency, string? target, CancellationToken cancel)
    {
        if (target is not null && File.Exists(target)) return frame.Fail($"{target} 已经存在，不覆盖。", $"{target} exists; it is not overwritten.");
        var parts = new List<AggregationPart>();
        var unreadable = 0;
        foreach (var file in files)
        {
            var outcome = await ReportReader.ReadFileAsync(file, ReadLimits.Default, cancel);
            if (outcome.Refusal is { } refusal)
            {
                unreadable++;
                await frame.Error.WriteLineAsync($"{file}：{refusal.Reason}");
            }
            else
            {
                parts.Add(new AggregationPart(file, outcome.Value));
            }
        }

        var merged = ReportAggregation.Merge(parts, agency);
        if (merged.Refusal is { } refused) return frame.Fail(refused);
        foreach (var doubt in merged.Value.Doubts) await frame.Error.WriteLineAsync($"{doubt.Source}：{doubt.Message}");
        await frame.Error.WriteLineAsync(frame.Say($"汇总 {parts.Count} 份，疑问 {merged.Value.Doubts.Length} 处，读不出 {unreadable} 份。", $"{parts.Count} reports added up, {merged.Value.Doubts.Length} doubts, {unreadable} unreadable."));
        if (target is null) await frame.Output.WriteLineAsync(CanonicalJson.ToText(merged.Value.Total));
        else await File.WriteAllTextAsync(target, CanonicalJson.ToText(merged.Value.Total) + "\n", cancel);
        return unreadable > 0 ? ExitCode.Unusable : merged.Value.Doubts.IsEmpty ? ExitCode.Fine : ExitCode.FoundErrors;
    }
}
