using System.Collections.Immutable;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Registers;

/// <summary>台账里的一笔，见 <see cref="RegisterEntry"/>。</summary>
public sealed class RegisterEntryRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪个单位的。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一本台账。</summary>
    public required string Form { get; init; }

    /// <summary>日期；按月、按年的是第一天。</summary>
    public required DateOnly OnDate { get; init; }

    /// <summary>认一笔的记号；同一单位、同一本、同一日期不重复。作废了的为空，让出位置。</summary>
    public string? Slot { get; set; }

    /// <summary>各栏，JSON。</summary>
    public string Content { get; set; } = "";

    /// <summary>报来的科室；没有分科室的为空。</summary>
    public Guid? Office { get; set; }

    /// <summary>备注。</summary>
    public string? Note { get; set; }

    /// <summary>作废的缘由；没有作废的为空。</summary>
    public string? Voided { get; set; }

    /// <summary>依据的文件。</summary>
    public List<RegisterEvidenceRow> Evidence { get; } = [];

    /// <summary>读成一笔。</summary>
    public RegisterEntry ToEntry() => new(
        new RegisterEntryId(Id), checked((int)Version), new UnitId(Unit), Form, OnDate, RowJson.Read<ImmutableSortedDictionary<string, string>>(Content),
        Office is { } office ? new OfficeId(office) : null, Note, [.. Evidence.OrderBy(one => one.Number).Select(one => new RegisterEvidence(one.Hash, one.Name))], Voided);

    /// <summary>写上各栏。</summary>
    public void Take(RegisterForm form, ImmutableSortedDictionary<string, string> values)
    {
        Content = RowJson.Write(values);
        Slot = RegisterEntry.SlotOf(form, values);
    }
}

/// <summary>一笔的一个依据文件。</summary>
public sealed class RegisterEvidenceRow
{
    /// <summary>哪一笔。</summary>
    public required Guid Entry { get; init; }

    /// <summary>第几个，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>内容的 SHA-256。</summary>
    public required string Hash { get; init; }

    /// <summary>文件名。</summary>
    public required string Name { get; init; }
}

internal sealed class RegisterEntryMapping : IEntityTypeConfiguration<RegisterEntryRow>
{
    public void Configure(EntityTypeBuilder<RegisterEntryRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Unit, row.Form, row.OnDate, row.Slot }).IsUnique();
        builder.HasMany(row => row.Evidence).WithOne().HasForeignKey(one => one.Entry);
    }
}

internal sealed class RegisterEvidenceMapping : IEntityTypeConfiguration<RegisterEvidenceRow>
{
    public void Configure(EntityTypeBuilder<RegisterEvidenceRow> builder)
    {
        builder.HasKey(row => new { row.Entry, row.Number });
        builder.HasOne<Attachments.AttachmentRow>().WithMany().HasForeignKey(row => row.Hash).OnDelete(DeleteBehavior.Restrict);
    }
}
