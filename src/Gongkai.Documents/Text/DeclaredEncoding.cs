using System.Buffers;
using System.Text;

namespace Gongkai.Documents.Text;

/// <summary>文件开头自称的编码：<c>charset=…</c>（网页）或 <c>encoding="…"</c>（XML）。</summary>
internal static class DeclaredEncoding
{
    private const int Head = 4096;

    private static readonly SearchValues<byte> NameEnd = SearchValues.Create("\"'; \t\r\n>/?"u8);

    /// <summary>自称的代码页；没有或认不得时为 0。</summary>
    public static int In(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Head)];
        return Named(head, "charset="u8) is var page and not 0 ? page : Named(head, "encoding="u8);
    }

    private static int Named(ReadOnlySpan<byte> head, ReadOnlySpan<byte> key)
    {
        var at = head.IndexOf(key);
        if (at < 0) return 0;
        var rest = head[(at + key.Length)..].TrimStart(" \"'"u8);
        var end = rest.IndexOfAny(NameEnd);
        return CodePage(Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]));
    }

    // 国内页面写 gb2312 的，实际多是 GBK，用它的超集来读。
    private static int CodePage(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => 65001,
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" or "936" => 54936,
        "big5" or "big5-hkscs" or "cp950" => 950,
        "utf-16" or "utf-16le" or "unicode" => 1200,
        "utf-16be" => 1201,
        _ => 0,
    };
}
