namespace Gongkai.Documents.Text;

/// <summary>两份文字里相同的一段：位置都指原文，起止不含止；<paramref name="Length"/> 是归一后的字数。</summary>
public readonly record struct CopiedPassage(int LeftStart, int LeftEnd, int RightStart, int RightEnd, int Length);

/// <summary>找出大段相同的文字（归一后逐字相同，不能再向两头延长）。</summary>
public static class CopiedPassages
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    // 同一片段在左文里反复出现（“0 0 0 0”）时只试这么多处，免得恶意的文字把时间变成平方。
    private const int MostCandidates = 32;

    /// <summary>右文从头到尾依次找，同一个字只归一段；每处取左文里最长的。</summary>
    /// <param name="atLeast">归一后至少多少个字，不少于 2。</param>
    public static IReadOnlyList<CopiedPassage> Find(NormalisedText left, NormalisedText right, int atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 2);
        if (left.Length < atLeast || right.Length < atLeast) return [];

        // 左文每隔 block 个字取一片：相同的一段只要有 2·block−1 个字，就必有一片完整地落在其中。
        var block = (atLeast + 1) / 2;
        var index = new BlockIndex(left.Text, block);
        var found = new List<CopiedPassage>();
        var rolling = new RollingHash(right.Text, block);
        var free = 0;
        for (var at = 0; at + block <= right.Length; at++)
        {
            var hash = rolling.At(at);
            if (at < free) continue;
            var (start, from, length) = Longest(left.Text, right.Text, index, hash, at, free);
            if (length < atLeast) continue;
            found.Add(Passage(left, right, start, from, length));
            free = from + length;
        }

        return found;
    }

    private static (int Left, int Right, int Length) Longest(
        string left, string right, BlockIndex index, ulong hash, int at, int free)
    {
        var best = (Left: 0, Right: 0, Length: 0);
        var tried = 0;
        for (var start = index.First(hash); start >= 0 && tried < MostCandidates; start = index.Next(start), tried++)
        {
            var after = CommonPrefix(left.AsSpan(start), right.AsSpan(at));
            if (after < index.Block) continue;
            var before = CommonSuffix(left.AsSpan(0, start), right.AsSpan(free, at - free));
            if (before + after > best.Length) best = (start - before, at - before, before + after);
        }

        return best;
    }

    private static int CommonPrefix(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.CommonPrefixLength(right);

    private static int CommonSuffix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)]) length++;
        return length;
    }

    private static CopiedPassage Passage(NormalisedText left, NormalisedText right, int start, int from, int length)
    {
        var (leftStart, leftEnd) = left.SourceRange(start, length);
        var (rightStart, rightEnd) = right.SourceRange(from, length);
        return new CopiedPassage(leftStart, leftEnd, rightStart, rightEnd, length);
    }

    /// <summary>左文各片的散列到位置；同一散列的各片串成链，先出现的在前。</summary>
    private sealed class BlockIndex
    {
        private readonly Dictionary<ulong, int> _first;
        private readonly int[] _next;

        public BlockIndex(string text, int block)
        {
            Block = block;
            _next = new int[text.Length / block];
            _first = new Dictionary<ulong, int>(_next.Length);
            for (var piece = _next.Length - 1; piece >= 0; piece--)
            {
                var hash = RollingHash.Of(text.AsSpan(piece * block, block));
                _next[piece] = _first.TryGetValue(hash, out var following) ? following : -1;
                _first[hash] = piece;
            }
        }

        public int Block { get; }

        public int First(ulong hash) => _first.TryGetValue(hash, out var piece) ? piece * Block : -1;

        public int Next(int start) => _next[start / Block] is var piece and >= 0 ? piece * Block : -1;
    }

    /// <summary>右文上滚动的散列：位置只能依次向后。</summary>
    private struct RollingHash
    {
        private readonly string _text;
        private readonly int _block;
        private readonly ulong _top;
        private ulong _hash;

        public RollingHash(string text, int block)
        {
            _text = text;
            _block = block;
            _top = 1;
            for (var i = 1; i < block; i++) _top *= Base;
            _hash = Of(text.AsSpan(0, block));
        }

        public static ulong Of(ReadOnlySpan<char> piece)
        {
            ulong hash = 0;
            foreach (var character in piece) hash = (hash * Base) + character;
            return hash;
        }

        public ulong At(int position)
        {
            if (position > 0)
                _hash = ((_hash - (_text[position - 1] * _top)) * Base) + _text[position + _block - 1];
            return _hash;
        }
    }
}
