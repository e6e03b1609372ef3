namespace Gongkai.Organisations.Access;

/// <summary>角色：在某个单位里担任什么。称呼与职责见 <see cref="RoleTable"/>。</summary>
public enum Role
{
    /// <summary>经办。</summary>
    Handler,

    /// <summary>科室负责人。</summary>
    OfficeHead,

    /// <summary>校对。</summary>
    Proofreader,

    /// <summary>法制审核。</summary>
    LegalReviewer,

    /// <summary>保密审查。条例第十七条。</summary>
    SecrecyReviewer,

    /// <summary>分管领导。</summary>
    DeputyLeader,

    /// <summary>公开机构负责人：政府信息公开工作机构的负责人。条例第四条。</summary>
    DisclosureOfficeHead,

    /// <summary>主管部门：政府信息公开工作主管部门的工作人员。条例第三条。</summary>
    AuthorityOfficer,

    /// <summary>收费经办。</summary>
    FeeClerk,

    /// <summary>系统管理员。</summary>
    Administrator,

    /// <summary>审计员。</summary>
    Auditor,
}
