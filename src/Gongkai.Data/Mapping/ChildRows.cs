namespace Gongkai.Data.Mapping;

/// <summary>让聚合的子行跟上决定之后的样子：多的删，少的加，有的改；没有变的行原样不动。</summary>
internal static class ChildRows
{
    /// <param name="rows">已经取出、被跟踪的子行。</param>
    /// <param name="values">决定之后应有的各项。</param>
    /// <param name="rowKey">子行凭什么认。</param>
    /// <param name="valueKey">各项凭什么认。</param>
    /// <param name="create">新建一行，只填钥匙。</param>
    /// <param name="take">把一项的内容写进一行。</param>
    public static void Follow<TRow, TValue, TKey>(
        this List<TRow> rows, IReadOnlyCollection<TValue> values, Func<TRow, TKey> rowKey, Func<TValue, TKey> valueKey, Func<TValue, TRow> create, Action<TRow, TValue> take)
        where TKey : notnull
    {
        var wanted = values.Select(valueKey).ToHashSet();
        rows.RemoveAll(row => !wanted.Contains(rowKey(row)));
        var present = rows.ToDictionary(rowKey);
        foreach (var value in values)
        {
            if (!present.TryGetValue(valueKey(value), out var row)) rows.Add(row = create(value));
            take(row, value);
        }
    }
}
