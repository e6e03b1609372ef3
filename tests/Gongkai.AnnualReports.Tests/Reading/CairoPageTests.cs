using System.Diagnostics;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.Documents;
using Gongkai.Testing;
using Gongkai.Testing.Samples;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>同一份 PDF 由 cairo 重写一遍，字框高出一倍；竖排的词拆成单字；读出来仍是那些数。</summary>
public sealed class CairoPageTests
{
    public static IEnumerable<object[]> Files =>
        SampleSource.All.Where(source => source.Extension == "pdf").Select(source => source.FilePath)
            .Concat(Corpus.Files.Where(file => Path.GetExtension(file) == ".pdf"))
            .Select(file => new object[] { Path.GetFileName(file), file });

    [ToolTheory("pdftocairo")]
    [MemberData(nameof(Files))]
    public async Task Rewritten_by_cairo_it_reads_the_same(string name, string file)
    {
        using var folder = new TemporaryFolder();
        var rewritten = Path.Combine(folder.Path, name);
        using (var cairo = Process.Start("pdftocairo", ["-pdf", file, rewritten])) await cairo.WaitForExitAsync();
        var before = (await ReportReader.ReadFileAsync(file, ReadLimits.Default)).Value;
        var after = (await ReportReader.ReadFileAsync(rewritten, ReadLimits.Default)).Value;
        foreach (var kind in Enum.GetValues<TableKind>()) CellsOf(after, kind).ShouldBe(CellsOf(before, kind));
    }

    private static IEnumerable<string> CellsOf(AnnualReport report, TableKind kind) => report.Table(kind)!.Cells.ToArray().Select(cell => cell.ToString());
}
