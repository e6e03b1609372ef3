using Gongkai.Documents.Excel;
using Gongkai.Documents.Ocr;
using Gongkai.Documents.Office;
using Gongkai.Documents.Ofd;
using Gongkai.Documents.Pdf;
using Gongkai.Documents.Text;
using Gongkai.Documents.Word;
using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>读入文件：由内容判定格式，交给那种格式的读法；读不了的，用一句话说明文件的问题。</summary>
public static class DocumentReader
{
    /// <summary>读入已经在内存里的内容。</summary>
    /// <param name="content">文件的全部字节。</param>
    /// <param name="fileName">文件名，只用来发现扩展名与内容不符。</param>
    /// <param name="limits">限度；时间一项管整个读入。</param>
    /// <param name="cancel">调用方要停下时取消；只有这时才抛 <see cref="OperationCanceledException"/>。</param>
    public static Outcome<SourceDocument> Read(
        ReadOnlyMemory<byte> content, string fileName, ReadLimits limits, CancellationToken cancel)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limits.Time);
        try
        {
            var outcome = ReadSniffed(content, limits, clock.Token, cancel);
            return outcome.Succeeded ? FileNames.Remark(outcome.Value, fileName) : outcome;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreadable.TooSlow(limits.Time);
        }
    }

    /// <summary>读入磁盘上的文件；过大的不装入内存就拒绝。</summary>
    public static async Task<Outcome<SourceDocument>> ReadFileAsync(
        string path, ReadLimits limits, CancellationToken cancel)
    {
        var loaded = await FileLoading.LoadAsync(path, limits, cancel);
        return loaded.Succeeded ? Read(loaded.Value, path, limits, cancel) : loaded.Refusal!;
    }

    /// <summary>读不出的理由是文件里没有文字（空白的、照片、装着别的文件的压缩包），不是没有读成。</summary>
    public static bool IsWithoutText(Refusal refusal) => refusal is Wordless;

    private static Outcome<SourceDocument> ReadSniffed(
        ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken clock, CancellationToken caller)
    {
        var sniffed = FormatSniffer.Sniff(content, limits);
        if (!sniffed.Succeeded) return sniffed.Refusal!;
        var limit = sniffed.Value == Container.Textual ? limits.TextBytes : limits.BinaryBytes;
        if (content.Length > limit) return Unreadable.TooLarge(content.Length, limit);
        // 靠外部程序读的，由程序的时限管着：光学识别另有自己的时间。
        return sniffed.Value switch
        {
            Container.Docx => WordReader.Read(content, limits, clock),
            Container.Xlsx => ExcelReader.Read(content, limits, clock),
            Container.Pdf => PdfReader.Read(content, limits, caller),
            Container.Ofd => OfdReader.Read(content, limits, clock),
            Container.Office => OfficeReader.Read(content, limits, caller),
            Container.Image => OcrReader.Read(content, limits, caller),
            Container.Archive => Unreadable.Archive,
            _ => TextualReader.Read(content, limits, clock),
        };
    }
}
