using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>住址：写到门牌号的地址。</summary>
internal static partial class AddressDetector
{
    /// <summary>门牌号之前最多看这么多个字。</summary>
    private const int LongestAddress = 60;

    /// <summary>到这些标点为止就是另一句话；书名号与六角括号里的“号”是文号。</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("。，；;：:！？《》〔〕【】“”（）()|\t、");

    private static readonly string[] PersonLabels = ["住址", "住在", "家庭", "户籍", "居住", "现住", "家住", "住所", "身份证"];
    private static readonly string[] OfficeLabels =
    [
        "办公", "受理", "地点", "通讯地址", "通信地址", "邮寄", "联系地址", "机关地址", "单位地址", "地址",
        "大厅", "中心", "服务站", "查阅", "公司", "注册", "人民政府", "委员会",
    ];

    public static Detector Instance { get; } = new(
        ScanKind.Address,
        "省、市、区、县之后有路、街、村、组等，再到几号、几栋、几室",
        "警告：公开时只保留到乡镇、街道；写明是办公、受理地点的为提示",
        "文号（〔2024〕12号）、第几号令、几号线、几号楼以外的编号",
        text => text.Digits.Count > 0,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var digits = text.Digits;
        var reportedUntil = 0;
        for (int piece = 0; piece < digits.Count; piece++)
        {
            var end = digits.End(piece);
            if (end >= text.Text.Length || text.Text[end] is not ('号' or '栋' or '室' or '幢') || IsOtherNumber(text.Text, digits.Start(piece), end)) continue;
            if (digits.Start(piece) < reportedUntil) continue;
            var from = Math.Max(reportedUntil, end + 1 - LongestAddress);
            var (start, compact) = Compact(text.Text, from, digits.Start(piece));
            var match = Pattern().Match(compact);
            if (!match.Success) continue;
            reportedUntil = end + 1;
            Add(text, hits, start, end + 1, compact[match.Index..]);
        }
    }

    private static void Add(ScanText text, Hits hits, int start, int end, string address)
    {
        var line = text.LineBefore(end, LongestAddress);
        var isOffice = !Passage.ContainsAny(line, PersonLabels) && Passage.ContainsAny(line, OfficeLabels);
        hits.Add(ScanKind.Address, isOffice ? ScanSeverity.Notice : ScanSeverity.Warning, start, end, ToTown(address),
            isOffice ? Say("地址：请确认是机关的办公地址", "an address: confirm that it is the body's office") : Say("住址写到了门牌号：公开时只保留到乡镇、街道", "a home address down to the house number: publish the town or subdistrict only"));
    }

    /// <summary>往前取到句子的开头，去掉中间的空白与换行：地址可能断在两行。</summary>
    private static (int Start, string Text) Compact(string all, int from, int to)
    {
        var window = all.AsSpan(from..to);
        var start = from + window.LastIndexOfAny(Ends) + 1;
        while (start < to && char.IsWhiteSpace(all[start])) start++;
        return (start, Passage.WithoutSpaces(all.AsSpan(start..to)));
    }

    /// <summary>只保留到乡镇、街道；没有写的，保留到县区。</summary>
    private static string ToTown(string address)
    {
        var kept = Town().Match(address);
        return (kept.Success ? kept.Value : "") + "****";
    }

    private static bool IsOtherNumber(string all, int start, int end) =>
        (start > 0 && all[start - 1] is '第' or '〕' or ']' or '字' or '令')
        || (all[end] == '号' && end + 1 < all.Length && all[end + 1] is '线' or '文' or '令' or '公' or '议' or '提' or '召');

    [GeneratedRegex(@"[\u4e00-\u9fa5]{2,}?[省市区县旗州].{0,20}(?:路|街|村|组|道|巷|弄|里|社区)[^第发函字令议纪要通知公告]{0,8}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^.*?(?:街道|乡|镇)|^.*[省市区县旗州]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Town();
}
