using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Documents.Tests.Word;
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
