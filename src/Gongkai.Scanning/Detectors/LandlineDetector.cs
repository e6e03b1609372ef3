using System.Buffers;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>固定电话：区号加七八位号码。</summary>
internal static class LandlineDetector
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-‐‑‒–—―− \u00A0\u3000)）");

    public static Detector Instance { get; } = new(
        ScanKind.Landline,
        "区号（010、02x、03xx—09xx）加七八位号码，中间可有连字符、空格或括号",
        "提示：机关的办公电话本来就要公开",
        "没有区号的号码；区号或号码首位说不通的数字",
        text => text.Digits.Count > 0,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            var ahead = digits.Ahead(piece);
            if (ahead.Length < 3 || ahead[0] != '0' || ahead[1] == '0' || digits.IsClaimed(piece)) continue;
            var area = AreaLength(ahead);
            var length = digits.Length(piece);
            if (length == area) FindSeparated(text, hits, piece);
            else if (length - area is 7 or 8 && IsLocal(ahead[area..])) Add(text, hits, piece, 1, ahead[..area], ahead[(length - 4)..length]);
        }
    }

    private static void FindSeparated(ScanText text, Hits hits, int piece)
    {
        var digits = text.Digits;
        if (piece + 1 == digits.Count || digits.IsClaimed(piece, 2)) return;
        var gap = text.Text.AsSpan(digits.End(piece)..digits.Start(piece + 1));
        var local = digits.Ahead(piece + 1)[..digits.Length(piece + 1)];
        if (gap.Length is 0 or > 3 || gap.ContainsAnyExcept(Separators) || local.Length is not (7 or 8) || !IsLocal(local)) return;
        Add(text, hits, piece, 2, digits.Ahead(piece)[..digits.Length(piece)], local[^4..]);
    }

    private static void Add(ScanText text, Hits hits, int piece, int pieces, ReadOnlySpan<char> area, ReadOnlySpan<char> tail)
    {
        var digits = text.Digits;
        hits.Add(ScanKind.Landline, ScanSeverity.Notice, digits.Start(piece), digits.End(piece + pieces - 1),
            $"{area}-****{tail}", Say("固定电话：请确认是机关的办公电话", "a telephone number: confirm that it is an office telephone"));
        digits.Claim(piece, pieces);
    }

    private static int AreaLength(ReadOnlySpan<char> digits) => digits[1] is '1' or '2' ? 3 : 4;

    /// <summary>本地号码不以 0、1 开头，也不会以 9 开头。</summary>
    private static bool IsLocal(ReadOnlySpan<char> digits) => digits[0] is >= '2' and <= '8';
}
