namespace Gongkai.AnnualReports.Rules;

/// <summary>要同登记簿或业务系统比较的规则：只凭报告不可判。</summary>
internal static class Registers
{
    public static Verdict NotGiven(Bilingual register) => Verdict.NotAssessable(Say($"要与{register}比较，这里没有它的数据", $"it must be compared with {register}, whose data are not at hand"));

    /// <summary>无论报告写什么，没有登记簿就不可判。</summary>
    public static Func<CheckContext, IEnumerable<Verdict>> Await(Bilingual register) => _ => [NotGiven(register)];
}
