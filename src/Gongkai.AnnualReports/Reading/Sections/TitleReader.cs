using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Reading.Flat;

namespace Gongkai.AnnualReports.Reading.Sections;

/// <summary>标题，以及由标题读出的机关与年度。</summary>
internal sealed record ReadTitle(string Printed, string? Agency, int? Year, int End);

/// <summary>读标题：可能折成两三行，机关与年度的先后也不一定。</summary>
internal static partial class TitleReader
{
    /// <param name="text">原文。</param>
    /// <param name="until">第一部分标题的起点；没有分部分时为全文长度。</param>
    public static ReadTitle? Read(FlatText text, int until)
    {
        // 先找独占几行的：正文的头一句里也会说“……2023年政府信息公开工作年度报告”，那不是标题。
        return Read(text, until, alone: true) ?? Read(text, until, alone: false);
    }

    private static ReadTitle? Read(FlatText text, int until, bool alone)
    {
        ReadTitle? nameless = null;
        for (var lines = 1; lines <= 3; lines++)
        {
            for (var first = 0; first < text.Rows.Length && first < 40 && text.Rows[first].Start < until; first++)
            {
                var last = Math.Min(first + lines - 1, text.Rows.Length - 1);
                var (start, end) = (text.Rows[first].Start, Math.Min(text.Rows[last].End, until));
                if (start >= end) continue;
                // 标题不会超过百字；单行粘连的全文也只看开头。
                if (Match(text, start, Math.Min(end, start + 120)) is not { } title || (alone && !EndsLine(text.Content, title.End, end))) continue;
                if (title.Agency is not null) return title;
                nameless ??= title;
            }
        }

        return nameless;
    }

    /// <summary>标题之后这一行就完了，至多还有括号里的话、书名号或者网页上的栏目。</summary>
    private static bool EndsLine(string content, int at, int end) => at >= end || content[at] is '(' or '》' or '|' or '<' or '_' or '-';

    /// <summary>统计期限或正文里明说的年度，标题里没有年度时用。</summary>
    public static int? YearOfPeriod(string content) =>
        Period().Match(content) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static ReadTitle? Match(FlatText text, int start, int end)
    {
        var content = text.Content[start..end];
        var match = AgencyFirst().Match(content);
        if (!match.Success) match = YearFirst().Match(content);
        if (!match.Success) match = YearLate().Match(content);
        if (!match.Success) return null;
        var agency = match.Groups["agency"];
        var printedStart = start + (agency.Length > 0 ? Math.Min(agency.Index, match.Groups["year"].Index) : match.Groups["year"].Index);
        return new ReadTitle(
            text.Original(printedStart, start + match.Index + match.Length).Trim(),
            agency.Length >= 2 ? text.Original(start + agency.Index, start + agency.Index + agency.Length).Trim() : null,
            match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null,
            start + match.Index + match.Length);
    }

    [GeneratedRegex("(?:^|[:>|/《])(?<agency>[^,.;:。!?>|/、《》]{0,40}?)(?<year>20[0-9]{2})年度?政府信息(?:与政务)?公开(?:工作)?(?:情况)?(?:年度)?工?作?(?:报告|年报)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AgencyFirst();

    [GeneratedRegex("(?:^|[:>|/《])(?<year>20[0-9]{2})年度?(?<agency>[^,.;:。!?>|/、《》]{2,40}?)政府信息(?:与政务)?公开(?:工作)?(?:情况)?(?:年度)?工?作?(?:报告|年报)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex("(?:^|[:>|/《])(?<agency>[^,.;:。!?>|/、《》]{2,40}?)政府信息(?:与政务)?公开(?:工作)?(?<year>20[0-9]{2})年度?(?:工作)?(?:年度)?(?:报告|年报)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearLate();

    [GeneratedRegex("(?:统计期限|统计周期|数据).{0,12}?(?<year>20[0-9]{2})年1月1日", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();
}
