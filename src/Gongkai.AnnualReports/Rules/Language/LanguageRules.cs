using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>H 组：语言与安全。</summary>
internal static class LanguageRules
{
    private static readonly Bilingual Standards = ("《党政机关公文处理工作条例》第十九条（文字精练、用语准确规范）；《国家通用语言文字法》第九条",
        "Regulations on Official Documents of Party and Government Bodies, Article 19 (concise text, exact and standard wording); Law on the Standard Spoken and Written Chinese Language, Article 9");

    public static ImmutableArray<Rule> All { get; } =
    [
        new()
        {
            Id = "LG-01",
            Severity = Severity.Warning,
            Sentence = ("正文没有误重的字词（两到六个字连着写两遍、顿号列举里同一项写两次），跨行跨页的也算。",
                "No words are doubled by mistake (two to six characters written twice, the same item twice in a list), across lines and pages too."),
            Basis = Standards,
            Examples = [("成立：“做好视频号、头条号的巡检”。", "Holds: “做好视频号、头条号的巡检”."), ("不成立：“等文件要求要求的范围”。", "Broken: “等文件要求要求的范围”."), ("不成立：“局公众号、视频号、视频号、头条号”。", "Broken: “局公众号、视频号、视频号、头条号”.")],
            Check = context => Repetition.Find(context),
        },
        new()
        {
            Id = "LG-02",
            Severity = Severity.Warning,
            Sentence = ("正文没有易混词表里的误写（帐号、布署、“及时、准备”……）。", "The text has none of the slips of the list of confusable words (“帐号”, “布署”, “及时、准备” …)."),
            Basis = Standards,
            Examples = [("成立：“及时、准确、全面地公开”。", "Holds: “及时、准确、全面地公开”."), ("不成立：“及时、准备、全面地公开”。", "Broken: “及时、准备、全面地公开”.")],
            Check = context => Confusables.Find(context),
        },
        new()
        {
            Id = "LG-03",
            Severity = Severity.Warning,
            Sentence = ("正文的汉语句子里没有孤立的英文单词、乱码和控制字符；通行的缩写、网址、邮箱不算。",
                "There are no isolated English words, garbled or control characters in the Chinese sentences of the text; common abbreviations, addresses of web sites and e-mail do not count."),
            Basis = Standards + ("、第十一条", " and Article 11"),
            Examples = [("成立：“开发手机 APP，支持 IPv6 访问”。", "Holds: “开发手机 APP，支持 IPv6 访问”."), ("不成立：“新时代中国特色社会主义思想 and 党的十九大精神”。", "Broken: “新时代中国特色社会主义思想 and 党的十九大精神”.")],
            Check = context => ForeignText.Find(context),
        },
        new()
        {
            Id = "LG-04",
            Severity = Severity.Notice,
            Sentence = ("标点正确：“等”前不用顿号，没有相叠的点号，引号和书名号成对，一段话以句末标点收尾，句号不误断。",
                "The punctuation is right: no “、” before “等”, no stacked stops, quotation marks and title marks in pairs, a final mark at the end of a paragraph, no full stop in mid-sentence."),
            Basis = ("《标点符号用法》（GB/T 15834—2011）", "General Rules for Punctuation (GB/T 15834-2011)"),
            Examples = [("成立：“微博、抖音号等”。", "Holds: “微博、抖音号等”."), ("不成立：“微博、抖音号、等”。", "Broken: “微博、抖音号、等”.")],
            Check = context => PunctuationFaults.Find(context),
        },
        new()
        {
            Id = "LG-05",
            Severity = Severity.Warning,
            Sentence = ("同一事物在全文只用一种名称。", "One thing has one name throughout."),
            Basis = Standards,
            Examples = [("成立：全文都写“政务公开日”。", "Holds: “政务公开日” all through the text."), ("不成立：一处写“政务公开日”，一处写“政务活动日”。", "Broken: “政务公开日” in one place and “政务活动日” in another.")],
            Check = context => Usages.Find(context),
        },
        new()
        {
            Id = "LG-06",
            Severity = Severity.Error,
            NeverWaived = true,
            Sentence = ("年报里没有密级标志、居民身份证号、银行卡号、人员名单（错误），也没有手机号码、住址、护照号一类（警告）；机关的办公电话和公开邮箱不算。",
                "The report has no secrecy marks, identity numbers, bank card numbers or lists of people (errors), and no mobile numbers, home addresses, passport numbers and the like (warnings); office telephones and public e-mail addresses of the body do not count."),
            Basis = ("《政府信息公开条例》第十四条、第十五条；《个人信息保护法》第二十八条；《保守国家秘密法》",
                "Regulation on Government Information Disclosure, Articles 14 and 15; Personal Information Protection Law, Article 28; Law on Guarding State Secrets"),
            Examples = [("成立：写明咨询电话0391-0000000（办公电话）。", "Holds: the telephone for enquiries is 0391-0000000 (an office telephone)."), ("不成立：正文写有申请人的居民身份证号。", "Broken: the text has an applicant's identity number."), ("不成立：文首印着“机密★一年”。", "Broken: “机密★一年” is printed at the head.")],
            Check = context => PrivateMatters.Find(context),
        },
        new()
        {
            Id = "LG-07",
            Severity = Severity.Notice,
            Sentence = ("句子成分齐全：“于”字后面有时间或处所。", "Sentences are complete: “于” is followed by a time or a place."),
            Basis = Standards,
            Examples = [("成立：“我局于6月新建了官方微信平台”。", "Holds: “我局于6月新建了官方微信平台”."), ("不成立：“我局于新建了官方微信平台”。", "Broken: “我局于新建了官方微信平台”.")],
            Check = context => MissingParts.Find(context),
        },
    ];
}
