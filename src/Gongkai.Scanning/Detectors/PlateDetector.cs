using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>机动车号牌（GA 36）。</summary>
internal static partial class PlateDetector
{
    public static Detector Instance { get; } = new(
        ScanKind.Plate,
        "省份简称、发牌机关字母、五六位字母数字（新能源六位），末位可为挂、学、警、港、澳",
        "警告",
        "没有数字的；后面还有字母数字的；网站备案号、许可证号",
        text => text.Has(CharTraits.Plate),
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        foreach (var match in Pattern().EnumerateMatches(text.Text))
        {
            var plate = text.Text.AsSpan(match.Index, match.Length);
            if (!plate.ContainsAnyInRange('0', '9')) continue;
            hits.Add(ScanKind.Plate, ScanSeverity.Warning, match.Index, match.Index + match.Length, Mask.Keep(plate, 2, 2), Say("车牌号，请核对是否应当公开",
                "a number plate; check whether it is to be published"));
        }
    }

    [GeneratedRegex($"[{CharTable.Provinces}][A-HJ-NP-Z][ ·•・]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();
}
