using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>审查的一件事，见 <see cref="ReviewEvent"/>：只添不改。常要查的几样自成一列，全部在 JSON 里。</summary>
public sealed class ReviewEventRow
{
    /// <summary>信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>做了什么。</summary>
    public required ReviewAction Action { get; init; }

    /// <summary>谁；系统自动做的为空。</summary>
    public Guid? Person { get; init; }

    /// <summary>时刻。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>全部，<see cref="ReviewEvent"/> 的 JSON。</summary>
    public required string Content { get; init; }

    internal static ReviewEventRow Of(Guid item, ReviewEvent happened) => new()
    {
        Item = item, Number = happened.Number, Action = happened.Action, Person = happened.By?.Value, At = happened.At, Content = RowJson.Write(happened),
    };

    internal ReviewEvent ToEvent() => RowJson.Read<ReviewEvent>(Content);
}

internal sealed class ReviewEventMapping : IEntityTypeConfiguration<ReviewEventRow>
{
    public void Configure(EntityTypeBuilder<ReviewEventRow> builder)
    {
        builder.HasKey(row => new { row.Item, row.Number });
        // 出版台账：某段时间里发布、撤回的。
        builder.HasIndex(row => new { row.Action, row.At });
    }
}
