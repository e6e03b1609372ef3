using System.Collections.Immutable;
using Gongkai.Publication.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>已发布的一条的再扫描：扫描器变了以后，公众看得见的一版又查出什么。</summary>
public sealed class PublishedScanRow
{
    /// <summary>哪条信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>扫的是第几版。</summary>
    public int Number { get; set; }

    /// <summary>扫描器的版本；要求再扫的清空。</summary>
    public string Scanner { get; set; } = "";

    /// <summary>扫描的时刻。</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>错误级、没有豁免的几处。</summary>
    public int Errors { get; set; }

    /// <summary>那几处，JSON，遮盖过的；没有的为空。</summary>
    public string? Content { get; set; }

    /// <summary>读出那几处。</summary>
    public ImmutableArray<AnsweredFinding> ReadFindings() => Content is { } content ? RowJson.Read<ImmutableArray<AnsweredFinding>>(content) : [];

    /// <summary>写上那几处。</summary>
    public void Take(ImmutableArray<AnsweredFinding> findings) => (Errors, Content) = (findings.Length, findings.IsEmpty ? null : RowJson.Write(findings));
}

internal sealed class PublishedScanMapping : IEntityTypeConfiguration<PublishedScanRow>
{
    public void Configure(EntityTypeBuilder<PublishedScanRow> builder)
    {
        builder.HasKey(row => row.Item);
        builder.HasOne<ItemRow>().WithOne().HasForeignKey<PublishedScanRow>(row => row.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Errors);
        builder.HasIndex(row => row.Scanner);
    }
}
