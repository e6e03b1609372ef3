using Gongkai.Law.Identifiers;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>银行卡号（GB/T 19584 与 ISO/IEC 7812）：16 至 19 位，Luhn 校验。</summary>
internal static class BankCardDetector
{
    private const int Shortest = 16;
    private const int Longest = 19;

    private static readonly string[] Labels = ["卡号", "账号", "帐号", "账户", "帐户", "银行卡", "开户", "银行"];

    public static Detector Instance { get; } = new(
        ScanKind.BankCard,
        "62 开头或 3—6 开头的 16 至 19 位数字，Luhn 校验通过；四位一组写的、切成两三段的、前面写明是卡号而切成更多段的，也连起来认",
        "错误；不是 62 开头、四位一组而前面没有写明是卡号的，为警告",
        "身份证号、信用代码的一部分；网址里的数字；一半以上是零的数字（粘在一起的表格）；带小数点、千分号的金额",
        text => text.Digits.LongestChain >= Shortest,
        Find);

    /// <summary>Luhn 校验：从右起隔位加倍，各位之和被 10 整除。</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = digits.Length - 1, doubled = 0; index >= 0; index--, doubled ^= 1)
        {
            var value = (digits[index] - '0') << doubled;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            var ahead = digits.Ahead(piece);
            if (ahead.Length < Shortest || ahead[0] is < '3' or > '6') continue;
            for (int length = Math.Min(Longest, ahead.Length); length >= Shortest; length--)
            {
                var pieces = digits.PiecesFor(piece, length);
                if (pieces == 0 || digits.IsClaimed(piece, pieces)) continue;
                var number = ahead[..length];
                if (number.Count('0') > length / 2 || !IsValid(number)) continue;
                if (Grade(text, piece, pieces, number) is not { } severity) continue;
                hits.Add(ScanKind.BankCard, severity, digits.Start(piece), digits.End(piece + pieces - 1), Mask.Keep(number, 4, 4),
                    severity == ScanSeverity.Error ? Say("银行卡号，校验通过，不得公开", "a bank card number, its check digit is right; it must not be published") : Say("像银行卡号，请核对", "looks like a bank card number; check it"));
                digits.Claim(piece, pieces);
                break;
            }
        }
    }

    /// <summary>完整的一律算；切断的，要么 62 开头而切法像卡号，要么前面写明是卡号。</summary>
    private static ScanSeverity? Grade(ScanText text, int piece, int pieces, ReadOnlySpan<char> number)
    {
        var digits = text.Digits;
        var start = digits.Start(piece);
        if (pieces == 1) return text.IsInWebAddress(start) || IsOrganisation(number) ? null : ScanSeverity.Error;
        var end = digits.End(piece + pieces - 1);
        if (Passage.IsPartOfAmount(text.Text, start, end) || text.LineFrom(end, 1) is [>= 'A' and <= 'Z']) return null;
        if (text.IsLabelled(start, 20, Labels)) return ScanSeverity.Error;
        var isGrouped = IsGroupedByFour(digits, piece, pieces);
        if (number[..2] is not "62") return isGrouped ? ScanSeverity.Warning : null;
        return pieces <= 3 || isGrouped ? ScanSeverity.Error : null;
    }

    /// <summary>社会组织的信用代码以 5 开头，可以全是数字。</summary>
    private static bool IsOrganisation(ReadOnlySpan<char> number) => number.Length == 18 && number[0] == '5' && CreditCode.IsValid(number);

    private static bool IsGroupedByFour(DigitPieces digits, int piece, int pieces)
    {
        for (int index = piece; index < piece + pieces - 1; index++)
            if (digits.Length(index) != 4) return false;
        return true;
    }
}
