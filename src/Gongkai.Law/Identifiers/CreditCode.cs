namespace Gongkai.Law.Identifiers;

/// <summary>统一社会信用代码：18 位数字与大写字母（不用 I、O、S、V、Z），末位为校验码。GB 32100。</summary>
public static class CreditCode
{
    /// <summary>位数。</summary>
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>位数、用字和校验码是否都对。</summary>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        if (code.Length != Length) return false;
        int sum = 0, weight = 1;
        foreach (var character in code[..(Length - 1)])
        {
            var value = Alphabet.IndexOf(character);
            if (value < 0) return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31] == code[^1];
    }
}
