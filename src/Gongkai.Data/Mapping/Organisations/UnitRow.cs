using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Organisations;

/// <summary>单位：一个机关的全部经历，见 <see cref="Unit"/>。</summary>
public sealed class UnitRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>各段情况。</summary>
    public List<UnitPeriodRow> Periods { get; } = [];

    /// <summary>终止前的最后一日（含）；仍然存在的为空。</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>怎样终止。</summary>
    public UnitEndingKind? EndingKind { get; set; }

    /// <summary>终止的缘由或者文件。</summary>
    public string? EndingReason { get; set; }

    /// <summary>承接的单位。</summary>
    public List<UnitSuccessorRow> Successors { get; } = [];

    /// <summary>内设机构。</summary>
    public List<OfficeRow> Offices { get; } = [];

    /// <summary>读成单位。</summary>
    public Unit ToUnit() => new(
        new UnitId(Id),
        checked((int)Version),
        [.. Periods.OrderBy(period => period.ValidFrom).Select(period => period.ToPeriod())],
        LastDay is { } last ? new UnitEnding(last, EndingKind!.Value, [.. Successors.Select(one => new UnitId(one.Successor)).OrderBy(id => id.Value)], EndingReason!) : null,
        [.. Offices.OrderBy(office => office.Id).Select(office => office.ToOffice())]);

    /// <summary>写成决定之后的样子。</summary>
    public void Take(Unit unit)
    {
        // 只改了子行也算改了这个聚合：版本一动，就会检查并发、加一。
        Version = unit.Version;
        (LastDay, EndingKind, EndingReason) = (unit.Ending?.LastDay, unit.Ending?.Kind, unit.Ending?.Reason);
        Periods.Follow(unit.Periods, row => row.ValidFrom, period => period.From, period => new UnitPeriodRow { Unit = Id, ValidFrom = period.From }, (row, period) => row.Take(period));
        Successors.Follow(
            unit.Ending?.Successors ?? ImmutableArray<UnitId>.Empty, row => row.Successor, id => id.Value, id => new UnitSuccessorRow { Unit = Id, Successor = id.Value }, (_, _) => { });
        Offices.Follow(unit.Offices, row => row.Id, office => office.Id.Value, office => new OfficeRow { Id = office.Id.Value, Unit = Id }, (row, office) => row.Take(office));
    }
}

/// <summary>承接：一个终止的单位由哪个单位承接。</summary>
public sealed class UnitSuccessorRow
{
    /// <summary>终止的单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>承接的单位。</summary>
    public required Guid Successor { get; init; }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasMany(row => row.Periods).WithOne().HasForeignKey(period => period.Unit);
        builder.HasMany(row => row.Successors).WithOne().HasForeignKey(one => one.Unit);
        builder.HasMany(row => row.Offices).WithOne().HasForeignKey(office => office.Unit);
    }
}

internal sealed class UnitSuccessorMapping : IEntityTypeConfiguration<UnitSuccessorRow>
{
    public void Configure(EntityTypeBuilder<UnitSuccessorRow> builder)
    {
        builder.HasKey(row => new { row.Unit, row.Successor });
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.Successor).OnDelete(DeleteBehavior.Restrict);
    }
}
