using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Redaction;

/// <summary>遮盖的理由：每一处都要写明属条例的哪一条。条例第三十七条。</summary>
public enum RedactionGround
{
    /// <summary>个人隐私。条例第十五条。</summary>
    Privacy,

    /// <summary>商业秘密。条例第十五条。</summary>
    TradeSecret,

    /// <summary>国家秘密。条例第十四条。</summary>
    StateSecret,

    /// <summary>法律、行政法规禁止公开。条例第十四条。</summary>
    ForbiddenByLaw,

    /// <summary>危及国家安全、公共安全、经济安全、社会稳定。条例第十四条。</summary>
    SafetyStability,

    /// <summary>内部事务：人事管理、后勤管理、内部工作流程。条例第十六条第一款。</summary>
    InternalAffairs,

    /// <summary>过程性信息：讨论记录、过程稿、磋商信函、请示报告。条例第十六条第二款。</summary>
    ProcessInformation,

    /// <summary>行政执法案卷。条例第十六条第二款。</summary>
    EnforcementFile,
}

/// <summary>遮盖理由的说法与依据。</summary>
public static class RedactionGrounds
{
    /// <summary>说法，例如“个人隐私”。</summary>
    public static string Caption(this RedactionGround ground) => ground switch
    {
        RedactionGround.Privacy => "个人隐私",
        RedactionGround.TradeSecret => "商业秘密",
        RedactionGround.InternalAffairs => "内部事务",
        RedactionGround.ProcessInformation => "过程性信息",
        _ => ground.Outcome().Entry().Caption,
    };

    /// <summary>属不予公开的哪一种情形：答复里要写的是它。</summary>
    public static CaseOutcome Outcome(this RedactionGround ground) => ground switch
    {
        RedactionGround.Privacy or RedactionGround.TradeSecret => CaseOutcome.ThirdPartyRights,
        RedactionGround.StateSecret => CaseOutcome.StateSecret,
        RedactionGround.ForbiddenByLaw => CaseOutcome.ForbiddenByLaw,
        RedactionGround.SafetyStability => CaseOutcome.SafetyStability,
        RedactionGround.InternalAffairs => CaseOutcome.InternalAffairs,
        RedactionGround.ProcessInformation => CaseOutcome.ProcessInformation,
        _ => CaseOutcome.EnforcementFile,
    };

    /// <summary>依据，例如“《政府信息公开条例》第十五条”。</summary>
    public static string Basis(this RedactionGround ground) => ground.Outcome().Entry().Basis!.ToString();
}
