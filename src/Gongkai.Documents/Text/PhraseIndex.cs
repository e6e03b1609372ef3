using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongkai.Documents.Text;

/// <summary>
/// 词表索引：许多词放在一起，一遍走完文字就找出它们的全部出现，词再多也只走一遍。造一次，到处用，可以并行。
/// 做法：看每相连的两个字是不是某个词的开头、接着的两个字是不是它的第二、三个字（都问同一张很小的表，绝大多数位置到此为止），
/// 是的再比其余的字。
/// </summary>
public sealed class PhraseIndex
{
    // 一格对应相连两个字的一种散列，八千格共十六 KB，总在一级缓存里。词分八组，一组一位：
    // 低八位是“有这一组的词以这两个字开头”，高八位是“有这一组的词以这两个字为第二、三个字”。
    private const int FilterBits = 13;
    private const uint Multiplier = 0x9E3779B1u;
    private const int Groups = 8;
    private const uint Starts = (1 << Groups) - 1;

    /// <summary>两个字的词自成一组：没有第三个字可问。</summary>
    private const int ShortGroup = Groups - 1;
    private const uint Short = 1 << ShortGroup;

    private readonly ushort[] _filter = new ushort[1 << FilterBits];
    private readonly ulong[] _singles = new ulong[(char.MaxValue + 1) / 64];
    private readonly SearchValues<char> _singleCharacters;
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

        foreach (var entry in _entries) AddToFilter(entry.Text);
        _singleCharacters = SearchValues.Create([.. singles.Keys]);
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
        if ((at + 1 < text.Length && (Filter(text[at], text[at + 1]) & Starts) != 0) || IsSingle(text[at])) return Longest(text, at, out length);
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

    /// <summary>全部出现，按起点排列，同一起点长的在前；重叠的都在内。</summary>
    public void FindAll(ReadOnlySpan<char> text, List<FoundPhrase> found)
    {
        var single = NextSingle(text, 0);
        for (var at = NextPair(text, 0); ; at = NextPair(text, at + 1))
        {
            for (; single < at; single = NextSingle(text, single + 1)) found.Add(new FoundPhrase(_singlePhrases[text[single]], single, 1));
            if (at >= text.Length) return;
            if (Find(text[at], text[at + 1]) is not { Count: > 0 } slot) continue;
            for (var index = slot.First; index < slot.First + slot.Count; index++)
                if (_entries[index].IsAt(text, at)) found.Add(new FoundPhrase(_entries[index].Phrase, at, _entries[index].Text.Length));
        }
    }

    /// <summary>从 <paramref name="from"/> 起，第一个单独成词的字；没有时为文字的长度。</summary>
    private int NextSingle(ReadOnlySpan<char> text, int from)
    {
        if (_singlePhrases.Length == 0 || from >= text.Length) return text.Length;
        var offset = text[from..].IndexOfAny(_singleCharacters);
        return offset < 0 ? text.Length : from + offset;
    }

    /// <summary>从 <paramref name="from"/> 起，第一个可能有两个字以上的词开头的位置；没有时为文字的长度。</summary>
    private int NextPair(ReadOnlySpan<char> text, int from)
    {
        for (var at = SkipFours(text, from); at + 1 < text.Length; at++)
        {
            var next = at + 2 < text.Length ? Filter(text[at + 1], text[at + 2]) : 0u;
            if (MayStart(Filter(text[at], text[at + 1]), next)) return at;
        }

        return text.Length;
    }

    /// <summary>四个位置一起问，一处也不可能的整个跳过；停在可能有的那四个之前，或者快到末尾的地方。</summary>
    private int SkipFours(ReadOnlySpan<char> text, int from)
    {
        const int Step = 4;
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = from;
        for (; at + Step + 1 < text.Length; at += Step)
        {
            // 这五对字都在文字之内，散列都在表之内，所以不必逐个查界。
            var (a, b, c, d, e) = (At(ref filter, ref start, at), At(ref filter, ref start, at + 1), At(ref filter, ref start, at + 2), At(ref filter, ref start, at + 3), At(ref filter, ref start, at + 4));
            if (MayStart(a, b) | MayStart(b, c) | MayStart(c, d) | MayStart(d, e)) break;
        }

        return at;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static uint At(ref ushort filter, ref char start, int at) =>
            Unsafe.Add(ref filter, FilterOf(Unsafe.ReadUnaligned<uint>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref start, at)))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsSingle(char character) => (_singles[character >> 6] & (1UL << character)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Filter(char first, char second) => _filter[FilterOf(Key(first, second))];

    /// <summary>一对字与紧接着的一对字说得上是同一组词的开头。</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayStart(uint pair, uint next) => (pair & ((next >> Groups) | Short)) != 0;

    private Slot Find(char first, char second)
    {
        var key = Key(first, second);
        for (var at = Hash(key); ; at++)
        {
            ref readonly var slot = ref _slots[at & (uint)(_slots.Length - 1)];
            if (slot.Count == 0 || slot.Key == key) return slot;
        }
    }

    private void Place(uint key, int first, int count)
    {
        var hash = Hash(key);
        while (_slots[hash & (uint)(_slots.Length - 1)].Count > 0) hash++;
        _slots[hash & (uint)(_slots.Length - 1)] = new Slot(key, first, count);
    }

    private void AddToFilter(string phrase)
    {
        var group = phrase.Length == 2 ? ShortGroup : (int)((phrase[0] + (phrase[1] * 7u) + (phrase[2] * 31u)) % ShortGroup);
        _filter[FilterOf(Key(phrase[0], phrase[1]))] |= (ushort)(1 << group);
        if (phrase.Length > 2) _filter[FilterOf(Key(phrase[1], phrase[2]))] |= (ushort)(1 << (group + Groups));
    }

    // 与内存里相连的两个字一样，取的时候一次取两个字。
    private static uint Key(char first, char second) => BitConverter.IsLittleEndian ? first | ((uint)second << 16) : ((uint)first << 16) | second;

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
        /// <summary>第三个字记在手边：多半比到它为止，不必去取词。</summary>
        private readonly char _third = Text.Length > 2 ? Text[2] : '\0';

        /// <summary>头两个字已经知道相同。</summary>
        public bool IsAt(ReadOnlySpan<char> text, int at) =>
            _third == '\0' || (at + 2 < text.Length && text[at + 2] == _third && at + Text.Length <= text.Length && text.Slice(at + 2, Text.Length - 2).SequenceEqual(Text.AsSpan(2)));
    }
}

/// <summary>词的一处出现：词的号、起点、字数。</summary>
public readonly record struct FoundPhrase(int Phrase, int Start, int Length)
{
    public int End => Start + Length;
}
