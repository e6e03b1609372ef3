using Gongkai.Cli.Frame;
using Gongkai.Scanning;

namespace Gongkai.Cli.Commands.Scan;

/// <summary>扫描结果写成文字：一个文件一段，按级别分组。读不出的写到标准错误。</summary>
internal static class ScanTextOutput
{
    public static void Write(CommandFrame frame, IReadOnlyList<ScannedFile> results)
    {
        var first = true;
        foreach (var result in results)
        {
            if (result.Findings is not { } findings)
            {
                frame.Error.WriteLine(Reasons.About(result.File, result.Unreadable!));
                continue;
            }

            if (!first) frame.Output.WriteLine();
            first = false;
            if (result.Cleaned is { } cleaned) WriteCopy(frame, result.File, cleaned);
            WriteFile(frame, result.Cleaned?.Path ?? result.File, findings);
        }
    }

    private static void WriteCopy(CommandFrame frame, string file, WrittenCopy cleaned)
    {
        frame.Output.WriteLine(Say($"{file} 的净化副本：{cleaned.Path}", $"Cleaned copy of {file}: {cleaned.Path}"));
        frame.Output.WriteLine(Say("  去掉了：", "  Removed: ") + (cleaned.Copy.Removed.Count == 0 ? Say("没有要去掉的", "nothing") : string.Join(Say("；", "; "), cleaned.Copy.Removed)));
        frame.Output.WriteLine($"  SHA-256 {cleaned.Copy.Sha256}");
    }

    private static void WriteFile(CommandFrame frame, string file, IReadOnlyList<ScanFinding> findings)
    {
        frame.Output.WriteLine(Say(
            $"{file}：错误 {Count(ScanSeverity.Error)}，警告 {Count(ScanSeverity.Warning)}，提示 {Count(ScanSeverity.Notice)}",
            $"{file}: {Count(ScanSeverity.Error)} errors, {Count(ScanSeverity.Warning)} warnings, {Count(ScanSeverity.Notice)} notices"));
        foreach (var severity in Enum.GetValues<ScanSeverity>())
        {
            if (Count(severity) == 0) continue;
            frame.Output.WriteLine();
            frame.Output.WriteLine(severity.Caption());
            foreach (var finding in findings.Where(finding => finding.Severity == severity)) WriteFinding(frame, finding);
        }

        int Count(ScanSeverity severity) => findings.Count(finding => finding.Severity == severity);
    }

    private static void WriteFinding(CommandFrame frame, ScanFinding finding)
    {
        frame.Output.WriteLine(Say($"  {finding.Kind.Caption()}  {finding.Excerpt}（{finding.Where}）", $"  {finding.Kind.Caption()}  “{finding.Excerpt}” ({finding.Where})"));
        frame.Output.WriteLine($"         {finding.Message}");
    }
}
