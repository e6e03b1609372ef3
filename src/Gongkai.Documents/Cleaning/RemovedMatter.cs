namespace Gongkai.Documents.Cleaning;

/// <summary>数着去掉了什么，最后说成一项一句。</summary>
internal sealed class RemovedMatter
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string what, int count = 1)
    {
        if (count > 0) _counts[what] = _counts.GetValueOrDefault(what) + count;
    }

    /// <summary>例如“批注 3 处”。</summary>
    public IReadOnlyList<string> Sentences => [.. _counts.Select(one => Say($"{one.Key} {one.Value} 处", $"{one.Key}: {one.Value}"))];
}
