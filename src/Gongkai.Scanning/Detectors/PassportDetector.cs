using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>护照、往来港澳通行证、台湾居民来往大陆通行证等证件的号码。</summary>
internal static class PassportDetector
{
    private static readonly string[] Labels = ["护照", "通行证", "台胞证", "回乡证", "往来港澳", "旅行证"];

    public static Detector Instance { get; } = new(
        ScanKind.Passport,
        "E、G 加八位数字，E 加一个字母和七位数字，H、M 加八至十位数字；前面写明是护照、通行证的，其他字母或没有字母也算",
        "警告",
        "前后还有字母数字的；网址、文件名里的；药品准字号",
        text => text.Digits.Count > 0,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            var length = digits.Length(piece);
            if (length is < 7 or > 10 || digits.IsClaimed(piece)) continue;
            var letters = LettersBefore(text.Text, digits.Start(piece));
            var start = digits.Start(piece) - letters.Length;
            if (letters.Length > 2 || IsContinued(text.Text, start, digits.End(piece))) continue;
            var isForm = IsForm(letters, length) && (start == 0 || text.Text[start - 1] != '字');
            if (!isForm && (length > 9 || letters.Length > 1 || !text.IsLabelled(start, 14, Labels))) continue;
            hits.Add(ScanKind.Passport, ScanSeverity.Warning, start, digits.End(piece),
                Mask.Keep(text.Text.AsSpan(start..digits.End(piece)), 1, 2), Say("像护照或通行证号码，请核对", "looks like a passport or travel permit number; check it"));
            digits.Claim(piece, 1);
        }
    }

    private static bool IsForm(ReadOnlySpan<char> letters, int digits) => letters.Length switch
    {
        1 => letters[0] switch
        {
            'E' or 'e' or 'G' or 'g' => digits == 8,
            'H' or 'h' or 'M' or 'm' => digits is >= 8 and <= 10,
            _ => false,
        },
        2 => letters[0] == 'E' && letters[1] is >= 'A' and <= 'Z' and not ('I' or 'O') && digits == 7,
        _ => false,
    };

    private static ReadOnlySpan<char> LettersBefore(string text, int position)
    {
        int start = position;
        while (start > 0 && position - start < 3 && char.IsAsciiLetter(text[start - 1])) start--;
        return text.AsSpan(start..position);
    }

    private static bool IsContinued(string text, int start, int end) =>
        (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '=' or '_' or '-' or '.' or '&'))
        || (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '_' or '='));
}
