namespace Gongkai.Documents.Text;

/// <summary>
/// 检索词：汉字每相连两字一词（二字组），西文字母与数字按单词成词，字母一律小写；标点隔开，夹在中间的空白只隔开西文。
/// 前后都没有汉字可连的孤字自成一词。逐个给出，不分配内存：
/// <c>foreach (var term in SearchTerms.Of(text))</c>。
/// </summary>
public ref struct SearchTerms
{
    /// <summary>再长的西文串（网址、乱码）也只取这么多字，其余不成词。</summary>
    public const int LongestWord = 64;

    private readonly NormalisedText _text;
    private readonly Span<char> _word;
    private int _at;

    private SearchTerms(NormalisedText text, Span<char> word)
    {
        _text = text;
        _word = word;
    }

    /// <summary>当前这个词；只在移到下一个词之前有效。</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <param name="text">归一过的文字。</param>
    /// <param name="buffer">至少 <see cref="LongestWord"/> 个字的缓冲，放小写之后的西文词。</param>
    public static SearchTerms Of(NormalisedText text, Span<char> buffer) => new(text, buffer[..LongestWord]);

    public readonly SearchTerms GetEnumerator() => this;

    public bool MoveNext()
    {
        var text = _text.Text;
        while (_at < text.Length)
        {
            var first = text[_at];
            if (IsIdeograph(first))
            {
                var start = _at++;
                if (_at < text.Length && IsIdeograph(text[_at])) return Take(start, 2);
                if (start == 0 || !IsIdeograph(text[start - 1])) return Take(start, 1);
            }
            else if (char.IsLetterOrDigit(first))
            {
                return TakeWord();
            }
            else
            {
                _at++;
            }
        }

        return false;
    }

    private bool Take(int start, int length)
    {
        Current = _text.Text.AsSpan(start, length);
        return true;
    }

    private bool TakeWord()
    {
        var text = _text.Text;
        var length = 0;
        var next = _text.SourceIndex(_at);
        while (_at < text.Length && char.IsLetterOrDigit(text[_at]) && !IsIdeograph(text[_at]) && _text.SourceIndex(_at) == next)
        {
            if (length < _word.Length) _word[length++] = char.ToLowerInvariant(text[_at]);
            _at++;
            next++;
        }

        Current = _word[..length];
        return true;
    }

    /// <summary>汉字：基本区、扩展 A 区、兼容区、“〇”，以及扩展区各字的半个代理项。</summary>
    private static bool IsIdeograph(char character) =>
        character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '\u3007' || char.IsSurrogate(character);
}
