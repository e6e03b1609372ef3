using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>意见征集，见 <see cref="OpinionRound"/>。登记的各项与各件事是事实；常要查的几样自成一列。</summary>
public sealed class OpinionRoundRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>征集的单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>网址里的短号，见 <see cref="ShortItemId"/>。</summary>
    public required string ShortId { get; init; }

    /// <summary>公告。</summary>
    public required Guid Item { get; init; }

    /// <summary>拟定了、没有收回的结果；没有的为空。</summary>
    public Guid? ResultItem { get; set; }

    /// <summary>正式文本；没有关联的为空。</summary>
    public Guid? AdoptedItem { get; set; }

    /// <summary>第一日（含）。</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>最后一日（含），延长过的是延长以后的。</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>登记的各项，<see cref="OpinionFacts"/> 的 JSON。</summary>
    public string Facts { get; set; } = "";

    /// <summary>以后的各件事。</summary>
    public List<OpinionEventRow> Events { get; } = [];

    /// <summary>读成意见征集。</summary>
    public OpinionRound ToRound() => new(
        new OpinionRoundId(Id), checked((int)Version), new UnitId(Unit), new ItemId(Item), RowJson.Read<OpinionFacts>(Facts),
        [.. Events.OrderBy(happened => happened.Number).Select(happened => RowJson.Read<OpinionEvent>(happened.Content))]);

    /// <summary>写成决定之后的样子。</summary>
    public void Take(OpinionRound round)
    {
        Version = round.Version;
        Facts = RowJson.Write(round.Facts);
        (FirstDay, LastDay) = (round.Facts.FirstDay, round.LastDay);
        (ResultItem, AdoptedItem) = (round.Result?.Item.Value, round.AdoptedText?.Value);
        Events.AddRange(round.Events.Select((happened, at) => (happened, at)).Skip(Events.Count).Select(one =>
            new OpinionEventRow { Round = Id, Number = one.at + 1, Content = RowJson.Write(one.happened) }));
    }
}

/// <summary>意见征集的一件事，见 <see cref="OpinionEvent"/>：只添不改。</summary>
public sealed class OpinionEventRow
{
    /// <summary>哪一次征集。</summary>
    public required Guid Round { get; init; }

    /// <summary>第几件，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>全部，JSON。</summary>
    public required string Content { get; init; }
}

/// <summary>归并好的一组意见，见 <see cref="OpinionGroup"/>。</summary>
public sealed class OpinionGroupRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪一次征集。</summary>
    public required Guid Round { get; init; }

    /// <summary>概括。</summary>
    public string Summary { get; set; } = "";

    /// <summary>采纳情况；还没有写的为空。</summary>
    public OpinionOutcome? Outcome { get; set; }

    /// <summary>理由；没有的为空。</summary>
    public string? Reason { get; set; }
}

/// <summary>一条意见：内容、姓名、联系方式是个人信息，加密存在别处（<see cref="SubjectKind"/>），这里只有编号与归并。</summary>
public sealed class OpinionCommentRow
{
    /// <summary>个人信息、审计里这一种东西的名字。</summary>
    public const string SubjectKind = "opinion";

    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪一次征集。</summary>
    public required Guid Round { get; init; }

    /// <summary>回执编号，不重复，猜不出。</summary>
    public required string Receipt { get; init; }

    /// <summary>收到之日，北京时间；来信来访的是收到那天，不是录入那天。</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>从哪里来。</summary>
    public required OpinionChannel Channel { get; init; }

    /// <summary>由谁录入；公众自己在门户上提的为空。</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>归在哪一组；还没有归并的为空。</summary>
    public Guid? Group { get; set; }
}

internal sealed class OpinionRoundMapping : IEntityTypeConfiguration<OpinionRoundRow>
{
    public void Configure(EntityTypeBuilder<OpinionRoundRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.ShortId).IsUnique();
        builder.HasIndex(row => row.Item).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.FirstDay });
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.ResultItem).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.AdoptedItem).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Events).WithOne().HasForeignKey(happened => happened.Round);
    }
}

internal sealed class OpinionEventMapping : IEntityTypeConfiguration<OpinionEventRow>
{
    public void Configure(EntityTypeBuilder<OpinionEventRow> builder) => builder.HasKey(row => new { row.Round, row.Number });
}

internal sealed class OpinionGroupMapping : IEntityTypeConfiguration<OpinionGroupRow>
{
    public void Configure(EntityTypeBuilder<OpinionGroupRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.Round);
        builder.HasOne<OpinionRoundRow>().WithMany().HasForeignKey(row => row.Round).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpinionCommentMapping : IEntityTypeConfiguration<OpinionCommentRow>
{
    public void Configure(EntityTypeBuilder<OpinionCommentRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.Receipt).IsUnique();
        // 看意见的页面：一次征集里的一组（或者还没有归并的），先到的在前；标识由时刻生成，先后就是它（同一毫秒的不分）。
        builder.HasIndex(row => new { row.Round, row.Group, row.Id });
        builder.HasOne<OpinionRoundRow>().WithMany().HasForeignKey(row => row.Round).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OpinionGroupRow>().WithMany().HasForeignKey(row => row.Group).OnDelete(DeleteBehavior.Restrict);
    }
}
