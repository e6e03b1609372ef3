using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>登记的规章、规范性文件，见 <see cref="NormativeDocument"/>。登记的各项与各件事是事实；常要查的几样自成一列。</summary>
public sealed class NormativeDocumentRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>制定的单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>网址里的短号，见 <see cref="ShortItemId"/>。</summary>
    public required string ShortId { get; init; }

    /// <summary>种类。</summary>
    public required NormativeKind Kind { get; init; }

    /// <summary>文号；没有的为空。不重复。</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>统一登记的编号；没有的为空。不重复。</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>印发之日。</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>公开的信息；不在本系统里的为空。</summary>
    public Guid? Item { get; set; }

    /// <summary>登记的各项，<see cref="NormativeFacts"/> 的 JSON。</summary>
    public string Facts { get; set; } = "";

    /// <summary>印发之后的各件事。</summary>
    public List<NormativeEventRow> Events { get; } = [];

    /// <summary>读成登记的文件。</summary>
    public NormativeDocument ToDocument() => new(
        new NormativeId(Id),
        checked((int)Version),
        new UnitId(Unit),
        Kind,
        RowJson.Read<NormativeFacts>(Facts),
        [.. Events.OrderBy(happened => happened.Number).Select(happened => RowJson.Read<NormativeEvent>(happened.Content))]);

    /// <summary>写成决定之后的样子；承接来的文件，制定的单位不改。</summary>
    public void Take(NormativeDocument document)
    {
        Version = document.Version;
        Facts = RowJson.Write(document.Facts);
        (DocumentNumber, RegistrationNumber) = (document.Facts.DocumentNumber?.ToString(), document.Facts.RegistrationNumber);
        (IssuedOn, Item) = (document.Facts.IssuedOn, document.Facts.Item?.Value);
        Events.AddRange(document.Events.Select((happened, at) => (happened, at)).Skip(Events.Count).Select(one =>
            new NormativeEventRow { Document = Id, Number = one.at + 1, Content = RowJson.Write(one.happened) }));
    }
}

/// <summary>登记的文件的一件事，见 <see cref="NormativeEvent"/>：只添不改。</summary>
public sealed class NormativeEventRow
{
    /// <summary>文件。</summary>
    public required Guid Document { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>全部，JSON。</summary>
    public required string Content { get; init; }
}

/// <summary>解读的关联，见 <see cref="Interpretation"/>。</summary>
public sealed class InterpretationRow
{
    /// <summary>被解读的文件。</summary>
    public required Guid Document { get; init; }

    /// <summary>解读的信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>形式。</summary>
    public required InterpretationKind Kind { get; init; }

    /// <summary>解读公开之日。</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>读成解读。</summary>
    public Interpretation ToInterpretation() => new(new NormativeId(Document), new Gongkai.Publication.Drafting.ItemId(Item), Kind, PublishedOn);
}

internal sealed class NormativeDocumentMapping : IEntityTypeConfiguration<NormativeDocumentRow>
{
    public void Configure(EntityTypeBuilder<NormativeDocumentRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.ShortId).IsUnique();
        builder.HasIndex(row => row.DocumentNumber).IsUnique();
        builder.HasIndex(row => row.RegistrationNumber).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.IssuedOn });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Events).WithOne().HasForeignKey(happened => happened.Document);
    }
}

internal sealed class NormativeEventMapping : IEntityTypeConfiguration<NormativeEventRow>
{
    public void Configure(EntityTypeBuilder<NormativeEventRow> builder) => builder.HasKey(row => new { row.Document, row.Number });
}

internal sealed class InterpretationMapping : IEntityTypeConfiguration<InterpretationRow>
{
    public void Configure(EntityTypeBuilder<InterpretationRow> builder)
    {
        builder.HasKey(row => new { row.Document, row.Item });
        builder.HasOne<NormativeDocumentRow>().WithMany().HasForeignKey(row => row.Document).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
    }
}
