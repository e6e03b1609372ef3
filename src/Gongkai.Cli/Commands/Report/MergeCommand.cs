using System.CommandLine;
using System.Text;
using Gongkai.AnnualReports.Aggregation;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report merge</c>：把许多机关的年报相加。</summary>
internal static class MergeCommand
{
    private const string Markdown = "md";

    public static Command Create(CommandFrame frame)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Say("各机关同一年度的年报", "The bodies' reports of one year") };
        var agency = new Option<string?>("--agency") { HelpName = "NAME", Description = Say("总数归于哪个机关", "The body that the total belongs to") };
        var target = new Option<string?>("-o", "--output")
        {
            HelpName = "OUT",
            Description = Say("写到文件，格式看扩展名（json、html、docx、xlsx、md、pdf）；默认写到标准输出", "Write to a file in the format of its extension; default standard output"),
        };
        var force = new Option<bool>("--force") { Description = Say("覆盖已经存在的文件", "Overwrite an existing file") };
        target.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => FormatOf(token.Value) is null))
                result.AddError(Say($"不知道“{token.Value}”该写成什么格式，扩展名要是 json、html、docx、xlsx、md 或 pdf。", $"The extension of “{token.Value}” must be json, html, docx, xlsx, md or pdf."));
        });
        var command = new ExampledCommand(
            "merge",
            Say("汇总：逐格相加；缺一格就没有这一格的总数，缺的、可疑的列出来", "Add reports up cell by cell; list what is missing or doubtful"),
            Say("gongkai report merge 年报/*.docx --agency 岚川市人民政府 -o 汇总.xlsx", "gongkai report merge reports/*.docx --agency NAME -o total.xlsx"),
            Say("gongkai report merge 部门一.html 部门二.pdf", "gongkai report merge department-1.html department-2.pdf")) { files, agency, target, force };
        var format = FormatChoice.AddTo(command, frame, FormatChoice.Json, Markdown);
        command.SetAction(async (parsed, cancel) =>
        {
            var (parts, unreadable) = await Read(frame, parsed.GetValue(files)!, cancel);
            if (parts.Count == 0) return ExitCode.Unusable;
            var merged = ReportAggregation.Merge(parts, parsed.GetValue(agency));
            if (merged.Refusal is { } refused) return frame.Fail(refused);
            var (total, doubts) = (merged.Value.Total, merged.Value.Doubts);
            if (parsed.GetValue(target) is { } path)
            {
                var saved = await ReportFile.SaveAsync(total, FormatOf(path)!.Value, path, parsed.GetValue(force), cancel);
                if (saved.Refusal is { } refusal) return frame.Fail(Reasons.About(path, refusal.Reason));
            }
            else if (format.IsJson(parsed))
            {
                await frame.Output.WriteLineAsync(CanonicalJson.ToText(total));
            }
            else
            {
                await frame.Output.WriteAsync(Encoding.UTF8.GetString(ReportWriter.Write(total, ReportFormat.Markdown, cancel).Value));
            }

            foreach (var doubt in doubts) await frame.Error.WriteLineAsync(Say($"{doubt.Source}：{doubt.Message}", $"{doubt.Source}: {doubt.Message}"));
            await frame.Error.WriteLineAsync(Say(
                $"汇总 {parts.Count} 份，疑问 {doubts.Length} 处，没有总数的 {UnreadCells.Of(total).Count()} 格，读不出 {unreadable} 份。",
                $"{parts.Count} reports added up, {doubts.Length} doubts, {UnreadCells.Of(total).Count()} cells without a total, {unreadable} unreadable."));
            return unreadable > 0 ? ExitCode.Unusable : doubts.IsEmpty ? ExitCode.Fine : ExitCode.FoundErrors;
        });
        return command;
    }

    private static async Task<(List<AggregationPart> Parts, int Unreadable)> Read(CommandFrame frame, string[] files, CancellationToken cancel)
    {
        var parts = new List<AggregationPart>();
        foreach (var file in files)
            if (await ReportInput.Read(frame, file, cancel) is { } report) parts.Add(new AggregationPart(file, report));
        return (parts, files.Length - parts.Count);
    }

    private static ReportFormat? FormatOf(string path) => ReportFormats.Named(Path.GetExtension(path).TrimStart('.'));
}
