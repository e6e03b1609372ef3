using System.Runtime.InteropServices;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>找到的标签：内容的一段 [Start, End)。</summary>
internal sealed record FoundLabel(LabelPattern Pattern, int Start, int End, LabelMatch Match);

/// <summary>在归一的内容里找标签：按文字找，不按位置。</summary>
internal static class LabelFinder
{
    /// <summary>区间内一组标签的全部出现，按位置排列；重叠的只留最长的。</summary>
    public static List<FoundLabel> FindAll(FlatText text, int from, int to, LabelSet labels)
    {
        var found = new List<FoundLabel>(64);
        foreach (var core in Between(text, from, to))
            foreach (var pattern in labels.Of(core.Phrase))
                if (core.End <= to && Accept(text.Content, from, to, pattern, core.Start) is { } label) found.Add(label);
        Sort(found);
        KeepLongest(found);
        return found;
    }

    /// <summary>区间内出现了一组标签里的几种主干。</summary>
    public static int CountCores(FlatText text, int from, int to, LabelSet labels)
    {
        Span<bool> seen = stackalloc bool[LabelIndex.Count];
        foreach (var core in Between(text, from, to))
            if (core.End <= to && labels.Of(core.Phrase).Length > 0) seen[core.Phrase] = true;
        return seen.Count(true);
    }

    /// <summary>区间内至多有几种行标签：主干出现了就算，不问序号。</summary>
    public static int CountRows(FlatText text, int from, int to, TableLabels labels)
    {
        Span<bool> seen = stackalloc bool[labels.Table.Rows.Length];
        foreach (var core in Between(text, from, to))
            foreach (var pattern in labels.Rows.Of(core.Phrase))
                if (pattern.Row >= 0) seen[pattern.Row] = true;
        return seen.Count(true);
    }

    /// <summary>起点在区间内的全部主干。</summary>
    private static ReadOnlySpan<FoundPhrase> Between(FlatText text, int from, int to)
    {
        var all = CollectionsMarshal.AsSpan(text.Labels);
        return all[FirstFrom(all, from)..FirstFrom(all, to)];
    }

    private static int FirstFrom(ReadOnlySpan<FoundPhrase> found, int position)
    {
        int low = 0, high = found.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (found[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>按起点、由长到短、再按写法排；本来就几乎有序，所以逐个插入，并列的仍按先后。</summary>
    private static void Sort(List<FoundLabel> found)
    {
        for (var index = 1; index < found.Count; index++)
        {
            var label = found[index];
            var at = index;
            for (; at > 0 && Compare(found[at - 1], label) > 0; at--) found[at] = found[at - 1];
            found[at] = label;
        }
    }

    private static int Compare(FoundLabel a, FoundLabel b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End != a.End ? b.End.CompareTo(a.End) : Fit(a, b);

    /// <summary>同一段文字两种写法都对得上：行名官方写法在前，列名逐字对上的在前（“采购总金额（万元）”不是“采购总金额”加说明）。</summary>
    private static int Fit(FoundLabel a, FoundLabel b) =>
        Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b)) : b.Pattern.Core.Length.CompareTo(a.Pattern.Core.Length);

    private static int Rank(FoundLabel label) => label.Pattern.Role == LabelRole.Row ? (int)label.Match : 10;

    private static FoundLabel? Accept(string content, int from, int to, LabelPattern pattern, int at)
    {
        var before = pattern.Enumerator.Length == 0 ? 0 : Enumerators.LengthBefore(content, at);
        if (at - before < from) before = 0;
        var printed = content.AsSpan(at - before, before);
        // 序号只差写法（“1、”与“1.”）不算变体。
        if (pattern.NeedsEnumerator && !SameOrdinal(printed, pattern.Enumerator)) return null;
        var end = SkipRemark(content, at + pattern.Core.Length, to);
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
        // 括号里夹着数，是折断的标签中间排着这一行的数。
        return close < 0 || content.AsSpan(end, close - end).IndexOfAnyInRange('0', '9') >= 0 ? end : close + 1;
    }

    private static void KeepLongest(List<FoundLabel> sorted)
    {
        var kept = 0;
        foreach (var label in CollectionsMarshal.AsSpan(sorted))
        {
            if (kept > 0 && label.Start < sorted[kept - 1].End)
            {
                // 同一处两种写法都对得上：取长的；一样长取先来的（官方写法在前）。
                if (label.End - label.Start <= sorted[kept - 1].End - sorted[kept - 1].Start) continue;
                kept--;
            }

            sorted[kept++] = label;
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
    }
}
