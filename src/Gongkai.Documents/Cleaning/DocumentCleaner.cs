using Gongkai.Documents.Office;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>做净化副本：去掉文件里看不见、却会随文件公开的东西。做不成的说明为什么，从不交出只净化了一半的。</summary>
public static class DocumentCleaner
{
    /// <param name="content">原件的全部字节，不改动。</param>
    /// <param name="limits">限度，与读入相同。</param>
    /// <param name="cancel">调用方要停下时取消；只有这时才抛 <see cref="OperationCanceledException"/>。</param>
    public static Outcome<CleanedFile> Clean(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limits.Time);
        try
        {
            if (!LegacyFile.Is(content, limits)) return CleanModern(content, limits, clock.Token);
            var modern = LegacyFile.Modernise(content, limits, cancel);
            if (!modern.Succeeded) return modern.Refusal!;
            var cleaned = CleanModern(modern.Value, limits, clock.Token);
            return cleaned.Succeeded ? cleaned.Value with { Removed = [Say("旧式文档，已变成新的格式", "old document, turned into the new format"), .. cleaned.Value.Removed] } : cleaned;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreadable.TooSlow(limits.Time);
        }
    }

    private static Outcome<CleanedFile> CleanModern(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken clock)
    {
        var sniffed = FormatSniffer.Sniff(content, limits);
        if (!sniffed.Succeeded) return sniffed.Refusal!;
        return sniffed.Value switch
        {
            Container.Docx => WordCleaner.Clean(content, limits, clock),
            Container.Xlsx => ExcelCleaner.Clean(content, limits, clock),
            Container.Pdf => PdfCleaner.Clean(content, limits, clock),
            Container.Ofd => OfdCleaner.Clean(content, limits),
            Container.Image => ImageCleaner.Clean(content),
            Container.Archive => new Refusal(Say("压缩包不能净化：请解压以后逐个净化", "an archive cannot be cleaned: unpack it and clean each file")),
            _ => PlainText(content),
        };
    }

    /// <summary>纯文本没有看不见的东西；网页不收。</summary>
    private static Outcome<CleanedFile> PlainText(ReadOnlyMemory<byte> content) =>
        FileKind.Sniff(content, ReadLimits.Default) is { Succeeded: true, Value.Code: "txt" }
            ? new CleanedFile(content, ".txt", [])
            : new Refusal(Say("网页不能净化：请另存为 PDF 或 Word 文档", "a web page cannot be cleaned: save it as PDF or a Word document"));
}
