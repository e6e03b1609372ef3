using Gongkai.Documents;
using Gongkai.Law;

namespace Gongkai.Data.Attachments;

/// <summary>收附件：限定大小，由内容判定种类，清理文件名，存好内容。登记在做一件事时另做，没有登记的日后清掉。</summary>
public sealed class AttachmentIntake
{
    /// <summary>一个附件最大多少字节。</summary>
    public const long LargestBytes = 50L << 20;

    private readonly IAttachmentStore _store;

    internal AttachmentIntake(IAttachmentStore store) => _store = store;

    /// <summary>收下一个。</summary>
    /// <param name="content">内容；读到上限就停，不信对方报的长度。</param>
    /// <param name="fileName">对方给的文件名。</param>
    public async Task<Outcome<AttachedFile>> Accept(Stream content, string fileName, CancellationToken cancel)
    {
        var bytes = await ReadWithin(content, cancel);
        if (bytes is null) return new Refusal($"文件太大，一个附件最大 {LargestBytes >> 20} MB。");
        var kind = FileKind.Sniff(bytes, ReadLimits.Default);
        if (!kind.Succeeded) return kind.Refusal!;
        var hash = AttachmentHash.Of(bytes);
        await _store.Put(hash, bytes, cancel);
        return new AttachedFile(hash, bytes.Length, kind.Value, AttachmentName.Clean(fileName, kind.Value));
    }

    /// <summary>存下封好的内容（案卷里的文件），答复它的散列；里面是什么这里不看，由封的人先查过。登记用 <see cref="Acts.ActScope.AttachSealed"/>。</summary>
    public async Task<string> Keep(byte[] box, CancellationToken cancel)
    {
        var hash = AttachmentHash.Of(box);
        await _store.Put(hash, box, cancel);
        return hash;
    }

    /// <summary>清理人给的名称；扩展名以内容为准。</summary>
    public static string CleanName(string given, FileKind kind) => AttachmentName.Clean(given, kind);

    /// <summary>打开来读；没有的为空。</summary>
    public Task<Stream?> Open(string hash, CancellationToken cancel) => _store.Open(hash, cancel);

    private static async Task<byte[]?> ReadWithin(Stream content, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await content.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (kept.Length + count > LargestBytes) return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }
}
