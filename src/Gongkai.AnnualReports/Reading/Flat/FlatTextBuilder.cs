using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>把读入的各块摊平。</summary>
internal sealed class FlatTextBuilder
{
    private Piece[] _pieces = ArrayPool<Piece>.Shared.Rent(512);
    private FlatRow[] _rows;
    private char[] _content;
    private int[] _offsets;
    private int _pieceCount;
    private int _rowCount;
    private int _length;
    private int _capacity;

    private FlatTextBuilder(int characters, int rows)
    {
        _content = ArrayPool<char>.Shared.Rent(characters);
        _offsets = ArrayPool<int>.Shared.Rent(characters);
        _rows = ArrayPool<FlatRow>.Shared.Rent(rows);
        _capacity = Math.Min(_content.Length, _offsets.Length);
    }

    public static FlatText Build(SourceDocument document)
    {
        var builder = new FlatTextBuilder(CountCharacters(document), document.Blocks.Count);
        var table = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case TextLine line: builder.AddLine(line.Text, line.Place); break;
                case TableBlock grid: builder.AddGrid(grid, ++table); break;
                case PlacedPage page: PlacedRows.Add(builder, page); break;
                default: throw new InvalidOperationException($"没有处理的块：{block.GetType().Name}。");
            }
        }

        return builder.Build();
    }

    private FlatText Build()
    {
        var content = new string(_content, 0, _length);
        ArrayPool<char>.Shared.Return(_content);
        return new FlatText(content, _offsets, _pieces, _pieceCount, _rows, _rowCount);
    }

    /// <summary>至多有多少字：归一从不变长，所以地方一次备足。</summary>
    private static int CountCharacters(SourceDocument document)
    {
        var count = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case TextLine line: count += line.Text.Length; break;
                case TableBlock grid: foreach (var cell in grid.Cells) count += cell.Text.Length; break;
                case PlacedPage page: foreach (var word in page.Words) count += word.Text.Length; break;
            }
        }

        return count;
    }

    /// <summary>加一行文字；有制表符或竖线的按格分开。</summary>
    public void AddLine(string text, Place place)
    {
        if (IsRuler(text)) return;
        if (text.Contains('|')) AddCells(text, '|', place);
        else if (text.Contains('\t')) AddCells(text, '\t', place);
        else AddWords(text, place);
    }

    /// <summary>加一行已经分好的格子；<paramref name="cells"/> 的列号由调用方给出。</summary>
    public void AddRow(RowKind kind, IReadOnlyList<(string Text, int Column)> cells, Place place, int table)
    {
        var text = new StringBuilder();
        int first = _pieceCount, start = _length;
        foreach (var (cell, column) in cells)
        {
            if (text.Length > 0) text.Append('\t');
            var offset = text.Length;
            text.Append(cell);
            AddPiece(cell, offset, column);
        }

        Add(new FlatRow(kind, first, _pieceCount, start, _length, text.ToString(), place, table));
    }

    private void AddGrid(TableBlock grid, int table)
    {
        var index = 0;
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = new List<(string, int)>();
            for (; index < grid.Cells.Count && grid.Cells[index].Row <= row; index++)
                cells.Add((grid.Cells[index].Text, grid.Cells[index].Column));
            if (cells.Count == 0) continue;
            AddRow(RowKind.Grid, cells, grid.Place with { Row = row + 1 }, table);
        }
    }

    /// <summary>Markdown 表头下的横线（|---|:--:|）不是内容。</summary>
    private static bool IsRuler(string text)
    {
        var dashes = 0;
        foreach (var character in text)
        {
            if (character == '-') dashes++;
            else if (character is not ('|' or ':' or ' ' or '\t')) return false;
        }

        return dashes >= 3 && text.Contains('|');
    }

    private void AddCells(string text, char separator, Place place)
    {
        int first = _pieceCount, start = _length;
        var (from, to) = (0, text.Length);
        if (separator == '|')
        {
            // 首尾的竖线是边框，不是格子。
            var trimmed = text.AsSpan().TrimEnd();
            to = trimmed.Length;
            if (to > 0 && trimmed[^1] == '|') to--;
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            if (from < to && text[from] == '|') from++;
        }

        var column = 0;
        for (var at = from; ; column++)
        {
            var next = at <= to ? text.IndexOf(separator, at, to - at) : -1;
            var end = next < 0 ? to : next;
            AddPiece(text.AsSpan(at, end - at), at, column);
            if (next < 0) break;
            at = next + 1;
        }

        Add(new FlatRow(RowKind.Cells, first, _pieceCount, start, _length, text, place, 0));
    }

    private void AddWords(string text, Place place)
    {
        Reserve(_length + text.Length);
        int first = _pieceCount, start = _length, column = 0, piece = _length;
        var (content, offsets, length) = (_content, _offsets, _length);
        for (var at = 0; at < text.Length; at++)
        {
            var folded = Folding.Of(text[at]);
            if (folded != '\0')
            {
                content[length] = folded;
                offsets[length++] = at;
            }
            else if (length > piece && char.IsWhiteSpace(text[at]))
            {
                Add(new Piece(piece, length, _rowCount, column++));
                piece = length;
            }
        }

        _length = length;
        if (length > piece) Add(new Piece(piece, length, _rowCount, column));
        Add(new FlatRow(RowKind.Line, first, _pieceCount, start, length, text, place, 0));
    }

    private void AddPiece(ReadOnlySpan<char> text, int offset, int column)
    {
        var start = _length;
        Reserve(_length + text.Length);
        var (content, offsets, length) = (_content, _offsets, _length);
        for (var index = 0; index < text.Length; index++)
        {
            // 逐字都写、只在要留时前进：没有难以预测的分支。
            var folded = Folding.Of(text[index]);
            content[length] = folded;
            offsets[length] = offset + index;
            length += folded == '\0' ? 0 : 1;
        }

        _length = length;
        Add(new Piece(start, length, _rowCount, column));
    }

    private void Add(Piece piece)
    {
        if (_pieceCount == _pieces.Length) Grow(ref _pieces, _pieceCount);
        _pieces[_pieceCount++] = piece;
    }

    private void Add(FlatRow row)
    {
        if (_rowCount == _rows.Length) Grow(ref _rows, _rowCount);
        _rows[_rowCount++] = row;
    }

    // 有坐标的页里，同一个词有时既归表又归行，就比预计的多。
    private void Reserve(int least)
    {
        if (least <= _capacity) return;
        while (_content.Length < least) Grow(ref _content, _length);
        while (_offsets.Length < least) Grow(ref _offsets, _length);
        _capacity = Math.Min(_content.Length, _offsets.Length);
    }

    private static void Grow<T>(ref T[] array, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(array.Length * 2, 256));
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        array = larger;
    }
}
