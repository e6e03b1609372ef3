using Gongkai.Law.Process;
using Gongkai.Organisations.Access;

namespace Gongkai.AnnualReports.Filing;

/// <summary>编报流程的用语，一处写定。</summary>
public static class FilingWording
{
    /// <summary>流程表用的说法。</summary>
    public static ProcessWording<FilingStage, FilingAction, FilingRole> Process { get; } = new("年报编报", Caption, Caption, Caption);

    /// <summary>状态的说法，例如“待签发”。</summary>
    public static string Caption(this FilingStage stage) => stage switch
    {
        FilingStage.Compiling => "编制中",
        FilingStage.OfficeReview => "待审核",
        FilingStage.LeaderSign => "待签发",
        FilingStage.Submitted => "已报送",
        FilingStage.Returned => "被退回",
        FilingStage.Accepted => "已接收",
        FilingStage.Published => "已公布",
        _ => "已锁定",
    };

    /// <summary>动作的说法，例如“签发报送”。</summary>
    public static string Caption(this FilingAction action) => action switch
    {
        FilingAction.Keep => "存一版",
        FilingAction.SelfCheck => "自查送审",
        FilingAction.Pass => "审核通过",
        FilingAction.ReturnDraft => "退回修改",
        FilingAction.DeclineToSign => "不予签发",
        FilingAction.Sign => "签发报送",
        FilingAction.SignAlone => "签发",
        FilingAction.Recall => "撤回报送",
        FilingAction.TakeIn => "代收",
        FilingAction.SendBack => "退回重报",
        FilingAction.Accept => "接收",
        FilingAction.Publish => "公布",
        FilingAction.AddPast => "补登往年",
        FilingAction.Withdraw => "撤下",
        FilingAction.Lock => "锁定",
        _ => "更正",
    };

    /// <summary>角色的说法，例如“编报的人”。</summary>
    public static string Caption(this FilingRole role) => role switch
    {
        FilingRole.Compiler => "编报的人",
        FilingRole.Reviewer => "审核的人",
        FilingRole.Signer => "签发的人",
        _ => "主管部门",
    };

    /// <summary>凭哪项权限算这个角色。</summary>
    public static Permission Permission(this FilingRole role) => role switch
    {
        FilingRole.Compiler => Organisations.Access.Permission.CompileReport,
        FilingRole.Reviewer => Organisations.Access.Permission.ReviewReport,
        FilingRole.Signer => Organisations.Access.Permission.SignReport,
        _ => Organisations.Access.Permission.CollectReports,
    };
}
