using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>单位的一段情况，见 <see cref="UnitPeriod"/> 与 <see cref="UnitFacts"/>。</summary>
public sealed class UnitPeriodRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>自哪一天起（含）。</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>全称。</summary>
    public string Name { get; set; } = "";

    /// <summary>简称。</summary>
    public string? ShortName { get; set; }

    /// <summary>层级。</summary>
    public UnitLevel Level { get; set; }

    /// <summary>性质。</summary>
    public UnitKind Kind { get; set; }

    /// <summary>六位行政区划代码。</summary>
    public string? RegionCode { get; set; }

    /// <summary>统一社会信用代码。</summary>
    public string? CreditCode { get; set; }

    /// <summary>上级。</summary>
    public Guid? Superior { get; set; }

    /// <summary>主管部门。</summary>
    public Guid? CompetentAuthority { get; set; }

    /// <summary>另行认定的规章制定权；没有另行认定的为空。</summary>
    public bool? MayMakeRegulations { get; set; }

    /// <summary>另行认定的理由。</summary>
    public string? RegulationReason { get; set; }

    /// <summary>办公地址；还没有填联系方式的，五项都为空。</summary>
    public string? Address { get; set; }

    /// <summary>办公时间。</summary>
    public string? OfficeHours { get; set; }

    /// <summary>联系电话。</summary>
    public string? Phone { get; set; }

    /// <summary>传真号码。</summary>
    public string? Fax { get; set; }

    /// <summary>互联网联系方式。</summary>
    public string? Online { get; set; }

    /// <summary>为什么。</summary>
    public string Reason { get; set; } = "";

    internal UnitPeriod ToPeriod() => new(
        ValidFrom,
        new UnitFacts
        {
            Name = Name,
            ShortName = ShortName,
            Level = Level,
            Kind = Kind,
            RegionCode = RegionCode,
            CreditCode = CreditCode,
            Superior = Id(Superior),
            CompetentAuthority = Id(CompetentAuthority),
            RegulationPower = MayMakeRegulations is { } may ? new RegulationPowerOverride(may, RegulationReason!) : null,
            Contact = Address is null ? null : new UnitContact(Address, OfficeHours!, Phone!, Fax!, Online!),
        },
        Reason);

    internal void Take(UnitPeriod period)
    {
        var facts = period.Facts;
        (Name, ShortName, Level, Kind, RegionCode, CreditCode) = (facts.Name, facts.ShortName, facts.Level, facts.Kind, facts.RegionCode, facts.CreditCode);
        (Superior, CompetentAuthority) = (facts.Superior?.Value, facts.CompetentAuthority?.Value);
        (MayMakeRegulations, RegulationReason) = (facts.RegulationPower?.MayMake, facts.RegulationPower?.Reason);
        (Address, OfficeHours, Phone, Fax, Online) = (facts.Contact?.Address, facts.Contact?.OfficeHours, facts.Contact?.Phone, facts.Contact?.Fax, facts.Contact?.Online);
        Reason = period.Reason;
    }

    private static UnitId? Id(Guid? id) => id is { } value ? new UnitId(value) : null;
}

internal sealed class UnitPeriodMapping : IEntityTypeConfiguration<UnitPeriodRow>
{
    public void Configure(EntityTypeBuilder<UnitPeriodRow> builder) => builder.HasKey(row => new { row.Unit, row.ValidFrom });
}
