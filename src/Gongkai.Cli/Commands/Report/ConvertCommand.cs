using System.CommandLine;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report convert</c>：把一份年报转成别的格式，读回来比较一致才算写好。</summary>
internal static class ConvertCommand
{
    private static readonly string[] Formats = [.. Enum.GetValues<ReportFormat>().Select(ReportFormats.Extension)];

    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = Say("年报文件，格式由内容判定", "The report; its format is told by its content") };
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = string.Join('|', Formats),
            Description = Say("转成什么格式", "The format to convert to"),
        }.OneOf(frame, Formats);
        var target = new Option<string?>("-o", "--output") { HelpName = "OUT", Description = Say("写到哪里，默认原名换扩展名", "Where to write; default the same name with the new extension") };
        var force = new Option<bool>("--force") { Description = Say("覆盖已经存在的文件", "Overwrite an existing file") };
        var command = new ExampledCommand(
            "convert",
            Say("转换年报的格式，写出后读回来核对", "Convert a report and verify it by reading it back"),
            Say("gongkai report convert 年报.txt --to docx", "gongkai report convert report.txt --to docx"),
            Say("gongkai report convert 年报.docx --to xlsx -o 数据.xlsx", "gongkai report convert report.docx --to xlsx -o data.xlsx"))
        { file, to, target, force };
        var format = FormatChoice.AddTo(command, frame);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = ReportFormats.Named(parsed.GetValue(to)!)!.Value;
            var input = parsed.GetValue(file)!;
            var output = parsed.GetValue(target) ?? Path.ChangeExtension(input, ReportFormats.Extension(wanted));
            if (IsSameFile(input, output))
                return frame.Fail(
                    $"{output} 就是原件，不能覆盖：请用 -o 另写一个名字。",
                    $"{output} is the input itself and is not overwritten; name another file with -o.");
            if (await ReportInput.Read(frame, input, cancel) is not { } report) return ExitCode.Unusable;
            var saved = await ReportFile.SaveAsync(report, wanted, output, parsed.GetValue(force), cancel);
            if (saved.Refusal is { } refusal) return Refuse(frame, output, refusal.Reason, parsed.GetValue(force));
            await ReportInput.WriteNotes(frame, report);
            await Tell(frame, format.IsJson(parsed), new Contract(input, output, ReportFormats.Extension(wanted), true, UnreadCells.Of(report).Count()));
            return ExitCode.Fine;
        });
        return command;
    }

    private static int Refuse(CommandFrame frame, string output, string reason, bool force)
    {
        var hint = !force && File.Exists(output) ? Say("要覆盖请加 --force。", " Add --force to overwrite it.") : "";
        return frame.Fail($"{Reasons.About(output, reason)}{hint}");
    }

    private static async Task Tell(CommandFrame frame, bool json, Contract written)
    {
        if (json)
        {
            frame.WriteJson(written);
            return;
        }

        await frame.Output.WriteLineAsync(Say(
            $"已写 {written.Written}，读回来核对一致。",
            $"Wrote {written.Written}; it reads back the same."));
        if (written.Unread > 0)
            await frame.Error.WriteLineAsync(Say(
                $"有 {written.Unread} 格读不准，写作“{UnreadCells.Mark}”，发布之前请对照原件补上。",
                $"{written.Unread} cells could not be read and are marked “{UnreadCells.Mark}”; fill them in from the original before publishing."));
    }

    private static bool IsSameFile(string input, string output) => RealPath(input) == RealPath(output);

    /// <summary>符号链接指到哪里，就算哪里。</summary>
    private static string RealPath(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
    }

    /// <summary>约定的输出：<c>{"file":"…","written":"…","format":"docx","readBack":true,"unread":0}</c>。</summary>
    private sealed record Contract(string File, string Written, string Format, bool ReadBack, int Unread);
}
