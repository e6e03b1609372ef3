using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Collection;

/// <summary>雷同：一批报告的文字两两比较，只给像的。</summary>
public static class CopiedReports
{
    /// <summary>共有的片段占较短一份的这么多，才算像。</summary>
    public const double Threshold = 0.5;

    // 许多份都有的片段是格式里的套话，不算照抄；一批里至少这么多份才看得出套话。
    private const int CommonFrom = 8;

    /// <summary>像的各对，最像的在前。</summary>
    /// <param name="texts">各份的文字。</param>
    /// <returns>第几份与第几份，共有的占多少，0 至 1。</returns>
    public static IReadOnlyList<(int First, int Second, double Share)> Among(IReadOnlyList<string> texts)
    {
        var sets = texts.Select(text => ShingleSet.Of(text)).ToList();
        var holders = new Dictionary<ulong, List<int>>();
        for (var at = 0; at < sets.Count; at++)
            foreach (var hash in sets[at].Hashes)
                (holders.TryGetValue(hash, out var list) ? list : holders[hash] = []).Add(at);
        var limit = Math.Max(CommonFrom, texts.Count / 4);
        var own = new int[sets.Count];
        var shared = new Dictionary<(int, int), int>();
        foreach (var list in holders.Values.Where(list => list.Count <= limit))
        {
            foreach (var at in list) own[at]++;
            for (var i = 0; i < list.Count; i++)
                for (var j = i + 1; j < list.Count; j++)
                    shared[(list[i], list[j])] = shared.GetValueOrDefault((list[i], list[j])) + 1;
        }

        return
        [
            .. from pair in shared
               let smaller = Math.Min(own[pair.Key.Item1], own[pair.Key.Item2])
               let share = smaller == 0 ? 0 : (double)pair.Value / smaller
               where share >= Threshold
               orderby share descending, pair.Key
               select (pair.Key.Item1, pair.Key.Item2, share),
        ];
    }
}
