namespace Gongkai.Data.Attachments;

/// <summary>附件放在文件夹里：按散列的头四位分两层，先写临时文件、落盘，再改名，所以看得到的都是完整的。</summary>
internal sealed class FileAttachmentStore(string folder) : IAttachmentStore
{
    public async Task Put(string hash, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var path = PathOf(hash);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var incoming = Path.Combine(folder, $"incoming-{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }

            // 同样的内容谁先到都一样。
            File.Move(incoming, path, overwrite: true);
        }
        catch
        {
            File.Delete(incoming);
            throw;
        }
    }

    public Task<Stream?> Open(string hash, CancellationToken cancel)
    {
        var path = PathOf(hash);
        Stream? stream = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true) : null;
        return Task.FromResult(stream);
    }

    private string PathOf(string hash) => Path.Combine(folder, AttachmentHash.Checked(hash)[..2], hash[2..4], hash);
}
