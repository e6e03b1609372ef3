namespace Gongkai.Documents.Flow;

/// <summary>正文或一个单元格里的各段。单元格多半只有一行，所以第一行不急着建表。</summary>
internal sealed class PieceList(FlowBudget budget)
{
    private Piece? _first;
    private List<Piece>? _all;

    public int Count => _all?.Count ?? (_first is null ? 0 : 1);

    /// <summary>各行文字合计的字数，不算表格。</summary>
    public int TextLength { get; private set; }

    public bool HasTable { get; private set; }

    public IEnumerable<Piece> Pieces => _all ?? (_first is null ? Enumerable.Empty<Piece>() : [_first]);

    public void AddLine(string text, LineShape shape = default)
    {
        budget.Spend(1);
        TextLength += text.Length;
        Append(new TextPiece(text, shape));
    }

    public void AddTable(TablePiece table)
    {
        HasTable = true;
        Append(table);
    }

    /// <summary>把另一处的各段接在后面；它们已经计过数。</summary>
    public void AddAll(PieceList other)
    {
        HasTable |= other.HasTable;
        TextLength += other.TextLength;
        foreach (var piece in other.Pieces) Append(piece);
    }

    /// <summary>只有文字的单元格：各行以 <c>\n</c> 相连。</summary>
    public string JoinLines() => Count switch
    {
        0 => "",
        1 => ((TextPiece)_first!).Text,
        _ => string.Join('\n', Pieces.Cast<TextPiece>().Select(piece => piece.Text)),
    };

    /// <summary>连表格在内的字数。</summary>
    public int TotalLength() => Pieces.Sum(piece => piece switch
    {
        TextPiece text => text.Text.Length,
        TablePiece table => table.Cells.Sum(cell => cell.Text.Length),
        _ => 0,
    });

    /// <summary>编上出处：文字按段编号，表格按表编号，都从 1 起。</summary>
    public IReadOnlyList<Block> ToBlocks()
    {
        var blocks = new List<Block>(Count);
        int lines = 0, tables = 0;
        foreach (var piece in Pieces)
            blocks.Add(piece switch
            {
                TextPiece text => new TextLine(text.Text, new Place(Line: ++lines)) { Shape = text.Shape },
                TablePiece table => new TableBlock(table.Rows, table.Columns, table.Cells, new Place(Table: ++tables)),
                _ => throw new InvalidOperationException(piece.ToString()),
            });
        return blocks;
    }

    private void Append(Piece piece)
    {
        if (_first is null) _first = piece;
        else (_all ??= [_first]).Add(piece);
    }
}
