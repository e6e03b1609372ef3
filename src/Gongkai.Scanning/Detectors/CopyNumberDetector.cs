using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>份号（GB/T 9704）：涉密公文首页左上角的六位数字。</summary>
internal static class CopyNumberDetector
{
    private const int Length = 6;

    /// <summary>首页左上角：全文开头这么多个字以内的头几行。</summary>
    private const int FirstCharacters = 400;
    private const int FirstLines = 5;

    public static Detector Instance { get; } = new(
        ScanKind.CopyNumber,
        "开头五行里单独成行的六位数字，或写明“份号”的六位数字",
        "警告：份号只用于涉密公文",
        "正文和表格里的六位数字",
        text => text.Digits.Count > 0,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        for (int piece = 0; piece < digits.Count && digits.Start(piece) < FirstCharacters; piece++)
        {
            int start = digits.Start(piece), end = digits.End(piece);
            if (digits.Length(piece) != Length || digits.IsClaimed(piece)) continue;
            if (!text.IsLabelled(start, 5, "份号") && !(LinesBefore(text.Text, start) < FirstLines && IsWholeLine(text, start, end))) continue;
            hits.Add(ScanKind.CopyNumber, ScanSeverity.Warning, start, end, Mask.Keep(text.Text.AsSpan(start..end), 2, 0), Say("像涉密公文的份号，请核对",
                "looks like the copy number of a classified document; check it"));
            digits.Claim(piece, 1);
        }
    }

    private static bool IsWholeLine(ScanText text, int start, int end) =>
        text.LineBefore(start, FirstCharacters).IsWhiteSpace() && text.LineFrom(end, FirstCharacters).IsWhiteSpace();

    private static int LinesBefore(string all, int position)
    {
        int lines = 0;
        foreach (var line in all.AsSpan(..position).EnumerateLines())
            if (!line.IsWhiteSpace()) lines++;
        return lines;
    }
}
