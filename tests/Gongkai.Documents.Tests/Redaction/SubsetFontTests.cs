using System.Text;
using Gongkai.Documents.Redaction;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>真的办公软件存出来的 PDF：汉字的字体只嵌用到的几个字，字的编号是它自己排的；再拿掉对照表，就只剩画面看得懂。</summary>
public sealed class SubsetFontTests
{
    private const string Secret = "张某某", Public = "可以公开";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly FileKind Pdf = FileKind.Of("pdf");

    [ToolFact("soffice", "qpdf", "pdftotext", "pdftoppm")]
    public void A_subset_of_a_Chinese_font_is_covered_with_its_table_and_without()
    {
        var original = Printed($"{Public}的部分。\n经办人{Secret}，身份证。\n末段。\n");
        var page = Redactor.Pages(original, Pdf, ReadLimits.Default, None).Value[0];
        var area = PageSearch.Find(page, Secret).ShouldHaveSingleItem();
        Text(original).ShouldContain(Secret);

        var released = Redactor.Redact(original, "一.pdf", Pdf, [new Covering(area, null, Secret, false)], ReadLimits.Default, None).Value.Content;
        Text(released).ShouldNotContain(Secret);
        Text(released).ShouldContain(Public);

        var blind = WithoutTable(original);
        Text(blind).ShouldNotContain(Secret, Case.Sensitive, "没有对照表，读不出是什么字，画面上照样看得见。");
        var covered = Redactor.Redact(blind, "一.pdf", Pdf, [new Covering(area, null, null, true)], ReadLimits.Default, None);
        covered.Refusal.ShouldBeNull();
        var pages = Redactor.Pages(covered.Value.Content, Pdf, ReadLimits.Default, None).Value;
        PageSearch.Covered(pages[0], area).ShouldBeEmpty("遮盖的地方什么也选不到。");
        Encoding.Latin1.GetString(Expanded(covered.Value.Content)).ShouldNotContain("/FontFile", Case.Sensitive, "原来的字体、字的编号都没有抄过去。");
    }

    private static byte[] Printed(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "in.txt"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        PageRedactionTests.Run("soffice", [], $"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile"))}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, Path.Combine(folder.Path, "in.txt"));
        return File.ReadAllBytes(Path.Combine(folder.Path, "in.pdf"));
    }

    private static byte[] WithoutTable(byte[] pdf) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Expanded(pdf)).Replace("/ToUnicode ", "/ToUnicodX ", StringComparison.Ordinal));

    private static byte[] Expanded(byte[] pdf) => PageRedactionTests.RunBytes("qpdf", pdf, "--qdf", "--object-streams=disable", "{in}", "-");

    private static string Text(byte[] pdf) => PageRedactionTests.Run("pdftotext", pdf, "{in}", "-");
}
