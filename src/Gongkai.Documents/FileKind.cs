using Gongkai.Documents.Html;
using Gongkai.Documents.Office;
using Gongkai.Documents.Packages;
using Gongkai.Documents.Text;
using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>可以收作附件的一种文件。</summary>
/// <param name="Code">代码，例如 <c>pdf</c>；也是扩展名。</param>
/// <param name="MediaType">媒体类型。</param>
/// <param name="Caption">给人看的名称。</param>
public sealed record FileKind(string Code, string MediaType, string Caption)
{
    private const string Vba = "vbaProject.bin";

    /// <summary>全部可以收的。</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("pdf", "application/pdf", "PDF"),
        new("ofd", "application/ofd", "OFD 版式文件"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 工作簿"),
        new("doc", "application/msword", "旧式 Word 文档"),
        new("xls", "application/vnd.ms-excel", "旧式 Excel 工作簿"),
        new("rtf", "application/rtf", "RTF 文档"),
        new("odt", "application/vnd.oasis.opendocument.text", "ODF 文档"),
        new("ods", "application/vnd.oasis.opendocument.spreadsheet", "ODF 表格"),
        new("png", "image/png", "PNG 图片"),
        new("jpg", "image/jpeg", "JPEG 图片"),
        new("tif", "image/tiff", "TIFF 图片"),
        new("txt", "text/plain", "纯文本"),
    ];

    /// <summary>按代码找。</summary>
    public static FileKind Of(string code) => All.First(kind => kind.Code == code);

    /// <summary>收下的附件的种类：它的扩展名是照内容写的。</summary>
    public static FileKind WithExtension(string fileName) => Of(Path.GetExtension(fileName).TrimStart('.'));

    /// <summary>由内容判定，不看扩展名；不能收的，说明为什么。</summary>
    public static Outcome<FileKind> Sniff(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var sniffed = FormatSniffer.Sniff(content, limits);
        if (!sniffed.Succeeded) return sniffed.Refusal!;
        return sniffed.Value switch
        {
            Container.Pdf => SniffPdf(content.Span),
            Container.Docx => WithoutMacros(content, limits, "docx", "word/"),
            Container.Xlsx => WithoutMacros(content, limits, "xlsx", "xl/"),
            Container.Ofd => Of("ofd"),
            Container.Office => SniffOffice(content, limits),
            Container.Image => Of(content.Span[0] switch { 0x89 => "png", 0xFF => "jpg", _ => "tif" }),
            Container.Archive => Unreadable.Archive,
            _ => SniffText(content.Span),
        };
    }

    // 标准容许 PDF 的标记前面有杂物，可那也是把网页藏进 PDF 的办法。
    private static Outcome<FileKind> SniffPdf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? Of("pdf") : new Refusal("PDF 的开头有别的内容，不收；请另存一份干净的 PDF");

    private static Outcome<FileKind> WithoutMacros(ReadOnlyMemory<byte> content, ReadLimits limits, string code, string folder)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        return parts.Find(folder + Vba) is null ? Of(code) : new Refusal("文件里有宏，不收；请另存为不带宏的格式");
    }

    private static Outcome<FileKind> SniffOffice(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var kind = OfficeKind.Of(content, limits);
        return kind.Succeeded ? Of(kind.Value.Extension.TrimStart('.')) : kind.Refusal!;
    }

    private static Outcome<FileKind> SniffText(ReadOnlySpan<byte> content)
    {
        var decoded = TextDecoder.Decode(content);
        if (!decoded.Succeeded) return decoded.Refusal!;
        return MarkupSniffer.Sniff(decoded.Value.Text) == MarkupKind.None
            ? Of("txt")
            : new Refusal("网页与 XML 文件可能带脚本，不收；请另存为 PDF 或 Word 文档");
    }
}
