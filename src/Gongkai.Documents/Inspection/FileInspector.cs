using System.Xml;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>查看文件的痕迹：docx、xlsx、OFD 的各部件，PDF 的对象与页面，图片的标签；别的格式没有可查的，结果为空。</summary>
public static class FileInspector
{
    /// <param name="content">文件的全部字节。</param>
    /// <param name="limits">限度，与读入相同。</param>
    /// <param name="cancel">调用方要停下时取消；只有这时才抛 <see cref="OperationCanceledException"/>。</param>
    public static Outcome<FileTraces> Inspect(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var container = FormatSniffer.Sniff(content, limits);
        if (!container.Succeeded) return container.Refusal!;
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limits.Time);
        try
        {
            return container.Value switch
            {
                Container.Docx => InspectPackage(content, limits, "docx", WordTraces.Read, clock.Token),
                Container.Xlsx => InspectPackage(content, limits, "xlsx", ExcelTraces.Read, clock.Token),
                Container.Pdf => PdfTraces.Read(content, limits, clock.Token),
                Container.Ofd => OfdTraces.Read(content, limits, clock.Token),
                Container.Image => ImageTraces.Read(content),
                Container.Archive => ArchiveTraces.Read(content, limits),
                _ => FileTraces.None,
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreadable.TooSlow(limits.Time);
        }
    }

    private static Outcome<FileTraces> InspectPackage(
        ReadOnlyMemory<byte> content, ReadLimits limits, string format, Func<ZipParts, FlowBudget, FileTraces> read, CancellationToken clock)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        var budget = new FlowBudget(limits, clock);
        try
        {
            return PackageTraces.AddTo(read(parts, budget), parts, budget);
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged(format);
        }
    }
}
