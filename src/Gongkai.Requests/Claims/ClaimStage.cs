namespace Gongkai.Requests.Claims;

/// <summary>诉求的种类：两种各有依据和结果，走同一张流程表。都不是申请，不计入年报表三。</summary>
public enum ClaimKind
{
    /// <summary>更正申请：与自身相关的政府信息记录不准确，要求更正。条例第四十一条。</summary>
    Correction,

    /// <summary>投诉举报：认为没有依法公开、答复。条例第四十七条、第五十一条。</summary>
    Complaint,
}

/// <summary>诉求怎样来的；照投诉举报台账“从哪里来”的写法。</summary>
public enum ClaimWay
{
    /// <summary>网上：在门户填的。</summary>
    Portal,

    /// <summary>来访。</summary>
    Visit,

    /// <summary>来信。</summary>
    Letter,

    /// <summary>电话。</summary>
    Phone,

    /// <summary>上级转办。</summary>
    FromSuperior,

    /// <summary>检查发现。</summary>
    Inspection,

    /// <summary>其他。</summary>
    Other,
}

/// <summary>诉求走到哪里。</summary>
public enum ClaimStage
{
    /// <summary>已提交：到了，还没有登记。</summary>
    Submitted,

    /// <summary>已登记：有了编号，办理期限起算；还没有受理。</summary>
    Registered,

    /// <summary>核查：受理了，正在核实。</summary>
    Examining,

    /// <summary>待补材料：等提出的人补充证据。</summary>
    AwaitingMaterial,

    /// <summary>待批准：处理意见拟好了。</summary>
    Proposed,

    /// <summary>待告知：批准了，还没有告诉提出的人。</summary>
    Decided,

    /// <summary>已告知。</summary>
    Told,

    /// <summary>已办结：告知了、要落实的落实了，或者撤回了。</summary>
    Closed,
}

/// <summary>所做的事。</summary>
public enum ClaimAction
{
    /// <summary>登记：赋编号，办理期限次日起算。</summary>
    Register,

    /// <summary>受理，开始核查。</summary>
    Accept,

    /// <summary>请补充证据：写明补什么、补到哪一天。</summary>
    AskMaterial,

    /// <summary>收到补充的证据：办理期限自次日重新计算。</summary>
    ReceiveMaterial,

    /// <summary>过了期没有补的，照现有材料接着核查；办理期限自次日重新计算。</summary>
    GoOn,

    /// <summary>记下核查：查了什么、凭什么。</summary>
    Record,

    /// <summary>拟处理意见：结果、理由。</summary>
    Propose,

    /// <summary>退回重拟。</summary>
    Return,

    /// <summary>批准处理意见；不能由拟的人批准。</summary>
    Approve,

    /// <summary>告知提出的人：文号、怎样告知的；期限到此为止。</summary>
    Tell,

    /// <summary>记下落实：更正了、整改了，凭什么。</summary>
    FollowUp,

    /// <summary>办结。</summary>
    Close,

    /// <summary>撤回。</summary>
    Withdraw,
}

/// <summary>谁做的。</summary>
public enum ClaimRole
{
    /// <summary>经办：凭“登记、办理依申请公开案件”。</summary>
    Handler,

    /// <summary>负责人：凭“审批答复、延期、不予公开”。</summary>
    Head,

    /// <summary>提出的人自己。</summary>
    Claimant,
}

/// <summary>结果：种类各不相同，见 <see cref="ClaimResults"/>。</summary>
public enum ClaimResult
{
    /// <summary>予以更正：记录确实不准确。</summary>
    Corrected,

    /// <summary>不予更正：记录准确，或者与提出的人无关，或者没有证据证明。</summary>
    NotCorrected,

    /// <summary>转送有权更正的机关。</summary>
    Forwarded,

    /// <summary>告知向有权更正的机关提出。</summary>
    Advised,

    /// <summary>成立，督促整改。</summary>
    Upheld,

    /// <summary>成立，通报批评。</summary>
    Criticised,

    /// <summary>不成立。</summary>
    Unfounded,

    /// <summary>转送有权处理的机关。</summary>
    Referred,

    /// <summary>不予受理。</summary>
    NotAccepted,
}
