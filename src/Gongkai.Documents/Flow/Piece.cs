namespace Gongkai.Documents.Flow;

/// <summary>阅读顺序里的一段：一行文字或一张表。出处要等全文排定之后才编号。</summary>
internal abstract record Piece;

internal sealed record TextPiece(string Text, LineShape Shape = default) : Piece;

internal sealed record TablePiece(int Rows, int Columns, IReadOnlyList<TableCell> Cells) : Piece;

/// <summary>已经有坐标、内容还没有定为文字的单元格。</summary>
internal readonly record struct PlacedCell(int Row, int Column, int RowSpan, int ColumnSpan, PieceList Content);
