using Gongkai.Data.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Audit;

/// <summary>审计记录：谁、何时、对什么、做了什么、为什么、改了什么。只增不改；每条与前一条连着（<see cref="AuditSeal"/>）。</summary>
public sealed class AuditRecord
{
    /// <summary>链。</summary>
    public required Guid Chain { get; init; }

    /// <summary>链内的序号，从 1 起，没有空号。</summary>
    public required long Sequence { get; init; }

    /// <summary>时刻，UTC，精确到毫秒。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>做这件事的是哪一类人或程序。</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>做这件事的人的编号；程序自己做的为空。</summary>
    public Guid? ActorId { get; init; }

    /// <summary>代谁做的；不是代理的为空。</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>做了什么，稳定的代码，例如 <c>unit.rename</c>。</summary>
    public required string Act { get; init; }

    /// <summary>对哪一类东西，例如 <c>unit</c>。</summary>
    public required string SubjectKind { get; init; }

    /// <summary>那个东西的编号。</summary>
    public required string SubjectId { get; init; }

    /// <summary>为什么；不要求说明理由的为空。</summary>
    public string? Reason { get; init; }

    /// <summary>改了什么，JSON，不含个人信息；只是看了的为空。</summary>
    public string? Changes { get; init; }

    /// <summary>所用密钥的编号。</summary>
    public required string KeyId { get; init; }

    /// <summary>封印：对前一条的封印和本条各项的 HMAC-SHA256。</summary>
    public required byte[] Seal { get; init; }
}

/// <summary>审计链的链头：最后一条的序号和封印。写记录的事务锁住它，所以序号没有空号。</summary>
public sealed class AuditChain
{
    /// <summary>链。</summary>
    public required Guid Chain { get; init; }

    /// <summary>最后一条的序号；还没有记录是 0。</summary>
    public long Sequence { get; set; }

    /// <summary>最后一条的封印；还没有记录是 32 个零。</summary>
    public required byte[] Seal { get; set; }
}

internal sealed class AuditRecordMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.HasKey(record => new { record.Chain, record.Sequence });
        builder.HasIndex(record => new { record.SubjectKind, record.SubjectId });
        builder.HasIndex(record => new { record.Chain, record.At });
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> builder) => builder.HasKey(chain => chain.Chain);
}
