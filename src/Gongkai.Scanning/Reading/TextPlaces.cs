namespace Gongkai.Scanning.Reading;

/// <summary>出处：原文的第几个字在哪里。文字按行，文件按段落、表格、部件。</summary>
internal sealed class TextPlaces
{
    private readonly string _source;
    private readonly IReadOnlyList<(int Start, string Place)>? _segments;
    private List<int>? _lineStarts;

    private TextPlaces(string source, IReadOnlyList<(int Start, string Place)>? segments)
    {
        _source = source;
        _segments = segments;
    }

    /// <summary>以行号为出处。</summary>
    public static TextPlaces Lines(string source) => new(source, null);

    /// <summary>以各段自带的出处为准，<paramref name="segments"/> 按开头的位置排列。</summary>
    public static TextPlaces Segments(string source, IReadOnlyList<(int Start, string Place)> segments) => new(source, segments);

    /// <summary>从 <paramref name="first"/> 到 <paramref name="last"/>（含）的出处；跨了几行或几格的，首尾都写。</summary>
    public string Of(int first, int last)
    {
        if (_segments is null)
        {
            var (from, to) = (LineOf(first), LineOf(last));
            return from == to ? Say($"第{from}行", $"line {from}") : Say($"第{from}—{to}行", $"lines {from}-{to}");
        }

        var (begin, end) = (SegmentOf(first), SegmentOf(last));
        return begin == end ? begin : Say($"{begin}至{end}", $"{begin} to {end}");
    }

    private string SegmentOf(int position)
    {
        int low = 0, high = _segments!.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return _segments.Count == 0 ? "" : _segments[low].Place;
    }

    private int LineOf(int position)
    {
        if (_lineStarts is null)
        {
            _lineStarts = [0];
            for (var index = _source.IndexOf('\n'); index >= 0; index = _source.IndexOf('\n', index + 1)) _lineStarts.Add(index + 1);
        }

        var found = _lineStarts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}
