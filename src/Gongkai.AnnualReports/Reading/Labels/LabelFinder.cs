using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>找到的标签：内容的一段 [Start, End)。</summary>
internal sealed record FoundLabel(LabelPattern Pattern, int Start, int End, LabelMatch Match);

/// <summary>在归一的内容里找标签：按文字找，不按位置。</summary>
internal static class LabelFinder
{
    /// <summary>区间内每个标签的全部出现，按位置排列；重叠的只留最长的。</summary>
    public static List<FoundLabel> FindAll(string content, int from, int to, IEnumerable<LabelPattern> patterns)
    {
        var found = new List<FoundLabel>();
        foreach (var pattern in patterns)
            for (var at = from; (at = content.IndexOf(pattern.Core, at, to - at, StringComparison.Ordinal)) >= 0; at++)
                if (Accept(content, from, to, pattern, at) is { } label) found.Add(label);
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End != a.End ? b.End.CompareTo(a.End) : Fit(a, b));
        return KeepLongest(found);
    }

    /// <summary>同一段文字两种写法都对得上：行名官方写法在前，列名逐字对上的在前（“采购总金额（万元）”不是“采购总金额”加说明）。</summary>
    private static int Fit(FoundLabel a, FoundLabel b) =>
        Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b)) : b.Pattern.Core.Length.CompareTo(a.Pattern.Core.Length);

    private static int Rank(FoundLabel label) => label.Pattern.Role == LabelRole.Row ? (int)label.Match : 10;

    private static FoundLabel? Accept(string content, int from, int to, LabelPattern pattern, int at)
    {
        var before = pattern.Enumerator.Length == 0 ? 0 : Enumerators.LengthBefore(content, at);
        if (at - before < from) before = 0;
        var printed = content.AsSpan(at - before, before);
        var same = printed.SequenceEqual(pattern.Enumerator);
        if (pattern.NeedsEnumerator && !SameOrdinal(printed, pattern.Enumerator)) return null;
        var end = SkipRemark(content, at + pattern.Core.Length, to);
        // 序号只差写法（“1、”与“1.”）不算变体：归一后相同。
        _ = same;
        return new FoundLabel(pattern, at - before, end, pattern.Match);
    }

    /// <summary>序号的数字相同，写法可以不同：“(七)”“七、”“7.”。</summary>
    private static bool SameOrdinal(ReadOnlySpan<char> printed, ReadOnlySpan<char> expected) =>
        Ordinal(printed) is > 0 and var ordinal && ordinal == Ordinal(expected);

    private static int Ordinal(ReadOnlySpan<char> enumerator)
    {
        foreach (var character in enumerator)
        {
            if (char.IsAsciiDigit(character)) return character - '0';
            if ("一二三四五六七八九十".IndexOf(character) is >= 0 and var index) return index + 1;
        }

        return 0;
    }

    /// <summary>标签后面括号里的说明（“规章（设区的市应提供）”）也是标签的一部分。</summary>
    private static int SkipRemark(string content, int end, int to)
    {
        if (end >= to || content[end] != '(') return end;
        if (Enumerators.LengthAtStart(content.AsSpan(end, to - end)) > 0) return end;
        var close = content.IndexOf(')', end, Math.Min(to - end, 120));
        return close < 0 ? end : close + 1;
    }

    private static List<FoundLabel> KeepLongest(List<FoundLabel> sorted)
    {
        var kept = new List<FoundLabel>(sorted.Count);
        foreach (var label in sorted)
        {
            if (kept.Count > 0 && label.Start < kept[^1].End)
            {
                // 同一处两种写法都对得上：取长的；一样长取先来的（官方写法在前）。
                if (label.End - label.Start <= kept[^1].End - kept[^1].Start) continue;
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(label);
        }

        return kept;
    }
}
