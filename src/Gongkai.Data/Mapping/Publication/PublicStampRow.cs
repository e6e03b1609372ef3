using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>公开内容的戳：公众看得见的有了变动就加一，只有一行。各节点看它变没变，决定页面缓存还能不能用。</summary>
public sealed class PublicStampRow
{
    /// <summary>唯一的一行的编号；第一次公开时才有这一行。</summary>
    public const int TheOne = 1;

    /// <summary>编号。</summary>
    public required int Id { get; init; }

    /// <summary>戳。</summary>
    public required long Value { get; set; }
}

internal sealed class PublicStampMapping : IEntityTypeConfiguration<PublicStampRow>
{
    public void Configure(EntityTypeBuilder<PublicStampRow> builder) => builder.Property(row => row.Id).ValueGeneratedNever();
}
