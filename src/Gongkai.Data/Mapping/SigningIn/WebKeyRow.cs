using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.SigningIn;

/// <summary>网页的密钥：登录 cookie 和防伪标记用的。存在库里，各节点共用，任何节点都认得；内容封着。</summary>
public sealed class WebKeyRow
{
    /// <summary>名称。</summary>
    public required string Id { get; init; }

    /// <summary>内容，封着的。</summary>
    public required byte[] Content { get; set; }

    /// <summary>何时存的。</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class WebKeyMapping : IEntityTypeConfiguration<WebKeyRow>
{
    public void Configure(EntityTypeBuilder<WebKeyRow> builder) => builder.HasKey(row => row.Id);
}
