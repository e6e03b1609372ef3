using System.Buffers;

namespace Gongkai.AnnualReports.Rules.Prose;

/// <summary>读一个带单位的数、一个百分数或一个年份。没有单位的数（文号、页码、日期）不读。</summary>
internal static class NumberReader
{
    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly SearchValues<char> ChineseNumerals = SearchValues.Create("零〇一二两三四五六七八九十百千万");

    // 长的在前：“万元”先于“元”，“人次”先于“人”。
    private static readonly string[] Units =
    [
        "批次", "件次", "人次", "场次", "期次", "条次", "亿元", "万元", "元", "件", "条", "份", "宗", "起", "例", "篇", "期", "项", "个", "次", "部", "则", "封", "人", "场", "家", "户", "名", "张", "册", "处", "批", "种", "组", "幅", "站",
    ];

    // 汉字数目只认这几个单位：别的单位前面的“一”“三”多半不是计数（一个、三项制度、五次全会）。
    private static readonly string[] UnitsOfChineseNumerals = ["件", "份", "条", "宗", "起", "例"];

    private static readonly SearchValues<char> FirstOfChineseUnits = SearchValues.Create("件份条宗起例");

    private static readonly SearchValues<char> BeforeUnits = SearchValues.Create("零〇一二两三四五六七八九十百千万亿余多来几");

    /// <summary>这个字可以是一个数的第一个字。</summary>
    public static bool MayStart(char character) => char.IsAsciiDigit(character) || ChineseNumerals.Contains(character);

    /// <summary>第一个可能是汉字写的数的单位的地方：紧跟在数字或“余、多、万”一类的字后面；没有时为 -1。</summary>
    public static int IndexOfChinese(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(FirstOfChineseUnits); at >= 0;)
        {
            if (at > 0 && BeforeUnits.Contains(text[at - 1])) return at;
            var next = text[(at + 1)..].IndexOfAny(FirstOfChineseUnits);
            if (next < 0) return -1;
            at += next + 1;
        }

        return -1;
    }

    public static bool TryRead(ReadOnlySpan<char> text, int index, out Token token)
    {
        token = default;
        var c = text[index];
        if (char.IsAsciiDigit(c)) return TryReadDigits(text, index, out token);
        return ChineseNumerals.Contains(c) && TryReadChinese(text, index, out token);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int start, out Token token)
    {
        token = default;
        var before = start > 0 ? text[start - 1] : '\0';
        if (char.IsAsciiLetterOrDigit(before) || before is '.' or '/' or '第' or '〔' or '[') return false;
        var index = start;
        var value = 0m;
        var scale = 0;
        var digits = 0;
        for (; index < text.Length && digits <= 20; index++)
        {
            var c = text[index];
            if (char.IsAsciiDigit(c))
            {
                value = value * 10 + (c - '0');
                digits++;
                if (scale > 0) scale++;
            }
            else if (c == '.' && scale == 0 && IsDigitAt(text, index + 1))
            {
                scale = 1;
            }
            else if (!(c == ',' && scale == 0 && IsThousands(text, index)))
            {
                break;
            }
        }

        for (; scale > 1; scale--) value /= 10;
        var approximate = IsApproximatedBefore(text, start);
        if (index < text.Length && text[index] == '年' && digits == 4 && value is >= 1949 and <= 2100)
        {
            token = new Token(Term.Year, start, index + 1 - start) { Value = value };
            return true;
        }

        if (index < text.Length && text[index] == '%')
        {
            token = new Token(Term.Percent, start, index + 1 - start) { Value = value, Unit = "%" };
            return true;
        }

        var dubious = IsRange(text, index) || IsGlued(text, start, index);
        return TryReadUnit(text, start, index, value, approximate, dubious, Units, out token);
    }

    private static bool TryReadChinese(ReadOnlySpan<char> text, int start, out Token token)
    {
        token = default;
        if (start > 0 && ("第每逐任某这那同各另唯之".Contains(text[start - 1]) || ChineseNumerals.Contains(text[start - 1]) || char.IsAsciiDigit(text[start - 1]))) return false;
        var index = start;
        var total = 0m;
        var section = 0m;
        var digit = 0m;
        var read = false;
        for (; index < text.Length && ChineseNumerals.Contains(text[index]); index++)
        {
            var c = text[index] is '两' ? '二' : text[index] is '〇' ? '零' : text[index];
            if (ChineseDigits.IndexOf(c) is >= 0 and var number)
            {
                digit = number;
                read = true;
                continue;
            }

            var unit = c switch { '十' => 10m, '百' => 100m, '千' => 1000m, _ => 10000m };
            if (unit == 10000m)
            {
                total = (total + section + digit) * unit;
                section = 0;
            }
            else
            {
                section += (digit == 0 && unit == 10 && section == 0 ? 1 : digit) * unit;
            }

            read |= unit == 10m || digit > 0;
            digit = 0;
        }

        if (!read || !TryReadUnit(text, start, index, total + section + digit, IsApproximatedBefore(text, start), false, UnitsOfChineseNumerals, out token)) return false;
        // “一件事”“一条龙”“一件一档”不是计数。
        return token.End >= text.Length || !"事龙线鞭例一心".Contains(text[token.End]);
    }

    private static bool TryReadUnit(
        ReadOnlySpan<char> text, int start, int index, decimal value, bool approximate, bool dubious, string[] units, out Token token)
    {
        token = default;
        approximate |= SkipApproximation(text, ref index);
        var multiplied = '\0';
        if (index < text.Length && text[index] is '万' or '亿')
        {
            multiplied = text[index];
            index++;
            approximate |= SkipApproximation(text, ref index);
        }

        var bare = value == 0 && start > 0 && text[start - 1] == '为' && (index >= text.Length || "，。；、）".Contains(text[index]));
        if ((FindUnit(text[index..], units) ?? (bare ? "" : null)) is not { } unit) return false;
        index += unit.Length;
        // “诉讼数为0”“申请为零”：零可以不带单位。
        if (bare) unit = "件";
        if (multiplied != '\0' && unit == "元") unit = multiplied == '万' ? "万元" : "亿元";
        else if (multiplied != '\0') value *= multiplied == '万' ? 1_0000 : 1_0000_0000;
        var rest = text[index..];
        if (IsPrice(text[..start], unit, rest)) return false;
        // “20个工作日”“3个月”“5部门”说的不是件数。
        if (unit == "个" && (rest.StartsWith("工作日") || rest.StartsWith("月") || rest.StartsWith("小时"))) return false;
        approximate |= rest.StartsWith("左右") || rest.StartsWith("以上") || rest.StartsWith("以内") || rest.StartsWith("上下");
        token = new Token(Term.Number, start, index - start)
        {
            Value = value,
            Unit = unit,
            Exactness = approximate ? Exactness.Approximate : Exactness.Exact,
            Dubious = dubious,
        };
        return true;
    }

    /// <summary>“10元/页”“每件100元”是收费标准，不是收了多少钱。</summary>
    private static bool IsPrice(ReadOnlySpan<char> before, string unit, ReadOnlySpan<char> after) =>
        unit is "元" or "万元"
        && (after.StartsWith("/") || after.StartsWith("每") || before.EndsWith("每件") || before.EndsWith("每页") || before.EndsWith("每张") || before.EndsWith("每份") || before.EndsWith("每条"));

    private static string? FindUnit(ReadOnlySpan<char> text, string[] units)
    {
        if (text.IsEmpty) return null;
        foreach (var unit in units)
            if (text[0] == unit[0] && text.StartsWith(unit, StringComparison.Ordinal)) return unit;
        return null;
    }

    private static bool SkipApproximation(ReadOnlySpan<char> text, ref int index)
    {
        if (index >= text.Length || text[index] is not ('余' or '多' or '来' or '几')) return false;
        index++;
        return true;
    }

    private static bool IsApproximatedBefore(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return false;
        return text[start - 1] is '约' or '近' or '逾' or '超' || text[..start].EndsWith("超过") || text[..start].EndsWith("至少") || text[..start].EndsWith("不少于");
    }

    // “3至5件”“3-5件”：区间的两端都不是那个数。
    private static bool IsRange(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] is '至' or '-' or '—' or '–' or '－' && char.IsAsciiDigit(text[end + 1]);

    private static bool IsGlued(ReadOnlySpan<char> text, int start, int end)
    {
        if (start < 2 || !char.IsAsciiDigit(text[start - 2])) return false;
        return text[start - 1] switch
        {
            ' ' or '至' or '-' or '—' or '–' or '－' => true,
            '，' => end - start == 3, // 全角逗号也可能是千分位
            _ => false,
        };
    }

    private static bool IsThousands(ReadOnlySpan<char> text, int comma) =>
        IsDigitAt(text, comma + 1) && IsDigitAt(text, comma + 2) && IsDigitAt(text, comma + 3) && !IsDigitAt(text, comma + 4);

    private static bool IsDigitAt(ReadOnlySpan<char> text, int index) => index < text.Length && char.IsAsciiDigit(text[index]);
}
