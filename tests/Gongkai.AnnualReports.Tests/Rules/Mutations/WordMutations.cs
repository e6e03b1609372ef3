using Gongkai.AnnualReports.Rules.Language;

namespace Gongkai.AnnualReports.Tests.Rules.Mutations;

/// <summary>用字、标点、外文、个人信息、密级，各写坏一处。</summary>
internal static class WordMutations
{
    private static readonly string[] Doubled = ["加强", "公开", "信息", "完善", "制度", "要求", "工作", "平台", "网站", "落实", "及时", "单位", "科室", "文件", "审查", "政府信息", "公开平台", "依法行政", "规范性文件", "主要领导干部"];
    private static readonly string[] Listed = ["微博", "网站", "公示栏", "宣传栏", "视频号", "头条号", "公众号", "客户端"];
    private static readonly string[] English = ["and", "the", "of", "with", "for", "from", "that", "which", "information", "government"];
    private static readonly string[] Stacked = ["，。", "。，", "，，", "、、", "、。", "；。", "：。", "；；", "。。"];

    private static readonly (string Usual, string Other)[] Names =
        [("政务公开日", "政务活动日"), ("微信公众号", "公众微信号"), ("新闻发言人", "新闻发布人"), ("法治政府", "法制政府"), ("放管服", "放服管"), ("三审三校", "三校三审"), ("领导信箱", "领导邮箱")];

    private static readonly string[] Lacking = ["新建", "成立", "召开", "开展", "制定", "印发", "举办", "组织", "启动", "完成"];

    private static readonly (string What, string Text)[] Private =
    [
        ("身份证号", "申请人身份证号110101199003070011"), ("另一个身份证号", "经办人的居民身份证为51010219850505123X"), ("银行卡号", "退费账号6222021234567890128"), ("手机号码", "张某某，手机13912345678"),
        ("秘密", "秘密★1年"), ("机密", "机密★长期"), ("绝密", "绝密★30年"), ("机密加星", "机密★"), ("内部资料", "内部资料 不得外传"),
    ];

    public static IEnumerable<Mutation> All =>
    [
        .. Confusables.All.Select(entry => Added($"误写{entry.Wrong}", "LG-02", $"各科室，{entry.Wrong}，各项工作有序推进。")),
        .. Doubled.Select(word => Added($"重写{word}", "LG-01", $"进一步{word}{word}，取得实效。")),
        .. Listed.Select(word => Added($"列举重出{word}", "LG-01", $"做好专栏、{word}、{word}、电子屏的日常检查。")),
        .. English.Select(word => Added($"夹着{word}", "LG-03", $"坚持依法公开 {word} 便民服务的原则。")),
        .. Stacked.Select(mark => Added($"标点{mark}", "LG-04", $"认真学习文件要求{mark}提高业务水平。")),
        .. Names.Select(pair => Added($"{pair.Usual}又作{pair.Other}", "LG-05", $"通过{pair.Usual}做好宣传，{pair.Other}效果良好。")),
        .. Lacking.Select(verb => Added($"于{verb}", "LG-07", $"我局于{verb}了专项工作。")),
        .. Private.Select(secret => Added($"写有{secret.What}", "LG-06", $"{secret.Text}")),
    ];

    private static Mutation Added(string what, string rule, string text) => new(what, rule) { Report = report => report.Append(1, text) };
}
