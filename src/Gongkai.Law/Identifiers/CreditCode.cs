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
        return CheckOf(code[..(Length - 1)]) == code[^1];
    }

    /// <summary>给前 17 位添上校验码。</summary>
    /// <exception cref="ArgumentException">不是 17 位，或者用了不用的字。</exception>
    public static string Complete(string body) =>
        body.Length == Length - 1 && CheckOf(body) is { } check ? body + check : throw new ArgumentException($"“{body}”不是代码的前 17 位。", nameof(body));

    private static char? CheckOf(ReadOnlySpan<char> body)
    {
        int sum = 0, weight = 1;
        foreach (var character in body)
        {
            var value = Alphabet.IndexOf(character);
            if (value < 0) return null;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }
}
