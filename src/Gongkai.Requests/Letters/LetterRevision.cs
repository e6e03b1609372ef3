using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Requests.Letters;

/// <summary>一个单位改写一种文书：写什么都行，必有的项、救济一段不能少，不认得的项不能有。</summary>
public static class LetterRevision
{
    /// <summary>标题、一段至多几个字，至多几段。</summary>
    public const int LongestTitle = 60, LongestParagraph = 1000, MostParagraphs = 30;

    /// <summary>救济一段的项。</summary>
    public const string Remedy = "救济";

    /// <summary>遮盖说明的项：有遮盖的才填，所以可以空着，但不能没有。</summary>
    public const string Covered = "遮盖说明";

    private const string CoveredIfAny = Covered + "?";

    // 案件里总有的，哪种文书都可以写。
    private static readonly string[] Always = ["收到日", "案号", "日期", "申请内容", "查询码"];

    /// <summary>改写好的样子；少了什么、多了什么，说出是哪一项。</summary>
    /// <param name="standard">标准的样子。</param>
    /// <param name="title">标题。</param>
    /// <param name="text">正文，一行一段。</param>
    public static Outcome<LetterTemplate> Of(LetterTemplate standard, string title, string text)
    {
        ImmutableArray<string> paragraphs = [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle || title.Contains('{', StringComparison.Ordinal)) return new Refusal($"标题要写，不超过 {LongestTitle} 个字，里面没有要填的项。");
        if (paragraphs.IsEmpty || paragraphs.Length > MostParagraphs) return new Refusal($"正文要写，一行一段，不超过 {MostParagraphs} 段。");
        if (paragraphs.FirstOrDefault(paragraph => paragraph.Length > LongestParagraph) is { } longest) return new Refusal($"一段不超过 {LongestParagraph} 个字，“{longest[..20]}……”有 {longest.Length} 个。");
        var revised = standard with { Title = title.Trim(), Paragraphs = paragraphs };
        if (paragraphs.FirstOrDefault(paragraph => LetterTemplate.Fill(paragraph, _ => "").IndexOfAny(['{', '}']) >= 0) is { } odd) return new Refusal($"花括号不成对：“{(odd.Length > 30 ? $"{odd[..30]}……" : odd)}”。");
        if (revised.AllFields.Except([.. standard.AllFields, .. Always]).FirstOrDefault() is { } unknown) return new Refusal($"“{{{unknown}}}”不是这种文书能填的项；能填的有：{string.Join("、", standard.AllFields.Union(Always))}。");
        if (standard.Fields.Contains(Remedy) && !paragraphs.Contains($"{{{Remedy}}}")) return new Refusal("少了救济一段：要有一段只写“{救济}”，告诉申请人不服的怎样复议、诉讼。");
        if (standard.AllFields.Contains(CoveredIfAny) && !revised.AllFields.Contains(CoveredIfAny)) return new Refusal("少了遮盖说明：要有“{遮盖说明?}”，附的文件有遮盖的，在这里写明遮了几处、为什么；没有遮盖的自会空着。");
        var missing = standard.Fields.Except(revised.Fields).ToList();
        return missing.Count > 0 ? new Refusal($"少了必有的项：{string.Join("、", missing.Select(field => $"{{{field}}}"))}。") : revised;
    }
}

/// <summary>举例用的各项：改写文书时先看看填好是什么样。</summary>
public static class LetterExamples
{
    /// <summary>各项的例子，键是项的名字；人、事都是编的。</summary>
    public static ImmutableDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["收到日"] = "2026年3月3日", ["案号"] = "2026-0012", ["日期"] = "2026年3月5日", ["申请内容"] = "2025年文化场馆免费开放补助的发放名册", ["查询码"] = "SQ23456789AB", ["期限"] = "2026年3月31日", ["补正期限"] = "2026年3月25日",
        ["延长天数"] = "20", ["事项"] = "一、补助是哪一批\n二、要纸质件还是电子件", ["理由"] = "涉及的名册分散在几个科室，需要汇集", ["途径"] = "本机关网站“法定主动公开内容”栏目", ["依据"] = "《政府信息公开条例》第十五条", ["情形"] = "损害第三方合法权益",
        ["检索"] = "在档案室、办公系统，以“补助、名册”检索", ["在先案号"] = "2025-0031", ["金额"] = "700", ["算法"] = "第31至100页每页10元计700元", ["缴纳方式"] = "凭本通知到政务服务大厅缴费窗口缴纳", ["内容"] = "补助的对象与金额",
        [LetterRevision.Covered] = "遮盖说明：“名册.pdf”遮盖 3 处：个人隐私 3 处（《政府信息公开条例》第十五条）。",
        [LetterRevision.Remedy] = "如对上述处理不服，可以自收到本文书之日起60日内向云泽市人民政府申请行政复议，也可以自收到本文书之日起6个月内向有管辖权的人民法院提起行政诉讼。",
    }.ToImmutableDictionary();
}
