using Gongkai.Organisations.Units;
using Gongkai.Publication.Matters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>事项清单里的一项，见 <see cref="Matter"/>。</summary>
public sealed class MatterRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>公开主体。</summary>
    public required Guid Unit { get; init; }

    /// <summary>认一项的记号：一级、二级事项；同一单位不重复。停用了的为空，让出位置。</summary>
    public string? Slot { get; set; }

    /// <summary>登记的各项，<see cref="MatterFacts"/> 的 JSON。</summary>
    public string Facts { get; set; } = "";

    /// <summary>自哪一天起停用；还在用的为空。</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>停用的缘由；还在用的为空。</summary>
    public string? EndedFor { get; set; }

    /// <summary>认一项的记号。</summary>
    public static string SlotOf(MatterFacts facts) => $"{facts.Group}\u001f{facts.Name}";

    /// <summary>登记的各项写成 JSON，相同的总是写得一样。</summary>
    public static string Written(MatterFacts facts) => RowJson.Write(facts);

    /// <summary>读成一项。</summary>
    public Matter ToMatter() => new(
        new MatterId(Id), checked((int)Version), new UnitId(Unit), RowJson.Read<MatterFacts>(Facts), EndedOn is { } on ? new MatterEnding(on, EndedFor ?? "") : null);

    /// <summary>写上登记的各项。</summary>
    public void Take(MatterFacts facts) => (Facts, Slot) = (Written(facts), SlotOf(facts));

    /// <summary>写上停用。</summary>
    public void Take(MatterEnding ending) => (EndedOn, EndedFor, Slot) = (ending.On, ending.Reason, null);
}

internal sealed class MatterMapping : IEntityTypeConfiguration<MatterRow>
{
    public void Configure(EntityTypeBuilder<MatterRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Unit, row.Slot }).IsUnique();
    }
}
