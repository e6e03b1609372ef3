using System.Buffers;

namespace Gongkai.Documents.Text;

/// <summary>二字组：短文字（标签、机关名）的相似度。</summary>
public static class Bigrams
{
    private const int OnStack = 256;

    /// <summary>两段文字归一之后的相似度，0 至 1：共有的二字组数的两倍，比上各自二字组数之和；重复的按次数计。</summary>
    public static double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Normalisation.Same(left, right)) return 1;
        var rented = left.Length + right.Length > OnStack ? ArrayPool<uint>.Shared.Rent(left.Length + right.Length) : null;
        Span<uint> buffer = rented ?? stackalloc uint[OnStack];
        var first = Collect(left, buffer);
        var second = Collect(right, buffer[first.Length..]);
        var total = first.Length + second.Length;
        var result = total == 0 ? 0 : 2.0 * CountCommon(first, second) / total;
        if (rented is not null) ArrayPool<uint>.Shared.Return(rented);
        return result;
    }

    private static Span<uint> Collect(ReadOnlySpan<char> text, Span<uint> buffer)
    {
        var count = 0;
        var previous = '\0';
        foreach (var character in text)
        {
            var mapped = Normalisation.Of(character);
            if (mapped == '\0') continue;
            if (previous != '\0') buffer[count++] = ((uint)previous << 16) | mapped;
            previous = mapped;
        }

        var bigrams = buffer[..count];
        bigrams.Sort();
        return bigrams;
    }

    private static int CountCommon(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        int common = 0, i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                common++;
                i++;
                j++;
            }
            else if (left[i] < right[j]) i++;
            else j++;
        }

        return common;
    }
}
