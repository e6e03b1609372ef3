using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Outbox;

/// <summary>租约：一件只能由一个节点做的事，现在归谁，到什么时候。</summary>
internal sealed class LeaseRow
{
    public required string Name { get; init; }

    public required Guid Holder { get; set; }

    public required DateTimeOffset Until { get; set; }
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.HasKey(row => row.Name);
}
