using Gongkai.Data.Mapping.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.SigningIn;

/// <summary>账号：一个人怎样登录。口令只存散列，动态口令的种子封着存。</summary>
public sealed class AccountRow : AggregateRow
{
    /// <summary>人员。</summary>
    public required Guid Person { get; init; }

    /// <summary>口令的散列。</summary>
    public required string PasswordHash { get; set; }

    /// <summary>口令何时定的。</summary>
    public DateTimeOffset PasswordSetAt { get; set; }

    /// <summary>一次性口令：登录以后必须先改。</summary>
    public bool MustChange { get; set; }

    /// <summary>一次性口令到何时作废；自己定的口令为空。</summary>
    public DateTimeOffset? OneTimeUntil { get; set; }

    /// <summary>印记：口令或动态口令一变就换，带着旧印记的会话随之失效。</summary>
    public Guid Stamp { get; set; }

    /// <summary>连续失败了几次。</summary>
    public int Failures { get; set; }

    /// <summary>这一串失败从何时起。</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>锁定到何时；没有锁定的为空。</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>动态口令的种子，封着的；没有设的为空。</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>动态口令已经试过、生效了。</summary>
    public bool TotpConfirmed { get; set; }

    /// <summary>最近用过的动态口令是第几步；用过的不能再用。</summary>
    public long? TotpLastStep { get; set; }

    /// <summary>备用码。</summary>
    public List<RecoveryCodeRow> RecoveryCodes { get; } = [];
}

/// <summary>备用码：手机丢了时代替动态口令，一个只能用一次。</summary>
public sealed class RecoveryCodeRow
{
    /// <summary>人员。</summary>
    public required Guid Person { get; init; }

    /// <summary>带密钥的散列。</summary>
    public required byte[] Hash { get; init; }

    /// <summary>何时用掉的；没有用的为空。</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<AccountRow>
{
    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.HasKey(row => row.Person);
        builder.Property(row => row.Person).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<PersonRow>().WithOne().HasForeignKey<AccountRow>(row => row.Person);
        builder.HasMany(row => row.RecoveryCodes).WithOne().HasForeignKey(code => code.Person);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCodeRow>
{
    public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder) => builder.HasKey(row => new { row.Person, row.Hash });
}
