using System.Globalization;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Web.Console.Reports;

/// <summary>格子和数给人看的写法，后台年报各页共用。</summary>
internal static class CellText
{
    /// <summary>数：不写没有用的零。</summary>
    public static string Of(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>数；没有的写“空白”。</summary>
    public static string Of(decimal? number) => number is { } value ? Of(value) : "空白";

    /// <summary>读人填的数：全角的数字、千分位、空格都认；不是数的为空。</summary>
    public static decimal? Read(string text) =>
        decimal.TryParse(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter)), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>格子：数、空白、印着的原文，或者读不准。</summary>
    public static string Of(Cell cell) => cell.IsNumber ? Of(cell.Value) : cell.State == CellState.Blank ? "空白" : cell.Printed ?? "读不准";
}
