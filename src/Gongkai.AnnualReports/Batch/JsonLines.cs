namespace Gongkai.AnnualReports.Batch;

/// <summary>逐行读 JSON 流水，一次只留一行在内存里；没有换行收尾的最后半行不算。</summary>
public static class JsonLines
{
    /// <returns>每行的内容，和这一行之后的位置。</returns>
    public static IEnumerable<(ReadOnlyMemory<byte> Line, long After)> Read(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var (kept, position) = (0, 0L);
        while (true)
        {
            if (kept == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            if (read == 0) yield break;
            var (start, filled) = (0, kept + read);
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', Math.Max(start, kept), filled - Math.Max(start, kept))) >= 0; start = end + 1)
            {
                kept = Math.Min(kept, end);
                position += end + 1 - start;
                yield return (buffer.AsMemory(start, end - start), position);
            }

            kept = filled - start;
            Array.Copy(buffer, start, buffer, 0, kept);
        }
    }
}
