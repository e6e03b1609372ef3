using System.Globalization;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Model;

/// <summary>格子的状态。空白不是零，读不准也不是空白。</summary>
public enum CellState
{
    /// <summary>读不准，或者源文件里没有这一行：是我们的疑问，不能算机关的错。</summary>
    Unread,

    /// <summary>源文件里确实空着。</summary>
    Blank,

    /// <summary>数字。</summary>
    Number,

    /// <summary>印着别的东西（“增4”“无”“/”），原样保留。</summary>
    Raw,
}

/// <summary>格子：数字、空白、原文，或者读不准。</summary>
/// <param name="Value">数字；其他状态为 0，不可使用。</param>
/// <param name="Printed">印出来的原文（去空白）；数字写法与规范写法相同时为空。</param>
/// <param name="Place">出处。</param>
public readonly record struct Cell(CellState State, decimal Value, string? Printed, Place Place)
{
    public static Cell Unread(Place place = default) => new(CellState.Unread, 0, null, place);

    public static Cell Blank(Place place = default) => new(CellState.Blank, 0, null, place);

    public static Cell Of(decimal value, Place place = default) => new(CellState.Number, value, null, place);

    /// <summary>写法不规范的数字（千分位、全角、前置加号）：取其数，留其原文。</summary>
    public static Cell OfPrinted(decimal value, string printed, Place place = default) => new(CellState.Number, value, printed, place);

    public static Cell Raw(string printed, Place place = default) => new(CellState.Raw, 0, printed, place);

    public bool IsNumber => State == CellState.Number;

    /// <summary>数字，或者没有。</summary>
    public decimal? Number => State == CellState.Number ? Value : null;

    public override string ToString() => State switch
    {
        CellState.Number => Value.ToString(CultureInfo.InvariantCulture),
        CellState.Raw => Printed!,
        CellState.Blank => "",
        _ => "?",
    };
}
