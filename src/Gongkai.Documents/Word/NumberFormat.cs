using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Word;

/// <summary>自动编号的数字写法（w:numFmt）。</summary>
internal static class NumberFormat
{
    private const string Digits = "零一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Format(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting"
            or "taiwaneseCountingThousand" or "ideographEnclosedCircle" => Counting(number, Digits, "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counting(number, LegalDigits, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Positional(number),
        "ideographTraditional" => Cyclic(number, Stems),
        "ideographZodiac" => Cyclic(number, Branches),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Enclosed(number, '①'),
        "decimalEnclosedParen" => Enclosed(number, '⑴'),
        "decimalEnclosedFullstop" => Enclosed(number, '⒈'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => FullWidth(number),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Counting(int number, string digits, string units)
    {
        if (number is <= 0 or >= 10_000) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        var zero = false;
        for (int place = 3, power = 1000; place >= 0; place--, power /= 10)
        {
            var digit = number / power % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero) text.Append(digits[0]);
            zero = false;

            // 十一，不写一十一；一百一十，要写。
            if (!(place == 1 && digit == 1 && text.Length == 0)) text.Append(digits[digit]);
            if (place > 0) text.Append(units[place - 1]);
        }

        return text.ToString();
    }

    private static string Positional(int number) => string.Concat(
        number.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '0' ? '〇' : char.IsAsciiDigit(digit) ? Digits[digit - '0'] : digit));

    private static string Cyclic(int number, string letters) => number > 0 ? letters[(number - 1) % letters.Length].ToString() : "";

    private static string Enclosed(int number, char first) =>
        number is >= 1 and <= 20 ? ((char)(first + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);

    private static string FullWidth(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit + ('！' - '!'))));

    // A … Z，AA … ZZ：同一个字母重复，是 Word 的写法。
    private static string Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : "";

    private static string Roman(int number)
    {
        if (number is <= 0 or >= 4000) return number.ToString(CultureInfo.InvariantCulture);
        (int Value, string Text)[] numerals =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, numeral) in numerals)
            for (; number >= value; number -= value)
                text.Append(numeral);
        return text.ToString();
    }
}
