using Gongkai.Law;
using Gongkai.Requests.Counting;

namespace Gongkai.Requests.Remedies;

/// <summary>一件申请的复议、诉讼登记得对不对：先后、日期。条例第五十一条。</summary>
public static class RemedyDecisions
{
    private const string Reconsideration = "reconsideration", AfterReconsideration = "litigationAfterReconsideration";

    /// <summary>不能登记的理由；可以的为空。</summary>
    /// <param name="remedy">要登记的。</param>
    /// <param name="earlier">这一件已经登记的。</param>
    /// <param name="received">收到申请之日；还没有收到的为空。</param>
    public static Refusal? Refuse(CountedRemedy remedy, IReadOnlyCollection<CountedRemedy> earlier, DateOnly? received)
    {
        if (remedy.FiledOn < received) return new Refusal($"{remedy.FiledOn:yyyy-MM-dd} 早于收到申请之日 {received:yyyy-MM-dd}。");
        if (remedy.Row == AfterReconsideration && !earlier.Any(one => one.Row == Reconsideration && one.ResultOn <= remedy.FiledOn)) return new Refusal("“行政诉讼（复议后起诉）”之前，要有一笔审结了的行政复议；没有复议过的，选“未经复议直接起诉”。");
        return remedy.Row == Reconsideration && earlier.Any(one => one.Row == Reconsideration && one.ResultOn is null) ? new Refusal("这一件已经有一笔还没有审结的行政复议。") : null;
    }

    /// <summary>不能记这个结果的理由；可以的为空。</summary>
    /// <param name="filedOn">申请、起诉之日。</param>
    /// <param name="resultOn">审结之日。</param>
    /// <param name="redoUntil">责令重新答复的，到哪一天；没有责令的为空。</param>
    public static Refusal? RefuseResult(DateOnly filedOn, DateOnly resultOn, DateOnly? redoUntil, DateOnly today) =>
        resultOn > today ? new Refusal($"审结之日 {resultOn:yyyy-MM-dd} 在今天以后。")
        : resultOn < filedOn ? new Refusal($"审结之日早于申请、起诉之日 {filedOn:yyyy-MM-dd}。")
        : redoUntil < resultOn ? new Refusal("责令重新答复的期限早于审结之日。")
        : null;
}
