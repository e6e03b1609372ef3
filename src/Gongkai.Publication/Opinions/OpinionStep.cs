namespace Gongkai.Publication.Opinions;

/// <summary>意见征集到了哪一步。</summary>
public enum OpinionStep
{
    /// <summary>筹备：公告还没有发布。</summary>
    Draft,

    /// <summary>待开始：公告发布了，还没有到开始之日。</summary>
    Announced,

    /// <summary>征集中：开始之日到最后一日（含）。</summary>
    Open,

    /// <summary>已截止：最后一日过了，结果还没有公布。</summary>
    Closed,

    /// <summary>已反馈：结果公布了。</summary>
    Answered,

    /// <summary>已出台：关联了正式文本。</summary>
    Adopted,

    /// <summary>已中止。</summary>
    Stopped,
}

/// <summary>对意见征集所做的事。</summary>
public enum OpinionAction
{
    /// <summary>修改登记的各项。</summary>
    Edit,

    /// <summary>公告发布：作为一条信息，审查通过发布的时候。</summary>
    Announce,

    /// <summary>到了开始之日。</summary>
    Start,

    /// <summary>延长：写明理由。</summary>
    Extend,

    /// <summary>过了最后一日。</summary>
    Close,

    /// <summary>归并意见、写采纳情况。</summary>
    Group,

    /// <summary>拟定结果：各组的采纳情况写成一条信息，送审。</summary>
    DraftResult,

    /// <summary>收回重整：结果还没有发布，收回来再改。</summary>
    ReopenResult,

    /// <summary>结果发布：作为一条信息，审查通过发布的时候。</summary>
    PublishResult,

    /// <summary>关联正式文本。</summary>
    Adopt,

    /// <summary>中止：写明给公众看的理由。</summary>
    Stop,
}

/// <summary>由谁办。</summary>
public enum OpinionParty
{
    /// <summary>可以拟稿的人：经办、科室负责人、公开机构负责人。</summary>
    Drafter,

    /// <summary>可以发布的人：公开机构负责人。</summary>
    Publisher,

    /// <summary>系统：到了日子，或者信息发布了。</summary>
    System,
}
