using System.Collections.Concurrent;
using Gongkai.Data;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Publication.Drafting;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication;

/// <summary>查附件里不该公开的内容：文字、批注、修订、隐藏文字、属性、嵌入的文件。同样的内容只查一次，记在内存里。</summary>
public sealed class AttachmentScans(Database database)
{
    // 页面上等着看的：比存档时的限度紧，查不完就说没有查完。
    private static readonly ReadLimits Limits = ReadLimits.Default with
    {
        Time = TimeSpan.FromSeconds(15), ScannedPages = 5, ScannedPageTime = TimeSpan.FromSeconds(10), ScannedTime = TimeSpan.FromSeconds(20),
    };

    private const int MostRemembered = 512;

    private readonly ConcurrentDictionary<string, Outcome<IReadOnlyList<ScanFinding>>> _known = new(StringComparer.Ordinal);

    // 查一个要占满一个核：同时只查一个，其余的等着。
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>查一个附件；读不了的，是一句说明。</summary>
    public async Task<Outcome<IReadOnlyList<ScanFinding>>> Of(Attachment file, CancellationToken cancel)
    {
        if (_known.TryGetValue(file.ContentHash, out var known)) return known;
        await Turn.WaitAsync(cancel);
        try
        {
            if (_known.TryGetValue(file.ContentHash, out known)) return known;
            var scanned = await Scan(file, cancel);
            if (_known.Count >= MostRemembered) _known.Clear();
            return _known[file.ContentHash] = scanned;
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<Outcome<IReadOnlyList<ScanFinding>>> Scan(Attachment file, CancellationToken cancel)
    {
        await using var content = await database.Attachments.Open(file.ContentHash, cancel);
        if (content is null) return new Refusal("附件的内容不见了，请管理员核对。");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancel);
        return await Task.Run(() => FileScanner.Scan(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), file.FileName, Limits, ScanOptions.Default, cancel), cancel);
    }
}
