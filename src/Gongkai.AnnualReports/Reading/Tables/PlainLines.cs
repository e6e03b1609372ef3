namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>没有分格的文字里，一个标签后面跟着几行数：哪些是它的，哪些是丢了标签的别的行的。</summary>
internal static class PlainLines
{
    /// <param name="values">标签之后、下一个标签之前的全部数。</param>
    /// <param name="count">这一行应有几列。</param>
    /// <returns>自己的数，和无主的整行数；分不清的都算自己的，多出来就不读。</returns>
    public static (ValueRow Own, List<ValueRow> Loose) Divide(ValueRow values, int count)
    {
        // 只有一列的行，下一行的数也可能是同一个数断开的。
        if (count == 1) return (values, []);
        var lines = Lines(values.Tokens, count);
        var own = 0;
        for (var taken = 0; own < lines.Count && taken < count && (own == 0 || lines[own].Count != count); own++) taken += lines[own].Count;
        if (own == lines.Count || !lines.Skip(own).All(line => line.Count == count)) return (values, []);
        return (
            values with { Tokens = [.. lines.Take(own).SelectMany(line => line)] },
            [.. lines.Skip(own).Select((line, index) => new ValueRow(false, line, values.At + index + 1, line[0].Place))]);
    }

    /// <summary>按行分组；一格一行的，按列数分组。</summary>
    private static List<List<ValueToken>> Lines(List<ValueToken> tokens, int count)
    {
        var lines = new List<List<ValueToken>>();
        foreach (var token in tokens)
        {
            if (lines.Count > 0 && lines[^1][^1].Row == token.Row) lines[^1].Add(token);
            else lines.Add([token]);
        }

        return lines.Count > 1 && lines.TrueForAll(line => line.Count == 1) ? [.. tokens.Chunk(count).Select(chunk => chunk.ToList())] : lines;
    }
}
