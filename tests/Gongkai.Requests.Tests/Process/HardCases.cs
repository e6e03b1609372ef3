using Gongkai.Law.Clocks;
using Gongkai.Law.Fees;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using static Gongkai.Requests.Tests.InventedCase;

namespace Gongkai.Requests.Tests.Process;

/// <summary>难办的情形，各有名字。</summary>
public sealed class HardCases
{
    [Fact]
    public void A_correction_notice_sent_on_the_eighth_day_is_kept_flagged_and_does_not_reset_the_clock()
    {
        // 七个工作日是 2025-02-10。
        var late = Examining("2025-01-24").Do(CaseAction.RequestCorrection, "2025-02-11", new() { Text = "写明是哪一座戏台", Until = new(2025, 2, 28) });
        late.Do(CaseAction.ReceiveCorrection, "2025-02-14");

        late.Deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        late.Deadline.Answer!.Flags.ShouldHaveSingleItem().Kind.ShouldBe(ClockFlagKind.LateCorrectionNotice);
        var inTime = Examining("2025-01-24").Do(CaseAction.RequestCorrection, "2025-02-10", new() { Text = "写明是哪一座戏台", Until = new(2025, 2, 28) });
        inTime.Deadline.ShouldSatisfyAllConditions(deadline => deadline.Awaited.ShouldBe(Awaited.Applicant), deadline => deadline.Due.ShouldBe(new DateOnly(2025, 2, 28)));
        inTime.Do(CaseAction.ReceiveCorrection, "2025-02-14").Deadline.Answer!.Anchor.ShouldBe(new DateOnly(2025, 2, 14));
    }

    [Fact]
    public void An_extension_approved_on_the_last_day_holds_once_told_and_one_told_late_does_not()
    {
        Processing("2025-01-24").Do(CaseAction.ApproveExtension, "2025-02-27", new() { Days = 20, Text = "涉及多个年度的档案" }).Do(CaseAction.NotifyExtension, "2025-02-27")
            .Deadline.Due.ShouldBe(new DateOnly(2025, 3, 27));
        var processing = Processing("2025-01-24").Do(CaseAction.ApproveExtension, "2025-02-27", new() { Days = 20, Text = "涉及多个年度的档案" });
        processing.Deadline.Due.ShouldBe(new DateOnly(2025, 2, 27), "批准了没有告知的，还不生效。");
        processing.Deadline.IsOverdue(new DateOnly(2025, 2, 28)).ShouldBeTrue();

        processing.Do(CaseAction.NotifyExtension, "2025-02-28");
        processing.Deadline.Due.ShouldBe(new DateOnly(2025, 2, 27));
        processing.Deadline.Answer!.Flags.ShouldHaveSingleItem().Kind.ShouldBe(ClockFlagKind.LateExtensionNotice);
        processing.Deadline.IsOverdue(new DateOnly(2025, 2, 28)).ShouldBeTrue();
    }

    [Fact]
    public void A_consultation_still_open_when_the_year_ends_has_no_due_date_and_is_carried_over()
    {
        var open = Processing("2024-12-20").Do(CaseAction.ConsultThirdParty, "2024-12-25", new() { Party = "某公司" });

        open.Deadline.ShouldSatisfyAllConditions(
            deadline => deadline.Awaited.ShouldBe(Awaited.Others), deadline => deadline.Due.ShouldBeNull(), deadline => deadline.Remaining.ShouldBe(17), deadline => deadline.IsOverdue(new(2030, 1, 1)).ShouldBeFalse());
        var counted = new CountedCase(open.State.Received!.Value, ApplicantKind.NaturalPerson, open.State.Outcome, open.State.ResultOn);
        TableThree.Of([counted], 2024).Total(TableThree.CarriedOut).ShouldBe(1);
        TableThree.Of([counted], 2025).Total(TableThree.CarriedIn).ShouldBe(1);
    }

    [Fact]
    public void A_fee_pays_the_clock_back_to_its_start_and_a_fee_unpaid_ends_the_case()
    {
        var order = new CaseDetails { Fee = new FeeOrder(ChargeMode.Items, 40, 0), Text = "一个月内四十件" };
        var charged = Processing("2026-09-14").Do(CaseAction.IssueFeeNotice, "2026-09-18", order).Do(CaseAction.DeliverFeeNotice, "2026-09-21");
        charged.Deadline.ShouldSatisfyAllConditions(deadline => deadline.Awaited.ShouldBe(Awaited.Applicant), deadline => deadline.Due.ShouldBe(new DateOnly(2026, 10, 26)));

        charged.Try(CaseAction.LapseFee, "2026-10-26").Succeeded.ShouldBeFalse();
        charged.Try(CaseAction.LapseFee, "2026-10-27").Value.To.ShouldBe(CaseStage.Closed);
        charged.Do(CaseAction.RecordPayment, "2026-10-12").Deadline.Due.ShouldBe(new DateOnly(2026, 11, 9));
    }

    [Fact]
    public void Two_consultations_that_overlap_pause_the_clock_once()
    {
        var both = Processing("2026-02-24")
            .Do(CaseAction.ConsultThirdParty, "2026-03-02", new() { Party = "某公司" }).Do(CaseAction.ConsultJointMaker, "2026-03-09", new() { Party = "市文物局" })
            .Do(CaseAction.EndConsultation, "2026-03-12", new() { Consultation = 1, Opinion = Opinion.Agrees })
            .Do(CaseAction.EndConsultation, "2026-03-18", new() { Consultation = 2, Opinion = Opinion.Agrees });

        both.Deadline.Due.ShouldBe(new DateOnly(2026, 4, 9));
        both.State.Consultations.Select(consultation => consultation.Kind).ShouldBe([ConsultedParty.ThirdParty, ConsultedParty.JointMaker]);
    }

    [Fact]
    public void What_a_third_party_refuses_with_good_reason_is_not_released_unless_the_public_interest_is_stated()
    {
        InventedCase Consulted(Opinion opinion) => Processing("2026-02-24").Do(CaseAction.ConsultThirdParty, "2026-03-02", new() { Party = "某公司" }).Do(CaseAction.DeliverConsultation, "2026-03-03", new() { Consultation = 1, Evidence = "回执" })
            .Do(CaseAction.EndConsultation, "2026-03-09", new() { Consultation = 1, Opinion = opinion }).Do(CaseAction.StartDraft, "2026-03-09");
        var refused = Consulted(Opinion.RefusesWithReason);
        var partly = Draft(CaseOutcome.PartlyGranted) with { Grounds = [CaseOutcome.InternalAffairs] };

        foreach (var draft in (CaseDetails[])[Draft(CaseOutcome.Granted), partly, Draft(CaseOutcome.Granted) with { Cause = " " }])
            refused.Try(CaseAction.SubmitDraft, "2026-03-10", draft).Refusal!.Reason.ShouldContain("公共利益");
        foreach (var draft in (CaseDetails[])[Draft(CaseOutcome.Granted) with { Cause = "关系饮水安全" }, partly with { Grounds = [CaseOutcome.ThirdPartyRights] }, Draft(CaseOutcome.ThirdPartyRights), partly with { Cause = "关系饮水安全" }])
            refused.Try(CaseAction.SubmitDraft, "2026-03-10", draft).Succeeded.ShouldBeTrue();
        foreach (var opinion in (Opinion[])[Opinion.Agrees, Opinion.RefusesWithoutReason])
            Consulted(opinion).Try(CaseAction.SubmitDraft, "2026-03-10", Draft(CaseOutcome.Granted)).Succeeded.ShouldBeTrue($"{opinion}");
    }

    [Fact]
    public void Excessive_requests_are_asked_for_reasons_first_and_a_delayed_date_is_a_floor()
    {
        var asked = Examining("2025-01-24").Do(CaseAction.AskReason, "2025-02-06", new() { Text = "一个月三百件" });
        asked.Deadline.Due.ShouldBe(new DateOnly(2025, 2, 27), "条例没有说停，期限照走");

        var rejected = asked.Try(CaseAction.RejectReason, "2025-02-10", new() { Text = "只说“想看看”" });
        rejected.Value.To.ShouldBe(CaseStage.Drafting);
        asked.Do(CaseAction.AcceptReason, "2025-02-10", new() { Until = new(2025, 6, 30) }).Deadline.Due.ShouldBe(new DateOnly(2025, 6, 30));
    }

    [Fact]
    public void An_applicant_who_gives_up_after_the_answer_was_approved_but_not_sent_still_can()
    {
        var approved = Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06").Do(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted))
            .Do(CaseAction.PassLegal, "2025-02-06").Do(CaseAction.PassSecrecy, "2025-02-06").Do(CaseAction.ApproveAnswer, "2025-02-06");

        approved.Do(CaseAction.Withdraw, "2025-02-07", role: CaseRole.Applicant).State.Outcome.ShouldBe(CaseOutcome.Withdrawn);
        approved.Try(CaseAction.SendAnswer, "2025-02-07", new() { Number = "1" }).Succeeded.ShouldBeFalse("撤回了的不再答复");
    }

    [Fact]
    public void A_case_goes_from_the_counter_to_the_archive()
    {
        var done = Processing("2025-01-24").Do(CaseAction.RecordSearch, "2025-02-06", new() { Search = Search });
        done.Answer("2025-02-20", Draft(CaseOutcome.NotExisting)).Do(CaseAction.RecordDelivery, "2025-02-21", new() { Evidence = "签收" }).Do(CaseAction.Archive, "2025-03-01");

        done.State.ShouldSatisfyAllConditions(
            state => state.Stage.ShouldBe(CaseStage.Archived), state => state.Outcome.ShouldBe(CaseOutcome.NotExisting),
            state => state.ResultOn.ShouldBe(new DateOnly(2025, 2, 20)), state => state.DeliveredOn.ShouldBe(new DateOnly(2025, 2, 21)));
        CaseState.Of(done.Events).Stage.ShouldBe(CaseStage.Archived);
    }
}
