using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>电子邮箱。</summary>
internal static class EmailDetector
{
    private static readonly string[] OfficeLabels = ["办公", "监督", "投诉", "受理", "举报", "单位邮箱", "公开邮箱", "机构邮箱", "联系我们"];

    public static Detector Instance { get; } = new(
        ScanKind.Email,
        "名称@域名；@ 前后容许一个空格或换行",
        "警告；gov.cn 的邮箱、同一行写明是办公、监督、受理用的邮箱、列为公开联系人的，为提示",
        "没有域名的",
        text => text.Has(CharTraits.At),
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        var all = text.Text;
        for (int at = all.IndexOf('@'); at >= 0; at = all.IndexOf('@', at + 1))
        {
            int nameEnd = at > 0 && char.IsWhiteSpace(all[at - 1]) ? at - 1 : at;
            int hostStart = at + 1 < all.Length && char.IsWhiteSpace(all[at + 1]) ? at + 2 : at + 1;
            int start = nameEnd, end = hostStart;
            while (start > 0 && IsNameCharacter(all[start - 1])) start--;
            while (end < all.Length && IsHostCharacter(all[end])) end++;
            while (end > hostStart && all[end - 1] is '.' or '-') end--;
            if (start == nameEnd || end <= hostStart || !HasDomain(all.AsSpan(hostStart..end))) continue;
            Add(text, hits, start, nameEnd, hostStart, end);
        }
    }

    private static void Add(ScanText text, Hits hits, int start, int nameEnd, int hostStart, int end)
    {
        var host = text.Text[hostStart..end];
        var address = $"{text.Text[start..nameEnd]}@{host}".ToLowerInvariant();
        var isOffice = host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase)
            || hits.Options.PublicContacts.Contains(address)
            || Passage.ContainsAny(text.LineBefore(start, 40), OfficeLabels);
        hits.Add(ScanKind.Email, isOffice ? ScanSeverity.Notice : ScanSeverity.Warning, start, end,
            $"{(nameEnd - start > 1 ? text.Text[start..(start + 1)] : "")}***@{host}",
            isOffice ? Say("电子邮箱：请确认是机关的公开邮箱", "an e-mail address: confirm that it is the body's public one") : Say("电子邮箱：个人邮箱不得公开", "an e-mail address: personal ones must not be published"));
    }

    private static bool HasDomain(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && !host[(dot + 1)..].ContainsAnyInRange('0', '9');
    }

    private static bool IsNameCharacter(char value) => char.IsAsciiLetterOrDigit(value) || value is '.' or '_' or '%' or '+' or '-';

    private static bool IsHostCharacter(char value) => char.IsAsciiLetterOrDigit(value) || value is '.' or '-';
}
