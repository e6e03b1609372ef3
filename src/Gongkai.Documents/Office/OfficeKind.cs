using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Office;

/// <summary>要 LibreOffice 转换的一种文件。</summary>
/// <param name="Extension">交给 LibreOffice 的文件扩展名。</param>
/// <param name="Filter">指定它用哪个读法：不指定时，读不懂的内容会被当成纯文字，乱码也算读成了。</param>
/// <param name="Target">转换成什么：docx 或 xlsx。</param>
internal sealed record OfficeKind(string Extension, string Filter, string Target)
{
    private static readonly OfficeKind Word = new(".doc", "MS Word 97", "docx");

    private static readonly OfficeKind RichText = new(".rtf", "Rich Text Format", "docx");

    private static readonly OfficeKind Excel = new(".xls", "MS Excel 97", "xlsx");

    private static readonly OfficeKind OldExcel = new(".xls", "MS Excel 95", "xlsx");

    private static readonly OfficeKind OpenText = new(".odt", "writer8", "docx");

    private static readonly OfficeKind OpenSheet = new(".ods", "calc8", "xlsx");

    public bool IsSheet => Target == "xlsx";

    public static Outcome<OfficeKind> Of(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var bytes = content.Span;
        if (bytes.StartsWith(@"{\rtf"u8)) return RichText;
        if (bytes.StartsWith("PK"u8)) return OfOpenDocument(content, limits);
        if (LegacyEncryption.IsEncrypted(bytes)) return Unreadable.Encrypted;
        if (Names(bytes, "WordDocument")) return Word;
        if (Names(bytes, "Workbook")) return Excel;
        return Names(bytes, "Book") ? OldExcel : Unreadable.NotADocument(Say("复合文件，其中没有文稿", "a compound file without a document in it"));
    }

    private static Outcome<OfficeKind> OfOpenDocument(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        var type = parts.Find("mimetype") is { Length: < 200 } entry ? TextOf(entry) : "";
        if (parts.Find("META-INF/manifest.xml") is { Length: < 1 << 20 } manifest
            && TextOf(manifest).Contains("encryption-data", StringComparison.Ordinal)) return Unreadable.Encrypted;
        if (type.Contains("opendocument.text", StringComparison.Ordinal)) return OpenText;
        return type.Contains("opendocument.spreadsheet", StringComparison.Ordinal)
            ? OpenSheet
            : Unreadable.NotADocument(Say("演示文稿或图形", "a presentation or drawing"));
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = new StreamReader(ZipParts.Read(entry), Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception error) when (ZipParts.IsDamage(error))
        {
            return "";
        }
    }

    private static bool Names(ReadOnlySpan<byte> content, string stream) =>
        content.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
