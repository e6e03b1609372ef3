using System.Diagnostics;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

/// <summary>靠外部程序读的格式，从命令行走到底；没有装那个程序就跳过并说明。</summary>
public sealed class OfficeAndScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnnualReport _report = ReportGenerator.Create(61, new ReportShape { Year = 2024, Size = ReportSize.Medium });

    public void Dispose() => _folder.Dispose();

    [ToolFact("soffice")]
    public async Task Old_Word_files_and_rich_text_are_read_like_the_new_ones()
    {
        var docx = Write("年报.docx", ReportFormat.Docx);
        foreach (var extension in new[] { "doc", "rtf" })
        {
            Run("soffice", $"-env:UserInstallation={new Uri(PathOf("profile"))}", "--headless", "--convert-to", extension, "--outdir", _folder.Path, docx);
            var file = PathOf($"年报.{extension}");
            // WPS 存的 .wps 就是 Word 97 的格式。
            if (extension == "doc") File.Move(file, file = PathOf("年报.wps"));

            var run = await CommandLine.Run("report", "read", file);

            run.ExitCode.ShouldBe(0, run.Error);
            run.Error.ShouldContain("经 LibreOffice 转换后读入");
            CanonicalJsonReader.Read(run.Output).Value.ShouldSayTheSameAs(_report);
        }
    }

    [ToolFact("soffice")]
    public async Task A_PDF_is_written_and_read_back_from_the_command_line()
    {
        var run = await CommandLine.Run("report", "convert", Write("年报.md", ReportFormat.Markdown), "--to", "pdf");
        run.ShouldBe(new CommandRun(0, $"已写 {PathOf("年报.pdf")}，读回来核对一致。\n", ""));
        (await File.ReadAllBytesAsync(PathOf("年报.pdf"))).AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
    }

    [ToolFact("tesseract", "soffice", "pdftoppm")]
    public async Task What_is_recognised_from_a_scanned_page_is_right_or_unread_and_says_where_it_comes_from()
    {
        Write("年报.pdf", ReportFormat.Pdf);
        Run("pdftoppm", "-r", "200", "-png", PathOf("年报.pdf"), PathOf("页"));
        var pages = Directory.GetFiles(_folder.Path, "页-*.png").Order(StringComparer.Ordinal).ToList();
        var read = 0;
        foreach (var page in pages)
        {
            var run = await CommandLine.Run("report", "read", page);
            if (run.ExitCode == 2) continue;
            run.Error.ShouldContain("光学识别");
            var report = CanonicalJsonReader.Read(run.Output).Value;
            foreach (var kind in Enum.GetValues<TableKind>())
            {
                if (report.Table(kind) is not { } table) continue;
                foreach (var (row, column) in table.Form.Rows.SelectMany(row => row.Columns, (row, column) => (row, column)))
                {
                    if (!table[row, column].IsNumber) continue;
                    read++;
                    table[row, column].Value.ShouldBe(_report.Table(kind)!.Find(row.Key, column.Key)!.Value.Value, $"{table.PathOf(row, column)}\n{run.Error}");
                }
            }
        }

        read.ShouldBeGreaterThan(0);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue($"{program} 没有按时结束");
    }

    private string Write(string name, ReportFormat format)
    {
        File.WriteAllBytes(PathOf(name), ReportWriter.Write(_report, format).Value);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
