using System.IO.Compression;
using System.Runtime.InteropServices;
using Gongkai.Law;

namespace Gongkai.Documents.Packages;

/// <summary>压缩包里的部件：打开之前先查部件数、解开后的大小与加密，之后只在内存里读，从不写到磁盘。</summary>
internal sealed class ZipParts : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private ZipParts(ZipArchive archive, Dictionary<string, ZipArchiveEntry> entries)
    {
        _archive = archive;
        _entries = entries;
    }

    public IEnumerable<string> Names => _entries.Keys;

    public static Outcome<ZipParts> Open(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        // 先数目录项再交给 ZipArchive：它会把每一项都变成对象，百万个空部件就能占满内存。
        if (content.Span.Count("PK\x01\x02"u8) > limits.Parts) return Unreadable.TooManyParts(limits.Parts);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(AsStream(content), ZipArchiveMode.Read);
            var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
            long total = 0;
            foreach (var entry in archive.Entries)
            {
                total += entry.Length;
                if (entry.Length > limits.InflatedPartBytes || total > limits.InflatedTotalBytes)
                    return Refused(archive, Unreadable.InflatesTooMuch(limits.InflatedTotalBytes));
                if (entry.IsEncrypted) return Refused(archive, Unreadable.Encrypted);
                entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            }

            return new ZipParts(archive, entries);
        }
        catch (Exception error) when (IsDamage(error))
        {
            archive?.Dispose();
            return Unreadable.Truncated;
        }
    }

    /// <summary>压缩包的目录或数据坏了时，框架会抛的异常。</summary>
    public static bool IsDamage(Exception error) =>
        error is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    public ZipArchiveEntry? Find(string name) => _entries.GetValueOrDefault(name.TrimStart('/'));

    public bool HasFolder(string prefix) => _entries.Keys.Any(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>打开一个部件；实际解开的字节多于目录所称的，抛 <see cref="InvalidDataException"/>。</summary>
    public static Stream Read(ZipArchiveEntry entry) => new BoundedStream(entry.Open(), entry.Length);

    /// <summary>一个部件的全部内容；大于 <paramref name="most"/> 的为空。</summary>
    public static ReadOnlyMemory<byte> Load(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most) return default;
        var content = new byte[entry.Length];
        using var stream = Read(entry);
        return content.AsMemory(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }

    public void Dispose() => _archive.Dispose();

    private static Refusal Refused(ZipArchive archive, Refusal reason)
    {
        archive.Dispose();
        return reason;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
