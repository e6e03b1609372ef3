using Gongkai.Law.Calendar;
using Gongkai.Law.Parameters;

namespace Gongkai.Law.Clocks;

/// <summary>申请办理中的其他期限：都是自某日次日起的若干工作日，长度按当日的法定参数。</summary>
public static class OtherClocks
{
    /// <summary>告知补正的最后一日（含），自收到申请起（第三十条）。</summary>
    public static WorkdayDate CorrectionNoticeDue(DateOnly received, WorkingCalendar calendar) => Due(LegalPeriodId.CorrectionNotice, received, calendar);

    /// <summary>第三方提出意见的最后一日（含），自送达起（第三十二条）；没有送达不起算。</summary>
    public static WorkdayDate ThirdPartyDue(DateOnly delivered, WorkingCalendar calendar) => Due(LegalPeriodId.ThirdPartyOpinion, delivered, calendar);

    /// <summary>共同制作机关提出意见的最后一日（含），自收到征求意见起（第三十四条）。</summary>
    public static WorkdayDate JointMakerDue(DateOnly delivered, WorkingCalendar calendar) => Due(LegalPeriodId.JointMakerOpinion, delivered, calendar);

    /// <summary>缴纳信息处理费的最后一日（含），自收到收费通知起。</summary>
    public static WorkdayDate FeeDue(DateOnly noticeReceived, WorkingCalendar calendar) => Due(LegalPeriodId.FeePayment, noticeReceived, calendar);

    /// <summary>主动公开的最后一日（含），自信息形成或者变更起（第二十六条）。</summary>
    public static WorkdayDate ActiveDisclosureDue(DateOnly formed, WorkingCalendar calendar) => Due(LegalPeriodId.ActiveDisclosure, formed, calendar);

    private static WorkdayDate Due(LegalPeriodId id, DateOnly from, WorkingCalendar calendar) =>
        calendar.AddWorkdays(from, LegalParameters.Period(id, from).Length);
}
