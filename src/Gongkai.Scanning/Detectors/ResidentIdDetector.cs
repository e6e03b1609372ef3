using Gongkai.Law.Identifiers;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>居民身份证号（GB 11643）：18 位，末位校验。</summary>
internal static class ResidentIdDetector
{
    private const int Length = 18;

    private static readonly string[] Labels = ["身份证", "证件号", "身份号码", "身份证号"];

    public static Detector Instance { get; } = new(
        ScanKind.ResidentId,
        "18 位：六位区划、八位出生日期、三位顺序码、校验码（GB 11643）；被换行、空格、单元格切断的也连起来认",
        "校验通过为错误；完整的 18 位而校验不过为警告",
        "区划或日期说不通的数字串；切断而校验又不过的数字（前面写明是证件号的除外）",
        text => text.Digits.LongestChain >= Length - 1,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        Span<char> number = stackalloc char[Length];
        for (int piece = 0; piece < text.Digits.Count; piece++)
        {
            var ahead = text.Digits.Ahead(piece);
            if (!LooksLikeNumber(ahead) || text.Digits.IsClaimed(piece)) continue;
            var (pieces, end) = Read(text, piece, number);
            if (pieces > 0) Judge(text, hits, piece, pieces, end, number);
        }
    }

    /// <summary>先看出生年月日：绝大多数数字串到这里为止。</summary>
    private static bool LooksLikeNumber(ReadOnlySpan<char> ahead) =>
        ahead.Length >= Length - 1
        && ahead[0] != '0'
        && ahead[6..8] is "19" or "20" or "18"
        && ahead[10..12] is "01" or "02" or "03" or "04" or "05" or "06" or "07" or "08" or "09" or "10" or "11" or "12"
        && ahead[12..14] is not "00" && ahead[12] <= '3';

    /// <summary>取出 18 位：全是数字，或十七位数字后面跟着 X。</summary>
    private static (int Pieces, int End) Read(ScanText text, int piece, Span<char> number)
    {
        var digits = text.Digits;
        var ahead = digits.Ahead(piece);
        var pieces = digits.PiecesFor(piece, Length);
        if (pieces > 0)
        {
            ahead[..Length].CopyTo(number);
            return (pieces, digits.End(piece + pieces - 1));
        }

        pieces = digits.PiecesFor(piece, Length - 1);
        if (pieces == 0) return default;
        var position = digits.End(piece + pieces - 1);
        for (int gap = 0; gap < 4 && position < text.Text.Length && CharTable.Is(text.Text[position], CharTraits.Breaker); gap++) position++;
        if (position >= text.Text.Length || text.Text[position] is not ('X' or 'x')) return default;
        if (position + 1 < text.Text.Length && char.IsAsciiLetterOrDigit(text.Text[position + 1])) return default;
        ahead[..(Length - 1)].CopyTo(number);
        number[^1] = 'X';
        return (pieces, position + 1);
    }

    private static void Judge(ScanText text, Hits hits, int piece, int pieces, int end, ReadOnlySpan<char> number)
    {
        var start = text.Digits.Start(piece);
        var isWhole = pieces == 1;
        var isPlausible = Regions.IsProvince(number) && (isWhole || Regions.IsDate(number[6..14]));
        var isValid = ResidentIdNumber.CheckCharacter(number) == number[^1];
        // 切断的数字只是碰巧连在一起的可能大，要求更严；完整的 18 位按规格不看区划。
        if (isValid ? !isPlausible && !isWhole : !isPlausible || (!isWhole && !text.IsLabelled(start, 16, Labels))) return;
        // 两种号码都说得通时，让给校验通过的那一种。
        if (isValid ? !isPlausible && CreditCode.IsValid(number) : number.StartsWith("62") && number[^1] != 'X' && BankCardDetector.IsValid(number)) return;
        var (severity, message) = isValid
            ? (ScanSeverity.Error, Say("居民身份证号，校验通过，不得公开", "an identity number, its check digit is right; it must not be published"))
            : (ScanSeverity.Warning, Say("像居民身份证号，但校验不过，请核对", "looks like an identity number, but its check digit is wrong; check it"));
        hits.Add(ScanKind.ResidentId, severity, start, end, Mask.ResidentId(number), message);
        text.Digits.Claim(piece, pieces);
    }
}
