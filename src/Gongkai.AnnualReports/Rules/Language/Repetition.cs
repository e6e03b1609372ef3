using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>误重的字词。</summary>
internal static class Repetition
{
    private const int Shortest = 2;
    private const int Longest = 6;

    // 词界正好相接的：“人民政府|政府信息”“政务公开|公开栏”；前半截是一个词的尾，后半截是另一个词的头。
    private static readonly string[] Legitimate =
    [
        "政府政府信息", "政府政府网", "政府政府工作", "政府政府公报", "政府政府采购", "政府政府办", "公开公开栏", "公开公开指南", "公开公开目录", "公开公开平台", "服务服务中心", "服务服务大厅", "学习学习强国", "人民人民", "中心中心", "管理管理",
    ];

    // “一件一件”“逐条逐条”“一个一个”是叠用，不是误重。
    private static readonly SearchValues<char> Counting = SearchValues.Create("一二三四五六七八九十百千两逐每层几年月日天户家件条个次步点项");

    private static readonly SearchValues<char> Marks = SearchValues.Create("、，。；：（）“”《》！？\n");

    // 公文里少见、但合语法的动词重叠。
    private static readonly string[] Reduplicated = ["研究", "讨论", "商量", "学习", "了解", "考虑", "活动", "锻炼", "打听", "休息", "交流", "体验", "感受"];

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var (start, length) in Doubled(prose.Text, prose.Body))
            yield return Fault(prose, start, length * 2);
        foreach (var (start, length) in Listed(prose))
            yield return Fault(prose, start, length);
    }

    private static Broken Fault(ProseText prose, int start, int length) =>
        new(Say($"疑似重复：“{prose.Text.Substring(start, length)}”", $"probably repeated: “{prose.Text.Substring(start, length)}”"), []) { Where = prose.Where(start, length) };

    private static List<(int Start, int Length)> Doubled(string text, int from)
    {
        var found = new List<(int, int)>();
        var index = from;
        while (index < text.Length - Shortest)
        {
            index = SkipUndoubled(text, index);
            if (index >= text.Length - Shortest) break;
            var length = DoubledAt(text, index);
            if (length == 0)
            {
                index++;
                continue;
            }

            found.Add((index, length));
            index += length * 2;
        }

        return found;
    }

    /// <summary>跳过一定没有重复的一段：一次看十几个字，只要与后面第二至第六个字连着两字相同的地方一处也没有，整段跳过。</summary>
    private static int SkipUndoubled(string text, int index)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        for (; index + Vector<ushort>.Count + Longest + 1 <= characters.Length; index += Vector<ushort>.Count)
        {
            var (here, next) = (new Vector<ushort>(characters[index..]), new Vector<ushort>(characters[(index + 1)..]));
            var doubled = Vector<ushort>.Zero;
            for (var length = Shortest; length <= Longest; length++)
                doubled |= Vector.Equals(here, new Vector<ushort>(characters[(index + length)..])) & Vector.Equals(next, new Vector<ushort>(characters[(index + length + 1)..]));
            if (doubled != Vector<ushort>.Zero) break;
        }

        return index;
    }

    private static int DoubledAt(string text, int index)
    {
        var first = text[index];
        for (var length = Shortest; length <= Longest && index + (length * 2) <= text.Length; length++)
        {
            if (text[index + length] != first) continue;
            var unit = text.AsSpan(index, length);
            if (!unit.SequenceEqual(text.AsSpan(index + length, length)) || !IsWords(unit)) continue;
            if (!IsLegitimate(text, index, unit)) return length;
        }

        return 0;
    }

    private static bool IsWords(ReadOnlySpan<char> unit)
    {
        foreach (var c in unit)
            if (c is < '\u4E00' or > '\u9FFF') return false;
        return unit.Length > 0 && unit.ContainsAnyExcept(unit[0]);
    }

    private static bool IsLegitimate(string text, int index, ReadOnlySpan<char> unit)
    {
        if (Counting.Contains(unit[0])) return true;
        var rest = text.AsSpan(index);
        foreach (var phrase in Legitimate)
            if (rest.StartsWith(phrase, StringComparison.Ordinal)) return true;
        foreach (var verb in Reduplicated)
            if (unit.SequenceEqual(verb)) return true;
        return false;
    }

    /// <summary>顿号列举里完全相同的两项；首项和末项连着上下文，不看首项，末项去掉“等”。</summary>
    private static IEnumerable<(int Start, int Length)> Listed(ProseText prose)
    {
        var items = new List<(int Start, int Length)>();
        foreach (var paragraph in prose.Paragraphs)
        {
            if (paragraph.Section == 0) continue;
            items.Clear();
            for (var pause = prose.Text.IndexOf('、', paragraph.Start, paragraph.Length); pause >= 0;)
            {
                var end = NextMark(prose.Text, pause + 1, paragraph.End);
                if (Item(prose.Text, pause + 1, end) is { Length: >= 2 } item)
                {
                    foreach (var other in items)
                    {
                        if (!prose.Text.AsSpan(other.Start, other.Length).SequenceEqual(prose.Text.AsSpan(item.Start, item.Length))) continue;
                        yield return (other.Start, item.Start + item.Length - other.Start);
                        break;
                    }

                    items.Add(item);
                }

                var goesOn = end < paragraph.End && prose.Text[end] == '、';
                if (!goesOn) items.Clear();
                pause = goesOn ? end : prose.Text.IndexOf('、', end, paragraph.End - end);
            }
        }
    }

    /// <summary>下一个顿号或收住列举的标点；到了段末，段末也算一个。</summary>
    private static int NextMark(string text, int from, int end)
    {
        var offset = text.AsSpan(from, end - from).IndexOfAny(Marks);
        return offset < 0 ? end : from + offset;
    }

    private static (int Start, int Length) Item(string text, int start, int end)
    {
        const int LongestItem = 12;
        var etc = text.AsSpan(start, end - start).IndexOf('等');
        if (etc >= 2) end = start + etc;
        var length = end - start;
        return length > LongestItem || !IsWords(text.AsSpan(start, length)) ? default : (start, length);
    }
}
