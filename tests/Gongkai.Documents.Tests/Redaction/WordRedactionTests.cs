using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Documents.Tests.Word;
using Gongkai.Testing;
using static Gongkai.Documents.Tests.Word.Docx;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>遮盖 Word：遮的字换成固定几个“■”，在哪个部件里也没有；版式照旧。</summary>
public sealed class WordRedactionTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly FileKind Kind = FileKind.Of("docx");

    private const string Secret = "张某某", Number = "13812345678";

    [Fact]
    public void Nothing_redacted_survives_in_any_part()
    {
        var file = Docx.Of(
            P("经办人张" + "</w:t></w:r><w:del w:author=\"张某某\"><w:r><w:delText>张某某原话</w:delText></w:r></w:del><w:ins w:author=\"张某某\"><w:r><w:t>某</w:t></w:r></w:ins><w:r><w:t>某，电话138 1234 5678。")
            + P(R("看得见") + R("张某某藏着", "<w:vanish/>"))
            + P("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里张某某</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:r></mc:Choice><mc:Fallback><w:r><v:textbox><w:txbxContent><w:p><w:r><w:t>框里张某某</w:t></w:r></w:p></w:txbxContent></v:textbox></w:r></mc:Fallback></mc:AlternateContent>")
            + Tbl(Tc("姓名") + Tc("张某某")) + P("<w:r><w:instrText>HYPERLINK \"http://example.cn/张某某\"</w:instrText></w:r><w:r><w:t>末段</w:t></w:r>"));
        file = Zips.With(file, "docProps/core.xml", Encoding.UTF8.GetBytes("<p><creator>张某某</creator></p>"));
        file = Zips.With(file, "customXml/item1.xml", Encoding.UTF8.GetBytes("<x>张某某</x>"));
        file = Zips.With(file, "docProps/thumbnail.jpeg", Encoding.UTF8.GetBytes("张某某的缩略图"));

        var released = Redact(file, new Covering(null, null, Secret, false), new Covering(null, null, Number, false)).Value;

        foreach (var (name, content) in Parts(released.Content))
            foreach (var secret in (string[])[Secret, Number, "藏着", "原话"]) content.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{name}：{secret}");
        Parts(released.Content).Select(part => part.Name).ShouldAllBe(name => !name.StartsWith("docProps", StringComparison.Ordinal) && !name.StartsWith("customXml", StringComparison.Ordinal));
        Redactor.Paragraphs(released.Content, ReadLimits.Default, None).Value.Select(paragraph => paragraph.Text).ShouldBe(["经办人■■■■，电话■■■■。", "看得见", "框里■■■■", "姓名", "■■■■", "末段"]);
    }

    [ToolFact("pdftoppm")]
    public void Headers_notes_comments_properties_bookmarks_bound_data_and_pictures_hold_nothing_either()
    {
        const string Main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var file = Docx.Of(
            P("<w:bookmarkStart w:id=\"1\" w:name=\"张某某\"/>" + R("正文") + "<w:bookmarkEnd w:id=\"1\"/>" + R("白字的张某某", "<w:color w:val=\"FFFFFF\"/>"))
            + P("<w:moveFrom w:author=\"张某某\"><w:r><w:t>挪走的张某某</w:t></w:r></w:moveFrom><w:moveTo w:author=\"张某某\"><w:r><w:t>挪来的张某某</w:t></w:r></w:moveTo><w:commentRangeStart w:id=\"0\"/>")
            + "<w:sdt><w:sdtPr><w:alias w:val=\"张某某\"/><w:tag w:val=\"13812345678\"/><w:dataBinding w:xpath=\"/x\" w:storeItemID=\"{1}\"/></w:sdtPr><w:sdtContent>" + P("控件里张某某") + "</w:sdtContent></w:sdt>"
            + P("<w:fldSimple w:instr=\"AUTHOR 张某某\"><w:r><w:t>作者张某某</w:t></w:r></w:fldSimple>"));
        (string Name, string Content)[] parts =
        [
            ("word/header1.xml", $"<w:hdr {Main}>{P("页眉张某某")}</w:hdr>"), ("word/footnotes.xml", $"<w:footnotes {Main}><w:footnote w:id=\"2\">{P("脚注张某某 13812345678")}</w:footnote></w:footnotes>"),
            ("word/comments.xml", $"<w:comments {Main}><w:comment w:id=\"0\" w:author=\"张某某\">{P("批注张某某")}</w:comment></w:comments>"), ("word/people.xml", "<p><person author=\"张某某\"/></p>"),
            ("word/settings.xml", $"<w:settings {Main}><w:docVars><w:docVar w:name=\"a\" w:val=\"张某某\"/></w:docVars></w:settings>"), ("word/glossary/document.xml", $"<w:document {Main}><w:body>{P("占位张某某")}</w:body></w:document>"),
            ("docProps/custom.xml", "<Properties>张某某</Properties>"), ("docProps/app.xml", "<Properties><Manager>张某某</Manager></Properties>"), ("word/embeddings/oleObject1.bin", "张某某"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(
                ((string, string)[])[("header", "header1.xml"), ("footnotes", "footnotes.xml"), ("comments", "comments.xml"), ("settings", "settings.xml"), ("glossaryDocument", "glossary/document.xml"), ("image", "media/image1.jpg"), ("oleObject", "embeddings/oleObject1.bin"), ("customXml", "../customXml/item1.xml")]
                    is var links ? links.Select((link, at) => $"<Relationship Id=\"r{at}\" Type=\"{Office}/{link.Item1}\" Target=\"{link.Item2}\"/>") : []) + "</Relationships>"),
        ];
        foreach (var (name, content) in parts) file = Zips.With(file, name, Encoding.UTF8.GetBytes(content));
        file = Zips.With(file, "word/media/image1.jpg", Tagged("张某某13812345678"));

        var released = Redact(file, new Covering(null, null, Secret, false), new Covering(null, null, Number, false)).Value;

        foreach (var (name, content) in Parts(released.Content))
            foreach (var secret in (string[])[Secret, Number, "批注", "占位", "挪走", "白字"]) content.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{name}：{secret}");
        var shown = Redactor.Paragraphs(released.Content, ReadLimits.Default, None).Value.Select(paragraph => paragraph.Text).ToList();
        foreach (var kept in (string[])["正文", "挪来的■■■■", "控件里■■■■", "作者■■■■", "页眉■■■■"]) shown.ShouldContain(kept, "可以公开的还在。");
        shown.ShouldContain(text => text.StartsWith("脚注■■■■", StringComparison.Ordinal));
    }

    // 一幅真的图，说明里写着字。
    private static byte[] Tagged(string comment)
    {
        byte[] picture = PageRedactionTests.RunBytes("pdftoppm", new Gongkai.Testing.Builders.RawPdf().Page("").ToBytes(), "-jpeg", "-r", "10", "{in}"), text = Encoding.UTF8.GetBytes(comment);
        return [.. picture.AsSpan(0, 2), 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text, .. picture.AsSpan(2)];
    }

    [Fact]
    public void How_long_it_was_does_not_show_and_a_paragraph_can_be_covered_whole_or_alone()
    {
        var file = Docx.Of(P("甲：一二三") + P("乙：一二三四五六七八九十") + P("丙：一二三"));

        var whole = Redact(file, new Covering(null, 1, null, true), new Covering(null, 2, "一二三四五六七八九十", true)).Value;
        Redactor.Paragraphs(whole.Content, ReadLimits.Default, None).Value.Select(paragraph => paragraph.Text).ShouldBe(["■■■■", "乙：■■■■", "丙：一二三"]);
        Redact(file, new Covering(null, 1, "一二三", false)).Refusal!.Reason.ShouldBe("遮盖没有通过核验，不能发出：word/document.xml 里还有“一二三”。", "别处同样的字没有遮。");
        Redact(file, new Covering(null, 1, "没有的字", true)).Refusal!.Reason.ShouldContain("第 1 段里没有要遮盖的“没有的字”");
        Redact(file, new Covering(null, 9, null, true)).Refusal!.Reason.ShouldContain("第 9 段");
    }

    private static Law.Outcome<RedactedFile> Redact(byte[] file, params Covering[] coverings) => Redactor.Redact(file, "材料.docx", Kind, coverings, ReadLimits.Default, None);

    private static IEnumerable<(string Name, string Content)> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return (entry.FullName, reader.ReadToEnd());
        }
    }
}
