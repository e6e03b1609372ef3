using Gongkai.Law.Calendar;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Tests.Process;

/// <summary>内部期限在法定期限以前，按工作日数；只提醒，不改变法定期限。</summary>
public sealed class CaseReminderPlanTests
{
    [Fact]
    public void The_draft_is_due_some_working_days_before_the_answer()
    {
        var plan = new CaseReminderPlan(5, 3);

        // 2025-02-08 是调休上班的星期六：往前数也算。
        plan.DraftBy(CaseStage.Processing, Awaited.Agency, new(2025, 2, 10), WorkingCalendar.National).ShouldBe(new DateOnly(2025, 1, 27));
        plan.DraftBy(CaseStage.InReview, Awaited.Agency, new(2025, 2, 10), WorkingCalendar.National).ShouldBeNull("送审了。");
        plan.DraftBy(CaseStage.Processing, Awaited.Others, null, WorkingCalendar.National).ShouldBeNull();
        plan.DraftBy(CaseStage.AwaitingCorrection, Awaited.Applicant, new(2025, 2, 10), WorkingCalendar.National).ShouldBeNull("等申请人的，不是本机关的期限。");
        (plan with { DraftDays = 0 }).DraftBy(CaseStage.Processing, Awaited.Agency, new(2025, 2, 10), WorkingCalendar.National).ShouldBeNull();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Near_is_from_so_many_days_left_to_the_last_day(int left, bool near) => new CaseReminderPlan(5, 3).IsNear(left).ShouldBe(near);

    [Theory]
    [InlineData(null, null, 5, 3)]
    [InlineData("7", "0", 7, 0)]
    [InlineData("21", "三", 5, 3)]
    public void What_is_not_set_or_not_a_number_is_the_standard(string? draft, string? remind, int draftDays, int remindDays) => CaseReminderPlan.Of(draft, remind).ShouldBe(new CaseReminderPlan(draftDays, remindDays));

    [Fact]
    public void A_case_is_handed_to_another_only_with_the_reason()
    {
        var processing = InventedCase.Processing("2025-01-24");
        var command = new CaseCommand
        {
            Action = CaseAction.Reassign, Role = CaseRole.OfficeHead, By = InventedCase.Head, At = Law.LegalTime.StartOf(new(2025, 2, 6)).AddHours(9), On = new(2025, 2, 6), Details = new() { Assignee = InventedCase.Handler },
        };

        CaseDecisions.Decide(processing.State, command, processing.Facts).Refusal!.Reason.ShouldContain("缘由");
        CaseDecisions.Decide(processing.State, command with { Details = command.Details with { Text = "经办人休假" } }, processing.Facts).Succeeded.ShouldBeTrue();
    }
}
