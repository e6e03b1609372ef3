using System.Text;
using Gongkai.Documents.Pdf;
using Gongkai.Testing;
using Gongkai.Testing.Builders;

namespace Gongkai.Documents.Tests.Pdf;

public sealed class PdfReaderTests
{
    [ToolFact("pdftotext")]
    public void Every_word_of_every_page_has_its_box()
    {
        var document = Read(TinyPdf.Of("Disclosure 2023\n21 0 0", "second page"));
        document.Format.ShouldBe(SourceFormat.Pdf);
        document.Remarks.ShouldBeEmpty();
        var pages = document.Blocks.Cast<PlacedPage>().ToList();
        pages.Select(page => (page.Number, page.Width, page.Height)).ShouldBe([(1, 612, 792), (2, 612, 792)]);
        pages[0].Words.Select(word => word.Text).ShouldBe(["Disclosure", "2023", "21", "0", "0"]);
        var first = pages[0].Words[0];
        first.Left.ShouldBe(72, 0.01);
        first.Top.ShouldBeInRange(792 - 720 - 12, 792 - 720);
        pages[0].Words[2].Top.ShouldBe(first.Top + 16, 0.01);
    }

    [ToolFact("pdftotext")]
    public void A_file_on_disk_reads_as_its_bytes_do()
    {
        var directory = Directory.CreateTempSubdirectory("gongkai");
        try
        {
            // 以连字符开头的名字不可当成选项。
            var path = Path.Combine(directory.FullName, "-v 年报.pdf");
            var content = TinyPdf.Of("one", "two");
            File.WriteAllBytes(path, content);
            var read = PdfReader.ReadFile(path, ReadLimits.Default, CancellationToken.None).Value;
            Words(read).ShouldBe(Words(Read(content)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [ToolFact("pdftotext")]
    public void A_rotated_page_has_the_size_it_is_seen_in()
    {
        var page = Read(TinyPdf.Of(90, "sideways")).Blocks.Cast<PlacedPage>().Single();
        (page.Width, page.Height).ShouldBe((792, 612));
        page.Words.ShouldAllBe(word => word.Right <= 792 && word.Bottom <= 612);
    }

    [ToolFact("pdftotext")]
    public void An_encrypted_file_is_named_as_encrypted() => Refused(TinyPdf.Encrypted()).ShouldContain("已加密");

    [ToolFact("pdftotext")]
    public void Anything_else_called_pdf_is_refused() =>
        Refused(Encoding.UTF8.GetBytes("云溪市政府信息公开工作年度报告")).ShouldContain("PDF");

    [ToolFact("pdftotext")]
    public void Too_many_pages_are_refused() =>
        PdfReader.Read(TinyPdf.Of("1", "2", "3"), new ReadLimits { Pages = 2 }, CancellationToken.None)
            .Refusal!.Reason.ShouldContain("超过 2 页");

    [ToolFact("pdftotext")]
    public void A_page_without_words_among_others_is_remarked() =>
        Read(TinyPdf.Of("words", "", "words")).Remarks.ShouldHaveSingleItem()
            .ShouldBe(new SourceRemark("no-text-layer", "第2页没有文字，是空白页或图片"));

    [ToolFact("pdftotext")]
    public void A_file_cut_anywhere_is_read_with_a_remark_or_refused_in_one_sentence()
    {
        var whole = TinyPdf.Of("first page of the report", "second page of the report");
        for (var length = 1; length < whole.Length - 8; length += 37)
        {
            var outcome = PdfReader.Read(whole.AsMemory(0, length), ReadLimits.Default, CancellationToken.None);
            if (outcome.Succeeded)
                outcome.Value.Remarks.ShouldContain(remark => remark.Code == "damaged", $"截到 {length} 字节");
            else
                outcome.Refusal!.Reason.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [ToolFact("pdftotext")]
    public void A_cancelled_reading_stops() =>
        Should.Throw<OperationCanceledException>(
            () => PdfReader.Read(TinyPdf.Of("x"), ReadLimits.Default, new CancellationToken(canceled: true)));

    [SharedFact]
    public void The_real_report_has_its_pages_and_its_figures_in_their_columns()
    {
        var path = Path.Combine(Repository.Shared!, "corpus", "pdf", "huaian-hongze-2023.pdf");
        var pages = PdfReader.ReadFile(path, ReadLimits.Default, CancellationToken.None).Value.Blocks.Cast<PlacedPage>().ToList();
        pages.Count.ShouldBe(5);
        var table = pages[2].Words;
        var received = table.Single(word => word.Text.Contains("本年新收政府信息公开申请数量", StringComparison.Ordinal));
        var person = table.Single(word => word.Text == "自然人");
        var total = table.Single(word => word.Text == "总计");
        var figures = table.Where(word => word.Text == "21" && word.Top < received.Bottom && word.Bottom > received.Top).ToList();
        figures.Count.ShouldBe(2);
        figures[0].Left.ShouldBeInRange(person.Left - 5, person.Right);
        figures[1].Left.ShouldBeInRange(total.Left - 5, total.Right);
    }

    private static SourceDocument Read(byte[] content)
    {
        var outcome = PdfReader.Read(content, ReadLimits.Default, CancellationToken.None);
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }

    private static string Refused(byte[] content) =>
        PdfReader.Read(content, ReadLimits.Default, CancellationToken.None).Refusal!.Reason;

    private static IEnumerable<PlacedWord> Words(SourceDocument document) =>
        document.Blocks.Cast<PlacedPage>().SelectMany(page => page.Words);
}
