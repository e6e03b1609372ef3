using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary>检查结果写成文字：一个文件一段，按级别分组。读不出的写到标准错误。</summary>
internal static class CheckText
{
    public static void Write(CommandFrame frame, IReadOnlyList<CheckedFile> results, bool verbose)
    {
        var first = true;
        foreach (var result in results)
        {
            if (result is { Report: not null, Check: { } check })
            {
                if (!first) frame.Output.WriteLine();
                first = false;
                WriteFile(frame, result, check, verbose);
            }
            else
            {
                frame.Error.WriteLine(Reasons.About(result.File, result.Unreadable!));
            }
        }
    }

    private static void WriteFile(CommandFrame frame, CheckedFile result, CheckResult check, bool verbose)
    {
        var output = frame.Output;
        var agency = result.Report!.Agency is { } name ? Say(name, $"“{name}”") : Say("（机关读不准）", "(body not read)");
        var year = result.Report.Year is { } known ? Say($"{known}年度", $"{known}") : Say("（年度读不准）", "(year not read)");
        output.WriteLine(result.File);
        output.WriteLine(Say(
            $"{agency} {year}：错误 {Count(Severity.Error)}，警告 {Count(Severity.Warning)}，提示 {Count(Severity.Notice)}",
            $"{agency} {year}: {Count(Severity.Error)} errors, {Count(Severity.Warning)} warnings, {Count(Severity.Notice)} notices"));
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Error, Severity.Warning, Severity.Notice])
        {
            if (Count(severity) == 0) continue;
            output.WriteLine();
            output.WriteLine(severity.Caption);
            foreach (var finding in check.Findings)
                if (finding.Severity == severity) WriteFinding(frame, finding);
        }

        if (check.NotAssessable.IsEmpty) return;
        output.WriteLine();
        output.WriteLine(Say(
            $"不可判 {check.NotAssessable.Length} 条{(verbose ? "" : "（加 --verbose 列出）")}",
            $"{check.NotAssessable.Length} rules not assessable{(verbose ? "" : " (list them with --verbose)")}"));
        if (!verbose) return;
        foreach (var unassessed in check.NotAssessable) output.WriteLine($"  {unassessed.Rule}  {unassessed.Why}");

        int Count(Severity severity) => check.Findings.Count(finding => finding.Severity == severity);
    }

    private static void WriteFinding(CommandFrame frame, Finding finding)
    {
        var where = finding.Where is { } place ? Say($"（{place}）", $" ({place})") : "";
        frame.Output.WriteLine($"  {finding.Rule}  {finding.Message}{where}");
        frame.Output.WriteLine($"         {Say("依据：", "Basis: ")}{finding.Basis}");
    }
}
