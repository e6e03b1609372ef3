using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>手机号码：13—19 开头的 11 位。</summary>
internal static class MobileDetector
{
    private const int Length = 11;

    private static readonly string[] Labels = ["电话", "手机", "联系方式", "联系人", "号码", "致电", "微信", "Tel", "tel"];

    public static Detector Instance { get; } = new(
        ScanKind.Mobile,
        "13—19 开头的 11 位数字，可带 86；写成 3-4-4 或 3-8 的、在换行处切断的、前面写明是电话而切成几段的，也连起来认",
        "警告；列为公开联系人的为提示",
        "身份证号、卡号的一部分；金额；表格里碰巧相连的数字",
        text => text.Digits.LongestChain >= Length,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            var ahead = digits.Ahead(piece);
            // 国家码与号码写在一起：8613812345678、008613812345678。
            var prefix = digits.Length(piece) switch
            {
                Length + 2 when ahead[..2] is "86" => 2,
                Length + 4 when ahead[..4] is "0086" => 4,
                _ => 0,
            };
            if (ahead.Length < Length + prefix || ahead[prefix] != '1' || ahead[prefix + 1] < '3') continue;
            var pieces = digits.PiecesFor(piece, Length + prefix);
            if (pieces == 0 || digits.IsClaimed(piece, pieces) || !IsWritten(text, piece, pieces)) continue;
            var number = ahead.Slice(prefix, Length);
            var isPublic = hits.Options.PublicContacts.Contains(number.ToString());
            hits.Add(ScanKind.Mobile, isPublic ? ScanSeverity.Notice : ScanSeverity.Warning,
                digits.Start(piece), digits.End(piece + pieces - 1), Mask.Mobile(number),
                isPublic ? Say("手机号码，已列为公开联系人", "a mobile number, given as a public contact") : Say("手机号码：除公开联系人外不得公开", "a mobile number: none but public contacts may be published"));
            digits.Claim(piece, pieces);
        }
    }

    /// <summary>切断的，要像人写电话的样子，否则表格里的数字会连成电话。</summary>
    private static bool IsWritten(ScanText text, int piece, int pieces)
    {
        var digits = text.Digits;
        if (Passage.IsPartOfAmount(text.Text, digits.Start(piece), digits.End(piece + pieces - 1))) return false;
        if (pieces == 1) return true;
        if (text.IsLabelled(digits.Start(piece), 14, Labels)) return true;
        if (pieces == 3)
            return digits.Length(piece) == 3 && digits.Length(piece + 1) == 4 && GapIsOne(digits, piece) && GapIsOne(digits, piece + 1);
        if (pieces != 2) return false;
        var gap = text.Text.AsSpan(digits.End(piece)..digits.Start(piece + 1));
        return digits.Length(piece) == 3 ? gap.Length == 1 : gap.Contains('\n') && digits.Length(piece) is > 3 and < 10;
    }

    private static bool GapIsOne(DigitPieces digits, int piece) => digits.Start(piece + 1) - digits.End(piece) == 1;
}
