using System.Buffers;
using System.Text;

namespace Gongkai.Documents.Flow;

/// <summary>
/// 拼一行文字：网页源码里的连续空白并成一个空格，不换行空格（<c>&amp;nbsp;</c>）各算一个空格，首尾的空白去掉。
/// </summary>
internal sealed class LineBuilder
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\f\u00A0");

    private readonly StringBuilder _text = new();
    private bool _blankPending;

    /// <summary>按网页的规则接上一段文字。</summary>
    public void AppendCollapsed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(Blanks);
            if (length != 0)
            {
                if (_blankPending) _text.Append(' ');
                _blankPending = false;
                _text.Append(length < 0 ? text : text[..length]);
                if (length < 0) return;
            }

            if (text[length] == '\u00A0') _text.Append(' ');
            else _blankPending = _text.Length > 0;
            text = text[(length + 1)..];
        }
    }

    /// <summary>原样接上一段文字。</summary>
    public void Append(ReadOnlySpan<char> text) => _text.Append(text);

    /// <summary>行末：取走这一行；空行返回 <see langword="null"/>。</summary>
    public string? Take()
    {
        _blankPending = false;
        if (_text.Length == 0) return null;
        var (start, end) = (0, _text.Length);
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        var line = start == end ? null : _text.ToString(start, end - start);
        _text.Clear();
        return line;
    }
}
