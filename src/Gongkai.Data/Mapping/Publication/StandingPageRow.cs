using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Guide;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>常设页，见 <see cref="StandingPage"/>：一个单位一件指南，一项制度一件。</summary>
public sealed class StandingPageRow : AggregateRow
{
    /// <summary>指南在 <see cref="Slot"/> 一列的写法；制度写它的代码或者自定的名称。</summary>
    public const string Guide = "guide";

    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>网址里的短号，见 <see cref="ShortItemId"/>。</summary>
    public required string ShortId { get; init; }

    /// <summary>是指南，还是哪一项制度；一个单位之内不重复。</summary>
    public required string Slot { get; init; }

    /// <summary>公众看得见的是第几版；还没有发布的为空。</summary>
    public int? VisibleVersion { get; set; }

    /// <summary>内容的各版。</summary>
    public List<StandingPageVersionRow> Versions { get; } = [];

    /// <summary>各次发布。</summary>
    public List<StandingPagePublicationRow> Publications { get; } = [];

    /// <summary>读成常设页。</summary>
    public StandingPage ToPage() => new(
        new StandingPageId(Id),
        checked((int)Version),
        new UnitId(Unit),
        Slot == Guide ? null : Slot,
        [.. Versions.OrderBy(version => version.Number).Select(version => new PageVersion(version.Number, RowJson.Read<ImmutableArray<PageText>>(version.Texts), new PersonId(version.Person), version.At))],
        [.. Publications.OrderBy(published => published.Ordinal).Select(published => new PagePublication(published.Number, published.PublishedOn, new PersonId(published.Person), published.EffectiveFrom))]);

    /// <summary>写成决定之后的样子：添上新的版本与发布。</summary>
    public void Take(StandingPage page)
    {
        // 只添了子行，本行的列没有变也要进一版：推进版本靠它。
        Version = page.Version;
        Versions.AddRange(page.Versions.Skip(Versions.Count).Select(version => new StandingPageVersionRow
        {
            Page = Id, Number = version.Number, Person = version.By.Value, At = version.At, Texts = RowJson.Write(version.Texts),
        }));
        Publications.AddRange(page.Publications.Select((published, at) => (published, at)).Skip(Publications.Count).Select(one => new StandingPagePublicationRow
        {
            Page = Id, Ordinal = one.at + 1, Number = one.published.Number, PublishedOn = one.published.On, EffectiveFrom = one.published.EffectiveFrom, Person = one.published.By.Value,
        }));
        VisibleVersion = page.Visible?.Number;
    }
}

/// <summary>常设页的一版，见 <see cref="PageVersion"/>：只添不改。</summary>
public sealed class StandingPageVersionRow
{
    /// <summary>常设页。</summary>
    public required Guid Page { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>谁写的。</summary>
    public required Guid Person { get; init; }

    /// <summary>时刻。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>各部分的文字，JSON。</summary>
    public required string Texts { get; init; }
}

/// <summary>常设页的一次发布，见 <see cref="PagePublication"/>：只添不改。</summary>
public sealed class StandingPagePublicationRow
{
    /// <summary>常设页。</summary>
    public required Guid Page { get; init; }

    /// <summary>第几次，从 1 起。</summary>
    public required int Ordinal { get; init; }

    /// <summary>第几版。</summary>
    public required int Number { get; init; }

    /// <summary>哪一天发布。</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>自哪一天起施行（含）。</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>谁审查发布的。</summary>
    public required Guid Person { get; init; }
}

internal sealed class StandingPageMapping : IEntityTypeConfiguration<StandingPageRow>
{
    public void Configure(EntityTypeBuilder<StandingPageRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.ShortId).IsUnique();
        builder.HasIndex(row => new { row.Unit, row.Slot }).IsUnique();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Versions).WithOne().HasForeignKey(version => version.Page);
        builder.HasMany(row => row.Publications).WithOne().HasForeignKey(published => published.Page);
    }
}

internal sealed class StandingPageVersionMapping : IEntityTypeConfiguration<StandingPageVersionRow>
{
    public void Configure(EntityTypeBuilder<StandingPageVersionRow> builder) => builder.HasKey(row => new { row.Page, row.Number });
}

internal sealed class StandingPagePublicationMapping : IEntityTypeConfiguration<StandingPagePublicationRow>
{
    public void Configure(EntityTypeBuilder<StandingPagePublicationRow> builder) => builder.HasKey(row => new { row.Page, row.Ordinal });
}
