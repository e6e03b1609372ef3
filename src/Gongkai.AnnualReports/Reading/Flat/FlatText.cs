using System.Buffers;
using Gongkai.AnnualReports.Reading.Labels;
using Gongkai.Documents;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>摊平的原文：去掉空白、统一字形的一整串内容，连同每个字的出处，以及它们原来怎样分行、分格。</summary>
/// <remarks>标签在 <see cref="Content"/> 上查找，所以折行、分页、字间空格都不妨碍；取数时再回到 <see cref="Pieces"/> 看原来的分格。</remarks>
internal sealed class FlatText : IDisposable
{
    private readonly int[] _offsets;
    private readonly Piece[] _pieces;
    private readonly FlatRow[] _rows;
    private readonly int _pieceCount;
    private readonly int _rowCount;

    /// <param name="content">归一后的全部文字。</param>
    /// <param name="offsets">各字的出处；同下面两个一样是借来的数组，用完由 <see cref="Dispose"/> 归还。</param>
    public FlatText(string content, int[] offsets, Piece[] pieces, int pieceCount, FlatRow[] rows, int rowCount)
    {
        Content = content;
        _offsets = offsets;
        _pieces = pieces;
        _pieceCount = pieceCount;
        _rows = rows;
        _rowCount = rowCount;
    }

    /// <summary>归一后的全部文字，不含空白。</summary>
    public string Content { get; }

    /// <summary>片：被空白或格线隔开的一段文字，空格子也是一片。按顺序排列。</summary>
    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan(0, _pieceCount);

    /// <summary>行：原文的一行、一段，或表格的一行。</summary>
    public ReadOnlySpan<FlatRow> Rows => _rows.AsSpan(0, _rowCount);

    /// <summary>归还借来的数组；此后不可再用。</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_offsets);
        ArrayPool<Piece>.Shared.Return(_pieces);
        ArrayPool<FlatRow>.Shared.Return(_rows, clearArray: true);
    }

    /// <summary>全部格式的标签在内容里的全部出现，按位置排列；第一次要用时找一遍。</summary>
    public List<FoundPhrase> Labels => field ??= LabelIndex.FindAll(Content);

    /// <summary>内容里第 <paramref name="index"/> 个字所在的行。</summary>
    public int RowAt(int index)
    {
        int low = 0, high = Rows.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (Rows[middle].Start <= index) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    public Place PlaceAt(int index) => Rows.Length == 0 ? default : Rows[RowAt(Math.Min(index, Math.Max(Content.Length - 1, 0)))].Place;

    /// <summary>内容里第 <paramref name="index"/> 个字在它那一行原文中的位置。</summary>
    public int SourceOffset(int index) => _offsets[index];

    /// <summary>内容 [<paramref name="start"/>, <paramref name="end"/>) 的原文，跨行时各行相接，不含首尾空白。</summary>
    public string Original(int start, int end)
    {
        if (start >= end) return "";
        int first = RowAt(start), last = RowAt(end - 1);
        if (first == last) return Rows[first].Text[_offsets[start]..(_offsets[end - 1] + 1)];
        var text = new System.Text.StringBuilder(Rows[first].Text[_offsets[start]..].TrimEnd());
        for (var row = first + 1; row < last; row++) text.Append(Rows[row].Text.AsSpan().Trim());
        return text.Append(Rows[last].Text.AsSpan(0, _offsets[end - 1] + 1).TrimStart()).ToString();
    }

    /// <summary>同上；多半整段就在第 <paramref name="row"/> 行里，那时不必去找是哪一行，也不必另造一个字符串。</summary>
    public ReadOnlySpan<char> Original(int row, int start, int end)
    {
        if (start >= end) return [];
        if (start < Rows[row].Start || end > Rows[row].End) return Original(start, end);
        return Rows[row].Text.AsSpan(_offsets[start], _offsets[end - 1] + 1 - _offsets[start]);
    }

    /// <summary>第一个起点不小于 <paramref name="start"/> 或跨过它的片。</summary>
    public int FirstPieceFrom(int start)
    {
        int low = 0, high = Pieces.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Pieces[middle].End > start || (Pieces[middle].Start >= start)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}

/// <summary>片：内容的一段 [Start, End)；空格子的 Start 等于 End。</summary>
/// <param name="Column">在表格中的列（有坐标的表格）或在行中的序号，从 0 起。</param>
internal readonly record struct Piece(int Start, int End, int Row, int Column)
{
    public bool IsBlank => Start == End;
}

/// <summary>行：它的片是 [FirstPiece, EndPiece)，它的内容是 [Start, End)。</summary>
/// <param name="Text">这一行的原文。</param>
internal readonly record struct FlatRow(RowKind Kind, int FirstPiece, int EndPiece, int Start, int End, string Text, Place Place, int Table)
{
    /// <summary>分了格的行，且不止一格：标签与数同在一行才算数。</summary>
    public bool IsTabular => Kind is RowKind.Cells or RowKind.Grid && EndPiece - FirstPiece > 1;
}

internal enum RowKind
{
    /// <summary>普通文字行，片由空白隔开。</summary>
    Line,

    /// <summary>用竖线或制表符分格的行。</summary>
    Cells,

    /// <summary>表格的一行，列号可靠。</summary>
    Grid,
}
