namespace Gongkai.Organisations.People;

/// <summary>提醒的种类：告诉工作人员的一件事。存的是名字，不再改变。</summary>
public enum NoticeKind
{
    /// <summary>申请到了内部期限，答复还没有送审。</summary>
    CaseDraftDue,

    /// <summary>申请快到期。</summary>
    CaseNearDue,

    /// <summary>申请今天到期。</summary>
    CaseDueToday,

    /// <summary>申请逾期。</summary>
    CaseOverdue,

    /// <summary>所关注的申请办到了下一步。</summary>
    CaseMoved,

    /// <summary>年报快到期。</summary>
    ReportNearDue,

    /// <summary>年报今天到期。</summary>
    ReportDueToday,

    /// <summary>年报逾期。</summary>
    ReportOverdue,

    /// <summary>主管部门催报年报。</summary>
    ReportUrged,
}

/// <summary>提醒的种类的说法。</summary>
public static class NoticeKinds
{
    /// <summary>说法。</summary>
    public static string Caption(this NoticeKind kind) => kind switch
    {
        NoticeKind.CaseDraftDue => "申请到了内部期限还没有送审",
        NoticeKind.CaseNearDue => "申请快到期",
        NoticeKind.CaseDueToday => "申请今天到期",
        NoticeKind.CaseOverdue => "申请逾期",
        NoticeKind.CaseMoved => "关注的申请有进展",
        NoticeKind.ReportNearDue => "年报快到期",
        NoticeKind.ReportDueToday => "年报今天到期",
        NoticeKind.ReportOverdue => "年报逾期",
        NoticeKind.ReportUrged => "主管部门催报年报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
