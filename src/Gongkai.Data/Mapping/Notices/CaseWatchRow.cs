using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Notices;

/// <summary>关注：一个人关注着一件申请。取消了就没有这一行。</summary>
public sealed class CaseWatchRow
{
    /// <summary>哪一件。</summary>
    public required Guid Case { get; init; }

    /// <summary>谁。</summary>
    public required Guid Person { get; init; }

    /// <summary>从什么时刻起，UTC。</summary>
    public required DateTimeOffset Since { get; init; }
}

internal sealed class CaseWatchMapping : IEntityTypeConfiguration<CaseWatchRow>
{
    public void Configure(EntityTypeBuilder<CaseWatchRow> builder)
    {
        builder.HasKey(row => new { row.Case, row.Person });
        builder.HasOne<Requests.RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisations.PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
