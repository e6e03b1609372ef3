using Gongkai.Law.Calendar;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Remedies;

namespace Gongkai.Requests.Tests.Remedies;

/// <summary>复议、诉讼登记的先后；责令重新答复的一件：期限照责令的，照常审查，不另计申请。</summary>
public sealed class RedoTests
{
    [Fact]
    public void A_redo_has_its_ordered_period_goes_through_the_whole_review_and_counts_in_no_year()
    {
        var redo = Opened("2025-06-02", "2025-06-16");
        (redo.State.Stage, redo.Deadline.Due, redo.State.RedoOf).ShouldBe((CaseStage.Processing, new DateOnly(2025, 6, 16), "2024-0007"));
        redo.Do(CaseAction.ConsultThirdParty, "2025-06-03", new() { Party = "某公司" });
        redo.Deadline.ShouldSatisfyAllConditions(deadline => deadline.Due.ShouldBe(new DateOnly(2025, 6, 16), "判决写明的期限，征求意见不使它往后。"), deadline => deadline.Awaited.ShouldBe(Awaited.Agency));
        redo.Do(CaseAction.EndConsultation, "2025-06-05", new() { Consultation = 1, Opinion = Opinion.Agrees });
        redo.Try(CaseAction.SendAnswer, "2025-06-06", new() { Number = "1号" }).Succeeded.ShouldBeFalse("没有审查，不能发出。");
        redo.Answer("2025-06-10", InventedCase.Draft(CaseOutcome.Granted));
        (redo.State.Outcome, redo.State.Counted).ShouldBe((CaseOutcome.Granted, null));
        Opened("2025-06-02", null).Deadline.Due.ShouldBe(InventedCase.Processing("2025-06-02").Deadline.Due, "没有写明期限的，照二十个工作日。");
    }

    [Fact]
    public void No_year_however_settled_is_moved_by_a_redo_and_nobody_opens_one_by_a_form()
    {
        var settled = new CaseFacts { Calendar = WorkingCalendar.National, LockedYears = [2024, 2025] };
        Opened("2025-06-02", "2025-06-16", settled).Do(CaseAction.Withdraw, "2025-06-03", new() { Evidence = "撤回书" }, CaseRole.Handler).State.IsOpen.ShouldBeFalse();
        foreach (var role in Enum.GetValues<CaseRole>().Where(role => role != CaseRole.System))
            new InventedCase().Try(CaseAction.OpenRedo, "2025-06-02", Details(null), role).Succeeded.ShouldBeFalse(role.ToString());
        new InventedCase().Try(CaseAction.OpenRedo, "2025-06-02", Details(null) with { RedoOf = null }, CaseRole.System).Refusal!.Reason.ShouldContain("RQ-18");
        new InventedCase().Try(CaseAction.OpenRedo, "2025-06-02", Details("2025-06-01"), CaseRole.System).Refusal!.Reason.ShouldContain("RQ-17");
    }

    [Fact]
    public void Litigation_after_review_needs_a_review_that_has_ended_and_dates_follow_each_other()
    {
        var (received, filed) = (new DateOnly(2025, 3, 3), new DateOnly(2025, 5, 1));
        CountedRemedy Of(string row, DateOnly on, DateOnly? ended = null) => new(row, on, ended is null ? null : "upheld", ended);

        RemedyDecisions.Refuse(Of("reconsideration", filed), [], received).ShouldBeNull();
        RemedyDecisions.Refuse(Of("reconsideration", received.AddDays(-1)), [], received)!.Reason.ShouldContain("早于收到");
        RemedyDecisions.Refuse(Of("reconsideration", filed), [Of("reconsideration", filed)], received)!.Reason.ShouldContain("还没有审结");
        RemedyDecisions.Refuse(Of("litigationAfterReconsideration", filed.AddDays(60)), [], received)!.Reason.ShouldContain("复议");
        RemedyDecisions.Refuse(Of("litigationAfterReconsideration", filed.AddDays(60)), [Of("reconsideration", filed, filed.AddDays(70))], received).ShouldNotBeNull("复议还没有审结就起诉。");
        RemedyDecisions.Refuse(Of("litigationAfterReconsideration", filed.AddDays(90)), [Of("reconsideration", filed, filed.AddDays(70))], received).ShouldBeNull();
        RemedyDecisions.Refuse(Of("directLitigation", filed), [], null).ShouldBeNull("不答复的，也可以起诉。");
        RemedyDecisions.RefuseResult(filed, filed.AddDays(-1), null, filed)!.Reason.ShouldContain("早于申请");
        RemedyDecisions.RefuseResult(filed, filed.AddDays(1), null, filed)!.Reason.ShouldContain("今天以后");
        RemedyDecisions.RefuseResult(filed, filed, filed.AddDays(-1), filed)!.Reason.ShouldContain("期限早于审结");
    }

    private static CaseDetails Details(string? until) => new() { Number = "2024-0007重1", Text = "云政复〔2025〕3号复议决定", RedoOf = "2024-0007", Until = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };

    private static InventedCase Opened(string on, string? until, CaseFacts? facts = null) =>
        new InventedCase { Facts = facts ?? new() { Calendar = WorkingCalendar.National } }.Do(CaseAction.OpenRedo, on, Details(until), CaseRole.System);
}
