using System.Buffers;

namespace Gongkai.Scanning.Reading;

/// <summary>
/// 供检测的文字：归一后的全文、回到原文的位置、一遍扫过得到的特征与数字段。
/// 文件的各段、各单元格接成一篇，用换行与制表符隔开，所以断在两行或两格的号码也连得起来。
/// </summary>
internal sealed class ScanText
{
    private static readonly SearchValues<char> TokenEnds = SearchValues.Create(" \t\r\n\u3000，。；（）()|");

    private readonly TextPlaces _places;
    private readonly int[]? _map;
    private IReadOnlyList<ScanTable>? _tables;

    private ScanText(string text, int[]? map, CharTraits traits, DigitPieces digits, TextPlaces places)
    {
        Text = text;
        _map = map;
        Traits = traits;
        Digits = digits;
        _places = places;
    }

    /// <summary>归一后的全文；没有要归一的字时就是原文。</summary>
    public string Text { get; }

    /// <summary>全文各字特征之和。</summary>
    public CharTraits Traits { get; }

    public DigitPieces Digits { get; }

    /// <summary>文中的表格：文件里的表格，或文字里用竖线、制表符、多个空格排出来的表格。</summary>
    public IReadOnlyList<ScanTable> Tables => _tables ??= TextTables.Find(Text);

    public static ScanText Of(string source, TextPlaces places)
    {
        var (traits, digits) = Survey(source);
        if (!traits.HasAny(CharTraits.Foldable | CharTraits.ZeroWidth)) return new ScanText(source, null, traits, digits, places);
        var (text, map) = Folding.Fold(source);
        (traits, digits) = Survey(text);
        return new ScanText(text, map, traits, digits, places);
    }

    /// <summary>全文有没有带这种特征的字。</summary>
    public bool Has(CharTraits traits) => Traits.HasAny(traits);

    /// <summary>原文的出处：<paramref name="start"/> 起、<paramref name="end"/> 止（不含）的字在哪里。</summary>
    public string Where(int start, int end) => _places.Of(InSource(start), InSource(Math.Max(start, end - 1)));

    /// <summary>紧靠在前面的文字，最多 <paramref name="length"/> 个字。</summary>
    public ReadOnlySpan<char> Before(int position, int length) =>
        Text.AsSpan(Math.Max(0, position - length), Math.Min(position, length));

    /// <summary>紧跟在后面的文字，最多 <paramref name="length"/> 个字。</summary>
    public ReadOnlySpan<char> After(int position, int length) =>
        Text.AsSpan(position, Math.Min(Text.Length - position, length));

    /// <summary>同一行里在它前面的文字，最多 <paramref name="length"/> 个字：没有换行的长文也只看这么远。</summary>
    public ReadOnlySpan<char> LineBefore(int position, int length)
    {
        var before = Before(position, length);
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    /// <summary>同一行里从它起的文字，最多 <paramref name="length"/> 个字。</summary>
    public ReadOnlySpan<char> LineFrom(int position, int length)
    {
        var after = After(position, length);
        var end = after.IndexOf('\n');
        return end < 0 ? after : after[..end];
    }

    /// <summary>前面不远处有没有这些字样之一，例如“手机”“账号”。</summary>
    public bool IsLabelled(int position, int within, params ReadOnlySpan<string> labels) =>
        Passage.ContainsAny(Before(position, within), labels);

    /// <summary>是不是网址的一部分：网址里常有很长的数字，会碰巧通过校验。</summary>
    public bool IsInWebAddress(int position)
    {
        var before = Before(position, 200);
        var token = before[(before.LastIndexOfAny(TokenEnds) + 1)..];
        return token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>归一后的位置在原文里是第几个字。</summary>
    public int InSource(int position) => _map is null ? position : _map[position];

    /// <summary>一遍扫过：合计特征，切出数字段。</summary>
    private static (CharTraits Traits, DigitPieces Digits) Survey(string text)
    {
        var digits = new DigitPieces();
        var all = CharTraits.None;
        var previous = CharTraits.None;
        for (int index = 0; index < text.Length; index++)
        {
            var traits = CharTable.Of(text[index]);
            if (traits == CharTraits.Digit)
            {
                int end = index + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                digits.Add(text, index, end);
                index = end - 1;
            }
            else if (traits == CharTraits.Letter && previous.HasAny(CharTraits.Province))
            {
                all |= CharTraits.Plate;
            }

            all |= traits;
            previous = traits;
        }

        digits.Close();
        return (all, digits);
    }
}
