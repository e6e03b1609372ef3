using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Gongkai.Organisations.People;

namespace Gongkai.Data.Mapping.Notices;

/// <summary>提醒过了：一件申请（或者一个单位的年报）的一个最后一日，一种提醒只有一行，所以不会提醒两次。告诉了谁在 <see cref="NoticeRow"/>。</summary>
public sealed class ReminderRow
{
    /// <summary>申请的标识；年报的，是单位的标识。</summary>
    public required Guid Subject { get; init; }

    /// <summary>哪一种。</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>照哪个最后一日（含）。</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>哪个单位的。</summary>
    public required Guid Unit { get; init; }

    /// <summary>时刻，UTC。</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.HasKey(row => new { row.Subject, row.Kind, row.DueOn });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}
