using Gongkai.Law;

namespace Gongkai.Requests.Process;

/// <summary>日历变了，一件的期限重算出来不一样：凭哪份通知，原来是哪一天，现在是哪一天。</summary>
/// <param name="Notice">哪份通知，连同文号。</param>
/// <param name="Before">原来的最后一日（含）。</param>
/// <param name="After">现在的最后一日（含）。</param>
public sealed record DeadlineChange(string Notice, DateOnly? Before, DateOnly? After);

/// <summary>日历变了，逐件重算：每一件由它自己的日子从头算起，不一样的记成它自己的一件事。没有成批挪日期的办法。</summary>
public static class CaseRecomputation
{
    /// <summary>重算一件；算出来一样的为空。</summary>
    /// <param name="stage">走到哪里。</param>
    /// <param name="happened">已经有几件事。</param>
    /// <param name="due">原来的最后一日（含）。</param>
    /// <param name="deadline">照新的日历算出的期限。</param>
    /// <param name="notice">凭哪份通知。</param>
    /// <param name="at">现在。</param>
    public static CaseEvent? Of(CaseStage stage, int happened, DateOnly? due, CaseDeadline deadline, string notice, DateTimeOffset at) => deadline.Due == due ? null : new CaseEvent
    {
        Number = happened + 1, Action = CaseAction.RecomputeDeadline, From = stage, To = stage, Role = CaseRole.System, At = at, On = LegalTime.DateOf(at),
        Details = new CaseDetails { Change = new DeadlineChange(notice, due, deadline.Due) },
    };
}
