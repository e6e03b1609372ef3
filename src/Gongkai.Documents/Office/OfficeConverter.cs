using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Office;

/// <summary>经 LibreOffice 把 Word 文档变成 PDF。</summary>
public static class OfficeConverter
{
    // 带结构标记，读屏软件才读得出表格。
    private const string TaggedPdf = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    /// <summary>有没有装 LibreOffice。</summary>
    public static bool IsInstalled => ExternalPrograms.LibreOffice.Find() is not null;

    /// <summary>把一份 docx 变成 PDF。</summary>
    public static Outcome<byte[]> ToPdf(ReadOnlyMemory<byte> docx, CancellationToken cancel) => ToPdf([docx], ReadLimits.Default, cancel)[0];

    /// <summary>把多份 docx 一次变成 PDF：启动一次两三秒，之后每份不到半秒。</summary>
    /// <param name="limits">其中的时间一项管整个一批。</param>
    /// <returns>与来件同序，各有各的结果。</returns>
    public static IReadOnlyList<Outcome<byte[]>> ToPdf(
        IReadOnlyList<ReadOnlyMemory<byte>> documents, ReadLimits limits, CancellationToken cancel)
    {
        if (documents.Count == 0) return [];
        var run = OfficeRun.Convert(documents, ".docx", TaggedPdf, "MS Word 2007 XML", limits, cancel);
        return run.Succeeded
            ? [.. run.Value.Select(pdf => pdf is null ? (Outcome<byte[]>)new Refusal(Say("LibreOffice 没有转换成 PDF", "LibreOffice did not convert it to PDF")) : pdf)]
            : [.. documents.Select(_ => (Outcome<byte[]>)run.Refusal!)];
    }
}
