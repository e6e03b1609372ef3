using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>本地登记的区划代码，见 <see cref="LocalRegion"/>。</summary>
public sealed class LocalRegionRow
{
    /// <summary>六位数字。</summary>
    public required string Code { get; init; }

    /// <summary>全称。</summary>
    public required string Name { get; init; }

    /// <summary>相当于哪一级。</summary>
    public required RegionLevel Level { get; init; }

    /// <summary>为什么登记。</summary>
    public required string Reason { get; init; }

    internal LocalRegion ToRegion() => new(Code, Name, Level, Reason);
}

internal sealed class LocalRegionMapping : IEntityTypeConfiguration<LocalRegionRow>
{
    public void Configure(EntityTypeBuilder<LocalRegionRow> builder) => builder.HasKey(row => row.Code);
}
