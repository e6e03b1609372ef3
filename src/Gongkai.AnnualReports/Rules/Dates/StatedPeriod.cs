using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>统计期限的年份。有没有写、是不是全年由 ST-09 去说。</summary>
internal static partial class StatedPeriod
{
    public static Rule Rule { get; } = new()
    {
        Id = "DT-03",
        Severity = Severity.Error,
        Sentence = ("写明的统计期限，起止都在报告年度之内。", "The period of the statistics, where stated, begins and ends within the report's year."),
        Basis = Sources.Forms + ("引言", ", introduction"),
        Examples = [("成立：2023年度报告，统计期限为2023年1月1日至12月31日。", "Holds: report of 2023, statistics from 1 January to 31 December 2023."), ("不成立：2023年度报告，统计期限为2022年1月1日至2022年12月31日。",
            "Broken: report of 2023, statistics from 1 January 2022 to 31 December 2022.")],
        Check = IsOfTheReportYear,
    };

    private static IEnumerable<Verdict> IsOfTheReportYear(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var match in Periods(prose.Text))
        {
            if (context.Report.Year is not { } year)
            {
                yield return Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"));
                yield break;
            }

            var from = int.Parse(match.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
            var until = match.Groups["until"].Success ? int.Parse(match.Groups["until"].ValueSpan, CultureInfo.InvariantCulture) : from;
            if (from == year && until == year) continue;
            yield return new Broken(Say($"统计期限{match.Groups["period"].Value}与{year}年度报告不符",
                $"the period of the statistics, “{match.Groups["period"].Value}”, does not fit the report of {year}"), []) { Where = prose.Where(match.Index, match.Length) };
        }
    }

    /// <summary>句式不跨句、不跨段，所以只看写着“1月1日”的那一句。</summary>
    private static IEnumerable<Match> Periods(string text)
    {
        for (var at = text.IndexOf("年1月1日", StringComparison.Ordinal); at >= 0;)
        {
            var start = text.AsSpan(0, at).LastIndexOfAny('。', '\n') + 1;
            var length = text.AsSpan(at).IndexOfAny('。', '\n');
            var end = length < 0 ? text.Length : at + length;
            for (var match = Period().Match(text, start, end - start); match.Success; match = match.NextMatch()) yield return match;
            at = text.IndexOf("年1月1日", end, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(
        "(?:统计|数据|报告期|期限)[^。\\n]{0,24}?(?<period>(?<from>20[0-9]{2})年1月1日起?，?(?:至|到|-{1,2}|—{1,2}|–)(?:(?<until>20[0-9]{2})年)?12月31日)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();
}
