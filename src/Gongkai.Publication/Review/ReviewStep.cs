namespace Gongkai.Publication.Review;

/// <summary>审查的状态：一条信息走到了哪一步。条例第十七条。</summary>
public enum ReviewStep
{
    /// <summary>拟稿。</summary>
    Draft,

    /// <summary>待一审。</summary>
    FirstReview,

    /// <summary>待一校。</summary>
    FirstProof,

    /// <summary>待二审。</summary>
    SecondReview,

    /// <summary>待二校。</summary>
    SecondProof,

    /// <summary>待保密审查。</summary>
    SecrecyReview,

    /// <summary>待三审。</summary>
    ThirdReview,

    /// <summary>待三校。</summary>
    ThirdProof,

    /// <summary>已报请有关主管部门或者保密行政管理部门确定，待答复。</summary>
    Escalated,

    /// <summary>审查通过，待发布。</summary>
    Approved,

    /// <summary>已定时，到时发布。</summary>
    Scheduled,

    /// <summary>已发布。</summary>
    Published,

    /// <summary>已撤回。</summary>
    Withdrawn,

    /// <summary>不主动公开，已归档。</summary>
    Kept,
}

/// <summary>审查中的动作。</summary>
public enum ReviewAction
{
    /// <summary>送审。</summary>
    Submit,

    /// <summary>撤回送审。</summary>
    TakeBack,

    /// <summary>通过这一步。</summary>
    Pass,

    /// <summary>依本单位的简化程序略过这一步；自动，也有记录。</summary>
    SkipByPlan,

    /// <summary>退回修改。</summary>
    Return,

    /// <summary>不能确定，报有关主管部门确定。</summary>
    EscalateToAuthority,

    /// <summary>不能确定，报保密行政管理部门确定。</summary>
    EscalateToSecrecyBureau,

    /// <summary>答复：可以公开。</summary>
    AnswerOpen,

    /// <summary>答复：修改后可以公开。</summary>
    AnswerAfterChange,

    /// <summary>答复：不得公开。</summary>
    AnswerNotOpen,

    /// <summary>定时发布。</summary>
    Schedule,

    /// <summary>取消定时。</summary>
    Unschedule,

    /// <summary>发布。</summary>
    Publish,

    /// <summary>到时发布；自动，也有记录。</summary>
    PublishOnTime,

    /// <summary>撤回已经发布的。</summary>
    Withdraw,

    /// <summary>更正：另拟新的版本，重新审查；已发布的在新版发布之前照旧可见。</summary>
    Revise,

    /// <summary>不主动公开，归档。</summary>
    Keep,

    /// <summary>重新评估，转为公开。条例第十八条。</summary>
    Reassess,
}

/// <summary>审查里的角色：组织里的角色，加上按时刻、按程序自动行事的系统。</summary>
public enum ReviewRole
{
    /// <summary>经办。</summary>
    Handler,

    /// <summary>科室负责人。</summary>
    OfficeHead,

    /// <summary>校对。</summary>
    Proofreader,

    /// <summary>分管领导。</summary>
    DeputyLeader,

    /// <summary>保密审查。</summary>
    SecrecyReviewer,

    /// <summary>公开机构负责人。</summary>
    DisclosureOfficeHead,

    /// <summary>系统。</summary>
    System,
}

/// <summary>审查要看的四性。</summary>
public enum ReviewQuality
{
    /// <summary>合法性。</summary>
    Legality,

    /// <summary>准确性。</summary>
    Accuracy,

    /// <summary>可公开性。</summary>
    Openness,

    /// <summary>保密性。</summary>
    Secrecy,
}

/// <summary>审查的程序：几审几校。人少的单位可以设得少些，要说明理由，送审时记下，页面上看得见。</summary>
public enum ReviewPlan
{
    /// <summary>三审三校。</summary>
    ThreeReviews,

    /// <summary>二审二校。</summary>
    TwoReviews,

    /// <summary>一审一校。</summary>
    OneReview,
}
