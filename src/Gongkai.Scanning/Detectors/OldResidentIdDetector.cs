using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>旧居民身份证号：15 位，没有校验。排在银行卡号之后：断开的卡号里会有碰巧像旧证的一段。</summary>
internal static class OldResidentIdDetector
{
    private const int Length = 15;

    /// <summary>表格的数字粘在一起时满是零，也会凑成十五位。</summary>
    private const int MostZeros = 7;

    public static Detector Instance { get; } = new(
        ScanKind.ResidentId,
        "15 位旧证：六位区划、六位出生日期、三位顺序码",
        "警告：没有校验码，请核对",
        "区划或日期说不通的；一半以上是零的数字（粘在一起的表格）",
        text => text.Digits.LongestChain >= Length,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            if (digits.Length(piece) != Length || digits.IsClaimed(piece)) continue;
            var number = digits.Ahead(piece)[..Length];
            if (!Regions.IsProvince(number) || number.Count('0') > MostZeros || !Regions.IsDate(string.Concat("19", number[6..12]))) continue;
            hits.Add(ScanKind.ResidentId, ScanSeverity.Warning, digits.Start(piece), digits.End(piece),
                Mask.ResidentId(number), Say("像 15 位旧居民身份证号，请核对", "looks like an old identity number of 15 digits; check it"));
            digits.Claim(piece, 1);
        }
    }
}
