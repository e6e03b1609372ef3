using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using static Gongkai.Documents.Tests.Redaction.PoisonedPdf;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>故意做错的：常见的几种做法，看上去遮住了，其实没有。核验一样也不放出去。</summary>
public sealed class WrongPainterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly FileKind Pdf = FileKind.Of("pdf"), Word = FileKind.Of("docx");

    private static readonly string Page = RawPdf.Text(72, 700, Public) + RawPdf.Text(72, 600, Secret);

    private static readonly string Box = "0 g 60 590 200 30 re f\n";

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [InlineData("nothing painted", "没有涂黑")]
    [InlineData("a box over the words", "还选得到")]
    [InlineData("a box over the plain words", "字节里还有")]
    [InlineData("words behind the box", "还选得到")]
    [InlineData("one of two boxes", "没有涂黑")]
    [InlineData("grey", "没有涂黑")]
    [InlineData("an old revision", "字节里还有")]
    [InlineData("an attachment", "别的东西")]
    [InlineData("properties", "别的东西")]
    [InlineData("an annotation", "别的东西")]
    [InlineData("a word left elsewhere", "还读得出")]
    [InlineData("not a file at all", "没有通过核验")]
    public void What_only_looks_redacted_is_not_released(string kind, string says)
    {
        var original = new RawPdf().Page(Page).ToBytes();
        var area = PageSearch.Find(Redactor.Pages(original, Pdf, ReadLimits.Default, None).Value[0], Secret).ShouldHaveSingleItem();
        var second = new RedactionArea(1, 0.6, 0.6, 0.7, 0.65);
        Covering[] coverings = kind == "one of two boxes" ? [new(area, null, Secret, false), new(second, null, null, true)] : [new(area, null, Secret, false)];
        var asked = false;

        var made = Redactor.Redact(original, "材料.pdf", Pdf, coverings, ReadLimits.Default, (content, _, _, _, _) => (asked = true, Wrong(kind, content.ToArray())).Item2, None);

        asked.ShouldBeTrue();
        made.Succeeded.ShouldBeFalse(kind);
        made.Refusal!.Reason.ShouldContain(says);
        Redactor.Redact(original, "材料.pdf", Pdf, coverings, ReadLimits.Default, None).Succeeded.ShouldBeTrue("同样的标记，做对了的放得出去。");
    }

    [Fact]
    public void A_Word_file_that_still_holds_the_words_anywhere_is_not_released()
    {
        var clean = Tests.Word.Docx.Of(Tests.Word.Docx.P("经办人■■■■，电话■■■■。"));
        string Proof(byte[] released) => RedactionProof.OfWord(released, [new Covering(null, null, "张某某", false)], ["张某某"], ReadLimits.Default, None)?.Reason ?? "";

        Proof(clean).ShouldBe("");
        Proof(Tests.Word.Docx.Of(Tests.Word.Docx.P("经办人张某某"))).ShouldContain("第 1 段还有“张某某”");
        Proof(Tests.Word.Docx.Of(Tests.Word.Docx.P(Tests.Word.Docx.R("经办人张") + Tests.Word.Docx.R("某") + Tests.Word.Docx.R("某")))).ShouldContain("张某某", Case.Sensitive, "拆成几截的也算。");
        Proof(Tests.Word.Docx.Of(Tests.Word.Docx.P("<w:bookmarkStart w:id=\"1\" w:name=\"张某某\"/><w:r><w:t>正文</w:t></w:r>"))).ShouldContain("document.xml 里还有");
        foreach (var part in (string[])["word/comments.xml", "word/people.xml", "docProps/custom.xml", "customXml/item1.xml", "docProps/thumbnail.jpeg", "word/embeddings/oleObject1.bin", "word/vbaProject.bin"])
            Proof(Zips.With(clean, part, "无关的内容"u8.ToArray())).ShouldContain(part, Case.Sensitive, "有这一部分，就不放。");
        foreach (var (part, content) in ((string, byte[])[])
        [
            ("word/settings.xml", Encoding.UTF8.GetBytes("<s v=\"&#x5F20;某某\"/>")), ("word/media/image1.bin", Encoding.Unicode.GetBytes("经办张某某")), ("word/media/image2.bin", Encoding.UTF8.GetBytes("经办张某某")), ("word/other.bin", Encoding.BigEndianUnicode.GetBytes("张某某的电话")),
        ])
            Proof(Zips.With(clean, part, content)).ShouldContain($"{part} 里还有“张某某”");
    }

    private static Law.Outcome<byte[]> Wrong(string kind, byte[] original) => kind switch
    {
        "nothing painted" => original,
        "a box over the words" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + HiddenInPdf.Split(72, 600, Secret) + Box).ToBytes(),
        "a box over the plain words" => new RawPdf().Page(Page + Box).ToBytes(),
        "words behind the box" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + Box + RawPdf.Text(72, 600, "SECRET", "3 Tr")).ToBytes(),
        "one of two boxes" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + Box).ToBytes(),
        "grey" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + "0.8 g 60 590 200 30 re f\n").ToBytes(),
        "an old revision" => Revised(),
        "an attachment" => new RawPdf { Catalog = "/Names << /EmbeddedFiles << /Names [] >> >>" }.Page(RawPdf.Text(72, 700, Public) + Box).ToBytes(),
        "properties" => new RawPdf { Trailer = "/Info << /Title (whatever) >>" }.Page(RawPdf.Text(72, 700, Public) + Box).ToBytes(),
        "an annotation" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + Box, page: "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (whatever) >>]").ToBytes(),
        "a word left elsewhere" => new RawPdf().Page(RawPdf.Text(72, 700, Public) + Box + HiddenInPdf.Split(72, 300, Secret)).ToBytes(),
        _ => "涂黑了。"u8.ToArray(),
    };

    // 页面换成了遮好的，旧的一版还在前面的字节里。
    private static byte[] Revised()
    {
        var pdf = new RawPdf().Page(Page);
        return RawPdf.Updated(pdf.ToBytes(), pdf.LastStream, RawPdf.Text(72, 700, Public) + Box, pdf.Count);
    }
}
