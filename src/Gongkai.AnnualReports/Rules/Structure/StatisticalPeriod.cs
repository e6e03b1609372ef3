using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>统计期限的声明。年份写错由 DT-03 去说，这里只看有没有、是不是全年。</summary>
internal static partial class StatisticalPeriod
{
    public static Rule Rule { get; } = new()
    {
        Id = "ST-09",
        Severity = Severity.Notice,
        Sentence = ("报告说明数据的统计期限：报告年度的1月1日至12月31日。", "The report states the period of its statistics: from 1 January to 31 December of the report's year."),
        Basis = Sources.Forms + ("引言", ", introduction"),
        Examples = [("成立：所列数据的统计期限为2023年1月1日至2023年12月31日。", "Holds: the statistics run from 1 January 2023 to 31 December 2023."), ("不成立：通篇没有说明统计期限。", "Broken: the period is stated nowhere.")],
        Check = PeriodIsStated,
    };

    private static IEnumerable<Verdict> PeriodIsStated(CheckContext context)
    {
        var report = context.Report;
        if (report.Sections.Count == 0 && report.Preamble.Length == 0) return [Verdict.NotAssessable(Say("没有正文", "there is no text"))];
        var (stated, whole) = Find(report.Preamble);
        for (var index = 0; index < report.Sections.Count && !whole; index++)
        {
            var (here, wholeHere) = Find(report.Sections[index].Text);
            (stated, whole) = (stated ?? here, wholeHere);
        }

        if (whole) return [];
        return [Verdict.Broken(stated is null ? Say("未说明统计期限", "the period of the statistics is not stated") : Say($"统计期限应为全年（1月1日至12月31日），报告写的是“{stated}”",
            $"the period of the statistics should be the whole year (1 January to 31 December); the report writes “{stated}”"))];
    }

    /// <summary>文字里的统计期限，以及它是不是全年。</summary>
    internal static (string? Stated, bool Whole) Find(string text)
    {
        if (!text.Contains('月', StringComparison.Ordinal)) return (null, false);
        string? stated = null;
        foreach (Match match in Period().Matches(Normalisation.Apply(text)))
        {
            var (fromMonth, fromDay, toMonth, toDay) = (Number(match, "m1"), Number(match, "d1"), Number(match, "m2"), Number(match, "d2"));
            if ((fromMonth, fromDay, toMonth, toDay) == (1, 1, 12, 31)) return (match.Value, true);

            // 活动的起止（5月10日至5月20日）不是统计期限；说了“统计”“数据”的才是。
            if (match.Groups["about"].Success) stated ??= match.Value;
        }

        return (stated, false);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(?:(?<about>统计|数据)[^。]{0,16}?)?[0-9]{4}年(?<m1>[0-9]{1,2})月(?<d1>[0-9]{1,2})日起?[,,]?(?:至|到|-{1,2}|~)(?:[0-9]{4}年)?(?<m2>[0-9]{1,2})月(?<d2>[0-9]{1,2})日",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();
}
