using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>委托，见 <see cref="Delegation"/>。</summary>
public sealed class DelegationRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>委托的人。</summary>
    public required Guid Delegator { get; init; }

    /// <summary>代行的人。</summary>
    public required Guid Delegate { get; init; }

    /// <summary>在哪个单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>代行哪个角色。</summary>
    public required Role Role { get; init; }

    /// <summary>第一日（含）。</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>最后一日（含）。</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>事由。</summary>
    public required string Reason { get; init; }

    /// <summary>收回之日；没有收回的为空。</summary>
    public DateOnly? RevokedOn { get; set; }

    /// <summary>读成委托。</summary>
    public Delegation ToDelegation() => new(
        new DelegationId(Id), checked((int)Version), new PersonId(Delegator), new PersonId(Delegate), new UnitId(Unit), Role, FirstDay, LastDay, Reason, RevokedOn);

    /// <summary>新的一行。</summary>
    public static DelegationRow Of(Delegation delegation) => new()
    {
        Id = delegation.Id.Value,
        Delegator = delegation.Delegator.Value,
        Delegate = delegation.Delegate.Value,
        Unit = delegation.Unit.Value,
        Role = delegation.Role,
        FirstDay = delegation.First,
        LastDay = delegation.Last,
        Reason = delegation.Reason,
        RevokedOn = delegation.RevokedOn,
    };

    /// <summary>写成收回之后的样子。</summary>
    public void Take(Delegation delegation) => (LastDay, RevokedOn) = (delegation.Last, delegation.RevokedOn);
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<DelegationRow>
{
    public void Configure(EntityTypeBuilder<DelegationRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Delegator).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Delegate).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}
