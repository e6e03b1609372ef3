using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Search;

/// <summary>可以检索的一件。</summary>
internal sealed class SearchDocumentRow
{
    /// <summary>段号的一件的头：第几段 = 编号 × <see cref="SearchPassages.PerDocument"/> ＋ 段序，所以后收的在后。</summary>
    public long Ordinal { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required string Title { get; set; }

    /// <summary>筛选用的词片，以空格隔开；建索引、删索引都用它。</summary>
    public required string Facets { get; set; }
}

/// <summary>正文的一段，至多 4,000 字；第 0 段是标题。</summary>
internal sealed class SearchPassageRow
{
    public required long Id { get; init; }

    public required long Document { get; init; }

    public required string Text { get; init; }
}

internal sealed class SearchDocumentMapping : IEntityTypeConfiguration<SearchDocumentRow>
{
    public void Configure(EntityTypeBuilder<SearchDocumentRow> builder)
    {
        builder.HasKey(row => row.Ordinal);
        builder.HasIndex(row => new { row.SubjectKind, row.SubjectId }).IsUnique();
    }
}

internal sealed class SearchPassageMapping : IEntityTypeConfiguration<SearchPassageRow>
{
    public void Configure(EntityTypeBuilder<SearchPassageRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<SearchDocumentRow>().WithMany().HasForeignKey(row => row.Document).OnDelete(DeleteBehavior.Cascade);
    }
}
