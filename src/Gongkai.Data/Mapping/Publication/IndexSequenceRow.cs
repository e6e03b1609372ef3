using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>索引号的流水：一个范围最近用到的数，见 <see cref="Gongkai.Publication.Catalogue.IndexPattern.SequenceKey"/>。</summary>
public sealed class IndexSequenceRow : AggregateRow
{
    /// <summary>范围，例如“486344515/2024-#”。</summary>
    public required string Key { get; init; }

    /// <summary>最近用到的数；还没有用过是 0。</summary>
    public int Last { get; set; }
}

/// <summary>一个单位自某日起的审查程序，见 <see cref="Gongkai.Publication.Review.ReviewSetting"/>。</summary>
public sealed class ReviewSettingRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>自哪一天起（含）。</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>程序。</summary>
    public required Gongkai.Publication.Review.ReviewPlan Plan { get; init; }

    /// <summary>谁定的。</summary>
    public required Guid Person { get; init; }

    /// <summary>少于三审三校的理由。</summary>
    public string? Reason { get; init; }
}

internal sealed class IndexSequenceMapping : IEntityTypeConfiguration<IndexSequenceRow>
{
    public void Configure(EntityTypeBuilder<IndexSequenceRow> builder)
    {
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ReviewSettingMapping : IEntityTypeConfiguration<ReviewSettingRow>
{
    public void Configure(EntityTypeBuilder<ReviewSettingRow> builder)
    {
        builder.HasKey(row => new { row.Unit, row.ValidFrom });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}
