using Gongkai.Data.Mapping.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.SigningIn;

/// <summary>接口的令牌：一个人在一个单位之内，凭它让程序代他做范围之内的事。只存带密钥的散列，原文谁也看不到第二次。</summary>
public sealed class ApiTokenRow : AggregateRow
{
    /// <summary>标识；也写在令牌里，凭它找到这一行。</summary>
    public required Guid Id { get; init; }

    /// <summary>在哪个单位之内。</summary>
    public required Guid Unit { get; init; }

    /// <summary>持有的人：经令牌做的事记在他名下。</summary>
    public required Guid Person { get; init; }

    /// <summary>叫什么，例如“办公系统报送”。</summary>
    public required string Name { get; init; }

    /// <summary>范围的代码，逗号隔开。</summary>
    public required string Scopes { get; init; }

    /// <summary>哪位系统管理员准许的。</summary>
    public required Guid IssuedBy { get; init; }

    /// <summary>何时准许的。</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>到哪一天为止（含），北京时间。</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>令牌的散列；持有的人还没有领取的为空。</summary>
    public byte[]? Fingerprint { get; set; }

    /// <summary>何时收回的；没有收回的为空。</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>最近一次使用，约略到一分钟；没有用过的为空。</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiTokenRow>
{
    public void Configure(EntityTypeBuilder<ApiTokenRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
