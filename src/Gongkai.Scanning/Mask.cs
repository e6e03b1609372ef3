using System.Text;
using Gongkai.Scanning.Detectors;

namespace Gongkai.Scanning;

/// <summary>遮盖：摘录里只出现遮盖后的样子。</summary>
public static class Mask
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

    /// <summary>批注、修订里的人：姓名只留姓，别的称呼整个遮盖；没有写的为空串。</summary>
    public static string Person(string author) => author.Length == 0 ? "" : PersonNames.IsName(author) ? Name(author) : new string('*', Math.Min(author.Length, 4));

    /// <summary>一段话：开头几个字，数字遮盖，后面只说有多少字。</summary>
    public static string Passage(string text)
    {
        const int Shown = 6;
        var head = new StringBuilder();
        foreach (var character in text.Trim())
        {
            if (head.Length == Shown) break;
            head.Append(char.IsControl(character) ? ' ' : char.IsDigit(character) ? '*' : character);
        }

        var length = text.Trim().Length;
        return length <= Shown ? head.ToString() : Say($"{head}……（共{length}字）", $"{head}… ({length} characters)");
    }
}
