using Gongkai.Data.Mapping.Publication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>一件申请转为主动公开：为它拟的、公开的哪一条信息。条例第四十四条。</summary>
public sealed class RequestPublicationRow
{
    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>哪一条信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>哪一天连上的。</summary>
    public required DateOnly LinkedOn { get; init; }

    /// <summary>谁连上的。</summary>
    public required Guid LinkedBy { get; init; }
}

internal sealed class RequestPublicationMapping : IEntityTypeConfiguration<RequestPublicationRow>
{
    public void Configure(EntityTypeBuilder<RequestPublicationRow> builder)
    {
        builder.ToTable("request_publication");
        builder.HasKey(row => new { row.Case, row.Item });
        builder.HasIndex(row => row.Item);
        builder.HasOne<RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
    }
}
