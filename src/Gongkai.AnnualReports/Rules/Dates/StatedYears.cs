using System.Buffers;
using System.Globalization;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>正文和落款里的年份。多半的怪年份是从往年报告抄来的；沿革、文号、规划、比较里的不是。</summary>
internal static class StatedYears
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    // 说下一年的事（打算、截止、结转），可以写下一年。
    private static readonly SearchValues<string> Plans = SearchValues.Create(
        ["将", "计划", "力争", "打算", "下一步", "预计", "继续", "明年", "下年", "下一年", "拟", "要", "结转", "底前", "规划", "目标", "发布", "公布"], StringComparison.Ordinal);

    // 紧挨在年份前面：自2019年、较2019年、2019—2021年、2019、2020年。
    private const string LeadsIn = "自从至到较比近与和同于—–-、";

    // 紧挨在年份（可带月日）后面：2019年以来、2019年5月15日起、2019年版。
    private static readonly string[] LeadsOut = ["以来", "起", "至", "到", "—", "–", "-", "开始", "版", "以前", "以后", "之前", "之后", "前", "后", "底", "间"];

    // 说沿革、规划的分句里，可以写别的年份。
    private static readonly SearchValues<string> History = SearchValues.Create(
        [
            "修订", "修正", "施行", "颁布", "颁发", "印发的", "制定的", "出台的", "发布的", "公布的", "成立", "建成", "设立", "组建", "挂牌", "立项", "启用", "开通", "上线", "创建",
            "机构改革", "期间", "历年", "往年", "存量", "规划", "目标", "相比", "同期", "年报", "年度报告", "整改", "反馈", "通报",
        ],
        StringComparison.Ordinal);

    public static Rule Rule { get; } = new()
    {
        Id = "DT-04",
        Severity = Severity.Warning,
        Sentence = ("正文只说报告年度和上一年的事；下一年只出现在打算和截止日期里，别的年份只出现在沿革、比较、规划和文件名称、文号里。",
            "The text speaks of the report's year and the year before only; the next year occurs only in plans and time limits, other years only in histories, comparisons, plans, and the names and numbers of documents."),
        Basis = Sources.Regulation + ("第四十九条、第五十条：报告的是上一年度的工作", ", Articles 49 and 50: the report is on the work of the previous year"),
        Examples = [("成立：2023年度报告写“自2019年条例修订施行以来”。", "Holds: a report of 2023 writes “自2019年条例修订施行以来” (since the regulation was revised in 2019)."), ("不成立：2023年度报告写“2021年，我局主动公开信息900条”。", "Broken: a report of 2023 writes “2021年，我局主动公开信息900条” (in 2021 we disclosed 900).")],
        Check = YearsAreExpected,
    };

    private static IEnumerable<Verdict> YearsAreExpected(CheckContext context)
    {
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"))];
        List<(int Year, string Where)> suspicious = [.. Suspicious(context, year)];
        if (suspicious.Count == 0) return [];
        return suspicious.GroupBy(found => found.Year).OrderBy(group => group.Key).Select(group =>
            (Verdict)new Broken(Say($"出现可疑年份“{group.Key}”{(group.Count() > 1 ? $"（共{group.Count()}处）" : "")}",
                $"unexpected year {group.Key}{(group.Count() > 1 ? $" ({group.Count()} times)" : "")}"), []) { Where = group.First().Where });
    }

    private static IEnumerable<(int Year, string Where)> Suspicious(CheckContext context, int reported)
    {
        var prose = context.Prose;
        for (var at = prose.Text.IndexOf('年', 0); at >= 0; at = prose.Text.IndexOf('年', at + 1))
        {
            if (YearBefore(prose.Text, at) is not { } year || year == reported || year == reported - 1) continue;
            var sentence = prose.SentenceAt(at);
            if (prose.IsStatement(sentence) && !IsExpected(prose, sentence, at, year, reported)) yield return (year, prose.Where(at - 4, 5));
        }

        if (context.Report.Signature is { Date: { } signed } signature && Math.Abs(signed.Year - reported) > 1)
            yield return (signed.Year, SigningDate.Where(signature.Place));
    }

    private static bool IsExpected(ProseText prose, Sentence sentence, int at, int year, int reported)
    {
        var text = prose.Span(sentence);
        var position = at - sentence.Start;
        if (IsInTitle(text, position)) return true;
        if (year == reported + 1) return sentence.Section == 5 || text.ContainsAny(Plans) || IsFollowed(text[(position + 1)..]) || IsClosingDate(text[(position + 1)..]);
        return (position > 4 && LeadsIn.Contains(text[position - 5])) || IsFollowed(text[(position + 1)..]) || Clause(text, position).ContainsAny(History);
    }

    /// <summary>句末的年月日：粘在正文后面的落款。</summary>
    private static bool IsClosingDate(ReadOnlySpan<char> after) => after is [.., '日'] && after.TrimStart("0123456789月日").IsEmpty;

    private static bool IsFollowed(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart("0123456789月日度");
        foreach (var word in LeadsOut)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>在书名号、引号或文号的括号里。</summary>
    private static bool IsInTitle(ReadOnlySpan<char> sentence, int position)
    {
        var open = sentence[..position].LastIndexOfAny("《“〔[（");
        return open >= 0 && !sentence[open..position].ContainsAny("》”〕]）");
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> sentence, int position)
    {
        var start = sentence[..position].LastIndexOfAny("，；：。") + 1;
        var length = sentence[position..].IndexOfAny("，；：。");
        return length < 0 ? sentence[start..] : sentence[start..(position + length)];
    }

    private static int? YearBefore(string text, int end)
    {
        if (end < 4 || (end > 4 && char.IsAsciiDigit(text[end - 5]))) return null;
        return int.TryParse(text.AsSpan(end - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : null;
    }
}
