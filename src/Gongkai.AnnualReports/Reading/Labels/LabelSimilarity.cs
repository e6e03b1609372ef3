namespace Gongkai.AnnualReports.Reading.Labels;

/// <summary>标签的相像程度：两倍的最长公共子序列除以两者长度之和，0 到 1。</summary>
internal static class LabelSimilarity
{
    /// <summary>够像，可以认作同一个标签（ST-07）。</summary>
    public const double Threshold = 0.8;

    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0 || a.Length > 80 || b.Length > 80) return 0;
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        previous.Clear();
        foreach (var character in a)
        {
            current[0] = 0;
            for (var j = 0; j < b.Length; j++)
                current[j + 1] = character == b[j] ? previous[j] + 1 : Math.Max(previous[j + 1], current[j]);
            current.CopyTo(previous);
        }

        return 2.0 * previous[b.Length] / (a.Length + b.Length);
    }
}
