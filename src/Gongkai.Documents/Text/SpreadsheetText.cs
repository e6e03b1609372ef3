using System.Globalization;

namespace Gongkai.Documents.Text;

/// <summary>写进电子表格（CSV）的文字：像公式的，前面加一个撇号，打开时不会当公式算。</summary>
public static class SpreadsheetText
{
    // 电子表格会把以这些字符开头的文字当公式；全角的也会。
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>不会当公式的写法；真正的数字不动。</summary>
    public static string? Harmless(string? text) =>
        text is { Length: > 0 } && Dangerous.Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;
}
