using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.AnnualReports;

/// <summary>催报：主管部门催一个单位报一年的年报，只添不改。</summary>
public sealed class ReportReminderRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>被催的单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>报告的年度。</summary>
    public required int Year { get; init; }

    /// <summary>催的主管部门。</summary>
    public required Guid Authority { get; init; }

    /// <summary>时刻。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>谁催的。</summary>
    public required Guid By { get; init; }

    /// <summary>说的话。</summary>
    public required string Text { get; init; }
}

internal sealed class ReportReminderMapping : IEntityTypeConfiguration<ReportReminderRow>
{
    public void Configure(EntityTypeBuilder<ReportReminderRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Unit, row.Year });
        builder.HasIndex(row => new { row.Authority, row.Year });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Authority).OnDelete(DeleteBehavior.Restrict);
    }
}
