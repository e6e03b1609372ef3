using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongkai.Documents.Text;

/// <summary>
/// 词表索引：许多词放在一起，一遍走完文字就找出它们的全部出现，词再多也只走一遍。造一次，到处用，可以并行。
/// 做法：看每相连的两个字是不是某个词的开头（先问一张很小的表，绝大多数位置到此为止），是的再比其余的字。
/// </summary>
public sealed class PhraseIndex
{
    // 一格对应头两个字的一种散列，八千格共八 KB，总在一级缓存里；一格一个字节，问起来比按位少几步。
    private const int FilterBits = 13;
    private const uint Multiplier = 0x9E3779B1u;

    private readonly bool[] _filter = new bool[1 << FilterBits];
    private readonly ulong[] _singles = new ulong[(char.MaxValue + 1) / 64];
    private readonly int[] _singlePhrases;
    private readonly Slot[] _slots;
    private readonly Entry[] _entries;

    /// <param name="phrases">各词，不得为空；词的号就是它在这里的次序。同一个词出现两次的，认先出现的号。</param>
    public PhraseIndex(IReadOnlyList<string> phrases)
    {
        var entries = new List<Entry>();
        var singles = new SortedDictionary<char, int>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            var text = phrases[phrase];
            if (text.Length == 0) throw new ArgumentException("词不能为空。", nameof(phrases));
            if (text.Length == 1) singles.TryAdd(text[0], phrase);
            else entries.Add(new Entry(text, phrase));
        }

        // 同头两字的排在一起，长的在前：第一个对得上的就是最长的。
        _entries = [.. entries.DistinctBy(entry => entry.Text).OrderBy(entry => Key(entry.Text[0], entry.Text[1])).ThenByDescending(entry => entry.Text.Length)];
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(_entries.Length * 2, 2))];
        for (var first = 0; first < _entries.Length;)
        {
            var key = Key(_entries[first].Text[0], _entries[first].Text[1]);
            var count = 1;
            while (first + count < _entries.Length && Key(_entries[first + count].Text[0], _entries[first + count].Text[1]) == key) count++;
            Place(key, first, count);
            first += count;
        }

        _singlePhrases = new int[singles.Count == 0 ? 0 : singles.Keys.Max() + 1];
        foreach (var (character, phrase) in singles)
        {
            _singles[character >> 6] |= 1UL << character;
            _singlePhrases[character] = phrase;
        }
    }

    /// <summary>从 <paramref name="at"/> 开始的最长的词的号与字数；没有时号为 -1。</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LongestAt(ReadOnlySpan<char> text, int at, out int length)
    {
        // 绝大多数位置到此为止，所以这一问就地展开。
        if ((at + 1 < text.Length && MayStart(text[at], text[at + 1])) || IsSingle(text[at])) return Longest(text, at, out length);
        length = 0;
        return -1;
    }

    private int Longest(ReadOnlySpan<char> text, int at, out int length)
    {
        if (at + 1 < text.Length && Find(text[at], text[at + 1]) is { Count: > 0 } slot)
        {
            for (var index = slot.First; index < slot.First + slot.Count; index++)
            {
                ref readonly var entry = ref _entries[index];
                if (!entry.IsAt(text, at)) continue;
                length = entry.Text.Length;
                return entry.Phrase;
            }
        }

        if (IsSingle(text[at]))
        {
            length = 1;
            return _singlePhrases[text[at]];
        }

        length = 0;
        return -1;
    }

    /// <summary>从 <paramref name="from"/> 起，第一个可能有词开头的位置；没有时为文字的长度。</summary>
    public int NextCandidate(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length) return text.Length;
        var singles = _singlePhrases.Length > 0;
        var first = text[from];
        for (var at = from + 1; at < text.Length; at++)
        {
            var second = text[at];
            if (MayStart(first, second) || (singles && IsSingle(first))) return at - 1;
            first = second;
        }

        return IsSingle(first) ? text.Length - 1 : text.Length;
    }

    /// <summary>全部出现，按起点排列，同一起点长的在前；重叠的都在内。</summary>
    public void FindAll(ReadOnlySpan<char> text, List<FoundPhrase> found)
    {
        for (var at = NextCandidate(text, 0); at < text.Length; at = NextCandidate(text, at + 1))
        {
            if (at + 1 < text.Length && Find(text[at], text[at + 1]) is { Count: > 0 } slot)
            {
                for (var index = slot.First; index < slot.First + slot.Count; index++)
                    if (_entries[index].IsAt(text, at)) found.Add(new FoundPhrase(_entries[index].Phrase, at, _entries[index].Text.Length));
            }

            if (IsSingle(text[at])) found.Add(new FoundPhrase(_singlePhrases[text[at]], at, 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsSingle(char character) => (_singles[character >> 6] & (1UL << character)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayStart(char first, char second) => _filter[FilterOf(Key(first, second))];

    private Slot Find(char first, char second)
    {
        if (!MayStart(first, second)) return default;
        var key = Key(first, second);
        for (var at = Hash(key); ; at++)
        {
            ref readonly var slot = ref _slots[at & (uint)(_slots.Length - 1)];
            if (slot.Count == 0 || slot.Key == key) return slot;
        }
    }

    private void Place(uint key, int first, int count)
    {
        _filter[FilterOf(key)] = true;
        var hash = Hash(key);
        while (_slots[hash & (uint)(_slots.Length - 1)].Count > 0) hash++;
        _slots[hash & (uint)(_slots.Length - 1)] = new Slot(key, first, count);
    }

    private static uint Key(char first, char second) => ((uint)first << 16) | second;

    // 乘法散列：高位最匀，给小表用；再折一次，低位也匀，给槽用。
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FilterOf(uint key) => (key * Multiplier) >> (32 - FilterBits);

    private static uint Hash(uint key)
    {
        var hash = key * Multiplier;
        return hash ^ (hash >> 15);
    }

    private readonly record struct Slot(uint Key, int First, int Count);

    private readonly record struct Entry(string Text, int Phrase)
    {
        /// <summary>头两个字已经知道相同。</summary>
        public bool IsAt(ReadOnlySpan<char> text, int at) =>
            Text.Length == 2 || (at + Text.Length <= text.Length && text[at + 2] == Text[2] && text.Slice(at + 2, Text.Length - 2).SequenceEqual(Text.AsSpan(2)));
    }
}

/// <summary>词的一处出现：词的号、起点、字数。</summary>
public readonly record struct FoundPhrase(int Phrase, int Start, int Length)
{
    public int End => Start + Length;
}
