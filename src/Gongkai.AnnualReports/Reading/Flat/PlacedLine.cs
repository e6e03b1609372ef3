using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>页面上的一行：中心高度相近的词，从左到右。</summary>
internal sealed record PlacedLine(List<PlacedWord> Words)
{
    public double Middle { get; } = Words.Average(word => (word.Top + word.Bottom) / 2);

    public double Height { get; } = Words.Min(word => word.Bottom - word.Top);

    /// <summary>把一页的词归成行。同一行里字号可以不同，所以比中心，不比基线。</summary>
    public static List<PlacedLine> Of(PlacedPage page)
    {
        var lines = new List<List<PlacedWord>>();
        foreach (var word in page.Words.OrderBy(MiddleOf))
        {
            // 竖排的一列字（宽远小于高）不参与分行，各自成行。
            var line = lines.Count > 0 ? lines[^1] : null;
            if (line is not null && MiddleOf(word) - MiddleOf(line[0]) < 0.45 * Math.Min(word.Bottom - word.Top, line[0].Bottom - line[0].Top)) line.Add(word);
            else lines.Add([word]);
        }

        return [.. lines.Select(words => new PlacedLine([.. words.OrderBy(word => word.Left)]))];
    }

    /// <summary>相邻的词连成一串文字：汉字之间不留空，隔得开的留一个空格。</summary>
    public static string Join(IReadOnlyList<PlacedWord> words)
    {
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < words.Count; index++)
        {
            if (index > 0)
            {
                var gap = words[index].Left - words[index - 1].Right;
                var height = Math.Min(words[index].Bottom - words[index].Top, words[index - 1].Bottom - words[index - 1].Top);
                var latin = char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(words[index].Text[0]);
                if (gap > height * 0.6 || (latin && gap > height * 0.1)) text.Append(' ');
            }

            text.Append(words[index].Text);
        }

        return text.ToString();
    }

    /// <summary>页码（“-3-”“— 3 —”“第3页”）不是内容。</summary>
    public bool IsPageNumber
    {
        get
        {
            var text = Folding.Of(string.Concat(Words.Select(word => word.Text))).Trim('-', '—', '–', '·', '第', '页', '/');
            return text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit) && Words.Count <= 4 && Folding.Of(string.Concat(Words.Select(word => word.Text))).Length > text.Length;
        }
    }

    private static double MiddleOf(PlacedWord word) => (word.Top + word.Bottom) / 2;
}
