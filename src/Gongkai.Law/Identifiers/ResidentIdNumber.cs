namespace Gongkai.Law.Identifiers;

/// <summary>居民身份证号码：18 位，末位校验。GB 11643。</summary>
public static class ResidentIdNumber
{
    /// <summary>位数。</summary>
    public const int Length = 18;

    /// <summary>位数、用字和校验码是否都对；区划与出生日期不看。</summary>
    public static bool IsValid(ReadOnlySpan<char> number) =>
        number.Length == Length && !number[..(Length - 1)].ContainsAnyExceptInRange('0', '9') && CheckCharacter(number) == number[^1];

    /// <summary>校验码：前十七位加权和模 11。</summary>
    /// <param name="digits">至少前十七位，都是数字。</param>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var index = 0; index < weights.Length; index++) sum += (digits[index] - '0') * weights[index];
        return "10X98765432"[sum % 11];
    }
}
