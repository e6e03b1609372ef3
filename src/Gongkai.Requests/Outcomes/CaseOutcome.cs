namespace Gongkai.Requests.Outcomes;

/// <summary>申请的结局：一件申请只有一个。称呼、依据、在年报里的行见 <see cref="OutcomeTable"/>。</summary>
public enum CaseOutcome
{
    /// <summary>已经主动公开，告知获取的方式和途径。条例第三十六条第一项。</summary>
    AlreadyPublic,

    /// <summary>予以公开。条例第三十六条第二项。</summary>
    Granted,

    /// <summary>部分公开：区分处理。条例第三十七条。</summary>
    PartlyGranted,

    /// <summary>国家秘密。条例第十四条。</summary>
    StateSecret,

    /// <summary>法律、行政法规禁止公开；地方性法规、规章不算。条例第十四条。</summary>
    ForbiddenByLaw,

    /// <summary>危及国家安全、公共安全、经济安全、社会稳定。条例第十四条。</summary>
    SafetyStability,

    /// <summary>商业秘密、个人隐私等第三方合法权益。条例第十五条、第三十二条。</summary>
    ThirdPartyRights,

    /// <summary>人事管理、后勤管理、内部工作流程。条例第十六条第一款。</summary>
    InternalAffairs,

    /// <summary>讨论记录、过程稿、磋商信函、请示报告。条例第十六条第二款。</summary>
    ProcessInformation,

    /// <summary>行政执法案卷。条例第十六条第二款。</summary>
    EnforcementFile,

    /// <summary>行政查询事项：依照有关法律、行政法规的特别规定办理。条例第三十六条第七项。</summary>
    AdministrativeQuery,

    /// <summary>经检索没有，信息不存在。条例第三十六条第四项。</summary>
    NotExisting,

    /// <summary>不属于本机关负责公开。条例第三十六条第五项。</summary>
    NotResponsible,

    /// <summary>没有现成的信息，需要加工、分析。条例第三十八条。</summary>
    NeedsCreation,

    /// <summary>补正之后申请内容仍不明确。条例第三十条。</summary>
    StillUnclear,

    /// <summary>信访、投诉、举报等活动。条例第三十九条第一款。</summary>
    Petition,

    /// <summary>重复申请。条例第三十六条第六项。</summary>
    Repeated,

    /// <summary>要求提供公开出版物。条例第三十九条第二款。</summary>
    PublicPublication,

    /// <summary>无正当理由大量反复申请。条例第三十五条。</summary>
    Excessive,

    /// <summary>要求确认或者重新出具已经取得的信息。</summary>
    Reconfirmation,

    /// <summary>咨询等，所要的不是政府信息。条例第二条。</summary>
    NotGovernmentInformation,

    /// <summary>无正当理由逾期不补正，不再处理。条例第三十条。</summary>
    CorrectionOverdue,

    /// <summary>逾期不缴信息处理费，不再处理。</summary>
    FeeOverdue,

    /// <summary>申请人撤回。</summary>
    Withdrawn,

    /// <summary>转并，或者因其他缘由终止。</summary>
    Terminated,
}

/// <summary>一种结局要有的东西；缺了的，不能据此答复。</summary>
public enum OutcomeNeed
{
    /// <summary>理由。</summary>
    Reason,

    /// <summary>检索记录：范围、关键词、人员、时间。</summary>
    Search,

    /// <summary>征求过第三方意见，或者说明为什么明显不必征求。</summary>
    Consultation,

    /// <summary>在先已经答复的同一申请人的一件。</summary>
    Earlier,

    /// <summary>要求过补正，申请人补正过。</summary>
    Correction,

    /// <summary>要求过说明理由。</summary>
    Asked,

    /// <summary>不公开的各部分各属什么情形。</summary>
    Grounds,

    /// <summary>获取的方式和途径。</summary>
    Where,

    /// <summary>哪部法律、行政法规的哪一条。</summary>
    Law,
}

/// <summary>怎样结束。</summary>
public enum CaseEnding
{
    /// <summary>作出答复。</summary>
    Answer,

    /// <summary>终止：不再处理、撤回、转并。</summary>
    Closing,
}
