using Gongkai.Documents.Text;

namespace Gongkai.Data.Search;

/// <summary>标亮与摘录：在原文里找出所查的字，取最密的一段。</summary>
internal static class SearchHighlights
{
    private const int SnippetLength = 120;

    // 摘录在第一处之前留几个字，看得出上下文。
    private const int Lead = 30;

    public static MarkedText Mark(string text, IReadOnlyList<SearchRun> runs) => new(text, [.. Find(text, runs)]);

    public static MarkedText Snippet(string text, IReadOnlyList<SearchRun> runs)
    {
        var marks = Find(text, runs);
        var start = marks.Count == 0 ? 0 : Math.Max(0, Densest(marks) - Lead);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var end = Math.Min(text.Length, start + SnippetLength);
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        var shown = text[start..end];
        return new MarkedText(shown, [.. marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end).Select(mark => (mark.Start - start, mark.Length))]);
    }

    private static List<(int Start, int Length)> Find(string text, IReadOnlyList<SearchRun> runs)
    {
        var normalised = NormalisedText.Of(text);
        var letters = normalised.Text.ToLowerInvariant();
        var marks = new List<(int Start, int Length)>();
        foreach (var run in runs)
            for (var at = letters.IndexOf(run.Text, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(run.Text, at + run.Text.Length, StringComparison.Ordinal))
            {
                var (start, end) = normalised.SourceRange(at, run.Text.Length);
                if (run.IsChinese || StandsAlone(text, start, end)) marks.Add((start, end - start));
            }

        return Merge(marks);
    }

    // 外文词、数字整个算：查 2019，不标 20190 里的。
    private static bool StandsAlone(string text, int start, int end) =>
        !(start > 0 && Continues(text[start - 1], text[start])) && !(end < text.Length && Continues(text[end], text[end - 1]));

    private static bool Continues(char outside, char inside) =>
        char.IsAsciiDigit(Normalisation.Of(inside)) ? char.IsAsciiDigit(Normalisation.Of(outside)) : char.IsAsciiLetter(Normalisation.Of(outside));

    private static List<(int Start, int Length)> Merge(List<(int Start, int Length)> marks)
    {
        marks.Sort();
        var merged = new List<(int Start, int Length)>();
        foreach (var mark in marks)
        {
            if (merged.Count > 0 && mark.Start <= merged[^1].Start + merged[^1].Length)
            {
                var last = merged[^1];
                merged[^1] = (last.Start, Math.Max(last.Length, mark.Start + mark.Length - last.Start));
            }
            else merged.Add(mark);
        }

        return merged;
    }

    /// <summary>标亮的字最多的那一段从哪里起。</summary>
    private static int Densest(List<(int Start, int Length)> marks)
    {
        var (best, most) = (marks[0].Start, 0);
        for (int first = 0, last = 0, marked = 0; first < marks.Count; marked -= marks[first].Length, first++)
        {
            for (; last < marks.Count && marks[last].Start < marks[first].Start + SnippetLength - Lead; last++) marked += marks[last].Length;
            if (marked > most) (best, most) = (marks[first].Start, marked);
        }

        return best;
    }
}
