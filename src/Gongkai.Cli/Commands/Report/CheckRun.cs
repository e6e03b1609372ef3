using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Rules;
using Gongkai.Cli.Frame;
using Gongkai.Documents;

namespace Gongkai.Cli.Commands.Report;

/// <summary>要检查什么：文件，上年的报告，参数给出的级别与区划。</summary>
internal sealed record CheckRequest(IReadOnlyList<string> Files, BodyLevel? Level, string? Region)
{
    public AnnualReport? Previous { get; init; }
}

/// <summary>一个文件的结果：报告与检查，或者读不出的原因。</summary>
internal sealed record CheckedFile(string File, AnnualReport? Report, CheckResult? Check, string? Unreadable);

/// <summary>读全部文件，再逐份检查；读不出的不妨碍别的。</summary>
internal static class CheckRun
{
    public static async Task<List<CheckedFile>> Run(CommandFrame frame, CheckRequest request, CancellationToken cancel)
    {
        var read = new CheckedFile[request.Files.Count];
        await Parallel.ForAsync(0, read.Length, cancel, async (index, stop) => read[index] = await Read(frame, request.Files[index], stop));

        List<AnnualReport> reports = [.. read.Select(file => file.Report).OfType<AnnualReport>()];
        return [.. read.Select(file => file.Report is { } report ? file with { Check = Check(request, report, reports) } : file)];
    }

    private static async Task<CheckedFile> Read(CommandFrame frame, string file, CancellationToken cancel)
    {
        if (Directory.Exists(file))
            return new CheckedFile(file, null, null, Say(
                "这是一个文件夹：请写出里面的文件（例如 文件夹/*.docx），整个文件夹可以用 gongkai report batch。",
                "This is a folder: name the files in it (for example DIR/*.docx), or use gongkai report batch for all of it."));
        var outcome = await ReportReader.ReadFileAsync(file, ReadLimits.Default, cancel);
        return outcome.Refusal is { } refusal
            ? new CheckedFile(file, null, null, refusal.Reason)
            : new CheckedFile(file, outcome.Value, null, null);
    }

    private static CheckResult Check(CheckRequest request, AnnualReport report, List<AnnualReport> all) =>
        ReportChecker.Check(new CheckContext(report)
        {
            Previous = all.Count == 1 || IsYearBefore(request.Previous, report) ? request.Previous : all.Find(other => IsYearBefore(other, report)),
            Body = ReportingBody.Of(report, request.Level, request.Region),
            Peers = [.. all.Where(other => !ReferenceEquals(other, report))],
        });

    /// <summary>一次查几份时，上年报告只用于同一机关，没有另外给的就在这几份里找。只查一份时总是用给的那份，对不上的由规则去说。</summary>
    private static bool IsYearBefore(AnnualReport? previous, AnnualReport report) =>
        previous is { Agency: { } agency, Year: { } year } && agency == report.Agency && year + 1 == report.Year;
}
