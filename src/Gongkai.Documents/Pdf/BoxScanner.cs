using System.Buffers.Text;
using System.Text;

namespace Gongkai.Documents.Pdf;

/// <summary>
/// 扫读 <c>pdftotext -bbox</c> 的输出。只认 page 与 word 两种标记：文字里的尖括号都已转义，
/// 所以逐个找“&lt;”就够，不必当作 XML 解析；字节直接变成坐标与词，不经过整篇的字符串。
/// </summary>
internal static class BoxScanner
{
    /// <param name="output">程序的输出，UTF-8。</param>
    /// <param name="maxPages">最多收几页，其余不看。</param>
    public static List<PlacedPage> Scan(ReadOnlySpan<byte> output, int maxPages)
    {
        var pages = new List<PlacedPage>();
        var body = output.IndexOf("<doc>"u8);
        if (body < 0) return pages;
        var rest = output[body..];
        while (pages.Count < maxPages && NextTag(ref rest, "<page "u8))
        {
            var tag = TakeTag(ref rest);
            var (width, height) = (Attribute(ref tag), Attribute(ref tag));
            var words = TakeWords(ref rest);
            if (IsTurned(words, width, height)) (width, height) = (height, width);
            var number = pages.Count + 1;
            pages.Add(new PlacedPage(number, width, height, words, new Place(Page: number)));
        }

        return pages;
    }

    private static List<PlacedWord> TakeWords(ref ReadOnlySpan<byte> rest)
    {
        var words = new List<PlacedWord>();
        for (var at = rest.IndexOf((byte)'<'); at >= 0; at = rest.IndexOf((byte)'<'))
        {
            rest = rest[at..];
            if (rest.StartsWith("</page"u8)) break;
            if (!rest.StartsWith("<word "u8))
            {
                rest = rest[1..];
                continue;
            }

            var tag = TakeTag(ref rest);
            var end = rest.IndexOf((byte)'<');
            if (end < 0) break;
            var text = TextOf(rest[..end]);
            rest = rest[end..];
            if (string.IsNullOrWhiteSpace(text)) continue;
            words.Add(new PlacedWord(text, Attribute(ref tag), Attribute(ref tag), Attribute(ref tag), Attribute(ref tag)));
        }

        return words;
    }

    // 旋转过的页，poppler 给的词已经转正，页的宽高却还是转之前的。
    private static bool IsTurned(List<PlacedWord> words, double width, double height) =>
        words.Exists(word => word.Right > width + 1 || word.Bottom > height + 1)
        && words.TrueForAll(word => word.Right <= height + 1 && word.Bottom <= width + 1);

    private static bool NextTag(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name)
    {
        var at = rest.IndexOf(name);
        if (at < 0) return false;
        rest = rest[at..];
        return true;
    }

    private static ReadOnlySpan<byte> TakeTag(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'>');
        if (end < 0) end = rest.Length - 1;
        var tag = rest[..end];
        rest = rest[(end + 1)..];
        return tag;
    }

    /// <summary>取出标记里下一个引号内的数；没有或不是数的当作 0。</summary>
    private static double Attribute(ref ReadOnlySpan<byte> tag)
    {
        var open = tag.IndexOf((byte)'"');
        if (open < 0) return 0;
        tag = tag[(open + 1)..];
        _ = Utf8Parser.TryParse(tag, out double value, out _);
        var close = tag.IndexOf((byte)'"');
        tag = close < 0 ? [] : tag[(close + 1)..];
        return double.IsFinite(value) ? value : 0;
    }

    private static string TextOf(ReadOnlySpan<byte> text)
    {
        var decoded = Encoding.UTF8.GetString(text);
        return text.Contains((byte)'&') ? System.Net.WebUtility.HtmlDecode(decoded) : decoded;
    }
}
