using System.Collections.Concurrent;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Collection;

/// <summary>雷同：一批报告的文字两两比较，只给像的。</summary>
public static class CopiedReports
{
    /// <summary>共有的片段占较短一份的这么多，才算像。</summary>
    public const double Threshold = 0.5;

    // 许多份都有的片段是格式里的套话，不算照抄；一批里至少这么多份才看得出套话。
    private const int CommonFrom = 8;

    /// <summary>像的各对，最像的在前；两两都比，不抽样。</summary>
    /// <param name="texts">各份的文字。</param>
    /// <returns>第几份与第几份，共有的占多少，0 至 1。</returns>
    public static IReadOnlyList<(int First, int Second, double Share)> Among(IReadOnlyList<string> texts)
    {
        var holders = HoldersOf(texts);
        var limit = Math.Max(CommonFrom, texts.Count / 4);
        var telling = Enumerable.Range(0, texts.Count).Select(_ => new List<List<int>>()).ToArray();
        foreach (var list in holders.Values.Where(list => list.Count <= limit))
            foreach (var at in list) telling[at].Add(list);
        var found = new ConcurrentBag<(int First, int Second, double Share)>();
        Parallel.For(
            0, texts.Count, () => new int[texts.Count],
            (first, _, shared) =>
            {
                Array.Clear(shared);
                foreach (var list in telling[first])
                    foreach (var second in list)
                        shared[second]++;
                for (var second = first + 1; second < shared.Length; second++)
                    if (shared[second] > 0 && (double)shared[second] / Math.Min(telling[first].Count, telling[second].Count) is var share and >= Threshold) found.Add((first, second, share));
                return shared;
            },
            _ => { });
        return [.. found.OrderByDescending(pair => pair.Share).ThenBy(pair => (pair.First, pair.Second))];
    }

    // 每个片段在哪几份里有。
    private static Dictionary<ulong, List<int>> HoldersOf(IReadOnlyList<string> texts)
    {
        var sets = new ShingleSet[texts.Count];
        Parallel.For(0, texts.Count, at => sets[at] = ShingleSet.Of(texts[at]));
        var holders = new Dictionary<ulong, List<int>>();
        for (var at = 0; at < sets.Length; at++)
            foreach (var hash in sets[at].Hashes)
                (holders.TryGetValue(hash, out var list) ? list : holders[hash] = []).Add(at);
        return holders;
    }
}
