using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Cli.Frame;
using Gongkai.Documents;

namespace Gongkai.Cli.Commands.Report;

/// <summary>读命令行给的一份年报：读不出来就说一句，读的时候的疑问也说在标准错误上。</summary>
internal static class ReportInput
{
    /// <returns>报告；读不出来时为空，原因已经说了。</returns>
    public static async Task<AnnualReport?> Read(CommandFrame frame, string file, CancellationToken cancel)
    {
        var read = await ReportReader.ReadFileAsync(file, ReadLimits.Default, cancel);
        if (read.Succeeded) return read.Value;
        await frame.Error.WriteLineAsync(Reasons.About(file, read.Refusal!.Reason));
        return null;
    }

    /// <summary>读的时候留下的话，一句一行：哪里、哪一格、什么事。</summary>
    public static async Task WriteNotes(CommandFrame frame, AnnualReport report)
    {
        foreach (var note in report.Notes)
        {
            var about = string.Join(' ', new[] { note.Where, note.Cell?.ToString() }.Where(part => !string.IsNullOrEmpty(part)));
            await frame.Error.WriteLineAsync(about.Length > 0 ? Reasons.About(about, note.Message) : Reasons.Sentence(note.Message));
        }
    }
}
