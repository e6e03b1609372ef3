using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>把文件装入内存：先看是否存在、有多大，再读；文字类的限度更小，只看开头几千字节就能定。</summary>
public static class FileLoading
{
    private const int Head = 4096;

    /// <returns>文件的全部字节；不存在、读不了、过大时是一句说明。</returns>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> LoadAsync(
        string path, ReadLimits limits, CancellationToken cancel)
    {
        try
        {
            if (Directory.Exists(path)) return Unreadable.Directory;
            var file = new FileInfo(path);
            if (!file.Exists) return Unreadable.Missing;

            // 管道与设备的长度是 0：在打开之前就拒绝，免得永远等下去。
            if (file.Length == 0) return SpecialFiles.Contains(path) ? Unreadable.Special : Unreadable.Empty;
            if (file.Length > Math.Max(limits.BinaryBytes, limits.TextBytes))
                return Unreadable.TooLarge(file.Length, Math.Max(limits.BinaryBytes, limits.TextBytes));

            await using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: false);
            var content = new byte[Math.Min(file.Length, Head)];
            var read = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel);
            if (file.Length > limits.TextBytes && FormatSniffer.LooksTextual(content.AsSpan(0, read)))
                return Unreadable.TooLarge(file.Length, limits.TextBytes);
            if (file.Length > Head)
            {
                Array.Resize(ref content, (int)file.Length);
                read += await stream.ReadAtLeastAsync(
                    content.AsMemory(read), content.Length - read, throwOnEndOfStream: false, cancel);
            }

            return content.AsMemory(0, read).ToReadOnly();
        }
        catch (UnauthorizedAccessException)
        {
            return Unreadable.Forbidden;
        }
        catch (IOException)
        {
            return Unreadable.Disk;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Unreadable.Missing;
        }
    }

    private static ReadOnlyMemory<byte> ToReadOnly(this Memory<byte> memory) => memory;
}
