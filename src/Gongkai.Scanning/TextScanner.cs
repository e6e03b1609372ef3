using Gongkai.Scanning.Detectors;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning;

/// <summary>扫描文字：密级与内部标志、个人信息。一遍看过全文，只运行可能命中的检测项；什么也没有时不占内存。</summary>
public static class TextScanner
{
    /// <summary>检测项，按认定的先后：先认定的号码，后面的不再看。</summary>
    internal static IReadOnlyList<Detector> Detectors { get; } =
    [
        SecretMarkDetector.Instance,
        InternalMarkDetector.Instance,
        ResidentIdDetector.Instance,
        BankCardDetector.Instance,
        CreditCodeDetector.Instance,
        OldResidentIdDetector.Instance,
        MobileDetector.Instance,
        LandlineDetector.Instance,
        PassportDetector.Instance,
        CopyNumberDetector.Instance,
        PlateDetector.Instance,
        EmailDetector.Instance,
        AddressDetector.Instance,
        SensitiveFactDetector.Instance,
        NamedListDetector.Instance,
    ];

    /// <summary>扫描一篇文字；出处是行号，按先后列出。</summary>
    public static IReadOnlyList<ScanFinding> Scan(string text, ScanOptions? options = null) =>
        Scan(ScanText.Of(text, TextPlaces.Lines(text)), options ?? ScanOptions.Default).ToFindings();

    /// <summary>扫描一篇文字，出处由调用方说明，例如“正文第3段”。</summary>
    /// <param name="text">文字。</param>
    /// <param name="places">各段从第几个字开始、叫什么，按开头的位置排列。</param>
    /// <param name="options">口径。</param>
    public static IReadOnlyList<ScanFinding> Scan(string text, IReadOnlyList<(int Start, string Place)> places, ScanOptions? options = null) =>
        Scan(ScanText.Of(text, TextPlaces.Segments(text, places)), options ?? ScanOptions.Default).ToFindings();

    internal static Hits Scan(ScanText text, ScanOptions options)
    {
        var hits = new Hits(text, options);
        foreach (var detector in Detectors)
            if (detector.IsPossible(text)) detector.Find(text, hits);
        return hits;
    }
}
