namespace Gongkai.Documents.Layout;

/// <summary>竖排的一串字：表格左侧窄格里一字一行的标签，或转过九十度的词。</summary>
public sealed record VerticalRun(int Page, string Text, double Left, double Top, double Right, double Bottom, IReadOnlyList<PlacedWord> Words);

/// <summary>一页里竖排的文字与其余的词。</summary>
/// <param name="Runs">自上而下、自左而右。</param>
/// <param name="Others">不属于竖排的词，次序不变。</param>
public sealed record VerticalText(IReadOnlyList<VerticalRun> Runs, IReadOnlyList<PlacedWord> Others)
{
    // 两个字叠着（“总”“计”）也可能是两格各一个字，三个才敢说是竖排。
    private const int Shortest = 3;

    private const double CentreTolerance = 0.35;

    private const double WidestStep = 2.2;

    private const double ClearBeside = 0.8;

    // 每个单字都要与全页的词相比；报告的一页不过千余词。
    private const int MostWords = 5_000;

    public static VerticalText Of(PlacedPage page)
    {
        if (page.Words.Count > MostWords) return new VerticalText([], page.Words);
        var taken = new HashSet<PlacedWord>();
        var runs = new List<VerticalRun>();
        foreach (var word in page.Words.Where(word => word.IsUpended))
        {
            runs.Add(RunOf(page.Number, [word]));
            taken.Add(word);
        }

        var single = page.Words.Where(word => IsLoneIdeograph(word, page.Words)).OrderBy(word => word.Top).ToList();
        foreach (var first in single)
        {
            if (taken.Contains(first)) continue;
            var stack = Stack(first, single.Where(word => !taken.Contains(word)));
            if (stack.Count < Shortest) continue;
            runs.Add(RunOf(page.Number, stack));
            taken.UnionWith(stack);
        }

        return new VerticalText(
            [.. runs.OrderBy(run => run.Top).ThenBy(run => run.Left)], [.. page.Words.Where(word => !taken.Contains(word))]);
    }

    private static List<PlacedWord> Stack(PlacedWord first, IEnumerable<PlacedWord> below)
    {
        var stack = new List<PlacedWord> { first };
        foreach (var word in below)
        {
            var last = stack[^1];
            if (word.Top <= last.Top || Math.Abs(word.Centre - first.Centre) > CentreTolerance * first.Width) continue;
            if (word.Middle - last.Middle > WidestStep * last.Height) break;
            if (word.Top >= last.Middle) stack.Add(word);
        }

        return stack;
    }

    // 左右紧挨着别的词的单字，是横排句子里的一个字。
    private static bool IsLoneIdeograph(PlacedWord word, IReadOnlyList<PlacedWord> all)
    {
        if (word.Text.Length != 1 || word.Text[0] < '\u2E80') return false;
        var clear = word.Width * ClearBeside;
        foreach (var other in all)
            if (other != word
                && Boxes.Overlap(word.Top, word.Bottom, other.Top, other.Bottom) > 0.3 * Math.Min(word.Height, other.Height)
                && Boxes.Overlap(word.Left - clear, word.Right + clear, other.Left, other.Right) > 0)
                return false;
        return true;
    }

    private static VerticalRun RunOf(int page, List<PlacedWord> words) => new(
        page, string.Concat(words.Select(word => word.Text)),
        words.Min(word => word.Left), words[0].Top, words.Max(word => word.Right), words[^1].Bottom, words);
}
