using System.Buffers;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Dates;

/// <summary>过时的规定、格式文件和栏目名称：多半是照抄往年的文字。</summary>
internal static class Superseded
{
    // 旧条例（2008年5月1日起施行）的提法；新条例取消了“三需要”，答复期限改为20个工作日。
    public static readonly string[] OldRegulation =
        ["令第492号", "（第492号）", "三需要", "科研等特殊需要", "科研等需要", "15个工作日内答复", "15个工作日内予以答复", "15个工作日内作出答复", "15个工作日内给予答复", "十五个工作日内答复", "十五个工作日内予以答复"];

    private static readonly SearchValues<string> AsHistory = SearchValues.Create(["废止", "修订前", "原条例", "旧条例", "原《", "修改前"], StringComparison.Ordinal);

    public static readonly string[] Form2019 = ["〔2019〕60号", "[2019]60号", "（2019）60号", "【2019】60号", "年度报告格式（试行）"];

    public static readonly string[] Form2021 = ["公开办函〔2021〕30号", "公开办函[2021]30号", "公开办函（2021）30号", "公开办函【2021】30号"];

    public static readonly string[] OldCaptions = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "其他对外管理服务事项", "政府集中采购项目数量", "采购项目数量"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "DT-05",
            Severity = Severity.Warning,
            FromYear = 2019,
            Sentence = ("正文不引用已经废止的规定：2008年的条例（国务院令第492号）、“三需要”、15个工作日答复。",
                "The text cites no repealed rules: the Regulation of 2008 (State Council Decree 492), “三需要” (the three needs), an answer within 15 working days."),
            Basis = Sources.Regulation + ("（国务院令第711号，2019年5月15日起施行）第三十三条、第五十六条", " (State Council Decree 711, in force from 15 May 2019), Articles 33 and 56"),
            Examples = [("成立：自收到申请之日起20个工作日内答复。", "Holds: answered within 20 working days from the day the request was received."), ("不成立：根据自身生产、生活、科研等特殊需要提出申请，15个工作日内答复。", "Broken: “根据自身生产、生活、科研等特殊需要提出申请，15个工作日内答复”.")],
            Check = context => Find(context, WordList.OldRegulation, word => Say($"引用已废止的规定：“{word}”", $"cites a rule that was repealed: “{word}”"), AsHistory),
        },
        new Rule
        {
            Id = "DT-10",
            Severity = Severity.Warning,
            FromYear = 2019,
            Sentence = ("引用的年报格式文件与年度相符：2019、2020年度是国办公开办函〔2019〕60号，2021年度起是〔2021〕30号。",
                "The form that the report cites is that of its year: “国办公开办函〔2019〕60号” for 2019 and 2020, “〔2021〕30号” from 2021."),
            Basis = Sources.Forms,
            Examples = [("成立：2023年度报告写明依据国办公开办函〔2021〕30号编制。", "Holds: a report of 2023 says that it was compiled under “国办公开办函〔2021〕30号”."), ("不成立：2023年度报告写明依据国办公开办函〔2019〕60号编制。", "Broken: a report of 2023 says that it was compiled under “国办公开办函〔2019〕60号”.")],
            Check = FormatIsOfTheYear,
        },
        new Rule
        {
            Id = "DT-11",
            Severity = Severity.Warning,
            Form = FormId.Form2021,
            FromYear = 2021,
            Sentence = ("2021年度起，正文和表里没有2019年格式的栏目名称（本年新制作数量、其他对外管理服务事项、采购项目数量……）。",
                "From 2021 no captions of the 2019 form are left in the text and the tables (“本年新制作数量”, “其他对外管理服务事项”, “采购项目数量” …)."),
            Basis = Sources.Form2021,
            Examples = [("成立：行政规范性文件制发3件，废止1件，现行有效14件。", "Holds: “行政规范性文件制发3件，废止1件，现行有效14件”."), ("不成立：表二之后还留着“其他对外管理服务事项”一行。", "Broken: after Table 2 a row “其他对外管理服务事项” is left.")],
            Check = context => Find(context, WordList.OldCaptions, word => Say($"使用了2019年格式的用语“{word}”", $"uses “{word}” of the 2019 form"), null),
        },
    ];

    private static IEnumerable<Verdict> FormatIsOfTheYear(CheckContext context) =>
        context.Report.Year >= 2021
            ? Find(context, WordList.Form2019, word => Say($"引用的年报格式文件“{word}”自2021年度起不再使用，应为国办公开办函〔2021〕30号",
                $"the form cited, “{word}”, is no longer used from 2021; it should be “国办公开办函〔2021〕30号”"), AsHistory)
            : Find(context, WordList.Form2021, word => Say($"引用的年报格式文件“{word}”自2021年度起使用，{context.Report.Year}年度应为国办公开办函〔2019〕60号",
                $"the form cited, “{word}”, is used from 2021; for {context.Report.Year} it should be “国办公开办函〔2019〕60号”"), null);

    /// <summary>每种写法只报第一处；整句说的是沿革时不报。</summary>
    private static IEnumerable<Verdict> Find(CheckContext context, WordList words, Func<string, string> message, SearchValues<string>? excuses)
    {
        var prose = context.Prose;
        if (!prose.Words.Any(words)) yield break;
        var told = new HashSet<string>(StringComparer.Ordinal);
        var from = 0;
        foreach (var found in prose.Words.Of(words))
        {
            // 同一处有长有短的，只看一次。
            if (found.Start < from) continue;
            from = found.End;
            var word = prose.Text.Substring(found.Start, found.Length);
            if ((excuses is null || !prose.Span(prose.SentenceAt(found.Start)).ContainsAny(excuses)) && told.Add(word))
                yield return new Broken(message(word), []) { Where = prose.Where(found.Start, found.Length) };
        }
    }
}
