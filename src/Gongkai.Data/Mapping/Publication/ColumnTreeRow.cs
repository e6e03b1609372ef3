using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>一个单位改过的栏目之树，见 <see cref="ColumnTree"/>；没有这一行的，用标准的栏目。</summary>
public sealed class ColumnTreeRow : AggregateRow
{
    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>各栏目，按显示的次序，JSON。</summary>
    public required string Columns { get; set; }

    /// <summary>读成栏目之树。</summary>
    public ColumnTree ToTree() => new(new UnitId(Unit), checked((int)Version), RowJson.Read<ImmutableArray<Column>>(Columns));

    /// <summary>写成决定之后的样子。</summary>
    public void Take(ColumnTree tree) => Columns = RowJson.Write(tree.Columns);
}

internal sealed class ColumnTreeMapping : IEntityTypeConfiguration<ColumnTreeRow>
{
    public void Configure(EntityTypeBuilder<ColumnTreeRow> builder)
    {
        builder.HasKey(row => row.Unit);
        builder.Property(row => row.Unit).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Organisations.UnitRow>().WithOne().HasForeignKey<ColumnTreeRow>(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}
