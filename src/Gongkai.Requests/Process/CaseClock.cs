using Gongkai.Law.Clocks;

namespace Gongkai.Requests.Process;

/// <summary>
/// 一件申请的期限所凭的全部日子，没有一个字是申请人写的：所以可以明着存在清单的一行里，日历变了，不拆案卷就能重算。
/// </summary>
/// <param name="Facts">答复期限所凭的事实。</param>
/// <param name="CorrectionUntil">等补正的，补正期限的最后一日（含）；不在等的为空。</param>
/// <param name="IsFeeDue">收费通知发出了，还没有缴清。</param>
/// <param name="FeeTold">收费通知送达之日；没有送达的为空。</param>
public sealed record CaseClock(ClockFacts Facts, DateOnly? CorrectionUntil, bool IsFeeDue, DateOnly? FeeTold)
{
    /// <summary>责令重新答复的，文书写明的最后一日（含）；不是的、没有写明的为空。</summary>
    public DateOnly? OrderedUntil { get; init; }

    /// <summary>由办到了哪里取出；还没有收到的、已经办结的没有期限，为空。</summary>
    public static CaseClock? Of(CaseState state) => state.Facts is not { } facts || !state.IsOpen ? null
        : new CaseClock(facts, state.Stage == CaseStage.AwaitingCorrection ? state.CorrectionUntil : null, state.IsFeeDue, state.IsFeeDue ? state.Fee!.Delivered : null) { OrderedUntil = state.OrderedUntil };
}
