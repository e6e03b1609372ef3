using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>第五部分：既写问题，也写改进。</summary>
internal static partial class SectionFive
{
    // 改进只写半句等于没写：从第一处谈改进算起，至少这么多字。
    private const int LeastImprovement = 30;

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ST-11",
            Severity = Severity.Warning,
            Sentence = ("第五部分既写存在的问题，也写改进的措施（不少于30字）。", "Section 5 tells both the problems and the measures for improvement (at least 30 characters)."),
            Basis = Sources.Article50 + ("第一款第四项", ", paragraph 1, item 4"),
            Examples = [("成立：写了两个问题，接着写下一步怎样改进。", "Holds: two problems are told, and then how they will be mended."), ("不成立：列出三个问题就结束，没有改进措施。", "Broken: three problems are listed and nothing follows.")],
            Check = ProblemsComeWithImprovements,
        },
        new Rule
        {
            Id = "ST-12",
            Severity = Severity.Notice,
            Sentence = ("上年报告第五部分提出的问题，本年报告说明整改的情况。", "The report tells what was done about the problems named in section 5 of the year before."),
            Basis = Sources.Article50 + ("第一款第四项；", ", paragraph 1, item 4; ") + Sources.Form2021 + ("第五部分", ", section 5"),
            Examples = [("成立：针对上年度指出的目录分类过粗问题，已重新划分四级类目。", "Holds: the catalogue that was called too coarse last year has been divided anew into four levels."), ("不成立：通篇没有提到上年度问题的整改。", "Broken: last year's problems are not mentioned anywhere.")],
            Check = LastYearsProblemsAreAnswered,
        },
    ];

    private static IEnumerable<Verdict> ProblemsComeWithImprovements(CheckContext context)
    {
        if (context.Report.Section(5) is not { } section) return [Verdict.NotAssessable(Say("没有找到第五部分", "section 5 was not found"))];
        var text = Normalisation.Apply(section.Text);
        var improvement = Improvement().Match(text);
        var improves = improvement.Success && text.Length - improvement.Index >= LeastImprovement && Action().IsMatch(text, improvement.Index);
        var names = Problem().IsMatch(text);
        var message = (names, improves) switch
        {
            (true, true) => null,
            (true, false) => Say("第五部分只写问题、缺少改进措施", "section 5 tells problems only, without measures for improvement"),
            (false, true) => Say("第五部分没有写存在的问题", "section 5 tells no problems"),
            _ => Say("第五部分没有写存在的问题和改进措施", "section 5 tells neither problems nor improvements"),
        };
        return message is null ? [] : [new Broken(message, []).At(section.Place)];
    }

    private static IEnumerable<Verdict> LastYearsProblemsAreAnswered(CheckContext context)
    {
        if (PreviousYear.WhyUnusable(context) is { } unusable) return [Verdict.NotAssessable(unusable)];
        if (context.Report.Year is not { } year) return [Verdict.NotAssessable(Say("报告年度读不准", "the report's year could not be read for certain"))];
        if (context.Previous!.Section(5) is not { } before || !Problem().IsMatch(Normalisation.Apply(before.Text))) return [];

        foreach (var number in (ReadOnlySpan<int>)[5, 1, 6])
        {
            if (context.Report.Section(number) is not { } section) continue;
            foreach (var sentence in Normalisation.Apply(section.Text).Split('。'))
                if (MentionsLastYear(sentence, year) && Rectified().IsMatch(sentence)) return [];
        }

        return [Verdict.Broken(Say("未说明上年度问题整改情况", "nothing is said of what was done about last year's problems"))];
    }

    private static bool MentionsLastYear(string sentence, int year) =>
        LastYear().IsMatch(sentence) || sentence.Contains($"{year - 1}年", StringComparison.Ordinal);

    [GeneratedRegex("问题|不足|不够|有待|欠缺|薄弱|差距|短板|尚未|还需|不及时|不规范|不到位|不高", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Problem();

    // “机构调整改革”里的“整改”不是整改；“将近”不是打算。
    [GeneratedRegex("下一步|下步|下一阶段|今后|针对|改进|(?<!调)整改(?!革)|措施|将(?!近)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Improvement();

    [GeneratedRegex("加强|加大|完善|健全|推进|提高|提升|规范|强化|建立|落实|优化|深化|组织|开展|细化|修订|培训|拓展|丰富|明确|充实|改版|安排|督促|通报", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    [GeneratedRegex("上一?年度?|去年", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastYear();

    [GeneratedRegex("(?<!调)整改(?!革)|问题|不足|改进", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rectified();
}
