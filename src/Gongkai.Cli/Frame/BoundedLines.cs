using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gongkai.Cli.Frame;

/// <summary>逐行读取，一行至多若干字：没有换行的输入再长，也不会装进内存。</summary>
internal static class BoundedLines
{
    /// <summary>读出各行；太长的一行给出空值，其余的字略过。</summary>
    /// <param name="limit">一行至多几个字。</param>
    public static async IAsyncEnumerable<string?> Read(TextReader reader, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = ArrayPool<char>.Shared.Rent(1 << 14);
        var line = new StringBuilder();
        var (tooLong, started) = (false, false);
        try
        {
            while (await reader.ReadAsync(buffer.AsMemory(), cancellation) is > 0 and var count)
            {
                for (var at = 0; at < count;)
                {
                    var end = Array.IndexOf(buffer, '\n', at, count - at);
                    var part = buffer.AsMemory(at, (end < 0 ? count : end) - at);
                    started = true;
                    tooLong |= line.Length + part.Length > limit;
                    if (!tooLong) line.Append(part.Span);
                    at += part.Length + 1;
                    if (end < 0) break;
                    yield return tooLong ? null : line.ToString();
                    line.Clear();
                    (tooLong, started) = (false, false);
                }
            }

            if (started) yield return tooLong ? null : line.ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
