using System.Text;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Flat;

/// <summary>把读入的各块摊平。</summary>
internal sealed class FlatTextBuilder
{
    private readonly StringBuilder _content = new(8192);
    private readonly List<int> _offsets = new(8192);
    private readonly List<Piece> _pieces = new(512);
    private readonly List<FlatRow> _rows = new(256);

    public static FlatText Build(SourceDocument document)
    {
        var builder = new FlatTextBuilder();
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

    public FlatText Build() => new(_content.ToString(), [.. _offsets], [.. _pieces], [.. _rows]);

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
        int first = _pieces.Count, start = _content.Length;
        foreach (var (cell, column) in cells)
        {
            if (text.Length > 0) text.Append('\t');
            var offset = text.Length;
            text.Append(cell);
            AddPiece(cell, offset, column);
        }

        _rows.Add(new FlatRow(kind, first, _pieces.Count, start, _content.Length, text.ToString(), place, table));
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
        int first = _pieces.Count, start = _content.Length;
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

        _rows.Add(new FlatRow(RowKind.Cells, first, _pieces.Count, start, _content.Length, text, place, 0));
    }

    private void AddWords(string text, Place place)
    {
        int first = _pieces.Count, start = _content.Length, column = 0, at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end == at) break;
            var before = _content.Length;
            AddPiece(text.AsSpan(at, end - at), at, column);
            if (_content.Length == before) _pieces.RemoveAt(_pieces.Count - 1);
            else column++;
            at = end;
        }

        _rows.Add(new FlatRow(RowKind.Line, first, _pieces.Count, start, _content.Length, text, place, 0));
    }

    private void AddPiece(ReadOnlySpan<char> text, int offset, int column)
    {
        var start = _content.Length;
        for (var index = 0; index < text.Length; index++)
        {
            var folded = Folding.Of(text[index]);
            if (folded == '\0') continue;
            _content.Append(folded);
            _offsets.Add(offset + index);
        }

        _pieces.Add(new Piece(start, _content.Length, _rows.Count, column));
    }
}
