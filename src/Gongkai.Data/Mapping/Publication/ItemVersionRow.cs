using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>信息内容的一版，见 <see cref="ItemVersion"/>：只添不改。</summary>
public sealed class ItemVersionRow
{
    /// <summary>信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>谁写的。</summary>
    public required Guid Person { get; init; }

    /// <summary>时刻。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>内容，<see cref="ItemDraft"/> 的 JSON。</summary>
    public required string Draft { get; init; }

    internal static ItemVersionRow Of(Guid item, ItemVersion version) => new()
    {
        Item = item, Number = version.Number, Person = version.By.Value, At = version.At, Draft = RowJson.Write(version.Draft),
    };

    /// <summary>读出内容。</summary>
    public ItemDraft ReadDraft() => RowJson.Read<ItemDraft>(Draft);

    internal ItemVersion ToVersion() => new(Number, ReadDraft(), new PersonId(Person), At);
}

internal sealed class ItemVersionMapping : IEntityTypeConfiguration<ItemVersionRow>
{
    public void Configure(EntityTypeBuilder<ItemVersionRow> builder) => builder.HasKey(row => new { row.Item, row.Number });
}
