using Gongkai.Documents.Ocr;

namespace Gongkai.Documents.Inspection;

/// <summary>一页上看不见的字：有字与没有字的两幅画面在它的位置没有差别。</summary>
/// <param name="shown">照原样画的。</param>
/// <param name="blank">去掉文字画的。</param>
/// <param name="page">各词的方框。</param>
/// <param name="hasInvisible">文件里有设为不可见的文字：可能是识别层。</param>
internal sealed class UnseenWords(PixelPage shown, PixelPage blank, PlacedPage page, bool hasInvisible)
{
    /// <summary>灰度差不到这么多，眼睛看不出来。</summary>
    private const int LeastDifference = 12;

    /// <summary>底下的画面明暗相差这么多，就是有字有图，不是一块单色。</summary>
    private const int InkContrast = 60;

    /// <summary>不比它暗的单色是白的。</summary>
    private const int NearWhite = 0xF0;

    /// <summary>连着少于两个字的，可能只是方框估得不准。</summary>
    private const int LeastRun = 2;

    private readonly double _scaleX = shown.Width / page.Width;
    private readonly double _scaleY = shown.Height / page.Height;

    /// <summary>看不见的一段，与它底下画面的明暗。</summary>
    private readonly record struct Run(string Text, int Darkest, int Lightest);

    public IEnumerable<HiddenText> Find()
    {
        if (shown.Width != blank.Width || shown.Height != blank.Height) yield break;
        var runs = page.Words.SelectMany(Runs).ToList();
        foreach (var group in runs.Where(run => !IsRecognised(run)).GroupBy(run => run.Darkest >= NearWhite ? HiddenHow.White : HiddenHow.Covered))
            if (string.Join(' ', group.Select(run => run.Text)) is var text && text.Count(char.IsLetterOrDigit) >= LeastRun)
                yield return new HiddenText(Say($"第{page.Number}页", $"page {page.Number}"), group.Key, text);
    }

    /// <summary>识别层的字在底下的图上看得见。</summary>
    private bool IsRecognised(Run run) => hasInvisible && run.Lightest - run.Darkest >= InkContrast;

    /// <summary>一个词里看不见的各段：中文一行是一个词，黑块可能只盖住其中几个字，所以逐字看。</summary>
    private IEnumerable<Run> Runs(PlacedWord word)
    {
        var looks = Look(word);
        foreach (var (first, last) in Stretches(word, looks))
        {
            var part = looks[first..last];
            yield return new Run(string.Concat(word.Text[first..last].Where(char.IsLetterOrDigit)), part.Min(one => one.Darkest), part.Max(one => one.Lightest));
        }
    }

    /// <summary>看得见的各段，各有自己的方框；紧挨着看不见的几个字也不要，方框是估的。</summary>
    public IEnumerable<PlacedWord> Seen(PlacedWord word)
    {
        const int Beside = 2;
        var looks = Look(word);
        var gone = Stretches(word, looks).ToList();
        if (IsDown(word) && gone.Count > 0) yield break;
        var kept = looks.Select((_, index) => !gone.Exists(one => index >= one.First - Beside && index < one.Last + Beside)).ToList();
        for (var first = 0; first < kept.Count; first++)
        {
            if (!kept[first]) continue;
            var last = first;
            while (last < kept.Count && kept[last]) last++;
            var width = word.Right - word.Left;
            if (looks[first..last].Max(one => one.Contrast) >= InkContrast + Beside) yield return word with { Text = word.Text[first..last], Left = word.Left + (width * looks[first].From), Right = word.Left + (width * looks[last - 1].To) };
            first = last;
        }
    }

    /// <summary>一个字：在词的方框里从几成到几成，看不看得见，底下的画面多暗多亮，连字在内的明暗差。</summary>
    private readonly record struct Glyph(double From, double To, bool Unseen, int Darkest, int Lightest, int Contrast);

    private Glyph[] Look(PlacedWord word)
    {
        var down = IsDown(word);
        var widths = word.Text.Select(character => down || character >= '\u2E80' ? 1.0 : 0.5).ToArray();
        var (at, total) = (0.0, widths.Sum());
        var glyphs = new Glyph[widths.Length];
        for (var index = 0; index < widths.Length; index++)
        {
            var (from, to) = (at / total, (at + widths[index]) / total);
            at += widths[index];
            glyphs[index] = Look(word, down, from, to);
        }

        return glyphs;
    }

    /// <summary>连着看不见的各段，从哪一字到哪一字（不含）；中间的标点算在内，太短的不算。</summary>
    private static IEnumerable<(int First, int Last)> Stretches(PlacedWord word, Glyph[] looks)
    {
        for (var first = 0; first < looks.Length; first++)
        {
            if (!looks[first].Unseen || !char.IsLetterOrDigit(word.Text[first])) continue;
            var last = first;
            while (last < looks.Length && looks[last].Unseen) last++;
            var letters = word.Text[first..last].Count(char.IsLetterOrDigit);
            if (letters >= LeastRun || last - first == word.Text.Length) yield return (first, last);
            first = last;
        }
    }

    private static bool IsDown(PlacedWord word) => word.Bottom - word.Top > (word.Right - word.Left) * 1.5 && word.Text.Length > 1;

    private Glyph Look(PlacedWord word, bool down, double from, double to)
    {
        var (width, height) = (word.Right - word.Left, word.Bottom - word.Top);
        var (left, right) = down ? (word.Left, word.Right) : (word.Left + (width * from), word.Left + (width * to));
        var (top, bottom) = down ? (word.Top + (height * from), word.Top + (height * to)) : (word.Top, word.Bottom);
        var (x1, x2) = (Clamp(left * _scaleX, shown.Width), Clamp(Math.Ceiling(right * _scaleX), shown.Width));
        var (y1, y2) = (Clamp(top * _scaleY, shown.Height), Clamp(Math.Ceiling(bottom * _scaleY), shown.Height));
        if (x1 >= x2 || y1 >= y2) return new Glyph(from, to, false, 0, 255, 0);
        var (darkest, lightest, inkiest, palest, unseen) = (255, 0, 255, 0, true);
        for (var y = y1; y < y2; y++)
            for (var x = x1; x < x2; x++)
            {
                var at = (y * shown.Width) + x;
                int one = shown.Pixels[at], other = blank.Pixels[at];
                unseen &= Math.Abs(one - other) < LeastDifference;
                (darkest, lightest) = (Math.Min(darkest, other), Math.Max(lightest, other));
                (inkiest, palest) = (Math.Min(inkiest, one), Math.Max(palest, one));
            }

        return new Glyph(from, to, unseen, darkest, lightest, palest - inkiest);
    }

    private static int Clamp(double value, int most) => (int)Math.Clamp(value, 0, most);
}
