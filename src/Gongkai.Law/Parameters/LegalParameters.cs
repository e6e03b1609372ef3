using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law.Citations;

namespace Gongkai.Law.Parameters;

/// <summary>法定期限的种类。</summary>
public enum LegalPeriodId
{
    /// <summary>答复期限，自收到申请次日起。</summary>
    Answer,

    /// <summary>延长答复的最长期限。</summary>
    AnswerExtension,

    /// <summary>告知补正的期限，自收到申请次日起。</summary>
    CorrectionNotice,

    /// <summary>第三方提出意见的期限，自收到征求意见书次日起。</summary>
    ThirdPartyOpinion,

    /// <summary>共同制作机关提出意见的期限。</summary>
    JointMakerOpinion,

    /// <summary>主动公开的期限，自信息形成或者变更次日起。</summary>
    ActiveDisclosure,

    /// <summary>缴纳信息处理费的期限，自收到收费通知次日起。</summary>
    FeePayment,

    /// <summary>申请行政复议的期限。</summary>
    Reconsideration,

    /// <summary>直接提起行政诉讼的期限。</summary>
    Litigation,

    /// <summary>不服复议决定提起诉讼的期限。</summary>
    LitigationAfterReconsideration,

    /// <summary>处罚决定被变更、撤销、确认违法或者无效后撤回的期限。</summary>
    PenaltyWithdrawal,

    /// <summary>预算、决算经批准（批复）后公开的期限。</summary>
    BudgetDisclosure,
}

/// <summary>每年的法定日子。</summary>
public enum YearlyDeadlineId
{
    /// <summary>部门提交并公布上一年度报告的最后一日（含）。</summary>
    DepartmentReport,

    /// <summary>县级以上地方政府公布上一年度报告的最后一日（含）。</summary>
    GovernmentReport,
}

/// <summary>自某日起实行的规则。</summary>
public enum LegalRuleId
{
    /// <summary>不予公开的，先申请行政复议，再提起行政诉讼。</summary>
    ReviewFirst,
}

/// <summary>期限的单位。</summary>
public enum PeriodUnit
{
    /// <summary>工作日。</summary>
    Workday,

    /// <summary>自然日。</summary>
    Day,

    /// <summary>月。</summary>
    Month,
}

/// <summary>一项法定期限。</summary>
/// <param name="Length">长度。</param>
/// <param name="Unit">单位。</param>
/// <param name="Validity">这样规定的期间。</param>
/// <param name="Basis">依据。</param>
public sealed record LegalPeriod(int Length, PeriodUnit Unit, Validity Validity, Citation Basis);

/// <summary>某一年的一个法定日子。</summary>
/// <param name="Date">最后一日（含），自然日，不因节假日顺延。</param>
/// <param name="Basis">依据。</param>
public sealed record YearlyDeadline(DateOnly Date, Citation Basis);

/// <summary>法定参数：期限、每年的日子、自某日起实行的规则，都按日期取值。</summary>
public static class LegalParameters
{
    private static readonly ImmutableArray<Row> Rows = [.. DatedTable.Read("Parameters/parameters.csv").Select(Row.Of)];

    /// <summary>某日适用的期限；早于第一次规定的，取第一次的规定（看 <see cref="LegalPeriod.Validity"/> 可知当日是否施行）。</summary>
    public static LegalPeriod Period(LegalPeriodId id, DateOnly on)
    {
        var row = Find(id.ToString(), on) ?? Rows.Where(row => row.Is(id.ToString())).MinBy(row => row.Validity.From)!;
        return new LegalPeriod(int.Parse(row.Value!, CultureInfo.InvariantCulture), Enum.Parse<PeriodUnit>(row.Unit, ignoreCase: true), row.Validity, row.Basis);
    }

    /// <summary>某年的这个日子；那时还没有这项规定的为空。</summary>
    public static YearlyDeadline? Deadline(YearlyDeadlineId id, int year) =>
        Find(id.ToString(), new DateOnly(year, 12, 31)) is not { } row ? null
            : new YearlyDeadline(DateOnly.ParseExact($"{year:0000}-{row.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Basis);

    /// <summary>某日是否实行这项规则；实行的给出依据，否则为空。</summary>
    public static Citation? Rule(LegalRuleId id, DateOnly on) => Find(id.ToString(), on)?.Basis;

    private static Row? Find(string key, DateOnly on) =>
        Rows.FirstOrDefault(row => row.Is(key) && row.Validity.Covers(on));

    private sealed record Row(string Key, Validity Validity, string? Value, string Unit, Citation Basis)
    {
        public bool Is(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

        public static Row Of(DatedTable.Row row)
        {
            var validity = new Validity(row.Date("from"), row.DateOrNone("until"));
            var document = LegalDocuments.InForce(row.Text("document"), validity.From)
                ?? throw new InvalidOperationException($"参数 {row.Text("key")} 所依据的文件当时没有施行。");
            return new Row(row.Text("key"), validity, row.TextOrNone("value"), row.Text("unit"), document.Article(row.TextOrNone("article")));
        }
    }
}
