using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>内部标志：内部资料、工作秘密、不得外传、此件不公开、仅限参阅，以及紧急程度。</summary>
internal static partial class InternalMarkDetector
{
    /// <summary>标志旁边最多还有这么多字，例如“注意保存”“严禁复制外传”；再多就是一句话。</summary>
    private const int WordsBesideMark = 8;

    public static Detector Instance { get; } = new(
        ScanKind.InternalMark,
        "内部资料、内部文件、内部使用、工作秘密、不得外传、不得公开、此件不公开、仅限……参阅、特急、特提",
        "单独成行（成格、加括号）的标志与“此件不公开”为错误；句子里的、特急特提为警告",
        "句子里的“工作秘密”“不得公开”（说法律的话）；内部资料性出版物",
        _ => true,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        foreach (var match in Pattern().EnumerateMatches(text.Text))
        {
            int start = match.Index, end = start + match.Length;
            var mark = Passage.WithoutSpaces(text.Text.AsSpan(start..end));
            if (Grade(text.Text, mark, start, end) is not { } severity) continue;
            hits.Add(ScanKind.InternalMark, severity, start, end, mark,
                severity == ScanSeverity.Error ? Say("内部标志：内部文件不得公开，请核对", "a mark of internal documents, which must not be published; check it") : Say("像内部文件的标志，请核对", "looks like a mark of internal documents; check it"));
        }
    }

    private static ScanSeverity? Grade(string all, string mark, int start, int end)
    {
        var isMark = Passage.OthersBeside(all, start, end) <= WordsBesideMark;
        return mark switch
        {
            "特急" or "特提" => Passage.IsAlone(all, start, end) ? ScanSeverity.Warning : null,
            "工作秘密" or "不得公开" => isMark && !IsOrdinary(all, start) ? ScanSeverity.Error : null,
            _ when mark.StartsWith("此件", StringComparison.Ordinal) => ScanSeverity.Error,
            _ => isMark ? ScanSeverity.Error : ScanSeverity.Warning,
        };
    }

    /// <summary>清单里的一项：“涉及工作秘密”“依法不得公开”，前面还有字，不是标志。</summary>
    private static bool IsOrdinary(string all, int start) => start > 0 && char.IsLetterOrDigit(all[start - 1]) || (start > 0 && all[start - 1] == '、');

    [GeneratedRegex(@"内部(?:资料(?!性)|文件|使用)|工作秘密|不得(?:外传|公开)|此件(?:不|不予|不宜)公开|仅限[^\n。；]{0,6}参阅|特[ \u3000]{0,2}[急提](?![供高出升取前醒])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();
}
