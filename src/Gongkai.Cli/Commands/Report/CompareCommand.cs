using System.CommandLine;
using Gongkai.AnnualReports.Comparison;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report compare</c>：比较两份年报。</summary>
internal static class CompareCommand
{
    public static Command Create(CommandFrame frame)
    {
        var old = new Argument<string>("OLD") { Description = Say("旧报告", "The older report") };
        var @new = new Argument<string>("NEW") { Description = Say("新报告", "The newer report") };
        var command = new ExampledCommand(
            "compare",
            Say("比较两份年报：逐格、结转、文字雷同；不论有无差别，退出码都是 0", "Compare two reports: cells, carry-over, copied text; exit code 0 whatever differs"),
            Say("gongkai report compare 上年年报.docx 今年年报.docx", "gongkai report compare last-year.docx this-year.docx"),
            Say("gongkai report compare 上年年报.docx 今年年报.docx --format html", "gongkai report compare last-year.docx this-year.docx --format html")) { old, @new };
        var format = FormatChoice.AddTo(command, frame, FormatChoice.Text, FormatChoice.Json, "html");
        command.SetAction(async (parsed, cancel) =>
        {
            var files = new[] { parsed.GetValue(old)!, parsed.GetValue(@new)! };
            var reports = new List<AnnualReports.Model.AnnualReport>();
            foreach (var file in files)
                if (await ReportInput.Read(frame, file, cancel) is { } report) reports.Add(report);
            if (reports.Count < files.Length) return ExitCode.Unusable;

            var comparison = ReportComparer.Compare(reports[0], reports[1]);
            switch (format.Of(parsed))
            {
                case FormatChoice.Json: frame.WriteJson(ComparisonJson.Of(files[0], files[1], reports[0], reports[1], comparison)); break;
                case "html": frame.Output.Write(ComparisonPage.Of(reports[0], reports[1], comparison)); break;
                default: ComparisonText.Write(frame, reports[0], reports[1], comparison); break;
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
