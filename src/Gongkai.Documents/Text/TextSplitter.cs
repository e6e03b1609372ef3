using System.Buffers;
using Gongkai.Law;

namespace Gongkai.Documents.Text;

/// <summary>把文字分成行：回车、换行、回车换行是一行之末，换页符另起一页，垂直制表符另起一行而不加行号。</summary>
internal static class TextSplitter
{
    private const int CancelEvery = 4096;

    private static readonly SearchValues<char> Usual = SearchValues.Create("\r\n");
    private static readonly SearchValues<char> Rare = SearchValues.Create("\v\f\u0085\u2028\u2029");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    public static Outcome<IReadOnlyList<Block>> Split(string text, ReadLimits limits, CancellationToken cancel)
    {
        var lines = new List<Block>();
        var rare = text.AsSpan().ContainsAny(Rare);
        var page = rare && text.Contains('\f', StringComparison.Ordinal) ? 1 : 0;
        var line = 1;
        var breaks = rare ? Breaks : Usual;
        var start = 0;
        while (start < text.Length)
        {
            if (lines.Count == limits.Blocks) return Unreadable.TooManyBlocks(limits.Blocks);
            if (lines.Count % CancelEvery == 0) cancel.ThrowIfCancellationRequested();
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny(breaks);
            var end = length < 0 ? rest.Length : length;
            var mark = length < 0 ? '\n' : rest[length];
            if (end > 0 || mark != '\f')
                lines.Add(new TextLine(rest[..end].ToString(), new Place(page, line)));
            start += end + (mark == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
            if (mark == '\f') page++;
            else if (mark != '\v') line++;
        }

        return lines;
    }
}
