using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>读一行的进展：已经定下的格子，或者几种拆法，或者还没有着落。</summary>
internal sealed class RowReading(FormRow row)
{
    public FormRow Row { get; } = row;

    /// <summary>定下的格子；没有定下时为空。</summary>
    public Cell[]? Cells { get; set; }

    /// <summary>几种满足本行等式的拆法；等整表的等式来选。</summary>
    public List<long[]> Candidates { get; set; } = [];

    /// <summary>源文件里有没有这一行的标签。</summary>
    public bool HasLabel { get; set; }

    /// <summary>印出来的数，供备注引用。</summary>
    public string Printed { get; set; } = "";

    public Place Place { get; set; }

    public void Accept(long[] values) => Cells = [.. values.Select(value => Cell.Of(value, Place))];
}

/// <summary>一格的文字。</summary>
internal readonly record struct ValueToken(string Folded, string Original, int Column, Place Place)
{
    public bool IsBlank => Folded.Length == 0;
}

/// <summary>一行的数：有没有分格，各格的文字。</summary>
internal sealed record ValueRow(bool Tabular, List<ValueToken> Tokens, int At, Place Place);
