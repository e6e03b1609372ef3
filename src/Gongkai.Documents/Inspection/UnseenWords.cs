using System.Text;
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
                yield return new HiddenText($"第{page.Number}页", group.Key, text);
    }

    /// <summary>识别层的字在底下的图上看得见。</summary>
    private bool IsRecognised(Run run) => hasInvisible && run.Lightest - run.Darkest >= InkContrast;

    /// <summary>一个词里看不见的各段：中文一行是一个词，黑块可能只盖住其中几个字，所以逐字看。</summary>
    private IEnumerable<Run> Runs(PlacedWord word)
    {
        var down = word.Bottom - word.Top > (word.Right - word.Left) * 1.5 && word.Text.Length > 1;
        var widths = word.Text.Select(character => down || character >= '\u2E80' ? 1.0 : 0.5).ToArray();
        var total = widths.Sum();
        var text = new StringBuilder();
        var (at, darkest, lightest) = (0.0, 255, 0);
        for (var index = 0; index < word.Text.Length; index++)
        {
            var (from, to) = (at / total, (at + widths[index]) / total);
            at += widths[index];
            var (unseen, dark, light) = Look(word, down, from, to);
            if (unseen && char.IsLetterOrDigit(word.Text[index]))
            {
                text.Append(word.Text[index]);
                (darkest, lightest) = (Math.Min(darkest, dark), Math.Max(lightest, light));
                if (index < word.Text.Length - 1) continue;
            }
            else if (unseen && text.Length > 0 && index < word.Text.Length - 1) continue;

            if (text.Length >= LeastRun || (text.Length > 0 && text.Length == word.Text.Length)) yield return new Run(text.ToString(), darkest, lightest);
            text.Clear();
            (darkest, lightest) = (255, 0);
        }
    }

    private (bool Unseen, int Darkest, int Lightest) Look(PlacedWord word, bool down, double from, double to)
    {
        var (width, height) = (word.Right - word.Left, word.Bottom - word.Top);
        var (left, right) = down ? (word.Left, word.Right) : (word.Left + (width * from), word.Left + (width * to));
        var (top, bottom) = down ? (word.Top + (height * from), word.Top + (height * to)) : (word.Top, word.Bottom);
        var (x1, x2) = (Clamp(left * _scaleX, shown.Width), Clamp(Math.Ceiling(right * _scaleX), shown.Width));
        var (y1, y2) = (Clamp(top * _scaleY, shown.Height), Clamp(Math.Ceiling(bottom * _scaleY), shown.Height));
        if (x1 >= x2 || y1 >= y2) return (false, 0, 255);
        var (darkest, lightest) = (255, 0);
        for (var y = y1; y < y2; y++)
            for (var x = x1; x < x2; x++)
            {
                var at = (y * shown.Width) + x;
                int one = shown.Pixels[at], other = blank.Pixels[at];
                if (Math.Abs(one - other) >= LeastDifference) return (false, 0, 255);
                darkest = Math.Min(darkest, other);
                lightest = Math.Max(lightest, other);
            }

        return (true, darkest, lightest);
    }

    private static int Clamp(double value, int most) => (int)Math.Clamp(value, 0, most);
}
