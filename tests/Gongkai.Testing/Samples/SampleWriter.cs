using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Writing;
using Gongkai.Documents;

namespace Gongkai.Testing.Samples;

/// <summary>由底稿写出样例：docx、xlsx、md、json 用产品自己的写法，其余照网上常见的样子。</summary>
public static partial class SampleWriter
{
    /// <summary>写一份样例；pdf 与 ofd 要用 LibreOffice。</summary>
    public static byte[] Write(SampleSource source) => source.Extension switch
    {
        "txt" => SampleText.Write(ReportLayout.Of(source.Report), source.Style!),
        "html" => SampleMarkup.Write(ReportLayout.Of(source.Report)),
        "pdf" => Pdf(source),
        "ofd" => SampleOfd.Write(DocumentReader.Read(Pdf(source), "x.pdf", ReadLimits.Default, CancellationToken.None).Value),
        "docx" when source.Hazards is { } hazards => HazardousDocx.Write(Written(source, ReportFormat.Docx), hazards),
        var extension => Written(source, ReportFormats.Named(extension)!.Value),
    };

    /// <summary>不用产品的 PDF 输出：它带结构标记，四页要三百千字节。每种字体各嵌一份字形，所以只用一种字体。</summary>
    private static byte[] Pdf(SampleSource source)
    {
        using var folder = new TemporaryFolder();
        var docx = Path.Combine(folder.Path, "sample.docx");
        File.WriteAllBytes(docx, InOneFont(Written(source, ReportFormat.Docx)));
        using var office = Process.Start("soffice", [$"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, docx]);
        office.WaitForExit();
        return File.ReadAllBytes(Path.ChangeExtension(docx, "pdf"));
    }

    private static byte[] InOneFont(byte[] docx)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var name in (string[])["word/styles.xml", "word/footerOdd.xml", "word/footerEven.xml"])
            {
                var part = archive.GetEntry(name)!;
                string xml;
                using (var reader = new StreamReader(part.Open())) xml = reader.ReadToEnd();
                part.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(FontName().Replace(xml, "$1\"Noto Sans CJK SC\""));
            }

        return file.ToArray();
    }

    [GeneratedRegex("(w:(?:ascii|hAnsi|eastAsia|cs)=)\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex FontName();

    private static byte[] Written(SampleSource source, ReportFormat format) => ReportWriter.Write(source.Report, format).Value;
}
