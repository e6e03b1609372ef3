using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Sections;

/// <summary>找到的一个部分：标题 [Start, End)，正文到 <paramref name="Until"/>。</summary>
internal sealed record FoundSection(int Number, FoundLabel Heading, int Until)
{
    public int Start => Heading.Start;

    /// <summary>标题的括注里又夹着下一个标题时，到下一个标题为止。</summary>
    public int End => Math.Min(Heading.End, Until);
}

/// <summary>找六个部分的标题。目录里也列着标题，所以取最靠后、次序不乱、找得最全的一串。</summary>
internal static class SectionFinder
{
    private static readonly LabelSet Labels = new([.. LabelPattern.Sections]);

    /// <summary>归一后的一行文字是某个部分的标题，不是紧挨着的表里的标签。</summary>
    public static bool IsHeading(string folded) => Labels.Patterns.Any(pattern => folded.Contains(pattern.Core, StringComparison.Ordinal));

    private sealed record Candidate(FoundLabel Label, int Number, int Rank);

    public static List<FoundSection> Find(FlatText text)
    {
        var candidates = new List<Candidate>();
        foreach (var label in LabelFinder.FindAll(text, 0, text.Content.Length, Labels))
            if (WithoutNextRow(text, label) is var heading && Rank(text, heading) is > 0 and var rank)
                candidates.Add(new Candidate(heading, label.Pattern.Key![0] - '0', rank));
        var chain = BestChain(candidates);
        AddSimilar(text, chain);
        var sections = new List<FoundSection>(chain.Count);
        for (var index = 0; index < chain.Count; index++)
            sections.Add(new FoundSection(chain[index].Number, chain[index].Label, index + 1 < chain.Count ? chain[index + 1].Label.Start : text.Content.Length));
        return sections;
    }

    /// <summary>标题后的括注是标题的一部分；另起一行的括号不是，那是表三表头里的勾稽关系。</summary>
    private static FoundLabel WithoutNextRow(FlatText text, FoundLabel label)
    {
        var end = text.Content.IndexOf(label.Pattern.Core, label.Start, StringComparison.Ordinal) + label.Pattern.Core.Length;
        return end < label.End && text.Rows[text.RowAt(end)].Start == end ? label with { End = end } : label;
    }

    /// <summary>像不像标题：带“一、”最像，独占一行次之，带“（一）”又次之；夹在句子里的不是。</summary>
    private static int Rank(FlatText text, FoundLabel label)
    {
        var printed = text.Content.AsSpan(label.Start, label.End - label.Start);
        var enumerator = Enumerators.LengthAtStart(printed);
        var row = text.Rows[text.RowAt(label.Start)];
        if (enumerator > 0 && printed[enumerator - 1] is '、' or '.' or ',') return 3;
        if (row.Start == label.Start && row.End == label.End) return 2;
        return enumerator > 0 && row.Start == label.Start ? 1 : 0;
    }

    private static List<Candidate> BestChain(List<Candidate> candidates)
    {
        // 候选很少（每个标题一两处），平方级的动态规划足够。
        var score = new int[candidates.Count];
        var from = new int[candidates.Count];
        var best = -1;
        for (var index = 0; index < candidates.Count; index++)
        {
            from[index] = -1;
            score[index] = Weight(candidates[index]);
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (candidates[earlier].Number >= candidates[index].Number || score[earlier] + Weight(candidates[index]) < score[index]) continue;
                score[index] = score[earlier] + Weight(candidates[index]);
                from[index] = earlier;
            }

            if (best < 0 || score[index] >= score[best]) best = index;
        }

        var chain = new List<Candidate>();
        for (var index = best; index >= 0; index = from[index]) chain.Insert(0, candidates[index]);
        return chain;
    }

    private static int Weight(Candidate candidate) => 10 + candidate.Rank;

    /// <summary>还缺的部分：在前后两个标题之间，找序号相同、文字相像的一行。</summary>
    private static void AddSimilar(FlatText text, List<Candidate> chain)
    {
        for (var number = 1; number <= 6; number++)
        {
            if (chain.Exists(candidate => candidate.Number == number)) continue;
            var from = chain.FindLast(candidate => candidate.Number < number)?.Label.End ?? 0;
            var to = chain.Find(candidate => candidate.Number > number)?.Label.Start ?? text.Content.Length;
            if (from >= to) continue;
            var pattern = Labels.Patterns.First(candidate => candidate.Key![0] - '0' == number);
            for (var index = text.RowAt(from); index < text.Rows.Length && text.Rows[index].Start < to; index++)
            {
                var row = text.Rows[index];
                if (row.Start < from || row.End - row.Start is < 5 or > 40) continue;
                var content = text.Content.AsSpan(row.Start, row.End - row.Start);
                var enumerator = Enumerators.LengthAtStart(content);
                if (enumerator == 0 || !content[..enumerator].SequenceEqual(pattern.Enumerator)) continue;
                if (LabelSimilarity.Of(content[enumerator..], pattern.Core) < 0.6) continue;
                chain.Add(new Candidate(new FoundLabel(pattern, row.Start, row.End, LabelMatch.Similar), number, 3));
                chain.Sort(static (a, b) => a.Label.Start.CompareTo(b.Label.Start));
                break;
            }
        }
    }
}
