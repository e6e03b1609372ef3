using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

/// <summary>批处理的测试的起点：一个装年报的文件夹，旁边放结果。</summary>
public abstract class BatchFolder : IDisposable
{
    protected static readonly string[] Results = ["cells.csv", "errors.jsonl", "findings.csv", "reports.csv", "reports.jsonl"];

    private protected TemporaryFolder Folder { get; } = new();

    protected BatchFolder()
    {
        Source = PathOf("年报");
        Directory.CreateDirectory(Path.Combine(Source, "县区"));
    }

    protected string Source { get; }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<CommandRun> Batch(string target, params string[] more) => CommandLine.Run(["report", "batch", Source, "--out", PathOf(target), .. more]);

    protected void Same(string one, string other)
    {
        foreach (var name in Results)
            File.ReadAllBytes(Path.Combine(PathOf(one), name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(PathOf(other), name))).ShouldBeTrue(name);
    }

    protected AnnualReport Save(string name, int seed, Func<AnnualReport, AnnualReport>? change = null, ReportFormat format = ReportFormat.Markdown)
    {
        var report = ReportGenerator.Create(seed, new ReportShape { Size = ReportSize.Small });
        if (change is not null) report = change(report);
        File.WriteAllBytes(Path.Combine(Source, name), ReportWriter.Write(report, format).Value);
        return report;
    }

    protected List<Dictionary<string, string>> Rows(string target, string name) =>
        CsvTable.Read(File.ReadAllText(Path.Combine(PathOf(target), name)));

    protected string PathOf(string name) => Path.Combine(Folder.Path, name);
}
