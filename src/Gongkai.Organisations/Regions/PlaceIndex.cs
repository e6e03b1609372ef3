using System.Numerics;

namespace Gongkai.Organisations.Regions;

/// <summary>多模式查找：按头两个字分桶，逐字走一遍文字，每处取最长的一个。</summary>
/// <remarks>绝大多数相连的两字不是任何地名的头两字，先用一位判掉（整张小表十六 KB，总在缓存里）；剩下的只查一次散列，桶里平均不到两项。</remarks>
internal sealed class PlaceIndex
{
    private const int FilterBits = 17;

    private readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    private readonly uint[] _pairs;
    private readonly PlaceName[]?[] _buckets;
    private readonly int _mask;

    public PlaceIndex(IReadOnlyCollection<PlaceName> names)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)names.Count * 2 + 2);
        _pairs = new uint[size];
        _buckets = new PlaceName[size][];
        _mask = size - 1;
        foreach (var group in names.GroupBy(name => Pair(name.Text[0], name.Text[1])))
        {
            var slot = SlotOf(group.Key);
            _pairs[slot] = group.Key;
            _buckets[slot] = [.. group.OrderByDescending(name => name.Text.Length)];
            var bit = FilterBit(group.Key);
            _filter[bit >> 6] |= 1UL << (int)bit;
        }
    }

    /// <summary>在 <paramref name="at"/> 处开始的最长的名称；没有时为空。</summary>
    public PlaceName? LongestAt(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return null;
        var pair = Pair(text[at], text[at + 1]);
        var bit = FilterBit(pair);
        if ((_filter[bit >> 6] & (1UL << (int)bit)) == 0) return null;
        if (_buckets[SlotOf(pair)] is not { } bucket) return null;
        var rest = text[at..];
        foreach (var name in bucket)
            if (rest.StartsWith(name.Text)) return name;
        return null;
    }

    /// <summary>在 <paramref name="at"/> 处开始的全部名称，从长到短。</summary>
    public IEnumerable<PlaceName> AllAt(string text, int at)
    {
        if (at + 1 >= text.Length || _buckets[SlotOf(Pair(text[at], text[at + 1]))] is not { } bucket) return [];
        return bucket.Where(name => string.CompareOrdinal(text, at, name.Text, 0, name.Text.Length) == 0);
    }

    /// <summary>全文的地名，互不交叠：全称优先于与它交叠的简称，其余先到先得。</summary>
    public List<PlaceMention> Search(ReadOnlySpan<char> text)
    {
        var found = new List<PlaceMention>();
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (LongestAt(text, at) is not { } name) continue;
            var mention = new PlaceMention(at, name);
            if (found.Count == 0 || found[^1].End <= at) found.Add(mention);
            else if (found[^1].Name.Kind == PlaceNameKind.Abbreviated && name.Kind != PlaceNameKind.Abbreviated && mention.End > found[^1].End)
                found[^1] = mention;
        }
        return found;
    }

    private static uint FilterBit(uint pair) => (pair * 2654435769u) >> (32 - FilterBits);

    private static uint Pair(char first, char second) => ((uint)first << 16) | second;

    /// <summary>存放或应当存放这两个字的格子；开放定址，表只用一半，总能停下。</summary>
    private int SlotOf(uint pair)
    {
        var slot = (int)((pair * 2654435769u) >> 12) & _mask;
        while (_buckets[slot] is not null && _pairs[slot] != pair) slot = (slot + 1) & _mask;
        return slot;
    }
}
