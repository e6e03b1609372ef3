using System.Buffers;

namespace Gongkai.Organisations.Agencies;

/// <summary>去掉空格的文字，并记得每个字在原文的位置；换行留着，是词界。</summary>
internal readonly struct CompactText
{
    private readonly int[]? _offsets;

    public CompactText(string source)
    {
        if (!source.AsSpan().ContainsAny(Blanks))
        {
            Text = source;
            return;
        }
        var characters = new char[source.Length];
        _offsets = new int[source.Length];
        var length = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (Blanks.Contains(source[at])) continue;
            characters[length] = source[at];
            _offsets[length++] = at;
        }
        Text = new string(characters, 0, length);
    }

    public string Text { get; }

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\u00a0\u2002\u2003\u2009\u3000\u200b");

    /// <summary>去空格后的位置在原文里是哪里。</summary>
    public int ToSource(int at) => _offsets is null ? at : _offsets[at];
}
