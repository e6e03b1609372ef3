using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Documents.Text;

namespace Gongkai.AnnualReports.Rules.Structure;

/// <summary>第一部分应有的内容。</summary>
internal static partial class SectionOne
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ST-10",
            Severity = Severity.Warning,
            Sentence = ("总体情况写到五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障（2019年格式只作提示）。",
                "Section 1 speaks of five subjects: proactive disclosure, disclosure on request, management of government information, platforms, and supervision and safeguards (a notice only in the 2019 form)."),
            Basis = Sources.Form2021 + ("第一部分", ", section 1"),
            Examples = [("成立：五个方面各有一段。", "Holds: each of the five subjects has a paragraph."), ("不成立：没有一句说到监督保障。", "Broken: not a sentence on supervision and safeguards.")],
            Check = TopicsAreCovered,
        },
        new Rule
        {
            Id = "ST-13",
            Severity = Severity.Error,
            Sentence = ("各级人民政府（含乡镇）的年度报告，写明工作考核、社会评议和责任追究结果。",
                "The report of a people's government (towns included) states the results of work assessment, public appraisal and accountability."),
            Basis = Sources.Article50 + ("第一款第四项", ", paragraph 1, item 4"),
            Examples = [("成立：写明年度考核、群众评议的做法，没有责任追究的情形。", "Holds: the yearly assessment and the public appraisal are told, and that nobody had to be held to account."), ("不成立：市政府的报告没有一句说到社会评议。", "Broken: the report of a city government has not a word on public appraisal.")],
            Check = GovernmentsReportAssessment,
        },
    ];

    // 关键词取自五个种子与各地年报；文件名里的“考核”“培训”不算内容，先去掉书名号里的字。
    private static readonly (Bilingual Topic, Regex Words)[] Topics =
    [
        (("主动公开", "proactive disclosure"), Disclosure()),
        (("依申请公开", "disclosure on request"), Requests()),
        (("政府信息管理", "management of government information"), Management()),
        (("平台建设", "platforms"), Platforms()),
        (("监督保障", "supervision and safeguards"), Supervision()),
    ];

    private static readonly (Bilingual Topic, Regex Words)[] Assessments =
    [
        (("工作考核", "work assessment"), Assessment()),
        (("社会评议", "public appraisal"), PublicReview()),
        (("责任追究结果", "accountability"), Accountability()),
    ];

    private static IEnumerable<Verdict> TopicsAreCovered(CheckContext context)
    {
        if (context.Report.Section(1) is not { } section) return [Verdict.NotAssessable(Say("没有找到第一部分", "section 1 was not found"))];
        var missing = Missing(Topics, [section]);
        if (missing.Count == 0) return [];
        var form = context.Report.Disclosure?.Form.Form ?? FormCatalogue.ForYear(context.Report.Year ?? int.MaxValue)?.Id;
        return
        [
            new Broken(Say($"总体情况缺少{string.Concat(missing.Select(topic => $"“{topic}”"))}内容", $"section 1 says nothing of {Join('、', missing)}"), []) { Severity = form == FormId.Form2019 ? Severity.Notice : null }.At(section.Place),
        ];
    }

    private static IEnumerable<Verdict> GovernmentsReportAssessment(CheckContext context)
    {
        if (context.Body.Level is not { } level) return [Verdict.NotAssessable(context.Body.WhyLevelIsUnknown)];
        if (level == BodyLevel.Department) return [];
        if (context.Report.Sections.Count == 0) return [Verdict.NotAssessable(Say("没有正文", "there is no text"))];
        var missing = Missing(Assessments, context.Report.Sections);
        return missing.Count == 0 ? [] : [Verdict.Broken(Say($"政府年报缺少第五十条第四项内容：{string.Join('、', missing)}",
            $"the government's report lacks what Article 50, item 4 asks for: {Join('、', missing)}"))];
    }

    /// <summary>哪些方面一段也没有说到；都说到了就不再往下看。</summary>
    private static List<string> Missing((Bilingual Topic, Regex Words)[] topics, IReadOnlyList<ReportSection> sections)
    {
        List<(Bilingual Topic, Regex Words)> missing = [.. topics];
        foreach (var section in sections)
        {
            foreach (var paragraph in section.Paragraphs)
            {
                if (missing.Count == 0) return [];
                var text = Plain(paragraph.Text);
                missing.RemoveAll(topic => topic.Words.IsMatch(text));
            }
        }

        return missing.ConvertAll(topic => topic.Topic.ToString());
    }

    private static string Plain(string text)
    {
        var normalised = Normalisation.Apply(text);
        return normalised.Contains('《', StringComparison.Ordinal) ? DocumentTitle().Replace(normalised, "") : normalised;
    }

    [GeneratedRegex("《[^》]*》", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentTitle();

    [GeneratedRegex("主动公开|重点信息|重点领域|公开力度", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Disclosure();

    [GeneratedRegex("依申请|信息公开的?申请|受理[^。]{0,10}申请", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requests();

    [GeneratedRegex("信息管理|信息资源|目录|涉密|保密|审查|审签|审核|规范化|清理|台账", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Management();

    [GeneratedRegex("平台|网站|公众号|专栏|新媒体|微信|微博", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Platforms();

    [GeneratedRegex("监督保障|考核|培训|评议|责任追究|追责|问责|抽查|督查|督导|检查|通报", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Supervision();

    [GeneratedRegex("考核|考评|绩效评估", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assessment();

    [GeneratedRegex("社会评议|评议|社会评价|群众评价|满意度", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublicReview();

    [GeneratedRegex("责任追究|追究责任|追究[^。]{0,8}责任|追责|问责", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accountability();
}
