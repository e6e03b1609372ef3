using System.Text.Json;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Cli.Tests.Report;

public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_cell_of_the_total_is_the_sum_of_the_bodies()
    {
        var reports = Enumerable.Range(1, 3).Select(seed => Report(seed)).ToList();
        var run = await Merge([.. reports.Select((report, index) => Save($"{index}.md", report))]);

        run.ExitCode.ShouldBe(0);
        var total = CanonicalJsonReader.Read(run.Output).Value;
        total.Year.ShouldBe(2024);
        foreach (var kind in Enum.GetValues<TableKind>())
            for (var cell = 0; cell < total.Table(kind)!.Cells.Length; cell++)
                total.Table(kind)!.Cells[cell].Value.ShouldBe(reports.Sum(report => report.Table(kind)!.Cells[cell].Value), total.Table(kind)!.PathAt(cell).ToString());
        run.Error.ShouldContain("汇总 3 份，疑问 0 处");
    }

    [Fact]
    public async Task A_blank_a_word_or_an_unread_cell_leaves_no_total_and_is_named_with_the_part_that_is_known()
    {
        var whole = Report(1);
        var blank = Change(Report(2), "requests.granted.total", Cell.Blank());
        var word = Change(Report(3), "requests.granted.total", Cell.Raw("若干"));
        var unread = Change(Report(4), "review.reconsideration.upheld", Cell.Unread());

        var run = await Merge(Save("a.md", whole), Save("b.md", blank), Save("c.md", word), Save("d.md", unread));

        run.ExitCode.ShouldBe(1);
        var total = CanonicalJsonReader.Read(run.Output).Value;
        UnreadCells.Of(total).Select(cell => cell.ToString()).ShouldBe(["requests.granted.total", "review.reconsideration.upheld"]);
        var known = whole.Requests!.Find("granted", "total")!.Value.Value + unread.Requests!.Find("granted", "total")!.Value.Value;
        total.Notes.ShouldContain(note => note.Code == "merge-missing" && note.Cell.ToString() == "requests.granted.total" && note.Message == $"有2份没有这一格的数，已知部分合计{known}。");
        run.Error.ShouldContain("b.md：（一）予以公开·总计：空白，不能相加。");
        run.Error.ShouldContain("c.md：（一）予以公开·总计：“若干”，不能相加。");
        run.Error.ShouldContain("d.md：行政复议·结果维持：读不准，不能相加。");
    }

    [Fact]
    public async Task Tables_of_different_forms_are_never_added_up()
    {
        var old = Report(9) with { Disclosure = ReportGenerator.Create(5, new ReportShape { Year = 2019 }).Disclosure };
        var run = await Merge(Save("a.md", Report(1)), Save("b.md", Report(2)), Save("旧.md", old));

        run.ExitCode.ShouldBe(1);
        var total = CanonicalJsonReader.Read(run.Output).Value;
        total.Disclosure!.Form.Form.ShouldBe(FormId.Form2021);
        total.Disclosure.Cells.ToArray().ShouldAllBe(cell => cell.State == CellState.Unread);
        total.Requests!.Cells.ToArray().ShouldAllBe(cell => cell.IsNumber);
        run.Error.ShouldContain("旧.md：表二用的是2019年格式，与其余的2021年格式口径不同，没有计入。");
    }

    [Fact]
    public async Task The_same_body_twice_is_counted_once_and_named()
    {
        var report = Report(1);
        var run = await Merge(Save("a.md", report), Save("b.html", report, ReportFormat.Html), Save("c.md", Report(2)));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"同是{report.Agency}的报告，没有重复计入");
        CanonicalJsonReader.Read(run.Output).Value.Requests!.Cells[6].Value.ShouldBe(report.Requests!.Cells[6].Value + Report(2).Requests!.Cells[6].Value);
    }

    [Fact]
    public async Task A_report_that_is_already_the_sum_of_the_others_is_suspected()
    {
        var parts = Enumerable.Range(1, 3).Select(seed => Save($"{seed}.md", Report(seed))).ToArray();
        var sum = Path.Combine(_folder.Path, "全市.json");
        await Merge([.. parts, "--agency", "岚川市人民政府", "-o", sum]);

        (await Merge([.. parts, sum])).Error.ShouldContain("全市.json：新收与办结恰是其余各份之和，可能已经是汇总数");
    }

    [Fact]
    public async Task Reports_of_different_years_are_refused()
    {
        var run = await Merge(Save("a.md", Report(1)), Save("b.md", ReportGenerator.Create(2, new ReportShape { Year = 2023 })));
        run.ShouldBe(new CommandRun(2, "", "各报告的年度不同（2023、2024），不能相加。\n"));
    }

    [Fact]
    public async Task An_unreadable_file_is_named_and_does_not_stop_the_others()
    {
        var run = await Merge(Save("a.md", Report(1)), _folder.Write("b.txt", "今天天气很好。"), Save("c.md", Report(2)));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("b.txt：");
        run.Error.ShouldContain("汇总 2 份");
        CanonicalJsonReader.Read(run.Output).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("docx", SourceFormat.Docx)]
    [InlineData("xlsx", SourceFormat.Xlsx)]
    [InlineData("html", SourceFormat.Html)]
    [InlineData("json", SourceFormat.Json)]
    [InlineData("md", SourceFormat.Text)]
    public async Task The_extension_decides_the_format_and_what_is_written_reads_back(string extension, SourceFormat format)
    {
        var target = Path.Combine(_folder.Path, $"汇总.{extension}");
        var run = await Merge(Save("a.md", Report(1)), Save("b.md", Change(Report(2), "requests.granted.total", Cell.Blank())), "--agency", "岚川市人民政府", "-o", target);

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldBeEmpty();
        var document = (await DocumentReader.ReadFileAsync(target, ReadLimits.Default, CancellationToken.None)).Value;
        document.Format.ShouldBe(format);
        var read = ReportReader.Read(document).Value;
        read.Agency.ShouldBe("岚川市人民政府");
        UnreadCells.Of(read).Select(cell => cell.ToString()).ShouldBe(["requests.granted.total"]);
    }

    [Fact]
    public async Task An_unknown_extension_is_refused_and_an_existing_file_is_kept()
    {
        var source = Save("a.md", Report(1));
        (await Merge(source, "-o", Path.Combine(_folder.Path, "汇总.wps"))).Error.ShouldContain("扩展名要是");
        var there = _folder.Write("有.json", "原来的");
        (await Merge(source, "-o", there)).ExitCode.ShouldBe(2);
        (await File.ReadAllTextAsync(there)).ShouldBe("原来的");
    }

    [Fact]
    public async Task The_doubts_stand_in_the_JSON_too()
    {
        var run = await Merge(Save("a.md", Report(1)), Save("b.md", Report(1)));
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("code").GetString()).ShouldBe(["merge-doubt"]);
    }

    /// <summary>2024 年度、机关各不相同的报告。</summary>
    private static AnnualReport Report(int seed) =>
        ReportGenerator.Create(seed, new ReportShape { Year = 2024, Size = ReportSize.Medium, Body = InventedBodies.All[seed] });

    private static AnnualReport Change(AnnualReport report, string path, Cell cell) => ReportBuilder.From(report).Set(path, cell).Build();

    private static Task<CommandRun> Merge(params string[] args) => CommandLine.Run(["report", "merge", .. args]);

    private string Save(string name, AnnualReport report, ReportFormat format = ReportFormat.Markdown)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, ReportWriter.Write(report, format).Value);
        return path;
    }
}
