using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Organisations.Access;

/// <summary>权限：能做的一类事。谁有，见 <see cref="PermissionTable"/>。</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "权限就叫 Permission，与旧的代码访问安全无关。")]
public enum Permission
{
    /// <summary>查看未公开的内容。</summary>
    ReadUnpublished,

    /// <summary>拟稿、修改、送审。</summary>
    DraftItem,

    /// <summary>校对。</summary>
    ProofreadItem,

    /// <summary>审核。</summary>
    ReviewItem,

    /// <summary>合法性审核。</summary>
    LegalReview,

    /// <summary>保密审查。</summary>
    SecrecyReview,

    /// <summary>决定豁免扫描命中：另一人申请的、不是自己写的稿。</summary>
    ExemptFinding,

    /// <summary>记录有权机关的答复。条例第十七条。</summary>
    RecordAnswer,

    /// <summary>发布、定时发布。</summary>
    PublishItem,

    /// <summary>撤回已发布的。</summary>
    WithdrawItem,

    /// <summary>维护栏目、指南、制度、事项清单。</summary>
    MaintainColumns,

    /// <summary>维护规章和规范性文件库。</summary>
    MaintainNormative,

    /// <summary>登记台账：许可、处罚、收费、渠道、舆情等。</summary>
    KeepRegister,

    /// <summary>查看依申请公开案件。</summary>
    ReadCase,

    /// <summary>登记、办理依申请公开案件。</summary>
    HandleCase,

    /// <summary>审批答复、延期、不予公开。</summary>
    ApproveCase,

    /// <summary>查看申请人、提意见的人的个人信息；每次查看都有记录。</summary>
    ReadPersonalData,

    /// <summary>信息处理费通知与收缴登记。</summary>
    ChargeFee,

    /// <summary>编制年度报告。</summary>
    CompileReport,

    /// <summary>审核年度报告。</summary>
    ReviewReport,

    /// <summary>签发年度报告。</summary>
    SignReport,

    /// <summary>收集、退回、汇总年度报告。</summary>
    CollectReports,

    /// <summary>检查、督办、通报、考核。</summary>
    Supervise,

    /// <summary>查看台账和统计。</summary>
    ReadLedger,

    /// <summary>维护单位和内设机构。</summary>
    ManageUnits,

    /// <summary>维护人员、角色，重置密码。</summary>
    ManagePeople,

    /// <summary>系统设置。</summary>
    ManageSettings,

    /// <summary>查看审计记录。</summary>
    ReadAudit,

    /// <summary>校验审计链。</summary>
    VerifyAudit,
}

/// <summary>权限的范围：对哪些单位有。</summary>
public enum PermissionScope
{
    /// <summary>本：任职的单位。</summary>
    Own,

    /// <summary>管：任职的单位所主管的各单位。条例第三条。</summary>
    Overseen,

    /// <summary>辖：任职的单位及其全部下级。</summary>
    Subtree,
}
