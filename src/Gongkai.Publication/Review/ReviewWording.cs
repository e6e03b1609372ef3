using Gongkai.Law.Process;
using Gongkai.Organisations.Access;

namespace Gongkai.Publication.Review;

/// <summary>审查流程的用语，一处写定。</summary>
public static class ReviewWording
{
    /// <summary>流程表用的说法。</summary>
    public static ProcessWording<ReviewStep, ReviewAction, ReviewRole> Process { get; } = new("发布审查", Caption, Caption, Caption);

    /// <summary>状态的说法，例如“待一审”。</summary>
    public static string Caption(this ReviewStep step) => step switch
    {
        ReviewStep.Draft => "拟稿",
        ReviewStep.FirstReview => "待一审",
        ReviewStep.FirstProof => "待一校",
        ReviewStep.SecondReview => "待二审",
        ReviewStep.SecondProof => "待二校",
        ReviewStep.SecrecyReview => "待保密审查",
        ReviewStep.ThirdReview => "待三审",
        ReviewStep.ThirdProof => "待三校",
        ReviewStep.Escalated => "已报请确定",
        ReviewStep.Approved => "待发布",
        ReviewStep.Scheduled => "已定时",
        ReviewStep.Published => "已发布",
        ReviewStep.Withdrawn => "已撤回",
        _ => "不主动公开",
    };

    /// <summary>动作的说法，例如“送审”。</summary>
    public static string Caption(this ReviewAction action) => action switch
    {
        ReviewAction.Submit => "送审",
        ReviewAction.TakeBack => "撤回送审",
        ReviewAction.Pass => "通过",
        ReviewAction.SkipByPlan => "依简化程序略过",
        ReviewAction.Return => "退回修改",
        ReviewAction.EscalateToAuthority => "报主管部门确定",
        ReviewAction.EscalateToSecrecyBureau => "报保密行政管理部门确定",
        ReviewAction.AnswerOpen => "答复可以公开",
        ReviewAction.AnswerAfterChange => "答复修改后可以公开",
        ReviewAction.AnswerNotOpen => "答复不得公开",
        ReviewAction.Schedule => "定时发布",
        ReviewAction.Unschedule => "取消定时",
        ReviewAction.Publish => "发布",
        ReviewAction.PublishOnTime => "到时发布",
        ReviewAction.Withdraw => "撤回已发布的",
        ReviewAction.Revise => "更正",
        ReviewAction.Keep => "归档，不主动公开",
        _ => "重新评估，转为公开",
    };

    /// <summary>角色的说法，例如“科室负责人”。</summary>
    public static string Caption(this ReviewRole role) => role.Organisational() is { } held ? held.Caption() : "系统";

    /// <summary>四性的说法。</summary>
    public static string Caption(this ReviewQuality quality) => quality switch
    {
        ReviewQuality.Legality => "合法性",
        ReviewQuality.Accuracy => "准确性",
        ReviewQuality.Openness => "可公开性",
        _ => "保密性",
    };

    /// <summary>程序的说法。</summary>
    public static string Caption(this ReviewPlan plan) => plan switch
    {
        ReviewPlan.ThreeReviews => "三审三校",
        ReviewPlan.TwoReviews => "二审二校",
        _ => "一审一校",
    };

    /// <summary>组织里的角色在审查里是什么；不参与审查的为空。</summary>
    public static ReviewRole? InReview(this Role role) => role switch
    {
        Role.Handler => ReviewRole.Handler,
        Role.OfficeHead => ReviewRole.OfficeHead,
        Role.Proofreader => ReviewRole.Proofreader,
        Role.DeputyLeader => ReviewRole.DeputyLeader,
        Role.SecrecyReviewer => ReviewRole.SecrecyReviewer,
        Role.DisclosureOfficeHead => ReviewRole.DisclosureOfficeHead,
        _ => null,
    };

    /// <summary>审查里的角色在组织里是什么；系统为空。</summary>
    public static Role? Organisational(this ReviewRole role) =>
        Enum.GetValues<Role>().Where(held => held.InReview() == role).Cast<Role?>().FirstOrDefault();

    /// <summary>一个动作要有哪项权限；系统自动做的为空。</summary>
    public static Permission? Permission(ReviewStep step, ReviewAction action) => action switch
    {
        ReviewAction.SkipByPlan or ReviewAction.PublishOnTime => null,
        ReviewAction.Submit or ReviewAction.TakeBack or ReviewAction.Revise or ReviewAction.Reassess => Organisations.Access.Permission.DraftItem,
        ReviewAction.Withdraw => Organisations.Access.Permission.WithdrawItem,
        _ => step switch
        {
            ReviewStep.FirstProof or ReviewStep.SecondProof or ReviewStep.ThirdProof => Organisations.Access.Permission.ProofreadItem,
            ReviewStep.SecrecyReview => Organisations.Access.Permission.SecrecyReview,
            ReviewStep.Escalated => Organisations.Access.Permission.RecordAnswer,
            ReviewStep.Approved or ReviewStep.Scheduled => Organisations.Access.Permission.PublishItem,
            _ => Organisations.Access.Permission.ReviewItem,
        },
    };
}
