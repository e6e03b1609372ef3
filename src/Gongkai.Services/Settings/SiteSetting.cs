using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Law;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Opinions;
using Gongkai.Publication.Submissions;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Settings;

/// <summary>运行中可以改的一项设置，属于整个网站；没有设的用配置文件里的，再没有用默认的。</summary>
/// <param name="Name">名称，存在库里，不再改变。</param>
/// <param name="Configured">配置文件里的写法；不在配置文件里的为空。</param>
/// <param name="Caption">说法。</param>
/// <param name="Hint">怎样写。</param>
public sealed partial record SiteSetting(string Name, string? Configured, string Caption, string? Hint)
{
    private const int Longest = 200, MostOpinionDays = 366;

    /// <summary>全部，按显示的次序。</summary>
    public static ImmutableArray<SiteSetting> All { get; } =
    [
        new("site.name", "Site:Name", "网站名称", "页眉、标题和网页标签用的。"),
        new("site.sponsor", "Site:Sponsor", "主办单位", null),
        new("site.operator", "Site:Operator", "承办单位", null),
        new("site.contact", "Site:Contact", "联系方式", "一句话，显示在页脚。"),
        new("site.identity-code", "Site:IdentityCode", "网站标识码", "十位数字，或者 bm 加八位数字。"),
        new("site.icp-record", "Site:IcpRecord", "ICP 备案号", null),
        new("site.public-security-record", "Site:PublicSecurityRecord", "公网安备号", null),
        new("site.fault-report-address", "Site:FaultReportAddress", "“政府网站找错”的网址", "写完整的网址，以 https:// 开头。"),
        new(SubmissionPoints.SettingName, null, "信息报送的计分", $"没有设的是“{SubmissionPoints.Standard}”：报一条几分，被采用再加几分。"),
        new(IndexPatternName, null, "索引号的样式", $"没有设的是 {IndexPattern.Standard}；可用 {{机构代码}}、{{信用代码}}、{{短码}}、{{年}}、{{月}}、{{流水:n}}。已经分配的索引号不变。"),
        new(OpinionDaysName, null, "征求意见最少几天", $"规章、规范性文件、重大行政决策的草案，首尾两日都算；没有设的 {OpinionDecisions.DefaultMinimum} 天。本地另有规定的，照本地的填。"),
        new(CaseReminderPlan.DraftDaysName, null, "申请的内部期限", $"答复至迟在法定期限以前几个工作日拟好送审；没有设的 {CaseReminderPlan.Standard.DraftDays} 个。写 0 是不设内部期限。"),
        new(CaseReminderPlan.RemindDaysName, null, "申请快到期的提醒", $"还剩几个工作日起，在工作台上提醒；没有设的 {CaseReminderPlan.Standard.RemindDays} 个。"),
        new(Retention.SettingName, null, "申请案卷保管几年", $"自办结的第二年一月一日起算，过了的可以抹去；没有设的 {Retention.Standard} 年。"),
        new(WithdrawnWays.SettingName, null, "撤回的申请计不计入表三", "写“计入”（其他处理的“其他”）或者“不计入”（当年收到又撤回的，新收也不计）；没有设的是计入。照主管部门的口径填；定下了的年度不变。"),
        new(ClaimClock.CorrectionDaysName, null, "更正申请几个工作日办完", $"条例第四十一条没有规定期限，这是本机关自己定的；没有设的 {ClaimClock.Standard} 个，比照答复申请的期限。已经登记的不变。"),
        new(ClaimClock.ComplaintDaysName, null, "投诉举报几个工作日办完", $"条例第四十七条没有规定期限，这是本机关自己定的；没有设的 {ClaimClock.Standard} 个。已经登记的不变。"),
        new(PushTargets.SettingName, null, "准许推送到的内网", "渠道账号的网址推送只到公网；要推送到内网的，写地址或者网段，例如 10.1.2.0/24，几个用顿号隔开。空着是都不准。"),
    ];

    /// <summary>征求意见最少几天的名称。</summary>
    public const string OpinionDaysName = "opinions.minimum-days";

    /// <summary>索引号样式的名称。</summary>
    public const string IndexPatternName = "index-number.pattern";

    /// <summary>按名称找。</summary>
    public static SiteSetting Of(string name) => All.First(setting => setting.Name == name);

    /// <summary>值不对的，说明为什么；可以的为空。</summary>
    public Refusal? Fault(string value)
    {
        if (value.Length > Longest) return new Refusal($"“{Caption}”不超过 {Longest} 个字。");
        if (value.Any(char.IsControl)) return new Refusal($"“{Caption}”里有看不见的字符。");
        return Name switch
        {
            "site.identity-code" when !IdentityCode().IsMatch(value) => new Refusal($"网站标识码应为十位数字，或者 bm 加八位数字，现在是“{value}”。"),
            "site.fault-report-address" when !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") => new Refusal($"“政府网站找错”要写完整的网址，现在是“{value}”。"),
            IndexPatternName => IndexPattern.Parse(value).Refusal,
            OpinionDaysName when OpinionDays(value) is null => new Refusal($"征求意见最少几天要写 1 到 {MostOpinionDays} 的数，现在是“{value}”。"),
            SubmissionPoints.SettingName => SubmissionPoints.Parse(value).Refusal,
            CaseReminderPlan.DraftDaysName or CaseReminderPlan.RemindDaysName when CaseReminderPlan.Days(value) is null => new Refusal($"“{Caption}”写 0 到 {CaseReminderPlan.MostDays} 的数，现在是“{value}”。"),
            Retention.SettingName when Retention.Parse(value) is null => new Refusal($"申请案卷保管几年要写 1 到 100 的数，现在是“{value}”。"),
            WithdrawnWays.SettingName when WithdrawnWays.Parse(value) is null => new Refusal($"“{Caption}”写“计入”或者“不计入”，现在是“{value}”。"),
            ClaimClock.CorrectionDaysName or ClaimClock.ComplaintDaysName when ClaimClock.Parse(value) is null => new Refusal($"“{Caption}”写 1 到 {ClaimClock.Most} 的数，现在是“{value}”。"),
            PushTargets.SettingName => PushTargets.Parse(value).Refusal,
            _ => null,
        };
    }

    /// <summary>写的天数；不是的为空。</summary>
    internal static int? OpinionDays(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostOpinionDays ? days : null;

    [GeneratedRegex("^(?:[0-9]{10}|bm[0-9]{8})$", RegexOptions.NonBacktracking)]
    private static partial Regex IdentityCode();
}
