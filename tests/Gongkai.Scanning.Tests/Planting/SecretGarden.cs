namespace Gongkai.Scanning.Tests.Planting;

/// <summary>
/// 现编的号码与标志。校验码的算法在这里另写一遍，与扫描器不是同一条路：
/// 身份证号试到“各位按 2 的幂加权之和模 11 余 1”为止，卡号试到“隔位加倍的查表和”为十的倍数为止。
/// </summary>
internal sealed class SecretGarden(Random random)
{
    private static readonly string[] Provinces = ["11", "12", "13", "21", "31", "33", "35", "37", "41", "43", "44", "50", "51", "53", "61", "65"];
    private static readonly string[] Banks = ["6217", "6222", "6228", "6214", "6230"];
    private static readonly string[] Levels = ["绝密", "机密", "秘密"];
    private static readonly string[] Terms = ["1年", "10年", "20年", "长期", "6个月", "", "三十年"];

    public Random Random => random;

    public PlantedSecret ResidentId()
    {
        while (true)
        {
            var born = new DateOnly(1940, 1, 1).AddDays(random.Next(28_000));
            var body = $"{Pick(Provinces)}{random.Next(1, 5):00}{random.Next(1, 30):00}{born:yyyyMMdd}{random.Next(1000):000}";
            for (var check = 0; check < 11; check++)
                if (Weighted(body, check) == 1)
                {
                    var id = body + (check == 10 ? "X" : check.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    return new PlantedSecret(ScanKind.ResidentId, id, id[..2], id[^3..]);
                }
        }
    }

    /// <summary>末位错的：不是错误。</summary>
    public string WrongResidentId()
    {
        var id = ResidentId().Value;
        var last = id[^1] == 'X' ? "5" : ((id[^1] - '0' + 1 + random.Next(8)) % 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return id[..^1] + last;
    }

    public PlantedSecret BankCard()
    {
        while (true)
        {
            var body = Pick(Banks) + string.Concat(Enumerable.Range(0, 14).Select(_ => random.Next(1, 10)));
            // 19 位：中间碰巧像出生年月日的，规格要求先按身份证号判，不用来当卡号。
            if (body.Contains("19", StringComparison.Ordinal) || body.Contains("20", StringComparison.Ordinal) || body.Contains("18", StringComparison.Ordinal)) continue;
            var card = Enumerable.Range(0, 10).Select(check => body + check).Single(one => Doubled(one) % 10 == 0);
            return new PlantedSecret(ScanKind.BankCard, card, card[..4], card[^4..]);
        }
    }

    public string WrongBankCard()
    {
        var card = BankCard().Value;
        return card[..^1] + ((card[^1] - '0' + 1 + random.Next(8)) % 10);
    }

    public PlantedSecret SecretMark()
    {
        var level = Pick(Levels);
        return new PlantedSecret(ScanKind.SecretMark, $"{level}★{Pick(Terms)}", level, "");
    }

    public PlantedSecret Number() => random.Next(3) == 0 ? BankCard() : ResidentId();

    public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static int Weighted(string body, int check)
    {
        var sum = check;
        for (var index = 0; index < body.Length; index++) sum += (body[index] - '0') * (int)System.Numerics.BigInteger.ModPow(2, 17 - index, 11);
        return sum % 11;
    }

    private static int Doubled(string number)
    {
        int[] doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
        return number.Select((digit, index) => (number.Length - index) % 2 == 0 ? doubled[digit - '0'] : digit - '0').Sum();
    }
}
