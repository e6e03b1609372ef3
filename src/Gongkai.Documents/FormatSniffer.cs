using System.Text;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>内容是哪一种容器；文字类（txt、md、html、json）要先解码才能细分。</summary>
internal enum Container
{
    Textual,
    Docx,
    Xlsx,
    Pdf,
    Ofd,
    Office,
    Image,

    /// <summary>装着别的文件的 zip。</summary>
    Archive,
}

/// <summary>由内容判定容器，不看扩展名。</summary>
internal static class FormatSniffer
{
    // PDF 的标准容许标记之前有不超过 1 KB 的杂物。
    private const int PdfHead = 1024;

    private enum Magic
    {
        None,
        Pdf,
        Zip,
        Compound,
        Rtf,
        Image,
        OtherImage,
        Archive,
    }

    public static Outcome<Container> Sniff(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        if (content.IsEmpty) return Unreadable.Empty;
        return MagicOf(content.Span) switch
        {
            Magic.Pdf => Container.Pdf,
            Magic.Zip => SniffZip(content, limits),
            Magic.Compound => SniffCompound(content.Span),
            Magic.Rtf => Container.Office,
            Magic.Image => Container.Image,
            Magic.OtherImage => Unreadable.NotADocument(Say("图片", "a picture")),
            Magic.Archive => Unreadable.Archive,
            _ => Container.Textual,
        };
    }

    /// <summary>只看开头，像不像文字类：用来在装入之前就拒绝过大的文字文件。</summary>
    public static bool LooksTextual(ReadOnlySpan<byte> head) => MagicOf(head) == Magic.None;

    private static Magic MagicOf(ReadOnlySpan<byte> content) => content switch
    {
        [0x50, 0x4B, 3 or 5, 4 or 6, ..] => Magic.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Magic.Compound,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, ..] => Magic.Image,
        [0xFF, 0xD8, 0xFF, ..] => Magic.Image,
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => Magic.Image,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => Magic.OtherImage,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => Magic.OtherImage,
        [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..] => Magic.OtherImage,
        [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, ..] => Magic.Archive,
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => Magic.Archive,
        [0x1F, 0x8B, 0x08, ..] => Magic.Archive,
        _ when content.StartsWith(@"{\rtf"u8) => Magic.Rtf,
        _ when content[..Math.Min(content.Length, PdfHead)].IndexOf("%PDF-"u8) >= 0 => Magic.Pdf,
        _ => Magic.None,
    };

    private static Outcome<Container> SniffZip(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        if (parts.Find("OFD.xml") is not null) return Container.Ofd;
        if (parts.Find("word/document.xml") is not null || parts.HasFolder("word/")) return Container.Docx;
        if (parts.Find("xl/workbook.xml") is not null || parts.HasFolder("xl/")) return Container.Xlsx;
        if (parts.HasFolder("ppt/")) return Unreadable.NotADocument(Say("演示文稿", "a presentation"));
        return parts.Find("mimetype") is not null && parts.Find("content.xml") is not null
            ? Container.Office
            : Container.Archive;
    }

    // 加密的 docx、xlsx 装在复合文档里，内容只有一个 EncryptedPackage 流。
    private static Outcome<Container> SniffCompound(ReadOnlySpan<byte> content)
    {
        if (Names(content, "WordDocument") || Names(content, "Workbook") || Names(content, "Book")) return Container.Office;
        if (Names(content, "EncryptedPackage")) return Unreadable.Encrypted;
        return Unreadable.NotADocument(
            Names(content, "PowerPoint Document") ? Say("演示文稿", "a presentation") : Say("复合文件，其中没有文稿，或文件不完整", "a compound file without a document in it, or an incomplete one"));
    }

    private static bool Names(ReadOnlySpan<byte> content, string stream) =>
        content.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
