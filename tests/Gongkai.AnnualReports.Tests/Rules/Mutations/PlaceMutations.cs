namespace Gongkai.AnnualReports.Tests.Rules.Mutations;

/// <summary>日期、年份、地名、机关名称、旧规定，各写坏一处。报告当作弥勒市（532504）的。</summary>
internal static class PlaceMutations
{
    private static readonly string[] Cities =
    [
        "随州市", "襄阳市", "焦作市", "阜新市", "淮安市", "洛阳市", "绵阳市", "桂林市", "遵义市", "咸阳市", "泉州市", "赣州市", "大庆市", "唐山市", "保定市", "芜湖市", "嘉兴市", "湛江市", "酒泉市", "西宁市",
        "武陟县", "徐闻县", "抚松县", "桃江县", "昌图县", "上街区", "洪泽区", "湖北省", "河南省", "辽宁省",
    ];

    private static readonly string[] Sites = ["随州", "焦作", "阜新", "洛阳", "绵阳", "遵义", "泉州", "赣州", "大庆", "湛江"];

    private static readonly string[] OldCaptions = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "其他对外管理服务事项", "采购项目数量"];

    private static readonly string[] OldRules = ["国务院令第492号", "三需要", "自身生产、生活、科研等特殊需要", "15个工作日内予以答复", "15个工作日内答复"];

    /// <param name="year">报告年度。</param>
    /// <param name="is2021">2021年格式。</param>
    public static IEnumerable<Mutation> All(int year, bool is2021) =>
    [
        .. Cities.Select(city => Added($"正文写着{city}", "DT-07", $"结合{city}实际，细化公开目录。")),
        .. Sites.Select(site => Added($"正文写着{site}政务网", "DT-07", $"发挥{site}政务网的主渠道作用。")),
        .. Cities.Take(20).Select(city => Added($"正文写着{city}的局", "DT-06", $"发挥{city}文化和旅游局网站的主渠道作用。")),
        .. Cities.Take(8).Select(city => Signed($"{city}的局落款", "DT-06", city + "文化和旅游局", new DateOnly(year + 1, 1, 20))),
        .. new[] { "体育局", "教育局", "财政局", "司法局" }.Select(organ => Signed($"{organ}落款", "DT-13", "澄浦市" + organ, new DateOnly(year + 1, 1, 20))),
        .. new[] { "文化旅游局", "文化与旅游局", "文化广电和旅游局", "文化和旅游体育局" }.Select(organ => Added($"又称{organ}", "DT-13", $"澄浦市{organ}组织开展培训。")),
        .. new[] { "我县", "我区", "我旗", "我盟" }.Select(self => Added($"自称{self}", "DT-08", $"不断提高{self}政务公开水平。")),
        .. new[] { year - 5, year - 4, year - 3, year - 2, year + 2, year + 3, year + 4 }.Select(other => Added($"正文写{other}年", "DT-04", $"{other}年，我局组织培训3次。")),
        Added($"把{year + 1}年当本年", "DT-04", $"{year + 1}年，我局组织培训3次。"),
        .. new[] { -2, -1, 0, 2, 3 }.Select(years => Signed($"落款{year + years}年", "DT-01", "澄浦市文化和旅游局", new DateOnly(year + years, 1, 22))),
        .. Enumerable.Range(2, 11).Select(month => Signed($"落款{month}月", "DT-02", "澄浦市文化和旅游局", new DateOnly(year + 1, month, 5))),
        .. new[] { -2, -1, 1 }.Select(years => Replaced($"期限{year + years}年", "DT-03", $"{year}年1月1日至{year}年12月31日", $"{year + years}年1月1日至{year + years}年12月31日")),
        .. new[] { -1, 1 }.Select(years => Replaced($"期限起于{year + years}年", "DT-03", $"{year}年1月1日至", $"{year + years}年1月1日至")),
        .. OldRules.Select(old => Added($"引用{old}", "DT-05", $"按照“{old}”的要求办理申请。")),
        Added("引用另一份格式文件", "DT-10", is2021 ? "按照国办公开办函〔2019〕60号编制。" : "按照国办公开办函〔2021〕30号编制。"),
        .. is2021 ? OldCaptions.Select(old => Added($"用语{old}", "DT-11", $"全年{old}见表二。")) : [],
        new Mutation("没有落款", "DT-12") { Report = report => report.SignedBy(null, null) },
        new Mutation("正文写他人编制", "DT-06") { Report = report => report.Preamble($"由澄浦市体育局编制本报告。数据统计期限为{year}年1月1日至{year}年12月31日。") },
    ];

    private static Mutation Added(string what, string rule, string text) => new(what, rule) { Report = report => report.Append(1, text) };

    private static Mutation Replaced(string what, string rule, string old, string text) => new(what, rule) { Report = report => report.Replace(old, text) };

    private static Mutation Signed(string what, string rule, string agency, DateOnly date) => new(what, rule) { Report = report => report.SignedBy(agency, date) };
}
