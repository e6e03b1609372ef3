using System.Text.RegularExpressions;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules.Mutations;

/// <summary>正文里的数、标题、该写的话，各写坏一处。</summary>
internal static partial class FigureMutations
{
    public static IEnumerable<Mutation> All(int year, bool is2021) =>
    [
        .. Figures("新收政府信息公开申请16件", "TX-01", [15, 17, 61]),
        .. Figures("上年结转1件", "TX-02", [2, 10]),
        .. Figures("办结16件", "TX-02", [15, 18, 61]),
        .. Figures("结转下年度继续办理1件", "TX-02", [2, 11]),
        .. Figures("予以公开9件", "TX-05", [8, 10, 19]),
        .. Figures("部分公开2件", "TX-05", [1, 3]),
        .. Figures("不予公开1件", "TX-05", [2, 3]),
        .. Figures("无法提供4件", "TX-05", [3, 5]),
        .. Figures("行政复议2件", "TX-04", [1, 3]),
        .. Figures("行政诉讼1件", "TX-04", [2, 3]),
        .. Figures("行政许可决定26件", "TX-07", [25, 62]),
        .. Figures("行政处罚决定9件", "TX-07", [8, 90]),
        .. Figures("行政强制决定2件", "TX-07", [1, 20]),
        .. Figures("机构职能类38条", "TX-09", [37, 48, 83]),
        .. Figures("规划总结类21条", "TX-09", [12, 22]),
        .. Figures("文旅活动类336条", "TX-09", [363, 633]),
        .. Figures("文旅活动类336条", "TX-10", [3360]),
        .. Figures("主动公开政府信息412条", "TX-09", [421, 410]),
        .. is2021
            ? [
                .. Figures("制发行政规范性文件3件", "TX-06", [2, 4, 30]), .. Figures("废止1件", "TX-06", [2]), .. Figures("现行有效14件", "TX-06", [13, 41]),
                new Mutation("第六部分只写无", "TX-14") { Report = report => report.Section(6, null, "无。") },
                Replaced("收了信息处理费", "T2-11", "未收取信息处理费，金额为0元", "收取信息处理费400元"),
            ]
            : (Mutation[])[.. Figures("新制作规范性文件3件", "TX-06", [2, 30]), .. Figures("政府集中采购项目5个", "TX-08", [4, 15]), Replaced("采购金额错位", "TX-08", "318.62万元", "318.26万元"), Replaced("采购金额多一位", "TX-08", "318.62万元", "3186.2万元")],
        Replaced("正文称未收到申请", "TX-03", "全年新收政府信息公开申请16件，上年结转1件，办结16件，结转下年度继续办理1件。办结的申请中，予以公开9件、部分公开2件、不予公开1件、无法提供4件。", "全年未收到政府信息公开申请。"),
        Replaced("正文称没有复议", "TX-04", "因政府信息公开引起行政复议2件、行政诉讼1件。", "没有因政府信息公开引起的行政复议和行政诉讼。"),
        new Mutation("第六部分又写一遍收到数", "TX-11") { Report = report => report.Append(6, "全年新收政府信息公开申请15件。"), Also = ["TX-01"] },
        new Mutation("比率超过100%", "TX-12") { Report = report => report.Append(1, "共收到群众留言20件，答复24件，答复率120%。") },
        new Mutation("答复数对不上100%", "TX-12") { Report = report => report.Append(1, "共收到群众留言20件，答复18件，答复率100%。") },
        new Mutation("只有约数", "TX-13") { Report = report => report.Replace("全年通过局网站主动公开政府信息412条，其中机构职能类38条、规划总结类21条、财政信息类17条、文旅活动类336条", "全年主动公开政府信息400余条") },
        new Mutation("说法含糊", "TX-16") { Report = report => report.Append(1, "未受理有效的政府信息公开申请。"), Also = ["TX-03"] },
        .. Enumerable.Range(1, 5).Select(topic => new Mutation($"缺第{topic}个方面", "ST-10") { Report = report => WithoutTopic(report, topic) }),
        new Mutation("没有统计期限", "ST-09") { Report = report => report.Preamble("现公布年度报告。") },
        new Mutation("只有半年", "ST-09") { Report = report => report.Replace($"{year}年12月31日", $"{year}年6月30日") },
        new Mutation("第五部分只写问题", "ST-11") { Report = report => report.Section(5, null, "存在的主要问题：一是政策解读以文字为主，图表和视频偏少；二是个别科室提供信息不够主动。") },
        new Mutation("没有说上年问题", "ST-12") { Report = report => report.Replace("针对上年度指出的目录分类过粗问题，已重新划分四级类目，整改完成。", "") },
        Titled($"澄浦市文化和旅游局{year}年度政府信息公开工作报告", "ST-08"),
        Titled($"澄浦市文化和旅游局{year}年政府信息公开年度报告", "ST-08"),
        Titled($"{year}年澄浦市文化和旅游局政府信息公开工作年度报告", "ST-08"),
        Titled($"澄浦市文化和旅游局{year}年政府信息与政务公开工作年度报告", "ST-08"),
    ];

    private static IEnumerable<Mutation> Figures(string phrase, string rule, int[] values) =>
        values.Select(value => Replaced($"{phrase}写作{value}", rule, phrase, Digits().Replace(phrase, value.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    private static Mutation Replaced(string what, string rule, string old, string text) =>
        new(what, rule) { Report = report => report.Replace(old, text), Also = ["TX-01", "TX-02", "TX-03", "TX-04", "TX-06"] };

    private static Mutation Titled(string title, string rule) => new($"标题{title}", rule) { Report = report => report.Title(title) };

    /// <summary>五个方面各是一个小标题和一段；去掉之后，别处也不提这个方面的词。</summary>
    private static ReportBuilder WithoutTopic(ReportBuilder report, int topic)
    {
        string[] words = topic switch
        {
            1 => ["主动公开", "公开力度"],
            2 => ["依申请", "申请"],
            3 => ["信息管理", "审查", "审签", "审核", "清理", "目录"],
            4 => ["平台", "网站", "公众号", "专栏"],
            _ => ["监督保障", "考核", "培训", "评议", "追究", "检查", "督"],
        };
        var kept = report.Build().Section(1)!.Paragraphs.Select(paragraph => paragraph.Text).Where(text => !words.Any(word => text.Contains(word, StringComparison.Ordinal)));
        return report.Section(1, null, [.. kept]);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
