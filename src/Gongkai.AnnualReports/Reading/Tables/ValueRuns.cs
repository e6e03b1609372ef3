using System.Buffers;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>一段文字里的数：数字连同紧跟的单位（“251000元”），或者整段就是“无”“/”。</summary>
internal static class ValueRuns
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Continuing = SearchValues.Create("0123456789.,");

    public static IEnumerable<(int Start, int End)> In(string content, int from, int to)
    {
        if (from >= to) yield break;
        if (content.AsSpan(from, to - from).IndexOfAny(Digits) < 0)
        {
            if (ValueText.IsValue(content.AsSpan(from, to - from))) yield return (from, to);
            yield break;
        }

        for (var at = from; at < to;)
        {
            var next = content.AsSpan(at, to - at).IndexOfAny(Digits);
            if (next < 0) yield break;
            var start = at + next;
            var length = content.AsSpan(start, to - start).IndexOfAnyExcept(Continuing);
            var end = length < 0 ? to : start + length;
            while (end > start + 1 && content[end - 1] is '.' or ',') end--;
            if (start > from && content[start - 1] is '-' or '+' or '增' or '减') start--;
            for (var unit = Math.Min(2, to - end); unit > 0; unit--)
            {
                if (!ValueText.IsRaw(content.AsSpan(start, end + unit - start))) continue;
                end += unit;
                break;
            }

            at = end;
            if (!IsEnumerator(content, end, to)) yield return (start, end);
        }
    }

    /// <summary>“5.属于”“2020年”里的数字不是值：前者是认不出的标签的序号，后者是年份。</summary>
    private static bool IsEnumerator(string content, int end, int to)
    {
        if (end >= to) return false;
        return content[end] == '年' || (content[end] is '.' or '、' && end + 1 < to && !char.IsAsciiDigit(content[end + 1]));
    }
}
