using System.CommandLine;
using System.Text;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report read</c>：把一份年报读成规范 JSON。</summary>
internal static class ReadCommand
{
    private const string Markdown = "md";

    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = Say("年报文件，格式由内容判定", "The report; its format is told by its content") };
        var command = new ExampledCommand(
            "read",
            Say("读一份年报，写成规范 JSON（docs/canonical-report.md）", "Read a report and write it as canonical JSON (docs/canonical-report.md)"),
            Say("gongkai report read 年报.docx", "gongkai report read report.docx"),
            Say("gongkai report read 年报.pdf --format md", "gongkai report read report.pdf --format md"))
        { file };
        var format = FormatChoice.AddTo(command, frame, FormatChoice.Json, Markdown);
        command.SetAction(async (parsed, cancel) =>
        {
            if (await ReportInput.Read(frame, parsed.GetValue(file)!, cancel) is not { } report) return ExitCode.Unusable;
            if (format.IsJson(parsed)) await frame.Output.WriteLineAsync(CanonicalJson.ToText(report));
            else await frame.Output.WriteAsync(Encoding.UTF8.GetString(ReportWriter.Write(report, ReportFormat.Markdown, cancel).Value));
            await ReportInput.WriteNotes(frame, report);
            return ExitCode.Fine;
        });
        return command;
    }
}
