using System.Runtime.InteropServices;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>读一行的进展：已经定下的格子，或者几种拆法，或者还没有着落。</summary>
/// <param name="row">哪一行。</param>
/// <param name="table">整表的格子，本行的在其中一段。</param>
internal sealed class RowReading(FormRow row, Cell[] table)
{
    public FormRow Row { get; } = row;

    /// <summary>格子已经定下。</summary>
    public bool IsRead { get; set; }

    /// <summary>本行的格子；没有定下时不可用。</summary>
    public Span<Cell> Cells => table.AsSpan(Row.Offset, Row.Columns.Length);

    /// <summary>定下的格子里有印着东西的，不都是空白。</summary>
    public bool HasPrinted
    {
        get
        {
            foreach (ref readonly var cell in Cells)
                if (cell.State is CellState.Number or CellState.Raw) return true;
            return false;
        }
    }

    /// <summary>定下的格子里有空白。</summary>
    public bool HasBlank
    {
        get
        {
            foreach (ref readonly var cell in Cells)
                if (cell.State == CellState.Blank) return true;
            return false;
        }
    }

    /// <summary>定下了，而且各格都是数。</summary>
    public bool IsWhole
    {
        get
        {
            if (!IsRead) return false;
            foreach (ref readonly var cell in Cells)
                if (!cell.IsNumber) return false;
            return true;
        }
    }

    /// <summary>几种满足本行等式的拆法；等整表的等式来选。</summary>
    public IReadOnlyList<long[]> Candidates { get; set; } = [];

    /// <summary>源文件里有没有这一行的标签。</summary>
    public bool HasLabel { get; set; }

    /// <summary>印出来的各格；没有找到时为空列。</summary>
    public IReadOnlyList<ValueToken> Tokens { get; set; } = [];

    /// <summary>印出来的数，供备注引用；空格子不在内。</summary>
    public string Printed => string.Join(' ', Tokens.Where(token => !token.IsBlank).Select(token => token.Original.ToString()));

    /// <summary>印着东西。</summary>
    public bool HasFigures => Tokens.Any(token => !token.IsBlank);

    /// <summary>印着东西，而没有定下来。</summary>
    public bool IsUndecided => !IsRead && HasFigures;

    /// <summary>有数而不取的原因；没有特别的原因时为空。</summary>
    public string? Doubt { get; set; }

    public Place Place { get; set; }

    /// <summary>数所在的行在原文里的序号；没有数时为 0。</summary>
    public int Line => Tokens.Count > 0 ? Tokens[0].Row : 0;

    public void Accept(long[] values)
    {
        for (var index = 0; index < values.Length; index++) Cells[index] = Cell.Of(values[index], Place);
        IsRead = true;
    }

    public void Accept(ReadOnlySpan<Cell> cells)
    {
        cells.CopyTo(Cells);
        IsRead = true;
    }

    /// <summary>一行空白。</summary>
    public void AcceptBlank(Place place)
    {
        Cells.Fill(Cell.Blank(place));
        IsRead = true;
    }

    /// <summary>没有定下来：各格都读不准。</summary>
    public void Reject()
    {
        Cells.Fill(Cell.Unread(Place));
        IsRead = false;
    }
}

/// <summary>一格的文字：摊平的内容里的一段，要用时才取出来。</summary>
internal readonly record struct ValueToken(FlatText Text, int Start, int End, int Row, int Column)
{
    public bool IsBlank => Start == End;

    public int Length => End - Start;

    /// <summary>前后都有空白或格线，不与标签、别的数粘在一起。</summary>
    public bool Alone => Text.Pieces[Text.FirstPieceFrom(Start)] is var piece && piece.Start == Start && piece.End == End;

    /// <summary>归一后的文字。</summary>
    public ReadOnlySpan<char> Folded => Text.Content.AsSpan(Start, End - Start);

    /// <summary>印出来的原文。</summary>
    public ReadOnlySpan<char> Original => Text.Original(Row, Start, End);

    public Place Place => Text.Rows[Row].Place;

    /// <summary>读成格子。</summary>
    public Cell ToCell() => ValueText.Parse(Folded, Original, Place);
}

/// <summary>一行的数：有没有分格，各格的文字。</summary>
internal sealed record ValueRow(bool Tabular, List<ValueToken> Tokens, int At, Place Place)
{
    /// <summary>有几格印着东西。</summary>
    public int Filled
    {
        get
        {
            var filled = 0;
            foreach (ref readonly var token in CollectionsMarshal.AsSpan(Tokens)) filled += token.IsBlank ? 0 : 1;
            return filled;
        }
    }
}
