using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.PersonalData;

/// <summary>一个案件或一个人的数据密钥，由密钥文件里的主密钥包着；删了它，名下的个人信息谁也读不出。</summary>
internal sealed class PersonalKeyRow
{
    public required string OwnerKind { get; init; }

    public required string OwnerId { get; init; }

    public required string MasterKeyId { get; set; }

    public required byte[] WrappedKey { get; set; }
}

/// <summary>个人信息的一项，密文。</summary>
internal sealed class PersonalDatumRow
{
    public required string OwnerKind { get; init; }

    public required string OwnerId { get; init; }

    public required string Field { get; init; }

    public required PersonalKind Kind { get; set; }

    public required byte[] Ciphertext { get; set; }

    /// <summary>盲索引：同一个值得到同一串，没有密钥的人不能由它试出值来。</summary>
    public required byte[] BlindIndex { get; set; }
}

internal sealed class PersonalKeyMapping : IEntityTypeConfiguration<PersonalKeyRow>
{
    public void Configure(EntityTypeBuilder<PersonalKeyRow> builder)
    {
        builder.HasKey(row => new { row.OwnerKind, row.OwnerId });
        builder.HasIndex(row => row.MasterKeyId);
    }
}

internal sealed class PersonalDatumMapping : IEntityTypeConfiguration<PersonalDatumRow>
{
    public void Configure(EntityTypeBuilder<PersonalDatumRow> builder)
    {
        builder.HasKey(row => new { row.OwnerKind, row.OwnerId, row.Field });
        builder.HasIndex(row => row.BlindIndex);
        builder.HasOne<PersonalKeyRow>().WithMany().HasForeignKey(row => new { row.OwnerKind, row.OwnerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
