using System.Diagnostics;
using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using static Gongkai.Documents.Tests.Redaction.PoisonedPdf;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>遮盖 PDF 与图片：不论原件怎样写，遮盖的字在放出的哪一个字节里也没有；看得见的照旧。</summary>
public sealed class PageRedactionTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly FileKind Pdf = FileKind.Of("pdf");

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [InlineData("plain")]
    [InlineData("encoded font")]
    [InlineData("layer")]
    [InlineData("attachment")]
    [InlineData("incremental save")]
    [InlineData("recognised scan")]
    [InlineData("turned 90")]
    [InlineData("turned 180")]
    [InlineData("turned 270")]
    [InlineData("cropped")]
    [InlineData("cropped and turned")]
    [InlineData("annotation")]
    [InlineData("form")]
    [InlineData("covered")]
    [InlineData("described")]
    public void Nothing_redacted_survives_in_any_stream_of_any_kind_of_PDF(string kind)
    {
        var original = PoisonedPdf.Of(kind);

        var released = Released(original, Secret, Number);

        released.Name.ShouldBe("遮盖后的文件.pdf", "文件名里也有。");
        foreach (var text in Everything(released.Content))
            foreach (var secret in (string[])[Secret, Number])
                text.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{kind}：{secret}");
        Run("pdftotext", released.Content, "{in}", "-").ShouldContain(Public, Case.Sensitive, "没有遮的还选得到。");
    }

    public static IEnumerable<object[]> Hidden => HiddenInPdf.Kinds.Select(kind => new object[] { kind });

    [ToolTheory("qpdf", "pdftotext", "pdftoppm")]
    [MemberData(nameof(Hidden))]
    public void Nothing_survives_where_a_reader_does_not_look(string kind) => Nothing_redacted_survives_in_any_stream_of_any_kind_of_PDF(kind);

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void A_word_that_is_covered_once_and_stands_elsewhere_is_not_released_until_it_is_covered_or_said_to_be_open()
    {
        var original = new RawPdf().Page(RawPdf.Text(72, 700, $"{Secret} first")).Page(RawPdf.Text(72, 700, $"and {Secret} again")).ToBytes();
        var pages = Redactor.Pages(original, Pdf, ReadLimits.Default, None).Value;
        var once = PageSearch.Find(pages[0], Secret).Select(area => new Covering(area, null, Secret, false)).ToList();

        Redactor.Redact(original, "一.pdf", Pdf, once, ReadLimits.Default, None).Refusal!.Reason.ShouldBe($"遮盖没有通过核验，不能发出：第 2 页还读得出“{Secret}”：别处同样的字也要遮盖，或者写明别处可以公开。");
        var drawn = once.ConvertAll(covering => covering with { Text = null });
        Redactor.Redact(original, "一.pdf", Pdf, drawn, ReadLimits.Default, None).Refusal!.Reason.ShouldContain("第 2 页还读得出");
        Redactor.Redact(original, "一.pdf", Pdf, once.ConvertAll(covering => covering with { OnlyHere = true }), ReadLimits.Default, None).Succeeded.ShouldBeTrue();
        Redactor.Redact(original, "一.pdf", Pdf, [.. once, .. PageSearch.Find(pages[1], Secret).Select(area => new Covering(area, null, Secret, false))], ReadLimits.Default, None).Succeeded.ShouldBeTrue();
    }

    [ToolFact("qpdf", "pdftotext", "pdftoppm")]
    public void The_proof_does_not_trust_the_maker()
    {
        var area = new RedactionArea(1, 0.1, 0.1, 0.5, 0.2);
        string Proof(byte[] released, params string[] forbidden) => RedactionProof.OfPages(released, Pdf, [area], forbidden, ReadLimits.Default, None)?.Reason ?? "";
        var bare = Released(new RawPdf().Page(RawPdf.Text(72, 700, "Everyone")).ToBytes(), [new Covering(area with { Top = 0.15 }, null, null, true)]).Content;

        Proof(bare).ShouldContain("第 1 页有一块没有涂黑");
        Proof(new RawPdf().Page("0 g 0 0 612 792 re f " + RawPdf.Text(80, 690, "Behind", "3 Tr")).ToBytes()).ShouldContain("还选得到“Behind”");
        Proof(new RawPdf { Catalog = "/AcroForm << /Fields [] >>" }.Page("0 g 0 0 612 792 re f").ToBytes()).ShouldContain("别的东西（/AcroForm）");
        Proof([.. new RawPdf().Page("0 g 0 0 612 792 re f").ToBytes(), .. Encoding.BigEndianUnicode.GetBytes(Secret)], Secret).ShouldContain("字节里还有");
        Proof(new RawPdf().Page($"0 g 0 0 612 792 re f % {Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("张某某"))}").ToBytes(), "张某某").ShouldContain("字节里还有");
        RedactionProof.OfPages(bare, Pdf, [area with { Top = 0.15 }], [], ReadLimits.Default, None).ShouldBeNull();
    }

    [ToolTheory("qpdf", "pdftoppm", "pdftotext")]
    [InlineData("png")]
    [InlineData("jpg")]
    public void A_picture_is_painted_and_encoded_anew_without_what_its_tags_say(string format)
    {
        var kind = FileKind.Of(format);
        var picture = RunBytes("pdftoppm", new RawPdf().Page(RawPdf.Text(72, 700, "SECRETNAME")).ToBytes(), format == "png" ? "-png" : "-jpeg", "-r", "50", "{in}");
        var tagged = format == "png" ? [.. picture.AsSpan(0, 33), .. TextChunk(Secret), .. picture.AsSpan(33)] : (byte[])[.. picture.AsSpan(0, 2), 0xFF, 0xFE, 0, (byte)(Secret.Length + 2), .. Encoding.ASCII.GetBytes(Secret), .. picture.AsSpan(2)];
        var area = new RedactionArea(1, 0.05, 0.05, 0.6, 0.2);

        var released = Redactor.Redact(tagged, $"照片.{format}", kind, [new Covering(area, null, null, false)], ReadLimits.Default, None).Value.Content;

        Encoding.Latin1.GetString(tagged).ShouldContain(Secret);
        Encoding.Latin1.GetString(released).ShouldNotContain(Secret);
        FileKind.Sniff(released, ReadLimits.Default).Value.Code.ShouldBe(format);
        Redactor.Pages(released, kind, ReadLimits.Default, None).Value[0].Width.ShouldBe(Redactor.Pages(tagged, kind, ReadLimits.Default, None).Value[0].Width);
        RedactionProof.OfPages(tagged, kind, [area], [], ReadLimits.Default, None)!.Reason.ShouldContain("没有涂黑");
    }

    [ToolTheory("qpdf", "pdftoppm", "pdftotext")]
    [InlineData("png")]
    [InlineData("jpg")]
    public void A_picture_keeps_no_thumbnail_no_location_and_nothing_after_its_end(string format)
    {
        var kind = FileKind.Of(format);
        var page = new RawPdf().Page(RawPdf.Text(72, 700, Secret)).ToBytes();
        byte[] picture = RunBytes("pdftoppm", page, format == "png" ? "-png" : "-jpeg", "-r", "50", "{in}"), thumbnail = RunBytes("pdftoppm", page, "-jpeg", "-r", "8", "{in}");
        byte[] exif = [.. "Exif\0\0II*\0\u0008\0\0\0\0\0\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(Number), .. thumbnail, .. Encoding.Unicode.GetBytes(Secret)];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0<x>"u8, .. Encoding.UTF8.GetBytes(Secret), .. "</x>"u8];
        byte[] tagged = format == "png"
            ? [.. picture.AsSpan(0, 33), .. Chunk("eXIf", exif), .. Chunk("iTXt", xmp), .. picture.AsSpan(33), .. Encoding.ASCII.GetBytes(Secret)]
            : [.. picture.AsSpan(0, 2), .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop {Secret}")), .. picture.AsSpan(2), .. thumbnail, .. Encoding.ASCII.GetBytes(Secret)];

        var released = Redactor.Redact(tagged, $"照片.{format}", kind, [new Covering(new RedactionArea(1, 0.05, 0.05, 0.6, 0.2), null, null, false)], ReadLimits.Default, None).Value.Content;

        foreach (var text in (string[])[Encoding.Latin1.GetString(released), Encoding.Unicode.GetString(released), Encoding.BigEndianUnicode.GetString(released)])
            foreach (var secret in (string[])[Secret, Number, "Exif", "xap/1.0", "Photoshop"]) text.ShouldNotContain(secret);
        released.AsSpan().IndexOf(thumbnail.AsSpan(2, 60)).ShouldBe(-1);
        if (format == "jpg") released.AsSpan(2).IndexOf(new byte[] { 0xFF, 0xD8, 0xFF }).ShouldBe(-1, "里面没有第二幅图。");
        released.AsSpan(^(format == "png" ? 8 : 2)).ToArray().ShouldBe(format == "png" ? [.. "IEND"u8, 0xAE, 0x42, 0x60, 0x82] : [0xFF, 0xD9], "图完了，文件就完了。");
        FileKind.Sniff(released, ReadLimits.Default).Value.Code.ShouldBe(format);
    }

    [ToolFact("qpdf", "pdftoppm", "pdftotext")]
    public void What_cannot_be_redacted_says_why()
    {
        var page = new RawPdf().Page(RawPdf.Text(72, 700, "Everyone")).ToBytes();
        string Refused(byte[] content, string code, params Covering[] coverings) => Redactor.Redact(content, "一", FileKind.Of(code), coverings, ReadLimits.Default, None).Refusal!.Reason;

        Refused(page, "pdf").ShouldBe("还没有标出要遮盖的地方");
        Refused(page, "pdf", new Covering(new RedactionArea(2, 0, 0, 0.5, 0.5), null, null, true)).ShouldContain("不在页上");
        Refused(page, "pdf", new Covering(new RedactionArea(1, 0.5, 0, 0.2, 0.5), null, null, true)).ShouldContain("不在页上");
        Refused(page, "xlsx", new Covering(null, 1, null, true)).ShouldContain("不能遮盖");
        Refused(TinyPdf.Encrypted(), "pdf", new Covering(new RedactionArea(1, 0, 0, 0.5, 0.5), null, null, true)).ShouldContain("加密");
        Refused("%PDF-1.4 坏的"u8.ToArray(), "pdf", new Covering(new RedactionArea(1, 0, 0, 0.5, 0.5), null, null, true)).ShouldNotBeEmpty();
        Refused([0x89, .. "PNG\r\n\u001a\n坏的"u8], "png", new Covering(new RedactionArea(1, 0, 0, 0.5, 0.5), null, null, true)).ShouldNotBeEmpty();
    }

    private static RedactedFile Released(byte[] original, params string[] secrets)
    {
        var pages = Redactor.Pages(Cleaning.DocumentCleaner.Clean(original, ReadLimits.Default, None).Value.Content, Pdf, ReadLimits.Default, None).Value;
        var coverings = secrets.SelectMany(secret => pages.SelectMany(page => PageSearch.Find(page, secret)).Select(area => new Covering(area, null, secret, false))).ToList();
        coverings.Count.ShouldBeGreaterThan(0);
        return Released(original, coverings);
    }

    private static RedactedFile Released(byte[] original, List<Covering> coverings)
    {
        var made = Redactor.Redact(original, $"{Secret}的材料.pdf", Pdf, coverings, ReadLimits.Default, None);
        made.Refusal.ShouldBeNull();
        return made.Value;
    }

    /// <summary>每一种读法：原样的字节，qpdf 展开的，自己解开的各个流，UTF-16，十六进制还原的，抽出的文字。</summary>
    private static IEnumerable<string> Everything(byte[] pdf)
    {
        var streams = ByteSearch.Streams(pdf).Select(Encoding.Latin1.GetString).ToList();
        var expanded = Encoding.Latin1.GetString(RunBytes("qpdf", pdf, "--qdf", "--object-streams=disable", "--stream-data=uncompress", "--decode-level=generalized", "{in}", "-"));
        string[] raw = [Encoding.Latin1.GetString(pdf), expanded, .. streams];
        var hex = string.Concat(raw.Skip(1)).Split('<', '>').Where(part => part.Length > 3 && part.Length % 2 == 0 && part.All(char.IsAsciiHexDigit)).Select(Convert.FromHexString).ToList();
        return [.. raw, Encoding.BigEndianUnicode.GetString(pdf), Encoding.Unicode.GetString(pdf), .. hex.Select(Encoding.BigEndianUnicode.GetString), .. hex.Select(Encoding.Latin1.GetString), Run("pdftotext", pdf, "{in}", "-"), Run("pdftotext", pdf, "-raw", "{in}", "-")];
    }

    internal static string Run(string program, byte[] input, params string[] arguments) => Encoding.UTF8.GetString(RunBytes(program, input, arguments));

    /// <summary>跑一个程序，取它的标准输出；<c>{in}</c> 换成写好的文件。</summary>
    internal static byte[] RunBytes(string program, byte[] input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "in");
        File.WriteAllBytes(path, input);
        using var process = Process.Start(new ProcessStartInfo(program, arguments.Select(argument => argument == "{in}" ? path : argument)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return output.ToArray();
    }

    private static byte[] Chunk(string type, byte[] body) => [(byte)(body.Length >> 24), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. Encoding.ASCII.GetBytes(type), .. body, 0, 0, 0, 0];

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] TextChunk(string text)
    {
        byte[] body = [.. "tEXtComment\0"u8, .. Encoding.ASCII.GetBytes(text)];
        return [0, 0, 0, (byte)(body.Length - 4), .. body, 0, 0, 0, 0];
    }
}
