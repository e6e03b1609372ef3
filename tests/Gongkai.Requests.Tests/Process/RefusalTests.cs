using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Redaction;
using static Gongkai.Requests.Tests.InventedCase;

namespace Gongkai.Requests.Tests.Process;

/// <summary>必须拒绝的，一条一条；拒绝的话里有规则的编号。</summary>
public sealed class RefusalTests
{
    [Fact]
    public void An_answer_without_outcome_or_with_an_ending_that_is_no_answer_or_with_two_is_refused()
    {
        var drafting = Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06");

        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", new() { Text = "予以公开" }), CaseRules.OneOutcome);
        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Withdrawn)), CaseRules.OneOutcome);
        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted) with { Grounds = [CaseOutcome.StateSecret] }), CaseRules.OneOutcome);
    }

    [Theory]
    [InlineData(CaseOutcome.StateSecret)]
    [InlineData(CaseOutcome.ForbiddenByLaw)]
    [InlineData(CaseOutcome.ProcessInformation)]
    [InlineData(CaseOutcome.NotResponsible)]
    [InlineData(CaseOutcome.Petition)]
    [InlineData(CaseOutcome.PartlyGranted)]
    public void A_refusal_without_reasons_is_refused(CaseOutcome outcome) =>
        Refused(Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06").Try(CaseAction.SubmitDraft, "2025-02-06", Draft(outcome, " ")), CaseRules.Reasoned);

    [Fact]
    public void A_partial_disclosure_names_the_grounds_of_what_is_withheld()
    {
        var drafting = Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06");

        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.PartlyGranted)), CaseRules.Reasoned);
        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.PartlyGranted) with { Grounds = [CaseOutcome.NotExisting] }), CaseRules.Reasoned);
        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.PartlyGranted) with { Grounds = [CaseOutcome.ThirdPartyRights] }), CaseRules.ThirdParty);
        drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.PartlyGranted) with { Grounds = [CaseOutcome.InternalAffairs] }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_exist_was_searched_for()
    {
        var processing = Processing("2025-01-24");

        Refused(processing.Try(CaseAction.RecordSearch, "2025-02-06", new() { Search = Search with { Keywords = "" } }), CaseRules.Searched);
        processing.Do(CaseAction.StartDraft, "2025-02-06");
        Refused(processing.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.NotExisting)), CaseRules.Searched);
        processing.Do(CaseAction.ResumeProcessing, "2025-02-06").Do(CaseAction.RecordSearch, "2025-02-06", new() { Search = Search }).Do(CaseAction.StartDraft, "2025-02-06")
            .Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.NotExisting)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void What_is_repeated_names_an_answered_case_of_the_same_applicant()
    {
        var facts = new CaseFacts { Calendar = WorkingCalendar.National, AnsweredEarlier = ["云文旅依申〔2024〕9号"] };
        var drafting = Processing("2025-01-24", facts).Do(CaseAction.StartDraft, "2025-02-06");

        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Repeated)), CaseRules.Earlier);
        Refused(drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Repeated) with { EarlierCase = "云文旅依申〔2024〕8号" }), CaseRules.Earlier);
        drafting.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Repeated) with { EarlierCase = "云文旅依申〔2024〕9号" }).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2025-02-27", 0)]
    [InlineData("2025-02-27", 21)]
    [InlineData("2025-02-28", 20)]
    public void An_extension_beyond_the_law_is_refused(string on, int days) =>
        Refused(Processing("2025-01-24").Try(CaseAction.ApproveExtension, on, new() { Days = days, Text = "涉及多个年度的档案" }), CaseRules.Extension);

    [Fact]
    public void A_second_extension_is_refused() =>
        Refused(
            Processing("2025-01-24").Do(CaseAction.ApproveExtension, "2025-02-27", new() { Days = 5, Text = "涉及多个年度的档案" })
                .Try(CaseAction.ApproveExtension, "2025-02-28", new() { Days = 5, Text = "还没有找完" }),
            CaseRules.Extension);

    [Fact]
    public void The_interests_of_a_third_party_are_no_ground_unless_it_was_asked_or_need_not_be()
    {
        var processing = Processing("2025-01-24");
        processing.Do(CaseAction.StartDraft, "2025-02-06");

        Refused(processing.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.ThirdPartyRights)), CaseRules.ThirdParty);
        processing.Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.ThirdPartyRights) with { Cause = "是别人的病历，明显不必征求" }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_recalled_consultation_is_none()
    {
        var processing = Processing("2025-01-24").Do(CaseAction.ConsultThirdParty, "2025-02-06", new() { Party = "某公司" })
            .Do(CaseAction.EndConsultation, "2025-02-07", new() { Consultation = 1, Opinion = Opinion.Recalled }).Do(CaseAction.StartDraft, "2025-02-08");

        Refused(processing.Try(CaseAction.SubmitDraft, "2025-02-08", Draft(CaseOutcome.ThirdPartyRights)), CaseRules.ThirdParty);
    }

    [Fact]
    public void Nothing_is_answered_before_both_reviews_and_not_approved_by_its_author()
    {
        var review = Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06").Do(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted), CaseRole.DisclosureOfficeHead);

        Refused(review.Try(CaseAction.ApproveAnswer, "2025-02-06", role: CaseRole.DeputyLeader), CaseRules.Reviewed);
        review.Do(CaseAction.PassLegal, "2025-02-06");
        Refused(review.Try(CaseAction.ApproveAnswer, "2025-02-06", role: CaseRole.DeputyLeader), CaseRules.Reviewed);
        review.Do(CaseAction.PassSecrecy, "2025-02-06");
        Refused(review.Try(CaseAction.ApproveAnswer, "2025-02-06", role: CaseRole.DisclosureOfficeHead), CaseRules.Reviewed);
        review.Do(CaseAction.ReturnDraft, "2025-02-06", new() { Text = "理由写得不够" }, CaseRole.DeputyLeader).State.LegalPassed.ShouldBeFalse("退回以后要重新审");
    }

    [Fact]
    public void On_the_spot_only_what_is_public_or_at_hand_is_answered()
    {
        var registered = new InventedCase().Do(CaseAction.Receive, "2025-01-24", new() { Way = ReceiptWay.Oral, Evidence = "代填的申请表" })
            .Do(CaseAction.Register, "2025-01-24", new() { Number = "1" });

        Refused(registered.Try(CaseAction.AnswerOnSpot, "2025-01-24", Draft(CaseOutcome.StateSecret) with { Number = "1" }), CaseRules.Reviewed);
        registered.Do(CaseAction.AnswerOnSpot, "2025-01-24", Draft(CaseOutcome.AlreadyPublic) with { Number = "1" }).State.Outcome.ShouldBe(CaseOutcome.AlreadyPublic);
    }

    [Fact]
    public void A_fee_is_charged_once_by_one_measure_above_the_threshold_in_time_and_with_a_reason()
    {
        CaseDetails Fee(ChargeMode mode, int count, string? text = "一个月内四十件") => new() { Fee = new FeeOrder(mode, count, 0), Text = text };
        var processing = Processing("2026-09-14");

        Refused(processing.Try(CaseAction.IssueFeeNotice, "2026-09-21", Fee(ChargeMode.Items, 10)), CaseRules.Chargeable);
        Refused(processing.Try(CaseAction.IssueFeeNotice, "2026-09-21", Fee(ChargeMode.Pages, 30)), CaseRules.Chargeable);
        Refused(processing.Try(CaseAction.IssueFeeNotice, "2026-09-21", Fee(ChargeMode.Items, 40, null)), CaseRules.Chargeable);
        var late = processing.Deadline.Due!.Value.AddDays(1).ToString("yyyy-MM-dd");
        Refused(processing.Try(CaseAction.IssueFeeNotice, late, Fee(ChargeMode.Items, 40)), CaseRules.ChargedInTime);
        processing.Do(CaseAction.IssueFeeNotice, "2026-09-21", Fee(ChargeMode.Items, 40));
        Refused(processing.Try(CaseAction.IssueFeeNotice, "2026-09-22", Fee(ChargeMode.Pages, 300)), CaseRules.OneCharge);
    }

    [Fact]
    public void Dates_do_not_fall_into_a_locked_year_the_future_or_before_the_receipt()
    {
        var facts = new CaseFacts { Calendar = WorkingCalendar.National, LockedYears = [2024] };
        var submitted = new InventedCase { Facts = facts };
        var receipt = new CaseDetails { Way = ReceiptWay.RegisteredMail, Evidence = "签收单" };

        Refused(submitted.Try(CaseAction.Receive, "2024-12-31", receipt, recorded: "2025-02-10"), CaseRules.LockedYear);
        Refused(submitted.Try(CaseAction.Receive, "2025-01-02", receipt, recorded: "2025-01-01"), CaseRules.Dates);
        Refused(submitted.Try(CaseAction.Receive, "1998-01-02", receipt, recorded: "2025-01-01"), CaseRules.Dates);
        submitted.Do(CaseAction.Receive, "2025-01-24", receipt);
        Refused(submitted.Try(CaseAction.Withdraw, "2025-01-23", new() { Evidence = "撤回书" }, recorded: "2025-01-26"), CaseRules.Dates);
    }

    [Theory]
    [InlineData(ReceiptWay.Internet)]
    [InlineData(ReceiptWay.Fax)]
    [InlineData(ReceiptWay.Email)]
    [InlineData(ReceiptWay.OrdinaryMail)]
    public void What_comes_over_the_net_by_fax_or_plain_letter_is_received_when_both_sides_confirm(ReceiptWay way)
    {
        var submitted = new InventedCase();

        Refused(submitted.Try(CaseAction.Receive, "2025-01-24", new() { Way = way, Evidence = "系统记录" }), CaseRules.Receipt);
        submitted.Do(CaseAction.AwaitConfirmation, "2025-01-24", new() { Way = way });
        submitted.Deadline.Awaited.ShouldBe(Awaited.Nobody);
        Refused(submitted.Try(CaseAction.Confirm, "2025-01-26"), CaseRules.Receipt);
        submitted.Do(CaseAction.Confirm, "2025-01-26", new() { Evidence = "通话记录" }).State.Received.ShouldBe(new DateOnly(2025, 1, 26));
    }

    [Fact]
    public void Nothing_lapses_before_the_applicants_time_is_over()
    {
        var correcting = Examining("2025-01-24").Do(CaseAction.RequestCorrection, "2025-02-06", new() { Text = "写明是哪一座戏台", Until = new(2025, 2, 27) });

        Refused(correcting.Try(CaseAction.LapseCorrection, "2025-02-27"), CaseRules.Lapse);
        correcting.Do(CaseAction.LapseCorrection, "2025-02-28").State.Outcome.ShouldBe(CaseOutcome.CorrectionOverdue);
    }

    [Fact]
    public void A_correction_notice_lists_what_is_missing_by_when_and_a_second_one_says_why()
    {
        var examining = Examining("2025-01-24");

        Refused(examining.Try(CaseAction.RequestCorrection, "2025-02-06", new() { Until = new(2025, 2, 27) }), CaseRules.Correction);
        Refused(examining.Try(CaseAction.RequestCorrection, "2025-02-06", new() { Text = "写明是哪一座戏台", Until = new(2025, 2, 6) }), CaseRules.Correction);
        examining.Do(CaseAction.RequestCorrection, "2025-02-06", new() { Text = "写明是哪一座戏台", Until = new(2025, 2, 27) }).Do(CaseAction.ReceiveCorrection, "2025-02-10");
        Refused(examining.Try(CaseAction.RequestCorrection, "2025-02-11", new() { Text = "还是不清楚", Until = new(2025, 3, 3) }), CaseRules.Correction);
    }

    [Fact]
    public void Silence_counts_only_after_delivery_and_only_to_the_last_day()
    {
        var consulting = Processing("2025-04-14").Do(CaseAction.ConsultThirdParty, "2025-04-18", new() { Party = "某公司" });
        var silent = new CaseDetails { Consultation = 1, Opinion = Opinion.Silent };

        Refused(consulting.Try(CaseAction.EndConsultation, "2025-05-14", silent, recorded: "2025-05-20"), CaseRules.Threads);
        consulting.Do(CaseAction.DeliverConsultation, "2025-04-21", new() { Consultation = 1, Evidence = "签收单" });
        Refused(consulting.Try(CaseAction.EndConsultation, "2025-05-14", silent), CaseRules.Threads);
        Refused(consulting.Try(CaseAction.EndConsultation, "2025-05-20", silent), CaseRules.Threads);
        Refused(consulting.Try(CaseAction.EndConsultation, "2025-05-20", silent with { Opinion = Opinion.Agrees }), CaseRules.Threads);
        Refused(consulting.Do(CaseAction.StartDraft, "2025-05-15").Try(CaseAction.SubmitDraft, "2025-05-15", Draft(CaseOutcome.Granted)), CaseRules.Threads);
        consulting.Do(CaseAction.ResumeProcessing, "2025-05-15").Do(CaseAction.EndConsultation, "2025-05-14", silent, recorded: "2025-05-15").State.OpenConsultations.ShouldBeEmpty();
    }

    [Fact]
    public void The_files_of_an_answer_stand_still_once_it_is_under_review_and_evidence_until_the_archive()
    {
        var submitted = new InventedCase();
        var reviewed = Processing("2025-01-24").Do(CaseAction.StartDraft, "2025-02-06").Do(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted));

        Refused(CaseFileGuards.Refuse(submitted.State, CaseFilePurpose.Answer), CaseRules.Files);
        Refused(CaseFileGuards.Refuse(reviewed.State, CaseFilePurpose.Answer), CaseRules.Files);
        Refused(CaseFileGuards.Refuse(reviewed.State, CaseFilePurpose.Correction), CaseRules.Files);
        CaseFileGuards.Refuse(reviewed.State, CaseFilePurpose.Evidence).ShouldBeNull();
        CaseFileGuards.Refuse(Processing("2025-01-24").State, CaseFilePurpose.Answer).ShouldBeNull();
        CaseFileGuards.AreReleased(reviewed.State).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_with_a_redaction_is_partial_names_its_grounds_and_is_approved_by_another()
    {
        static CaseFacts With(bool made, params RedactionMark[] marks) => new() { Calendar = WorkingCalendar.National, Releases = [new ReleaseFact("名册.pdf", made, made ? Head : null, new FileRedaction([.. marks]))] };
        var mark = new RedactionMark(RedactionGround.Privacy, new Documents.Redaction.Covering(null, 1, null, true));
        var partly = Draft(CaseOutcome.PartlyGranted) with { Grounds = [CaseOutcome.ThirdPartyRights], Cause = "只遮姓名" };
        InventedCase Drafting(CaseFacts facts) => Processing("2025-01-24", facts).Do(CaseAction.StartDraft, "2025-02-06");

        Refused(Drafting(With(false, mark)).Try(CaseAction.SubmitDraft, "2025-02-06", partly), CaseRules.Redacted);
        Refused(Drafting(With(true, mark)).Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted)), CaseRules.Redacted);
        Refused(Drafting(With(true, mark)).Try(CaseAction.SubmitDraft, "2025-02-06", partly with { Grounds = [CaseOutcome.InternalAffairs] }), CaseRules.Redacted);
        Drafting(With(true)).Try(CaseAction.SubmitDraft, "2025-02-06", Draft(CaseOutcome.Granted)).Succeeded.ShouldBeTrue("没有遮盖的，照常。");
        var review = Drafting(With(true, mark)).Do(CaseAction.SubmitDraft, "2025-02-06", partly).Do(CaseAction.PassLegal, "2025-02-06", by: Legal).Do(CaseAction.PassSecrecy, "2025-02-06", by: Secrecy);
        Refused(review.Try(CaseAction.ApproveAnswer, "2025-02-06", null, CaseRole.DisclosureOfficeHead, Head), CaseRules.Redacted);
        review.Try(CaseAction.ApproveAnswer, "2025-02-06", null, CaseRole.DeputyLeader, Leader).Succeeded.ShouldBeTrue();
        FileRedaction.Statement([("名册.pdf", new FileRedaction([mark, mark, mark with { Ground = RedactionGround.InternalAffairs }])), ("原样.pdf", FileRedaction.None)])
            .ShouldBe("遮盖说明：“名册.pdf”遮盖 3 处：个人隐私 2 处（《政府信息公开条例》第十五条），内部事务 1 处（《政府信息公开条例》第十六条第一款）。");
        FileRedaction.Statement([("原样.pdf", FileRedaction.None)]).ShouldBeNull();
    }

    [Fact]
    public void A_delivery_says_how_and_by_what_and_the_portal_is_recorded_by_the_system_alone()
    {
        var replied = Processing("2025-01-24").Do(CaseAction.RecordSearch, "2025-02-06", new() { Search = Search }).Answer("2025-02-20", Draft(CaseOutcome.NotExisting));
        CaseDetails By(DeliveryWay way, string evidence) => new() { Delivered = way, Evidence = evidence };

        Refused(replied.Try(CaseAction.RecordDelivery, "2025-02-21", By(DeliveryWay.Post, "已寄出")), CaseRules.Recorded);
        Refused(replied.Try(CaseAction.RecordDelivery, "2025-02-21", By(DeliveryWay.Pickup, " ")), CaseRules.Recorded);
        Refused(replied.Try(CaseAction.RecordDelivery, "2025-02-21", By(DeliveryWay.Portal, "领取"), CaseRole.Handler), CaseRules.Recorded);
        replied.Try(CaseAction.RecordDelivery, "2025-02-21", By(DeliveryWay.Portal, "打开答复书"), CaseRole.System).Succeeded.ShouldBeTrue();
        replied.Do(CaseAction.RecordDelivery, "2025-02-21", By(DeliveryWay.Post, "挂号信 XA12345678944")).State.DeliveredOn.ShouldBe(new DateOnly(2025, 2, 21));
    }

    [Fact]
    public void Each_rule_of_the_catalogue_is_tried_here()
    {
        var source = File.ReadAllText(Gongkai.Testing.Repository.PathOf("tests", "Gongkai.Requests.Tests", "Process", "RefusalTests.cs"));
        var untried = typeof(CaseRules).GetProperties().Where(property => property.PropertyType == typeof(CaseRule)).Select(property => property.Name)
            // 不删除：流程表里没有那样的动作（CaseProcessTests）；写明谁做的：下面一条。
            .Where(name => name is not nameof(CaseRules.Kept) && !source.Contains($"CaseRules.{name})", StringComparison.Ordinal)).ToList();

        untried.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_does_every_step()
    {
        var examining = Examining("2025-01-24");
        var command = new CaseCommand { Action = CaseAction.Accept, Role = CaseRole.Handler, At = new(2025, 1, 24, 2, 0, 0, TimeSpan.Zero), On = new(2025, 1, 24) };

        Refused(CaseDecisions.Decide(examining.State, command, examining.Facts), CaseRules.Recorded);
        CaseDecisions.Decide(examining.State, command with { Role = CaseRole.LegalReviewer, By = Legal }, examining.Facts).Refusal!.Reason.ShouldContain("法制审核不能办理");
        CaseDecisions.Decide(examining.State, command with { Action = CaseAction.SendAnswer, By = Handler }, examining.Facts).Refusal!.Reason.ShouldContain("时不能“发出答复”");
    }

    private static void Refused(Law.Refusal? refusal, CaseRule rule) => refusal!.Reason.ShouldContain($"（{rule.Id}：");

    private static void Refused(Law.Outcome<CaseEvent> outcome, CaseRule rule) => outcome.Refusal!.Reason.ShouldContain($"（{rule.Id}：");
}
