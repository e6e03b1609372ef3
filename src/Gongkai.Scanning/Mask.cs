namespace Gongkai.Scanning;

/// <summary>遮盖：摘录里只出现遮盖后的样子。</summary>
internal static class Mask
{
    /// <summary>保留头几个和末几个字，中间换成等数的星号；太短的整个遮盖。</summary>
    public static string Keep(ReadOnlySpan<char> value, int head, int tail)
    {
        if (head + tail >= value.Length) return new string('*', value.Length);
        return string.Concat(value[..head], new string('*', value.Length - head - tail), tail == 0 ? "" : value[^tail..]);
    }

    /// <summary>手机号码：138****1234。</summary>
    public static string Mobile(ReadOnlySpan<char> digits) => Keep(digits, 3, 4);

    /// <summary>居民身份证号：35*************123。</summary>
    public static string ResidentId(ReadOnlySpan<char> number) => Keep(number, 2, 3);

    /// <summary>姓名：只留姓，例如“张**”。</summary>
    public static string Name(ReadOnlySpan<char> name) => name.Length < 2 ? new string('*', name.Length) : Keep(name, 1, 0);
}
