namespace Gongkai.Requests.Process;

/// <summary>申请走到哪里。征求意见、收费是办理之中的线程，各有时钟，不是状态。</summary>
public enum CaseStage
{
    /// <summary>已提交：到了，还没有认定收到的日期。</summary>
    Submitted,

    /// <summary>待确认：互联网、传真、平常信函，收到日是双方确认之日。条例第三十一条。</summary>
    Unconfirmed,

    /// <summary>已收到：收到日定了，期限次日起算；还没有登记。</summary>
    Received,

    /// <summary>已登记：有了编号，还没有交办。</summary>
    Registered,

    /// <summary>审核：看内容清不清楚，属不属于申请。</summary>
    Examining,

    /// <summary>待补正。条例第三十条。</summary>
    AwaitingCorrection,

    /// <summary>待说明理由。条例第三十五条。</summary>
    AwaitingReason,

    /// <summary>办理：检索、征求意见、收费、延期。</summary>
    Processing,

    /// <summary>拟答复。</summary>
    Drafting,

    /// <summary>答复审查：法制审核、保密审查、审批。</summary>
    InReview,

    /// <summary>待发出：答复批准了。</summary>
    Approved,

    /// <summary>已答复：以答复书发出之日为准，计入年报。</summary>
    Replied,

    /// <summary>已送达。</summary>
    Delivered,

    /// <summary>已终止：不再处理、撤回、转并。</summary>
    Closed,

    /// <summary>已归档。条例第四十五条。</summary>
    Archived,
}

/// <summary>所做的事。</summary>
public enum CaseAction
{
    /// <summary>认定收到：当面提交、签收的邮件、口头，收到日由证据定。条例第三十一条。</summary>
    Receive,

    /// <summary>待双方确认：互联网、传真、电子邮件、平常信函。条例第三十一条。</summary>
    AwaitConfirmation,

    /// <summary>双方确认：这一天是收到日。条例第三十一条。</summary>
    Confirm,

    /// <summary>联系不上：记下怎样联系过；自恢复联络之日确认。</summary>
    RecordUnreached,

    /// <summary>登记：赋编号，发接收回执。</summary>
    Register,

    /// <summary>交办。</summary>
    Assign,

    /// <summary>改派。</summary>
    Reassign,

    /// <summary>当场答复：已经主动公开或者可以当场提供的。条例第三十三条第一款。</summary>
    AnswerOnSpot,

    /// <summary>告知补正：一次列全，写明期限和后果。条例第三十条。</summary>
    RequestCorrection,

    /// <summary>收到补正：答复期限自次日重新计算。条例第三十条。</summary>
    ReceiveCorrection,

    /// <summary>有正当理由，宽限补正。</summary>
    AllowMoreTime,

    /// <summary>逾期不补正，不再处理。条例第三十条。</summary>
    LapseCorrection,

    /// <summary>要求说明理由：数量、频次明显超过合理范围。条例第三十五条。</summary>
    AskReason,

    /// <summary>理由合理；不能按期答复的，可以定延迟答复的合理期限。条例第三十五条。</summary>
    AcceptReason,

    /// <summary>理由不合理，或者没有说明。条例第三十五条。</summary>
    RejectReason,

    /// <summary>内容清楚，转入办理。</summary>
    Accept,

    /// <summary>记下检索：范围、关键词、人员、时间。</summary>
    RecordSearch,

    /// <summary>征求第三方意见：发出次日起不计入期限。条例第三十二条。</summary>
    ConsultThirdParty,

    /// <summary>征求共同制作机关意见：发出次日起不计入期限。条例第三十四条。</summary>
    ConsultJointMaker,

    /// <summary>征求意见书送达：对方的十五个工作日自次日起算。</summary>
    DeliverConsultation,

    /// <summary>征求意见结束：收到意见、期满、撤回。</summary>
    EndConsultation,

    /// <summary>发出收费通知。条例第四十二条。</summary>
    IssueFeeNotice,

    /// <summary>收费通知送达：二十个工作日自次日起算。</summary>
    DeliverFeeNotice,

    /// <summary>缴清：处理期限自次日重新计算。</summary>
    RecordPayment,

    /// <summary>逾期不缴费，不再处理。</summary>
    LapseFee,

    /// <summary>批准延期：一次，原期限届满以前，至多二十个工作日。条例第三十三条第二款。</summary>
    ApproveExtension,

    /// <summary>告知延期。条例第三十三条第二款。</summary>
    NotifyExtension,

    /// <summary>拟答复。</summary>
    StartDraft,

    /// <summary>转回办理。</summary>
    ResumeProcessing,

    /// <summary>答复送审。</summary>
    SubmitDraft,

    /// <summary>法制审核通过。</summary>
    PassLegal,

    /// <summary>保密审查通过。条例第十七条。</summary>
    PassSecrecy,

    /// <summary>退回修改。</summary>
    ReturnDraft,

    /// <summary>批准答复。</summary>
    ApproveAnswer,

    /// <summary>发出答复：期限到此为止，这一天是答复日。</summary>
    SendAnswer,

    /// <summary>记下送达。</summary>
    RecordDelivery,

    /// <summary>更正笔误：出新的版本，原件照留。</summary>
    CorrectSlip,

    /// <summary>撤回申请。</summary>
    Withdraw,

    /// <summary>终止：转并，或者别的缘由。</summary>
    Terminate,

    /// <summary>归档。条例第四十五条。</summary>
    Archive,

    /// <summary>由原来的台账移入：系统启用以前收到的，收到日照原台账。</summary>
    TakeOver,

    /// <summary>由原来的台账移入：告知过补正，还在等。条例第三十条。</summary>
    TakeOverCorrection,

    /// <summary>由原来的台账移入：已经办结，案卷在原来的档案里。</summary>
    TakeOverResult,

    /// <summary>重算期限：节假日的通知变了，照新的日历从头算，与原来不一样的记这一件。</summary>
    RecomputeDeadline,

    /// <summary>责令重新答复：由已经办结的一件另立，直接转入办理，期限照责令的。</summary>
    OpenRedo,
}

/// <summary>以什么角色办理申请。</summary>
public enum CaseRole
{
    /// <summary>申请人。</summary>
    Applicant,

    /// <summary>经办。</summary>
    Handler,

    /// <summary>科室负责人。</summary>
    OfficeHead,

    /// <summary>公开机构负责人。</summary>
    DisclosureOfficeHead,

    /// <summary>法制审核。</summary>
    LegalReviewer,

    /// <summary>保密审查。</summary>
    SecrecyReviewer,

    /// <summary>分管领导。</summary>
    DeputyLeader,

    /// <summary>收费经办。</summary>
    FeeClerk,

    /// <summary>系统：到期自动记的。</summary>
    System,
}
