using System.Globalization;

namespace Gongkai.Scanning.Detectors;

/// <summary>号码里的行政区划与日期是否说得通。</summary>
internal static class Regions
{
    /// <summary>前两位是不是省级行政区划代码（GB/T 2260），含香港、澳门、台湾的 81、82、83 与旧码 71。</summary>
    public static bool IsProvince(ReadOnlySpan<char> digits) =>
        ((digits[0] - '0') * 10 + digits[1] - '0') is
            >= 11 and <= 15 or >= 21 and <= 23 or >= 31 and <= 37 or >= 41 and <= 46
            or >= 50 and <= 54 or >= 61 and <= 65 or 71 or >= 81 and <= 83;

    /// <summary>八位数字是不是历法上有的日期，且年份在 1800—2099 之间。</summary>
    public static bool IsDate(ReadOnlySpan<char> digits) =>
        digits[..2] is "18" or "19" or "20"
        && DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
