namespace Gongkai.Publication.Drafting;

/// <summary>公开方式（公开属性）：拟稿时三选一，未选的不予流转。</summary>
public enum DisclosureMode
{
    /// <summary>主动公开。</summary>
    Active,

    /// <summary>依申请公开。</summary>
    OnRequest,

    /// <summary>不予公开。</summary>
    NotOpen,
}

/// <summary>不予公开的情形。条例第十四条至第十六条。</summary>
public enum NonDisclosureGround
{
    /// <summary>国家秘密。第十四条。</summary>
    StateSecret,

    /// <summary>法律、行政法规禁止公开。第十四条。</summary>
    ForbiddenByLaw,

    /// <summary>危及“三安全一稳定”。第十四条。</summary>
    SafetyStability,

    /// <summary>商业秘密、个人隐私等第三方合法权益。第十五条。</summary>
    ThirdPartyRights,

    /// <summary>内部事务信息。第十六条第一款。</summary>
    InternalAffairs,

    /// <summary>过程性信息。第十六条第二款。</summary>
    ProcessInformation,

    /// <summary>行政执法案卷信息。第十六条第二款。</summary>
    EnforcementFile,
}

/// <summary>所依据的文件的位阶。</summary>
public enum LegalRank
{
    /// <summary>法律。</summary>
    Law,

    /// <summary>行政法规。</summary>
    AdministrativeRegulation,

    /// <summary>地方性法规。</summary>
    LocalRegulation,

    /// <summary>规章。</summary>
    Rule,

    /// <summary>规范性文件。</summary>
    NormativeDocument,
}

/// <summary>第三方的意见。条例第十五条。</summary>
public enum ThirdPartyOpinion
{
    /// <summary>不涉及第三方。</summary>
    NotConcerned,

    /// <summary>同意公开。</summary>
    Consents,

    /// <summary>不同意公开。</summary>
    Objects,

    /// <summary>还没有答复，或者没有征求。</summary>
    Unknown,
}

/// <summary>所依据的法律文件。</summary>
/// <param name="Rank">位阶。</param>
/// <param name="Title">名称，连书名号。</param>
/// <param name="Article">条文。</param>
public sealed record LegalBasis(LegalRank Rank, string Title, string Article);

/// <summary>公开方式的认定：选什么，为什么。随文报批，签发人最终确定。</summary>
public sealed record DisclosureChoice
{
    /// <summary>公开方式。</summary>
    public required DisclosureMode Mode { get; init; }

    /// <summary>不主动公开的理由；主动公开的为空。</summary>
    public string? Reason { get; init; }

    /// <summary>不予公开的情形；其余为空。</summary>
    public NonDisclosureGround? Ground { get; init; }

    /// <summary>所依据的法律、行政法规；只有因此禁止公开的才要。</summary>
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>以第十六条为由时必答：法律、法规、规章是否规定应当公开；没有答的为空。</summary>
    public bool? OtherwiseMustBeOpen { get; init; }

    /// <summary>第三方的意见。</summary>
    public ThirdPartyOpinion ThirdParty { get; init; } = ThirdPartyOpinion.NotConcerned;

    /// <summary>不公开会对公共利益造成重大影响的认定；没有的为空。</summary>
    public string? PublicInterest { get; init; }

    /// <summary>主动公开，不涉及第三方。</summary>
    public static DisclosureChoice Active { get; } = new() { Mode = DisclosureMode.Active };

    /// <summary>文末的标识，例如“（此件公开发布）”。</summary>
    public string Mark => Mode switch
    {
        DisclosureMode.Active => "（此件公开发布）",
        DisclosureMode.OnRequest => "（此件依申请公开）",
        _ => "（此件不公开）",
    };
}
