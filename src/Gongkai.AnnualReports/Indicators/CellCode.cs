using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>一格写成一个整数：数乘以一百万，不是数的各有一个记号。整数一列一列地扫，比十进制数快，也小一半。</summary>
internal static class CellCode
{
    /// <summary>一是几。</summary>
    public const long One = 1_000_000;

    /// <summary>源文件里空着。</summary>
    public const long Blank = long.MinValue;

    /// <summary>印着别的东西，或者数大得、细得写不下。</summary>
    public const long Text = long.MinValue + 1;

    /// <summary>读不准。</summary>
    public const long Unread = long.MinValue + 2;

    // 一亿亿以内的数，六位小数以内，都写得下。
    private const decimal Most = 9_000_000_000_000m;

    public static bool IsNumber(long code) => code > Unread;

    public static long Of(Cell cell) => cell.State switch
    {
        CellState.Number when decimal.Abs(cell.Value) <= Most && decimal.IsInteger(cell.Value * One) => (long)(cell.Value * One),
        CellState.Blank => Blank,
        CellState.Unread => Unread,
        _ => Text,
    };

    public static decimal Number(long code) => code / (decimal)One;

    public static string State(long code) => code switch { Blank => "blank", Text => "text", Unread => "unread", _ => "number" };
}
