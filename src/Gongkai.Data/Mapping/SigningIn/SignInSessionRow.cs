using Gongkai.Data.Mapping.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.SigningIn;

/// <summary>登录的会话：一次登录，到退出、被结束、闲置太久或者期满为止。</summary>
public sealed class SignInSessionRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>人员。</summary>
    public required Guid Person { get; init; }

    /// <summary>登录时账号的印记。</summary>
    public required Guid Stamp { get; set; }

    /// <summary>何时登录。</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>最近一次使用，约略到一分钟。</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>何时结束；没有结束的为空。</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>登录时用了动态口令。</summary>
    public required bool WithTotp { get; init; }

    /// <summary>从哪个网段登录，例如 <c>10.1.2.0/24</c>；不知道的为空。</summary>
    public string? Network { get; init; }

    /// <summary>什么设备，例如“Firefox · Windows”；不知道的为空。</summary>
    public string? Device { get; init; }
}

internal sealed class SignInSessionMapping : IEntityTypeConfiguration<SignInSessionRow>
{
    public void Configure(EntityTypeBuilder<SignInSessionRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person);
    }
}
