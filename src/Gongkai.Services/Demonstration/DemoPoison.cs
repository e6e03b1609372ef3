using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Word;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的毒文件：一份看上去平常的 docx，里面藏着一行不显示的字（带身份证号）和一处没有接受的修订。号码是编的，校验得过。</summary>
public static class DemoPoison
{
    /// <summary>藏着的身份证号，国家标准里的例子。</summary>
    public const string ResidentId = "11010519491231002X";

    private const string Document = "word/document.xml";
    private const string End = "</w:body>";

    private const string Hidden =
        $"""<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>经办人身份证号{ResidentId}，内部留存。</w:t></w:r></w:p>""";

    private const string Revised =
        """<w:p><w:r><w:t>本办法自公布之日起施行。</w:t></w:r><w:del w:id="901" w:author="王小明" w:date="2025-03-01T09:00:00Z"><w:r><w:delText>此句待领导定。</w:delText></w:r></w:del></w:p>""";

    /// <summary>写出。</summary>
    /// <param name="title">看得见的题目。</param>
    /// <param name="visible">看得见的正文，一段一项。</param>
    public static byte[] Write(string title, params IEnumerable<string> visible)
    {
        using var file = new MemoryStream();
        WordWriter.Write(new LayoutDocument(title, [.. visible.Select(text => new LayoutParagraph(text))]), file);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var part = new StreamReader(archive.GetEntry(Document)!.Open(), Encoding.UTF8)) xml = part.ReadToEnd();
            archive.GetEntry(Document)!.Delete();
            // 文末的节属性要留在最后。
            var at = xml.LastIndexOf("<w:sectPr", StringComparison.Ordinal) is var section and >= 0 ? section : xml.LastIndexOf(End, StringComparison.Ordinal);
            using var written = new StreamWriter(archive.CreateEntry(Document).Open(), new UTF8Encoding(false));
            written.Write(xml.Insert(at, Hidden + Revised));
        }

        return file.ToArray();
    }
}
