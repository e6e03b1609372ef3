namespace Gongkai.Data.Attachments;

/// <summary>附件放在文件夹里：按散列的头四位分两层，先写临时文件、落盘，再改名，所以看得到的都是完整的。</summary>
internal sealed class FileAttachmentStore(string folder, TimeProvider clock) : IAttachmentStore
{
    private const string Incoming = "incoming-";
    private const string Leaving = "leaving-";

    public async Task Put(string hash, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var path = PathOf(hash);
        if (Renew(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var incoming = Path.Combine(folder, $"{Incoming}{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }

            Renew(incoming);
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

    public async Task<int> RemoveUnregistered(DateTimeOffset before, Func<string, Task<bool>> isRegistered, CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) return 0;
        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => IsOld(path, before)))
        {
            cancel.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            // 写到一半、清到一半停下的临时文件。
            if (name.StartsWith(Incoming, StringComparison.Ordinal)) File.Delete(path);
            else if (!await isRegistered(HashOf(name)) && Remove(path, before)) removed++;
            else if (name.StartsWith(Leaving, StringComparison.Ordinal)) File.Move(path, PathOf(HashOf(name)), overwrite: true);
        }

        return removed;
    }

    // 先改名，再看时刻：改名之前有人又收下了同样的内容，时刻是新的，放回去；之后才来的，找不到原来的，会另写一份。
    private static bool Remove(string path, DateTimeOffset before)
    {
        var leaving = Path.Combine(Path.GetDirectoryName(path)!, Leaving + HashOf(Path.GetFileName(path)));
        File.Move(path, leaving, overwrite: true);
        if (!IsOld(leaving, before))
        {
            File.Move(leaving, path, overwrite: true);
            return false;
        }

        File.Delete(leaving);
        return true;
    }

    private static bool IsOld(string path, DateTimeOffset before) => File.GetLastWriteTimeUtc(path) < before.UtcDateTime;

    private static string HashOf(string name) => name.StartsWith(Leaving, StringComparison.Ordinal) ? name[Leaving.Length..] : name;

    // 已经有的，记下又有人收下了一次；没有的为假。
    private bool Renew(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string PathOf(string hash) => Path.Combine(folder, AttachmentHash.Checked(hash)[..2], hash[2..4], hash);
}
