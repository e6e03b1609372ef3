using System.Collections.Immutable;
using System.Globalization;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>一张图背后的表：页面上的表、CSV、XLSX、JSON 都由它写出，所以不会不一致。</summary>
/// <param name="Title">表题。</param>
/// <param name="Columns">各列。</param>
/// <param name="Rows">各行，每行的项数与列数相同。</param>
/// <param name="Notes">要跟着数字走的话：哪里不可比，哪里没有数。</param>
public sealed record DataView(string Title, ImmutableArray<DataColumn> Columns, IReadOnlyList<ImmutableArray<DataValue>> Rows, ImmutableArray<string> Notes);

/// <summary>一列。</summary>
/// <param name="Key">代码，CSV 的表头与 JSON 的键。</param>
/// <param name="Caption">名称。</param>
/// <param name="IsNumber">是不是数字，右对齐。</param>
public sealed record DataColumn(string Key, string Caption, bool IsNumber = false);

/// <summary>一项：文字，或者数；都没有的是空。</summary>
public readonly record struct DataValue(string? Text, double? Number)
{
    public static implicit operator DataValue(string? text) => new(text, null);

    public static implicit operator DataValue(double? number) => new(null, number);

    public static implicit operator DataValue(int number) => new(null, number);

    /// <summary>写在 CSV、XLSX 里：数至多六位小数，不分节。</summary>
    public override string ToString() => Text ?? (Number is { } number ? Written(number) : "");

    /// <summary>给人看：千分位，至多两位小数；比零大而写出来是零的照写几位。</summary>
    public string Shown => Text ?? (Number is { } number ? Show(number) : "—");

    /// <summary>一个数给人看的写法。</summary>
    public static string Show(double number) =>
        number.ToString(number != 0 && Math.Abs(number) < 0.005 ? "0.######" : "#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>一个数给程序看的写法。</summary>
    public static string Written(double number) => ((decimal)Math.Round(number, 6)).ToString("0.######", CultureInfo.InvariantCulture);
}
