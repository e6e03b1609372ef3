using FsCheck;
using FsCheck.Fluent;

namespace Gongkai.Scanning.Tests;

/// <summary>按标准另行拼出的号码：校验码的算法在这里重写一遍，不用被测的那一份。</summary>
internal static class Numbers
{
    private static readonly string[] Districts = ["110105", "130102", "210203", "310115", "350121", "440524", "510107", "620102", "710000", "810000"];

    public static Gen<string> ResidentIds =>
        from district in Gen.Elements(Districts)
        from days in Gen.Choose(0, 45_000)
        from sequence in Gen.Choose(0, 999)
        let body = $"{district}{new DateOnly(1901, 1, 1).AddDays(days):yyyyMMdd}{sequence:000}"
        select body + ResidentIdCheck(body);

    public static Gen<string> BankCards =>
        from length in Gen.Elements(16, 17, 18, 19)
        from digits in Digits(length - 3)
        let body = "62" + digits
        // 真实的卡号不会多半是零（粘在一起的表格才会）；18 位而中间像出生年份的，规格要求先按身份证号判。
        where body.Count(digit => digit == '0') < length / 2 && body[6..8] is not ("18" or "19" or "20")
        select body + Enumerable.Range(0, 10).Single(check => LuhnSum(body + check) % 10 == 0);

    public static Gen<string> CreditCodes =>
        from kind in Gen.Elements("11", "12", "51", "52", "91", "92", "93")
        from district in Gen.Elements(Districts)
        from organisation in Gen.ArrayOf(Gen.Elements(CreditAlphabet.ToCharArray()), 8)
        let body = kind + district + "M" + new string(organisation)
        select body + CreditCodeCheck(body);

    public static Gen<string> Digits(int count) =>
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), count)
        select string.Concat(digits);

    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static char ResidentIdCheck(string body)
    {
        // ISO 7064 MOD 11-2：从左到右递推，与查权重表是两条路。
        int remainder = 0;
        foreach (var digit in body) remainder = (remainder + (digit - '0')) * 2 % 11;
        var check = (12 - remainder) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    private static char CreditCodeCheck(string body)
    {
        // 权重是 3 的幂；用秦九韶法从右往左算，与逐项乘权重是两条路。
        int sum = 0;
        for (int index = body.Length - 1; index >= 0; index--) sum = (sum * 3 + CreditAlphabet.IndexOf(body[index])) % 31;
        return CreditAlphabet[(31 - sum) % 31];
    }

    private static int LuhnSum(string number) =>
        number.Reverse().Select((digit, place) => place % 2 == 0 ? digit - '0' : "0246813579"[digit - '0'] - '0').Sum();
}
