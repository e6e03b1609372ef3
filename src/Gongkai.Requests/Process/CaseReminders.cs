using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;

namespace Gongkai.Requests.Process;

/// <summary>
/// 提醒谁、什么时候提醒：一件申请的一个最后一日，每种提醒只一次；最后一日变了（延期、补正、节假日的通知），照新的重新提醒。
/// 等申请人、等第三方的不提醒，办结了的不提醒：那时没有本机关的期限在走。
/// </summary>
public static class CaseReminders
{
    /// <summary>申请的各种期限提醒，先轻后重。</summary>
    public static ImmutableArray<NoticeKind> Kinds { get; } = [NoticeKind.CaseDraftDue, NoticeKind.CaseNearDue, NoticeKind.CaseDueToday, NoticeKind.CaseOverdue];

    /// <summary>今天该提醒的；没有的是空的。</summary>
    /// <param name="plan">设定的天数。</param>
    /// <param name="due">最后一日（含）；停着的、没有的为空。</param>
    /// <param name="told">照这个最后一日已经提醒过的。</param>
    public static ImmutableArray<NoticeKind> Due(CaseReminderPlan plan, CaseStage stage, Awaited awaited, DateOnly? due, DateOnly today, WorkingCalendar calendar, IReadOnlySet<NoticeKind> told)
    {
        if (awaited != Awaited.Agency || due is not { } last || !CaseProcess.Open.Contains(stage)) return [];
        var reached = ImmutableArray.CreateBuilder<NoticeKind>();
        // 逾期的、当天到期的，不再补说快到期、到了内部期限：说最要紧的一句。
        if (today > last) reached.Add(NoticeKind.CaseOverdue);
        else if (today == last) reached.Add(NoticeKind.CaseDueToday);
        else
        {
            if (plan.DraftBy(stage, awaited, due, calendar) <= today) reached.Add(NoticeKind.CaseDraftDue);
            if (plan.IsNear(calendar.WorkdaysLeft(last, today))) reached.Add(NoticeKind.CaseNearDue);
        }

        return [.. reached.Where(kind => !told.Contains(kind))];
    }

    /// <summary>除了经办的人，还告诉本单位的哪些角色：逾期的，公开机构负责人和分管领导；没有交办的，公开机构负责人。</summary>
    public static ImmutableArray<Role> Roles(NoticeKind kind, bool isAssigned) =>
        kind == NoticeKind.CaseOverdue ? [Role.DisclosureOfficeHead, Role.DeputyLeader] : isAssigned ? [] : [Role.DisclosureOfficeHead];
}
