using System.Globalization;

namespace Gongkai.Documents.Excel;

/// <summary>单元格存的值变成给人看的文字：整数就是整数，小数去掉二进制的尾巴，日期写成 2024-01-31。</summary>
internal sealed class CellValues(IReadOnlyList<string> shared, NumberStyles styles, bool from1904)
{
    // 1904 年起数的工作簿，与 1900 年起数的差 1462 天。
    private const int Days1904 = 1462;

    /// <param name="type">单元格的 t 属性。</param>
    /// <param name="style">样式号。</param>
    public string Text(string? type, int style, string value) => type switch
    {
        "s" => int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? Clean(shared[index]) : "",
        "b" => value == "1" ? "TRUE" : "FALSE",
        "str" or "inlineStr" or "e" or "d" => Clean(value),
        _ => Number(value, styles.Of(style)),
    };

    private string Number(string value, NumberKind kind)
    {
        if (!double.TryParse(value, System.Globalization.NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Clean(value);
        return kind switch
        {
            NumberKind.Percent => Plain(number * 100) + "%",
            NumberKind.Plain => Plain(number),
            _ => Moment(number, kind) ?? Plain(number),
        };
    }

    // 转成 decimal 恰好只留十五位有效数字：2887.4506999999999 显示为 2887.4507，与 Excel 相同。
    private static string Plain(double number) => Math.Abs(number) < 1e20
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    private string? Moment(double serial, NumberKind kind)
    {
        var days = serial + (from1904 ? Days1904 : 0);
        if (days is < 0 or > 2_958_465) return null;
        var format = kind switch
        {
            NumberKind.Date => "yyyy-MM-dd",
            NumberKind.Time => "HH:mm",
            _ => "yyyy-MM-dd HH:mm",
        };
        return DateTime.FromOADate(days).ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Clean(string text) =>
        text.Replace("_x000D_", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
