using System.Buffers;
using System.Globalization;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>格子里的文字：是数字、是别的值（“无”“增4”“251000元”），还是标签的一部分。</summary>
internal static class ValueText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    /// <summary>本程序写的文件里，读不准的格子印着它；归一后的写法。</summary>
    private static readonly string UnreadMark = Folding.Of(UnreadCells.Mark);

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "无", "零", "没有", "暂无", "若干", "不适用", "未统计", "空", "/", "\\", "-", "--", "─", "·", "…", "……", "×", "N/A", "n/a", UnreadMark,
    };

    private static readonly string[] Units = ["万元", "亿元", "元", "件", "项", "个", "条", "次", "宗", "起", "份", "%"];

    /// <summary>是不是值，而不是标签的一截。</summary>
    public static bool IsValue(ReadOnlySpan<char> folded) => folded.Length > 0 && (IsNumeric(folded) || IsRaw(folded));

    /// <summary>写着“读不准”。</summary>
    public static bool IsUnreadMark(ReadOnlySpan<char> folded) => folded.SequenceEqual(UnreadMark);

    /// <summary>只含数字、小数点、千分位，可带正负号。</summary>
    public static bool IsNumeric(ReadOnlySpan<char> folded)
    {
        var digits = folded.Length > 0 && folded[0] is '+' or '-' ? folded[1..] : folded;
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && digits.IndexOfAnyExcept(NumberCharacters) < 0;
    }

    /// <summary>印着值，却不是数字。</summary>
    public static bool IsRaw(ReadOnlySpan<char> folded)
    {
        if (folded.Length > 24) return false;
        if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded)) return true;
        if (folded[0] is '增' or '减' or '约' or '近' or '共' && folded.Length > 1 && char.IsAsciiDigit(folded[1])) return true;
        foreach (var unit in Units)
            if (folded.EndsWith(unit) && IsNumeric(folded[..^unit.Length])) return true;
        return char.IsAsciiDigit(folded[0]) && folded[^1] is '余' or '多' && IsNumeric(folded[..^1]);
    }

    /// <summary>把一格的文字读成格子。</summary>
    /// <param name="folded">归一后的文字。</param>
    /// <param name="original">印出来的原文，去掉首尾空白。</param>
    public static Cell Parse(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, Place place)
    {
        if (folded.Length == 0) return Cell.Blank(place);
        if (IsShortCount(folded, out var count) && original.SequenceEqual(folded)) return Cell.Of(count, place);
        if (IsUnreadMark(folded)) return Cell.Unread(place);
        return Number(folded) is { } value
            ? original.SequenceEqual(folded) && IsPlain(folded) ? Cell.Of(value, place) : Cell.OfPrinted(value, WithoutSpaces(original), place)
            : Cell.Raw(WithoutSpaces(original), place);
    }

    /// <summary>绝大多数格子：几位数字，没有前导零。不必走一般的路。</summary>
    private static bool IsShortCount(ReadOnlySpan<char> folded, out int count)
    {
        count = 0;
        if (folded.Length > 9 || (folded[0] == '0' && folded.Length > 1)) return false;
        foreach (var character in folded)
        {
            if (!char.IsAsciiDigit(character)) return false;
            count = (count * 10) + character - '0';
        }

        return true;
    }

    /// <summary>数字的值；前导零、错位的千分位、两个小数点都不算数字。</summary>
    public static decimal? Number(ReadOnlySpan<char> folded)
    {
        var negative = folded.Length > 0 && folded[0] == '-';
        var digits = folded.Length > 0 && folded[0] is '+' or '-' ? folded[1..] : folded;
        if (digits.Length is 0 or > 20 || !IsNumeric(digits)) return null;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        if (point >= 0 && (point == digits.Length - 1 || digits[(point + 1)..].IndexOfAny('.', ',') >= 0)) return null;
        if (whole.Length == 0 || (whole.Length > 1 && whole[0] == '0' && point != 1)) return null;
        if (whole.Contains(',') && !IsGrouped(whole)) return null;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? negative ? -value : value
            : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> folded) => folded[0] != '+' && !folded.Contains(',');

    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOf(',');
        if (first is 0 or > 3) return false;
        for (var at = first; at < whole.Length; at += 4)
            if (whole[at] != ',' || at + 3 >= whole.Length || whole.Slice(at + 1, 3).Contains(',')) return false;
        return (whole.Length - first) % 4 == 0;
    }

    private static string WithoutSpaces(ReadOnlySpan<char> text)
    {
        var result = text.ToString();
        return result.AsSpan().IndexOfAny(' ', '\u3000', '\u00A0') < 0 && !result.Any(char.IsWhiteSpace) ? result : string.Concat(result.Where(character => !char.IsWhiteSpace(character)));
    }
}
