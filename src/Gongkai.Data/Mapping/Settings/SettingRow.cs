using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Settings;

/// <summary>设置：一个单位的一项设置，值是 JSON；不属于哪个单位的，单位是 <see cref="Audit.ChainId.System"/>。</summary>
public sealed class SettingRow : AggregateRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>名称，例如 <c>index-number.pattern</c>。</summary>
    public required string Name { get; init; }

    /// <summary>值，JSON。</summary>
    public required string Value { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.HasKey(row => new { row.Unit, row.Name });
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
