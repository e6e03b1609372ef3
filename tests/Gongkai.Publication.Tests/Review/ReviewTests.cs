using Gongkai.Law.Process;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Testing;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Review;

public sealed class ReviewTests
{
    [Fact]
    public void The_document_says_what_the_table_does()
    {
        var path = Repository.PathOf("docs", "publication-process.md");
        var generated = ReviewText.ToMarkdown();
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") File.WriteAllText(path, generated);

        File.ReadAllText(path).ShouldBe(generated, "docs/publication-process.md 与流程表不一致，重新生成：GONGKAI_UPDATE_DOCS=1 dotnet test tests/Gongkai.Publication.Tests");
    }

    [Fact]
    public void What_every_role_may_do_in_every_state_is_as_agreed() => Golden.Matches(ReviewProcess.Table.ToMarkdownGrid(), "permitted-actions.md");

    [Fact]
    public void The_table_is_sound() => ReviewProcess.Table.Defects().ShouldBeEmpty();

    [Fact]
    public void Whoever_may_act_in_the_process_has_the_permission_for_it()
    {
        var contradictions =
            from row in ReviewProcess.Table.Rows
            let permission = ReviewWording.Permission(row.From, row.Action)
            where permission is not null
            from role in row.Roles
            where PermissionTable.ScopeOf(permission.Value, role.Organisational()!.Value) != PermissionScope.Own
            select $"{row.From.Caption()} {row.Action.Caption()} {role.Caption()}：没有“{permission.Value.Caption()}”";

        contradictions.ShouldBeEmpty("流程表与权限表（docs/access.md）要一致。");
    }

    [Fact]
    public void Six_people_bring_an_item_through_three_reviews_to_the_public()
    {
        var item = Published();

        item.State.Step.ShouldBe(ReviewStep.Published);
        item.Visible.ShouldBe(item.Latest);
        item.State.Holders.Select(holder => holder.Step).ShouldBe(
            [ReviewStep.Draft, ReviewStep.FirstReview, ReviewStep.FirstProof, ReviewStep.SecondReview, ReviewStep.SecondProof, ReviewStep.SecrecyReview, ReviewStep.ThirdReview, ReviewStep.ThirdProof]);
        item.State.FirstPublishedAt.ShouldBe(At(1));
    }

    [Fact]
    public void Two_people_suffice_where_the_plan_is_one_review_and_what_was_skipped_is_recorded()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler), ReviewPlan.OneReview);
        item = Do(item, Command(ReviewAction.Pass, ReviewRole.OfficeHead, Head), ReviewPlan.OneReview);
        item = Do(item, Command(ReviewAction.Pass, ReviewRole.Proofreader, Handler), ReviewPlan.OneReview);
        item = Do(item, Command(ReviewAction.Pass, ReviewRole.SecrecyReviewer, Head), ReviewPlan.OneReview);

        item.State.Step.ShouldBe(ReviewStep.Approved);
        item.Events.Where(happened => happened.Action == ReviewAction.SkipByPlan).Select(happened => (happened.From, happened.Text)).ShouldBe(
        [
            (ReviewStep.SecondReview, "本单位的程序是一审一校"), (ReviewStep.SecondProof, "本单位的程序是一审一校"),
            (ReviewStep.ThirdReview, "本单位的程序是一审一校"), (ReviewStep.ThirdProof, "本单位的程序是一审一校"),
        ]);
    }

    [Fact]
    public void A_person_cannot_review_their_own_draft()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));

        Refused(item, Command(ReviewAction.Pass, ReviewRole.OfficeHead, Handler)).ShouldBe("自己拟的稿，不能由自己一审。");
    }

    [Fact]
    public void Who_wrote_an_earlier_version_of_this_round_cannot_review_it_either()
    {
        var item = Item();
        item = item.Apply(ItemDecisions.Save(item, Draft with { Content = Content with { Html = "<p>改。</p>" } }, Leader, At(1)).Value);
        item = Do(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        item = Do(item, Pass(item));
        item = Do(item, Pass(item));

        Refused(item, Pass(item)).ShouldBe("自己拟的稿，不能由自己二审。");
    }

    [Fact]
    public void The_same_person_cannot_hold_two_neighbouring_steps()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        item = Do(item, Pass(item));

        Refused(item, Command(ReviewAction.Pass, ReviewRole.Proofreader, Head)).ShouldBe("同一个人不能办相邻的两步：一审是您办的，一校要由别人办。");
        ReviewDecisions.Permitted(item.State, ReviewRole.Proofreader, Head, ItemDecisions.FactsOf(item, ReviewPlan.ThreeReviews, Publisher, Screened(item), Today))
            .ShouldBe([ReviewAction.Return]);
    }

    [Fact]
    public void A_review_confirms_each_quality_by_name()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));

        Refused(item, Pass(item) with { Confirmed = [ReviewQuality.Legality] }).ShouldBe("一审要逐一确认准确性、可公开性。");
    }

    [Fact]
    public void An_item_is_returned_with_a_reason_and_starts_again_from_the_first_review()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        item = Do(item, Pass(item));
        Refused(item, Command(ReviewAction.Return, ReviewRole.Proofreader, Proof)).ShouldBe("退回要写明理由，让拟稿的人知道改什么。");
        item = Do(item, Command(ReviewAction.Return, ReviewRole.Proofreader, Proof) with { Text = "附件名称有误" });

        item.State.Step.ShouldBe(ReviewStep.Draft);
        item.State.Passed.ShouldBeEmpty();
        Do(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler)).State.Step.ShouldBe(ReviewStep.FirstReview);
    }

    [Fact]
    public void Doubt_goes_to_the_secrecy_authority_and_its_answer_decides()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        while (item.State.Step != ReviewStep.SecrecyReview) item = Do(item, Pass(item));
        Refused(item, Command(ReviewAction.EscalateToSecrecyBureau, ReviewRole.SecrecyReviewer, Secrecy)).ShouldBe("报请确定要写明疑问。");
        item = Do(item, Command(ReviewAction.EscalateToSecrecyBureau, ReviewRole.SecrecyReviewer, Secrecy) with { Text = "附图比例尺是否涉密" });
        Refused(item, Command(ReviewAction.AnswerOpen, ReviewRole.SecrecyReviewer, Secrecy)).ShouldBe("答复要写明文号或者记录。");

        var answer = Command(ReviewAction.AnswerOpen, ReviewRole.SecrecyReviewer, Secrecy) with { Document = "云保函〔2025〕3号" };
        Do(item, answer).State.Step.ShouldBe(ReviewStep.ThirdReview);
        Do(item, answer with { Action = ReviewAction.AnswerNotOpen }).State.Step.ShouldBe(ReviewStep.Kept);
        Refused(Do(item, answer), Command(ReviewAction.Pass, ReviewRole.DisclosureOfficeHead, Secrecy)).ShouldContain("保密审查是您办的，三审要由别人办");
    }

    [Fact]
    public void Unresolved_findings_of_the_scanner_stop_the_secrecy_review_and_the_publication()
    {
        var finding = new UnresolvedFinding("居民身份证号", "附件1 第2页");
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler), findings: finding);
        while (item.State.Step != ReviewStep.SecrecyReview) item = Do(item, Pass(item), findings: finding);

        Refused(item, Pass(item), finding).ShouldBe("扫描还有 1 处错误没有处置，不能通过保密审查：附件1 第2页，居民身份证号。在原稿里改掉；确实应当公开的，申请豁免，由另一个人批准。");
        Refused(Approved(), Publish, finding).ShouldContain("不能发布");
    }

    [Fact]
    public void A_timed_publication_waits_for_its_time_and_is_checked_again_then()
    {
        var schedule = Command(ReviewAction.Schedule, ReviewRole.DisclosureOfficeHead, Chief) with { Channels = [Channel.Website, Channel.NewMedia], ScheduledFor = At(60) };
        Refused(Approved(), schedule with { ScheduledFor = At(0) }).ShouldBe("定时发布的时刻要在以后；现在就发布的，用“发布”。");
        var item = Do(Approved(), schedule);
        var due = Command(ReviewAction.PublishOnTime, ReviewRole.System, null) with { At = At(60) };

        item.Visible.ShouldBeNull();
        Refused(item, due with { At = At(59) }).ShouldBe("还没有到定时发布的时刻。");
        Refused(item, due, new UnresolvedFinding("手机号", "正文")).ShouldContain("不能发布");
        var published = Do(item, due);
        published.Visible.ShouldNotBeNull();
        published.State.Channels.ShouldBe([Channel.Website, Channel.NewMedia]);
    }

    [Fact]
    public void What_is_not_to_be_open_is_reviewed_and_kept_but_never_published()
    {
        var draft = Draft with { Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "只涉及特定对象" } };
        var item = Approved(draft: draft);

        Refused(item, Publish).ShouldBe("公开方式不是主动公开，不能发布。");
        item = Do(item, Command(ReviewAction.Keep, ReviewRole.DisclosureOfficeHead, Chief));
        item.State.Step.ShouldBe(ReviewStep.Kept);
        Refused(item, Command(ReviewAction.Reassess, ReviewRole.Handler, Handler)).ShouldBe("重新评估要写明情势有什么变化。");
        Refused(Approved(), Command(ReviewAction.Keep, ReviewRole.DisclosureOfficeHead, Chief)).ShouldContain("不能归档不公开");
    }

    [Fact]
    public void A_correction_is_reviewed_again_while_the_old_version_stays_visible()
    {
        var item = Published();
        ItemDecisions.Save(item, Draft, Handler, At(2)).Refusal.ShouldNotBeNull().Reason.ShouldContain("先“更正”");
        item = Do(item, Command(ReviewAction.Revise, ReviewRole.Handler, Handler) with { Text = "附件第二页有误" });
        item = item.Apply(ItemDecisions.Save(item, Draft with { Content = Content with { Html = "<p>更正。</p>" } }, Handler, At(2)).Value);
        item.Visible!.Number.ShouldBe(1);

        item = Reviewed(item);
        item.Visible!.Number.ShouldBe(1);
        Refused(item, Publish with { Text = null }).ShouldBe("已经发布过的，再发布要附给公众看的更正说明。");
        item = Do(item, Publish with { Text = "附件第二页的数字更正为12。", At = At(3) });
        item.Visible!.Number.ShouldBe(2);
        item.State.FirstPublishedAt.ShouldBe(At(1));
        item.State.LastPublishedAt.ShouldBe(At(3));
    }

    [Fact]
    public void What_is_public_can_be_withdrawn_at_once_even_while_its_correction_is_under_review()
    {
        var item = Do(Published(), Command(ReviewAction.Revise, ReviewRole.Handler, Handler) with { Text = "有误" });
        item = item.Apply(ItemDecisions.Save(item, Draft, Handler, At(2)).Value);
        item = Do(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        var withdraw = Command(ReviewAction.Withdraw, ReviewRole.SecrecyReviewer, Secrecy);
        Refused(item, withdraw).ShouldBe("撤回要写明给公众看的理由。");
        item = Do(item, withdraw with { Text = "内容有误，正在更正" });

        item.State.Step.ShouldBe(ReviewStep.Withdrawn);
        item.Visible.ShouldBeNull();
    }

    [Fact]
    public void What_was_never_published_cannot_be_withdrawn() =>
        Refused(Item(), Command(ReviewAction.Withdraw, ReviewRole.DisclosureOfficeHead, Chief) with { Text = "误" }).ShouldBe("还没有发布，没有可以撤回的。");

    [Fact]
    public void A_correction_that_ends_as_not_open_takes_the_public_version_down_with_a_reason()
    {
        var item = Do(Published(), Command(ReviewAction.Revise, ReviewRole.Handler, Handler) with { Text = "有误" });
        Refused(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler)).ShouldBe("还没有拟新的版本，没有可以送审的改动。");
        item = item.Apply(ItemDecisions.Save(item, Draft with { Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "只涉及特定对象" } }, Handler, At(2)).Value);
        item = Reviewed(item);
        Refused(item, Command(ReviewAction.Keep, ReviewRole.DisclosureOfficeHead, Chief)).ShouldBe("已发布的一版要随之撤回，请写明给公众看的理由。");

        Do(item, Command(ReviewAction.Keep, ReviewRole.DisclosureOfficeHead, Chief) with { Text = "改为依申请公开" }).Visible.ShouldBeNull();
    }

    [Fact]
    public void A_step_of_the_plan_is_not_skipped_by_anybody()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));
        while (item.State.Step != ReviewStep.SecondReview) item = Do(item, Pass(item));

        Refused(item, Command(ReviewAction.SkipByPlan, ReviewRole.System, null)).ShouldBe("二审是本单位程序里的一步，不能略过。");
    }

    [Fact]
    public void A_draft_under_review_is_not_edited()
    {
        var item = Do(Item(), Command(ReviewAction.Submit, ReviewRole.Handler, Handler));

        ItemDecisions.Save(item, Draft, Handler, At(2)).Refusal.ShouldNotBeNull().Reason.ShouldBe("“待一审”时不能改稿：先退回或者撤回送审。");
    }

    [Fact]
    public void An_incomplete_item_is_not_submitted_and_every_gap_is_named() =>
        Refused(Item(Draft with { Metadata = Metadata with { Description = "", Subject = null } }), Command(ReviewAction.Submit, ReviewRole.Handler, Handler))
            .ShouldBe("还不能送审：（1）内容概述：要填内容概述；可以用正文的首句。（2）主题分类：要选主题分类。");

    [Fact]
    public void Without_an_index_number_nothing_is_published() =>
        Refused(Approved() with { Index = null }, Publish).ShouldBe("还没有索引号，不能发布。");

    [Fact]
    public void Fewer_steps_need_a_reason_and_start_in_the_future_only()
    {
        var setting = new ReviewSetting(Unit, ReviewPlan.OneReview, Today, Chief, null);

        ReviewSetting.Decide(setting, Today).Refusal.ShouldNotBeNull().Reason.ShouldContain("要说明理由");
        ReviewSetting.Decide(setting with { Reason = "全机关两人", From = Today.AddDays(-1) }, Today).Refusal.ShouldNotBeNull().Reason.ShouldContain("不能改在过去");
        var decided = ReviewSetting.Decide(setting with { Reason = "全机关两人" }, Today).Value;
        ReviewSetting.On([decided], Unit, Today.AddDays(-1)).ShouldBe(ReviewPlan.ThreeReviews);
        ReviewSetting.On([decided], Unit, Today).ShouldBe(ReviewPlan.OneReview);
    }
}
