namespace Gongkai.Documents.Layout;

/// <summary>把一页的词归成行，自上而下。</summary>
public static class PageLines
{
    // 同一行的字号可以不同，基线因而不同，所以比中线：中线相差不到较矮者的这么多，算同一行。
    private const double MiddleTolerance = 0.45;

    // 光学识别的方框紧贴笔画，逗号与“一”很矮：多半落在行内的也算。
    private const double SmallShare = 0.6;

    private const double InsideShare = 0.5;

    // 词已按中线排好，只有最近几行还可能收下它。
    private const int OpenLines = 6;

    /// <summary>竖排的词各自成行，不把它旁边的几行粘在一起。</summary>
    public static IReadOnlyList<PageLine> Of(PlacedPage page) => Of(page.Number, page.Words);

    internal static IReadOnlyList<PageLine> Of(int page, IEnumerable<PlacedWord> words)
    {
        var lines = new List<OpenLine>();
        var upended = new List<PageLine>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (word.IsUpended)
            {
                upended.Add(PageLine.Of(page, [word]));
                continue;
            }

            var line = lines.TakeLast(OpenLines).LastOrDefault(line => line.Accepts(word));
            if (line is null) lines.Add(line = new OpenLine());
            line.Add(word);
        }

        return [.. lines.Select(line => PageLine.Of(page, line.Words)).Concat(upended).OrderBy(line => line.Middle).ThenBy(line => line.Left)];
    }

    /// <summary>还在收词的一行。</summary>
    private sealed class OpenLine
    {
        private double _middles;
        private double _height;

        public List<PlacedWord> Words { get; } = [];

        public void Add(PlacedWord word)
        {
            Words.Add(word);
            _middles += word.Middle;
            _height = Math.Max(_height, word.Height);
        }

        public bool Accepts(PlacedWord word)
        {
            var middle = _middles / Words.Count;
            if (Math.Abs(word.Middle - middle) < MiddleTolerance * Math.Min(word.Height, _height)) return true;
            return word.Height < _height * SmallShare
                && Boxes.Overlap(word.Top, word.Bottom, middle - _height / 2, middle + _height / 2) > word.Height * InsideShare;
        }
    }
}
