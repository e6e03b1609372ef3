using System.Collections.Immutable;
using System.Globalization;

namespace Gongkai.Law;

/// <summary>人写的日期：表里、登记里认得的几种写法，写在这一处。</summary>
public static class WrittenDate
{
    /// <summary>存着的写法。</summary>
    public const string Stored = "yyyy-MM-dd";

    /// <summary>认得的写法：月、日可以不补零，也可以写汉字。</summary>
    public static ImmutableArray<string> Formats { get; } = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>写的日期；不是日期的为空。</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, [.. Formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
