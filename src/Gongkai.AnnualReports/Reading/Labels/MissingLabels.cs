using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Tables;

namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>没有照原样找到的行标签：在前后两个标签之间找够像的文字，或者被分页切成两截的文字。</summary>
internal static class MissingLabels
{
    private sealed record Fragment(int Start, int CoreStart, int End);

    public static List<FoundLabel> Recover(FlatText text, TableLabels labels, List<FoundLabel> found, int from, int to)
    {
        var present = new bool[labels.Table.Rows.Length];
        foreach (var label in found)
            if (label.Pattern.Row >= 0) present[label.Pattern.Row] = true;
        if (!present.Contains(false)) return found;
        var result = new List<FoundLabel>(found);
        foreach (var row in labels.Table.Rows)
        {
            if (present[row.Index]) continue;
            var pattern = labels.Rows.Patterns.First(candidate => candidate.Row == row.Index);
            var (start, end) = Between(labels, result, row.Index, from, to);
            if (start >= end) continue;
            if (Best(text, result, pattern, start, end) is not { } best) continue;
            result.Add(best.Label);
            if (best.Tail is not null) result.Add(best.Tail);
            result.Sort(static (a, b) => a.Start.CompareTo(b.Start));
            present[row.Index] = true;
        }

        return result;
    }

    /// <summary>应在其间的区间：按格式的次序，前一个与后一个已找到的行标签之间。</summary>
    private static (int Start, int End) Between(TableLabels labels, List<FoundLabel> found, int row, int from, int to)
    {
        var (previous, next) = (Previous(), Next());
        var before = previous < 0 ? null : found.FindLast(label => label.Pattern.Row == previous);
        var after = found.Find(label => label.Pattern.Row == next);
        return (before?.End ?? from, after?.Start ?? to);

        int Previous()
        {
            var index = row - 1;
            while (index >= 0 && !found.Exists(label => label.Pattern.Row == index)) index--;
            return index;
        }

        int Next()
        {
            var index = row + 1;
            while (index < labels.Table.Rows.Length && !found.Exists(label => label.Pattern.Row == index)) index++;
            return index;
        }
    }

    private static (FoundLabel Label, FoundLabel? Tail)? Best(FlatText text, List<FoundLabel> found, LabelPattern pattern, int start, int end)
    {
        var fragments = Fragments(text, found, start, end).ToList();
        (FoundLabel Label, FoundLabel? Tail)? best = null;
        var bestScore = LabelSimilarity.Threshold;
        foreach (var fragment in fragments)
        {
            var core = text.Content[fragment.CoreStart..fragment.End];
            // 分页把标签切成两截：后一截落在数的后面。
            if (core.Length >= 2 && pattern.Core.StartsWith(core, StringComparison.Ordinal) &&
                fragments.Find(other => other.Start >= fragment.End && text.Content.AsSpan(other.CoreStart, other.End - other.CoreStart).SequenceEqual(pattern.Core.AsSpan(core.Length))) is { } tail)
            {
                var limit = pattern with { Role = LabelRole.Block, Key = null, Row = -1 };
                return (new FoundLabel(pattern, fragment.Start, fragment.End, LabelMatch.Exact), new FoundLabel(limit, tail.Start, tail.End, LabelMatch.Exact));
            }

            var score = LabelSimilarity.Of(core, pattern.Core);
            if (score < bestScore) continue;
            bestScore = score;
            best = (new FoundLabel(pattern, fragment.Start, fragment.End, LabelMatch.Similar), null);
        }

        return best;
    }

    /// <summary>区间内既不是标签也不是数的文字。</summary>
    private static IEnumerable<Fragment> Fragments(FlatText text, List<FoundLabel> found, int start, int end)
    {
        for (var index = text.FirstPieceFrom(start); index < text.Pieces.Length && text.Pieces[index].Start < end; index++)
        {
            var piece = text.Pieces[index];
            var (from, to) = (Math.Max(piece.Start, start), Math.Min(piece.End, end));
            if (from >= to || found.Exists(label => label.Start < to && label.End > from)) continue;
            var content = text.Content;
            // 与前一行的数粘在一起时，数在前面。
            var leading = from;
            while (leading < to && (char.IsAsciiDigit(content[leading]) || content[leading] is '.' or ',')) leading++;
            if (leading >= to || ValueText.IsValue(content.AsSpan(from, to - from))) continue;
            var before = Math.Min(Enumerators.LengthBefore(content, leading), leading - from);
            var inside = before > 0 ? 0 : Enumerators.LengthAtStart(content.AsSpan(leading, to - leading));
            var last = to;
            while (last > leading && char.IsAsciiDigit(content[last - 1])) last--;
            yield return new Fragment(leading - before, leading + inside, last);
        }
    }
}
