namespace Gongkai.AnnualReports.Reading.Solving;

/// <summary>把粘在一起的数字拆回各列：<c>713000074</c> 在七列之下只有一种拆法满足“六类之和等于总计”。</summary>
internal static class SplitSolver
{
    /// <summary>候选太多就不再找：反正已经不能断定。</summary>
    public const int MaxCandidates = 64;

    private const int MaxDigits = 60;

    /// <summary>全部满足等式的拆法，至多 <see cref="MaxCandidates"/> 种。先认空白隔开的地方，认不通再当作全粘在一起。</summary>
    /// <param name="tokens">印出来的各段数字，只含 0–9。</param>
    /// <param name="count">应有几列。</param>
    /// <param name="sums">等式：<c>total</c> 列等于 <c>parts</c> 各列之和。</param>
    public static List<long[]> Solve(IReadOnlyList<string> tokens, int count, IReadOnlyList<SplitSum> sums)
    {
        var glued = string.Concat(tokens);
        if (glued.Length < count || glued.Length > MaxDigits) return [];
        if (tokens.Count > 1)
        {
            var breaks = new HashSet<int>();
            var at = 0;
            foreach (var token in tokens) breaks.Add(at += token.Length);
            var kept = Enumerate(glued, count, sums, breaks);
            if (kept.Count > 0) return kept;
        }

        return Enumerate(glued, count, sums, []);
    }

    private static List<long[]> Enumerate(string digits, int count, IReadOnlyList<SplitSum> sums, HashSet<int> breaks)
    {
        var found = new List<long[]>();
        Extend(digits, 0, 0, new long[count], sums, breaks, found);
        return found;
    }

    private static void Extend(string digits, int at, int column, long[] values, IReadOnlyList<SplitSum> sums, HashSet<int> breaks, List<long[]> found)
    {
        if (column == values.Length)
        {
            if (at == digits.Length) found.Add([.. values]);
            return;
        }

        var longest = Math.Min(digits.Length - at - (values.Length - column - 1), digits[at] == '0' ? 1 : 9);
        if (column == values.Length - 1 && longest < digits.Length - at) return;
        long value = 0;
        for (var length = 1; length <= longest && found.Count < MaxCandidates; length++)
        {
            value = (value * 10) + (digits[at + length - 1] - '0');
            values[column] = value;
            if (Holds(sums, values, column)) Extend(digits, at + length, column + 1, values, sums, breaks, found);
            // 印着空白的地方一定是两列之间。
            if (breaks.Contains(at + length)) break;
        }
    }

    private static bool Holds(IReadOnlyList<SplitSum> sums, long[] values, int column)
    {
        foreach (var sum in sums)
        {
            if (sum.Total != column) continue;
            long parts = 0;
            foreach (var part in sum.Parts) parts += values[part];
            if (parts != values[column]) return false;
        }

        return true;
    }
}

/// <summary>一行之内的等式：各部分列之和等于总计列。总计列在各部分列之后。</summary>
internal sealed record SplitSum(int[] Parts, int Total);
