namespace Gongkai.Organisations.Units;

/// <summary>单位在某一段时间里的情况：名称、层级、性质、区划、隶属。情况变了另起一段，从前的一段留着。</summary>
public sealed record UnitFacts
{
    /// <summary>全称，例如“云泽市文化和旅游局”。同一天没有两个单位同名。</summary>
    public required string Name { get; init; }

    /// <summary>简称，用于文号、索引和版面；没有的为空。</summary>
    public string? ShortName { get; init; }

    /// <summary>层级。</summary>
    public required UnitLevel Level { get; init; }

    /// <summary>性质。</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>六位行政区划代码（GB/T 2260，或者登记过的地方代码）；国家级为空。</summary>
    public string? RegionCode { get; init; }

    /// <summary>统一社会信用代码，18 位（GB 32100）；还没有的为空。</summary>
    public string? CreditCode { get; init; }

    /// <summary>上级：隶属于哪个单位；最上面的为空。</summary>
    public UnitId? Superior { get; init; }

    /// <summary>主管部门：同级政府办公厅（室），垂直领导的是本系统的办公厅（室）；为空的随上级。条例第三条。</summary>
    public UnitId? CompetentAuthority { get; init; }

    /// <summary>对规章制定权的另行认定；为空的按层级和性质推定。</summary>
    public RegulationPowerOverride? RegulationPower { get; init; }

    /// <summary>公开指南上的联系方式；还没有填的为空。条例第十二条。</summary>
    public UnitContact? Contact { get; init; }
}

/// <summary>联系方式：公开指南必须写明的各项。条例第十二条。</summary>
/// <param name="Address">办公地址。</param>
/// <param name="OfficeHours">办公时间。</param>
/// <param name="Phone">联系电话。</param>
/// <param name="Fax">传真号码；没有传真的写“无”。</param>
/// <param name="Online">互联网联系方式：电子邮箱或者网上申请的地址。</param>
public sealed record UnitContact(string Address, string OfficeHours, string Phone, string Fax, string Online);

/// <summary>对规章制定权的另行认定。</summary>
/// <param name="MayMake">能否制定规章。</param>
/// <param name="Reason">理由，必填，例如全国人大常委会的某项决定。</param>
public sealed record RegulationPowerOverride(bool MayMake, string Reason);
