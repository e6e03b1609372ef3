using System.CommandLine;
using Gongkai.Cli.Frame;
using Gongkai.Documents;
using Gongkai.Scanning;

namespace Gongkai.Cli.Commands.Scan;

/// <summary><c>gongkai scan</c>：查密级标志、个人信息、文件里的隐藏内容，并做净化副本。</summary>
internal static class ScanCommand
{
    public static Command Create(CommandFrame frame)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Say("要公开的文件，可以写几个，格式由内容判定", "Files to be published; their format is told by their content") };
        var command = new ExampledCommand(
            "scan",
            Say("扫描要公开的文件：密级与内部标志、个人信息、隐藏文字、批注、修订、文件属性", "Scan files before publication: secrecy marks, personal data, hidden text, comments, tracked changes, metadata"),
            Say("gongkai scan 公示名单.docx", "gongkai scan list.docx"),
            Say("gongkai scan 通知.pdf 附件.xlsx --json", "gongkai scan notice.pdf attachment.xlsx --json"),
            Say("gongkai scan 通知.pdf --clean 通知（公开）.pdf", "gongkai scan notice.pdf --clean notice-public.pdf"))
        { files };
        var clean = new Option<string?>("--clean") { HelpName = "OUT", Description = Say("另做净化副本写到这里：文件名，或者文件夹；原件不动，列出的是副本里剩下的", "Write a cleaned copy here (a file, or a folder); what is listed is what the copy still holds") };
        command.Options.Add(clean);
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var results = await Scan(parsed.GetValue(files)!, parsed.GetValue(clean), cancel);
            if (format.IsJson(parsed)) frame.WriteJson(results.Select(ScanJson.Of));
            else ScanTextOutput.Write(frame, results);
            return results.Exists(result => result.Unreadable is not null) ? ExitCode.Unusable
                : results.Exists(result => result.Findings!.Any(finding => finding.Severity == ScanSeverity.Error)) ? ExitCode.FoundErrors
                : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>逐个扫描，要净化的扫描副本；读不出的不妨碍别的。</summary>
    private static async Task<List<ScannedFile>> Scan(string[] files, string? clean, CancellationToken cancel)
    {
        var results = new List<ScannedFile>();
        foreach (var file in files)
        {
            if (clean is not null)
            {
                var written = await CleanedCopyFile.WriteAsync(file, clean, files.Length > 1, cancel);
                results.Add(written.Refusal is { } refused
                    ? new ScannedFile(file, null, refused.Reason)
                    : new ScannedFile(file, written.Value.Copy.Findings, null) { Cleaned = written.Value });
                continue;
            }

            var outcome = await FileScanner.ScanFileAsync(file, ReadLimits.Default, ScanOptions.Default, cancel);
            results.Add(outcome.Refusal is { } refusal
                ? new ScannedFile(file, null, refusal.Reason)
                : new ScannedFile(file, outcome.Value, null));
        }

        return results;
    }
}

/// <summary>一个文件的结果：各处发现，或者读不出的原因。</summary>
internal sealed record ScannedFile(string File, IReadOnlyList<ScanFinding>? Findings, string? Unreadable)
{
    /// <summary>写好的净化副本；没有要求时为空。</summary>
    public WrittenCopy? Cleaned { get; init; }
}
