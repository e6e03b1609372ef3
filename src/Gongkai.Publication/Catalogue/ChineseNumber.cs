namespace Gongkai.Publication.Catalogue;

/// <summary>汉字数目，一至九千九百九十九：令号常写作“第七百一十一号”。</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>读出的数；不是汉字数目的为空。</summary>
    public static int? Parse(string text)
    {
        if (text.Length == 0 || char.IsAsciiDigit(text[0])) return null;
        var plain = text.Replace('零', '〇');
        return plain.All(Digits.Contains) ? Positional(plain) : Spelled(plain);
    }

    private static int Positional(string digits) => digits.Aggregate(0, (number, digit) => number * 10 + Digits.IndexOf(digit, StringComparison.Ordinal));

    private static int? Spelled(string text)
    {
        int total = 0, digit = 0, last = int.MaxValue;
        foreach (var character in text)
        {
            var unit = character switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                digit = Digits.IndexOf(character, StringComparison.Ordinal);
                continue;
            }

            if (unit >= last) return null;
            // “十二”省去了前面的“一”。
            total += (digit == 0 ? 1 : digit) * unit;
            (digit, last) = (0, unit);
        }

        return total + digit;
    }
}
