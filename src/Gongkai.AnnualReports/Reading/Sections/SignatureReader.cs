using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Reading.Flat;

namespace Gongkai.AnnualReports.Reading.Sections;

/// <summary>读落款（文末独占一两行的机关与日期）与网页上的发布日期。</summary>
internal static partial class SignatureReader
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <returns>落款，和它开始的地方；没有落款时为空。</returns>
    public static (Signature Signature, int Start)? Read(FlatText text, int from)
    {
        for (var index = text.Rows.Length - 1; index >= 0 && text.Rows[index].Start >= from; index--)
        {
            var row = text.Rows[index];
            if (row.End == row.Start) continue;
            var content = text.Content[row.Start..row.End];
            var date = DateLine().Match(content);
            if (!date.Success)
            {
                // 落款之后可以有“附件下载”之类的短行，不可以有句子。
                if (content.Length > 20 || content.Contains('。')) return null;
                continue;
            }

            var agency = date.Groups["agency"].Value;
            var start = row.Start;
            if (agency.Length == 0)
            {
                var before = index - 1;
                while (before >= 0 && text.Rows[before].End == text.Rows[before].Start) before--;
                if (before >= 0 && text.Rows[before].Start >= from && AgencyLine().IsMatch(text.Content.AsSpan(text.Rows[before].Start, text.Rows[before].End - text.Rows[before].Start)))
                {
                    start = text.Rows[before].Start;
                    agency = text.Original(start, text.Rows[before].End).Trim();
                }
            }

            var printed = text.Original(start, row.End).Trim();
            return (new Signature(agency.Length > 0 ? agency : null, ParseDate(date), printed, text.PlaceAt(start)), start);
        }

        return null;
    }

    /// <summary>“发布时间：2022-02-08”一类。</summary>
    public static DateOnly? PublishedOn(string content) =>
        Published().Match(content) is { Success: true } match ? ParseDate(match) : null;

    private static DateOnly? ParseDate(Match match)
    {
        var (year, month, day) = (Parse(match.Groups["year"].ValueSpan), Parse(match.Groups["month"].ValueSpan), Parse(match.Groups["day"].ValueSpan));
        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0])) return int.Parse(text, CultureInfo.InvariantCulture);
        if (text.Length == 4)
        {
            var year = 0;
            foreach (var character in text) year = (year * 10) + Math.Max(Numerals.IndexOf(character is '零' or '○' or 'O' or '0' ? '〇' : character), 0);
            return year;
        }

        var ten = text.IndexOf('十');
        if (ten < 0) return text.Length == 1 ? Numerals.IndexOf(text[0]) : 0;
        var tens = ten == 0 ? 1 : Numerals.IndexOf(text[ten - 1]);
        return (tens * 10) + (ten + 1 < text.Length ? Numerals.IndexOf(text[ten + 1]) : 0);
    }

    [GeneratedRegex("^(?<agency>[^,。:;0-9]{0,40}?)(?<year>20[0-9]{2}|二[〇零○O0][一二三四五六七八九〇零○]{2})年(?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateLine();

    [GeneratedRegex("^[^,。:;0-9]{3,40}(?:局|委|会|府|办|厅|处|院|室|心|队|部|所|站|司|署|社|镇|乡|街道)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AgencyLine();

    [GeneratedRegex("(?:发布|公开|发文|生成)(?:时间|日期):?(?<year>20[0-9]{2})[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{2}|[0-9](?![0-9]))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Published();
}
