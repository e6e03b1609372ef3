using System.Buffers;

namespace Gongkai.Documents.Text;

/// <summary>
/// 五字片段集：归一后只留文字（不计数字、标点、空白），每相连五个字散列成一个 64 位数。供判断两份报告是否雷同：
/// 换了数字、换了标点的照抄仍然是照抄。
/// </summary>
public sealed class ShingleSet
{
    /// <summary>一个片段的字数。</summary>
    public const int Size = 5;

    private readonly ulong[] _hashes;

    private ShingleSet(ulong[] hashes) => _hashes = hashes;

    /// <summary>各个片段的散列，由小到大，没有重复。</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>不同片段的个数。</summary>
    public int Count => _hashes.Length;

    public static ShingleSet Of(ReadOnlySpan<char> text)
    {
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var count = Letters(text, letters);
            return new ShingleSet(Distinct(letters.AsSpan(0, count)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    /// <summary>包含度，0 至 1：共有的片段数比上较小一方的片段数；任一方没有片段时为 0。</summary>
    public double Containment(ShingleSet other)
    {
        var smaller = Math.Min(Count, other.Count);
        return smaller == 0 ? 0 : (double)CountCommon(_hashes, other._hashes) / smaller;
    }

    private static int Letters(ReadOnlySpan<char> text, Span<char> destination)
    {
        var count = 0;
        foreach (var character in text)
        {
            var mapped = Normalisation.Of(character);
            if (char.IsLetter(mapped) || char.IsSurrogate(mapped)) destination[count++] = mapped;
        }

        return count;
    }

    private static ulong[] Distinct(ReadOnlySpan<char> letters)
    {
        if (letters.Length < Size) return [];
        var hashes = new ulong[letters.Length - Size + 1];
        for (var at = 0; at < hashes.Length; at++) hashes[at] = Hash(letters.Slice(at, Size));
        Array.Sort(hashes);
        var distinct = 1;
        for (var at = 1; at < hashes.Length; at++)
            if (hashes[at] != hashes[distinct - 1])
                hashes[distinct++] = hashes[at];
        return distinct == hashes.Length ? hashes : hashes[..distinct];
    }

    // 五个字共 80 位：前四个字就是 64 位，再把第五个字搅进去（SplitMix64 的终混）。
    private static ulong Hash(ReadOnlySpan<char> shingle)
    {
        var hash = ((ulong)shingle[0] << 48) | ((ulong)shingle[1] << 32) | ((ulong)shingle[2] << 16) | shingle[3];
        hash ^= shingle[4] * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    private static int CountCommon(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        int common = 0, i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var (a, b) = (left[i], right[j]);
            common += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return common;
    }
}
