using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>密级标志（GB/T 9704、《国家秘密定密管理暂行规定》）：“密级★保密期限、解密时间或解密条件”。</summary>
internal static partial class SecretMarkDetector
{
    private const string Stars = "★☆✩✭⭐*＊";

    /// <summary>说保密工作、说法律的话：前面是这些，“秘密”就不是标志。</summary>
    private static readonly string[] OrdinaryBefore =
    [
        "国家", "商业", "工作", "个人", "技术", "军事", "警务", "审判", "检察", "通信", "通讯", "经营", "核心", "行业", "他人", "企业", "单位",
        "保守", "保护", "泄露", "泄漏", "涉及", "属于", "属", "是否", "为", "的", "和", "或", "、", "及", "无", "非", "不是", "不", "级", "“",
    ];

    /// <summary>“机密”“绝密”碰巧由两个词的首尾相接而成：危机密切、手机密码、拒绝密……</summary>
    private const string PartOfOtherWordBefore = "危手司主算单飞相动时有契奥隐神拒杜断";
    private const string PartOfOtherWordAfter = "切码集闭度布封钥植";
    private const string OrdinaryAfter = "级性、和或";

    public static Detector Instance { get; } = new(
        ScanKind.SecretMark,
        "绝密、机密、秘密后面带★，可有保密期限、解密时间或解密条件；两字之间可有空格",
        "带★（或带 * 而有期限）为错误：立即停止发布，报告保密工作人员；单独标注、没有★的为警告",
        "国家秘密、商业秘密、保守国家秘密法、涉密、保密等说法；“危机密切”“手机密码”一类碰巧相连的字",
        text => text.Has(CharTraits.Secret),
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var all = text.Text;
        for (int last = all.IndexOf('密'); last >= 0; last = all.IndexOf('密', last + 1))
        {
            int first = last - 1;
            while (first > 0 && last - first < 4 && char.IsWhiteSpace(all[first])) first--;
            if (first < 0 || all[first] is not ('绝' or '机' or '秘' or '絕' or '機' or '祕')) continue;
            var star = last + 1;
            while (star < all.Length && star - last < 5 && char.IsWhiteSpace(all[star])) star++;
            if (star < all.Length && Stars.Contains(all[star]))
            {
                var term = Term().Match(all, star + 1, Math.Min(24, all.Length - star - 1));
                if (term.Success || all[star] is not ('*' or '＊'))
                {
                    Add(hits, ScanSeverity.Error, first, term.Success ? term.Index + term.Length : star + 1, all, Say("密级标志：涉密文件不得上网，立即停止发布并报告保密工作人员",
                        "a secrecy mark: classified documents must not go online; stop the publication at once and report it to the secrecy officer"));
                    continue;
                }
            }

            var isAlone = Passage.IsAlone(all, first, last + 1, "密级：:");
            if (isAlone || (first == last - 1 && !IsOrdinary(all, first, last)))
                Add(hits, ScanSeverity.Warning, first, last + 1, all, Say("像密级标志，但没有★，请核对", "looks like a secrecy mark, but without a star; check it"));
        }
    }

    private static void Add(Hits hits, ScanSeverity severity, int start, int end, string all, string message) =>
        hits.Add(ScanKind.SecretMark, severity, start, end, Passage.WithoutSpaces(all.AsSpan(start..end)), message);

    private static bool IsOrdinary(string all, int first, int last)
    {
        if (first > 0 && PartOfOtherWordBefore.Contains(all[first - 1])) return true;
        if (last + 1 < all.Length && (PartOfOtherWordAfter.Contains(all[last + 1]) || OrdinaryAfter.Contains(all[last + 1]))) return true;
        var before = all.AsSpan(Math.Max(0, first - 4)..first);
        foreach (var word in OrdinaryBefore)
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    [GeneratedRegex(@"\G\s*(?:[0-9]{1,3}\s*[年月日天]|长期|永久|[^\s，。；]{1,12}前)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Term();
}
