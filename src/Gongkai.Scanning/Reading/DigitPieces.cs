using System.Runtime.InteropServices;

namespace Gongkai.Scanning.Reading;

/// <summary>
/// 全文的数字段：相邻两段之间只有空白、换行、竖线、连字符的，连成一串，
/// 这样被换行、单元格、空格切断的号码与完整的号码用同一个办法找。
/// 号码必须从一段的开头起，到一段的末尾止，相当于前后不得是数字的环视。
/// </summary>
internal sealed class DigitPieces
{
    /// <summary>两段之间最多隔几个字符还算相连：容得下“ |\n| ”与缩进。</summary>
    private const int LongestGap = 12;

    private readonly List<char> _digits = [];
    private readonly List<Piece> _pieces = [];
    private bool[]? _claimed;

    /// <summary>有几段。</summary>
    public int Count => _pieces.Count;

    /// <summary>最长的一串有几个数字。</summary>
    public int LongestChain { get; private set; }

    /// <summary>第几段在文中从哪里开始。</summary>
    public int Start(int piece) => _pieces[piece].Start;

    public int Length(int piece) => DigitEnd(piece) - _pieces[piece].Digit;

    public int End(int piece) => Start(piece) + Length(piece);

    /// <summary>从这一段起，到这一串结束为止的数字。</summary>
    public ReadOnlySpan<char> Ahead(int piece)
    {
        var (_, digit, chainEnd) = _pieces[piece];
        return CollectionsMarshal.AsSpan(_digits)[digit..chainEnd];
    }

    /// <summary>从这一段起，几段合起来恰好是 <paramref name="length"/> 个数字；没有这样的切法时为 0。</summary>
    public int PiecesFor(int piece, int length)
    {
        var target = _pieces[piece].Digit + length;
        if (target > _pieces[piece].ChainEnd) return 0;
        for (int last = piece; last < _pieces.Count; last++)
        {
            var end = DigitEnd(last);
            if (end == target) return last - piece + 1;
            if (end > target) return 0;
        }

        return 0;
    }

    /// <summary>这几段已经认定为一个号码，别的检测项不再看它们。</summary>
    public void Claim(int piece, int count)
    {
        _claimed ??= new bool[_pieces.Count];
        _claimed.AsSpan(piece, count).Fill(true);
    }

    public bool IsClaimed(int piece, int count = 1) => _claimed is not null && _claimed.AsSpan(piece, count).Contains(true);

    /// <summary>加上一段；各段必须按先后加入，末了调用 <see cref="Close"/>。</summary>
    public void Add(string text, int start, int end)
    {
        var joined = _pieces.Count > 0 && IsGap(text.AsSpan(End(_pieces.Count - 1)..start));
        _pieces.Add(new Piece(start, _digits.Count, joined ? 1 : 0));
        _digits.AddRange(text.AsSpan(start..end));
    }

    /// <summary>各段都加入以后，从后往前定出每一段所在的串到哪里为止。</summary>
    public void Close()
    {
        var pieces = CollectionsMarshal.AsSpan(_pieces);
        var chainEnd = _digits.Count;
        for (int piece = pieces.Length - 1; piece >= 0; piece--)
        {
            var joined = pieces[piece].ChainEnd == 1;
            pieces[piece] = pieces[piece] with { ChainEnd = chainEnd };
            LongestChain = Math.Max(LongestChain, chainEnd - pieces[piece].Digit);
            if (!joined) chainEnd = pieces[piece].Digit;
        }
    }

    private static bool IsGap(ReadOnlySpan<char> gap)
    {
        if (gap.Length > LongestGap) return false;
        foreach (var character in gap)
            if (!CharTable.Is(character, CharTraits.Breaker)) return false;
        return true;
    }

    private int DigitEnd(int piece) => piece + 1 < _pieces.Count ? _pieces[piece + 1].Digit : _digits.Count;

    /// <param name="Start">在文中的位置。</param>
    /// <param name="Digit">第一个数字是全文的第几个数字。</param>
    /// <param name="ChainEnd">这一串结束于第几个数字；加入时先记下是否与前一段相连。</param>
    private readonly record struct Piece(int Start, int Digit, int ChainEnd);
}
