using System.Text;
using FsCheck.Fluent;
using Gongkai.Documents;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Testing.Builders;
using static Gongkai.Scanning.Tests.Files.WordFile;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>文字的检测项在各种文件里同样看得见：断在两行、两格、两页的也接得起来，出处指到页、行、格。</summary>
public sealed class FileTextTests
{
    private const string Identity = "11010519491231002X";

    [Fact]
    public void A_number_broken_anywhere_over_lines_of_a_cell_cells_and_paragraphs_is_found() =>
        FsCheck.Fluent.Prop.ForAll(
            (from id in Numbers.ResidentIds from at in Gen.Choose(1, 17) from how in Gen.Choose(0, 2) select (id, at, how)).ToArbitrary(),
            broken =>
            {
                var (one, other) = (broken.id[..broken.at], broken.id[broken.at..]);
                var body = broken.how switch
                {
                    0 => Table(["张三", P(one) + P(other)]),
                    1 => Table(["张三", one, other]),
                    _ => P(one) + P(other),
                };
                new WordFile(body).Scan().ShouldContain(finding => finding.Kind == ScanKind.ResidentId && finding.Severity == ScanSeverity.Error, $"{broken}");
            }).QuickCheckThrowOnFailure(300);

    [Fact]
    public void Places_in_tables_name_table_row_and_column()
    {
        var findings = new WordFile(P("名单如下") + Table(["序号", "姓名", "电话"], ["1", "张小明", "13812345678"])).Scan();

        findings.Single(finding => finding.Kind == ScanKind.Mobile).Where.ShouldBe("表1第2行第3列");
        findings.ShouldContain(finding => finding.Kind == ScanKind.NamedList && finding.Severity == ScanSeverity.Error);
    }

    [Fact]
    public void Columns_stay_in_line_beside_merged_and_empty_cells()
    {
        var list = "<table><tr><td>组别</td><td>姓名</td><td>身份证号</td></tr><tr><td rowspan=2>甲</td><td></td><td></td></tr><tr><td>张小明</td><td>见附件三</td></tr></table>";

        Scan($"<html><body>{list}</body></html>", "名单.html").ShouldContain(finding => finding.Kind == ScanKind.NamedList);
    }

    [Fact]
    public void A_mark_folded_over_two_lines_of_a_page_is_found()
    {
        var file = new OfdSample().Text(30, 40, "根据安排，本通知所附各项内容仅供工作人员办理业务之用，此件不").Text(30, 48, "公开，请各单位妥善保管。").ToBytes();

        var finding = Scan(file, "通知.ofd").Single(finding => finding.Kind == ScanKind.InternalMark);

        finding.Severity.ShouldBe(ScanSeverity.Error);
        finding.Where.ShouldBe("第1页第1行至第1页第2行");
    }

    [Fact]
    public void A_secrecy_mark_at_the_edge_of_every_page_is_not_taken_for_furniture()
    {
        var ofd = new OfdSample();
        for (var page = 1; page <= 4; page++) ofd.Text(150, 10, "机密★1年").Text(30, 100, $"正文第{page}页的内容").EndPage();

        Scan(ofd.ToBytes(), "文件.ofd").Count(finding => finding.Kind == ScanKind.SecretMark && finding.Severity == ScanSeverity.Error).ShouldBe(4);
    }

    [Fact]
    public void A_workbook_is_searched_cell_by_cell()
    {
        using var file = new MemoryStream();
        string[] cells = ["姓名", "身份证号", "张小明", Identity];
        ExcelWriter.Write(new LayoutDocument("名单", [new LayoutTable("名单", "名单", [1, 1], 1, [.. cells.Select((text, index) => new LayoutCell(index / 2, index % 2, 1, 1, LayoutRole.Value, text))])]), file);

        Scan(file.ToArray(), "名单.xlsx").ShouldContain(finding => finding.Kind == ScanKind.ResidentId && finding.Where.EndsWith("第2行第2列", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("名单.txt", "申请人身份证号11010519491231002X。")]
    [InlineData("名单.html", "<html><body><p>申请人身份证号110105<b>19491231</b>002X。</p></body></html>")]
    [InlineData("名单.json", "{\"证号\":\"11010519491231002X\"}")]
    public void Other_formats_are_searched_alike(string name, string content) =>
        Scan(content, name).ShouldHaveSingleItem().Kind.ShouldBe(ScanKind.ResidentId);

    [Fact]
    public void Nothing_raw_leaves_the_scanner() =>
        Scan($"<html><body><table><tr><td>姓名</td><td>证号</td></tr><tr><td>张小明</td><td>{Identity}</td></tr></table></body></html>", "名单.html")
            .ShouldAllBe(finding => !finding.ToString().Contains(Identity, StringComparison.Ordinal) && !finding.ToString().Contains("张小明", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "文件是空的")]
    [InlineData("PK\u0003\u0004", "文件不完整")]
    public void A_file_that_cannot_be_read_is_one_sentence(string content, string sentence) =>
        FileScanner.Scan(Encoding.UTF8.GetBytes(content), "坏.docx", ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Refusal!.Reason.ShouldStartWith(sentence);

    [Fact]
    public void Every_detector_says_what_it_finds_how_it_grades_and_what_it_ignores()
    {
        var said = FileScanner.Detectors.Select(detector => (detector.Kind, Texts: new[] { detector.Finds, detector.Grades, detector.Ignores })).ToList();

        said.Select(one => one.Kind).ShouldBeUnique();
        said.ShouldAllBe(one => one.Texts.All(text => text.Length > 1));
    }

    private static IReadOnlyList<ScanFinding> Scan(string content, string name) => Scan(Encoding.UTF8.GetBytes(content), name);

    private static IReadOnlyList<ScanFinding> Scan(byte[] content, string name) =>
        FileScanner.Scan(content, name, ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Value;
}
