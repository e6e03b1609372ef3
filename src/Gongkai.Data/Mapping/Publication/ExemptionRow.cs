using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>扫描命中的豁免，见 <see cref="Exemption"/>。只存遮盖过的，凭带密钥的散列认那一处。</summary>
public sealed class ExemptionRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪条信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>哪一处：带密钥的散列。</summary>
    public required string Print { get; init; }

    /// <summary>是什么，遮盖过的。</summary>
    public required string Message { get; init; }

    /// <summary>在哪里。</summary>
    public required string Place { get; init; }

    /// <summary>遮盖后的摘录。</summary>
    public required string Excerpt { get; init; }

    /// <summary>为什么应当公开。</summary>
    public required string Reason { get; init; }

    /// <summary>谁申请。</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>申请的时刻。</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>到了哪一步。</summary>
    public ExemptionStanding Standing { get; set; }

    /// <summary>谁决定。</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>决定的时刻。</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>决定的人看了什么、为什么。</summary>
    public string? Note { get; set; }

    /// <summary>谁撤销；没有撤销的为空。</summary>
    public Guid? RevokedBy { get; set; }

    /// <summary>撤销的时刻；没有撤销的为空。</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>撤销的缘由；没有撤销的为空。</summary>
    public string? RevokedFor { get; set; }

    /// <summary>读成豁免。</summary>
    public Exemption ToExemption() => new(new ExemptionId(Id), checked((int)Version), new ItemId(Item), Print, Message, Place, Excerpt, Reason, new PersonId(AskedBy), AskedAt)
    {
        Standing = Standing, DecidedBy = DecidedBy is { } by ? new PersonId(by) : null, DecidedAt = DecidedAt, Note = Note,
        Revocation = RevokedBy is { } revoker ? new ExemptionRevocation(new PersonId(revoker), RevokedAt!.Value, RevokedFor ?? "") : null,
    };

    /// <summary>新申请的一行。</summary>
    public static ExemptionRow Of(Exemption asked) => new()
    {
        Id = asked.Id.Value, Item = asked.Item.Value, Print = asked.Print, Message = asked.Message, Place = asked.Place, Excerpt = asked.Excerpt, Reason = asked.Reason,
        AskedBy = asked.AskedBy.Value, AskedAt = asked.AskedAt, Standing = asked.Standing,
    };

    /// <summary>写上决定、撤销。</summary>
    public void Take(Exemption decided)
    {
        (Standing, DecidedBy, DecidedAt, Note) = (decided.Standing, decided.DecidedBy?.Value, decided.DecidedAt, decided.Note);
        (RevokedBy, RevokedAt, RevokedFor) = (decided.Revocation?.By.Value, decided.Revocation?.At, decided.Revocation?.Reason);
    }
}

internal sealed class ExemptionMapping : IEntityTypeConfiguration<ExemptionRow>
{
    public void Configure(EntityTypeBuilder<ExemptionRow> builder)
    {
        builder.ToTable("finding_exemption");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Item);
        // 等决定的。
        builder.HasIndex(row => row.Standing);
    }
}
