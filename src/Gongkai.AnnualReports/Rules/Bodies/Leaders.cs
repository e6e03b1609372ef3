using System.Text.RegularExpressions;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>正文里的负责人姓名：换了人而没有改的，要有现任名录才看得出。</summary>
internal static partial class Leaders
{
    private static readonly Bilingual Register = ("现任负责人名录", "the list of leaders in office");

    // 常见的姓；“局长负责”“书记带头”里的字不是姓。
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文米";

    public static Rule Rule { get; } = new()
    {
        Id = "DT-09",
        Severity = Severity.Notice,
        NeedsRegister = Register,
        Sentence = ("正文写有负责人姓名的，是现任的人。", "A leader named in the text is in office."),
        Basis = Sources.Regulation + ("第四十七条；国办公开办函〔2021〕30号（数据准确）", ", Article 47; “国办公开办函〔2021〕30号” (figures are exact)"),
        Examples = [("成立：写的是现任局长。", "Holds: the director in office is named."), ("不成立：局长已经调离，报告仍写他任领导小组组长。", "Broken: the director has left, but the report still has him head the leading group.")],
        Check = context => TitleOfNamed(context.Prose.Text) is { } title ? [Verdict.NotAssessable(Say($"正文写有{title}的姓名，要与{Register}比较，这里没有它的数据",
            $"the text names a “{title}”; it must be compared with {Register}, whose data are not at hand"))] : [],
    };

    private static string? TitleOfNamed(string text)
    {
        foreach (var match in Titled().Matches(text).AsEnumerable())
            if (Surnames.Contains(match.Groups["name"].ValueSpan[0], StringComparison.Ordinal)) return match.Groups["title"].Value;
        return null;
    }

    [GeneratedRegex("(?<title>书记|局长|主任|厅长|县长|市长|区长|镇长|乡长)(?<name>[\u4e00-\u9fff]{2,3}?)(?=任|担任|同志|主持|为组长)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titled();
}
