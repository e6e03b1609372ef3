using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>
/// 信息，见 <see cref="Item"/>。各版与各事件是事实；这一行的其余各列由它们算出，同一个事务里由 <see cref="Take"/> 写上，列表因此快，随时可以重算。
/// </summary>
public sealed class ItemRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>所属的单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>网址里的短号，见 <see cref="ShortItemId"/>；与标识一一对应，永远不变。</summary>
    public required string ShortId { get; init; }

    /// <summary>索引号；还没有分配的为空。</summary>
    public string? IndexNumber { get; set; }

    /// <summary>最新一版的名称。</summary>
    public string Title { get; set; } = "";

    /// <summary>最新一版的公开方式。</summary>
    public DisclosureMode Mode { get; set; }

    /// <summary>最新一版是谁写的。</summary>
    public Guid Drafter { get; set; }

    /// <summary>最新一版的法定公开分类；没有填的为空。</summary>
    public string? Category { get; set; }

    /// <summary>最新一版的生成日期；没有填的为空。</summary>
    public DateOnly? CreatedOn { get; set; }

    /// <summary>最新一版指定的栏目；随法定公开分类的为空。</summary>
    public string? Column { get; set; }

    /// <summary>最新一版归入事项清单的哪一项；没有归入的为空。</summary>
    public Guid? Matter { get; set; }

    /// <summary>最新一版的五公开标注，<see cref="OpennessAspects"/> 的数。</summary>
    public int Aspects { get; set; }

    /// <summary>审查到了哪一步。</summary>
    public ReviewStep Step { get; set; }

    /// <summary>自何时在这一步。</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>首次公开的期限（含）；不主动公开的、没有生成日期的、已经公开过的为空。条例第二十六条。</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>定在何时发布；没有定的为空。</summary>
    public DateTimeOffset? ScheduledFor { get; set; }

    /// <summary>到了时刻却没有发布成的理由；没有的为空。由定时发布写上，离开“已定时”就清去，不由事件算出。</summary>
    public string? TimingFault { get; set; }

    /// <summary>公众看得见的是第几版；看不见的为空。公众的一切查询都以它不为空为前提。</summary>
    public int? VisibleVersion { get; set; }

    /// <summary>看得见的一版的名称；看不见的为空，以下各列同此。</summary>
    public string? VisibleTitle { get; set; }

    /// <summary>看得见的一版的内容概述。</summary>
    public string? VisibleDescription { get; set; }

    /// <summary>看得见的一版的法定公开分类。</summary>
    public string? VisibleCategory { get; set; }

    /// <summary>看得见的一版指定的栏目。</summary>
    public string? VisibleColumn { get; set; }

    /// <summary>看得见的一版归入的事项。</summary>
    public Guid? VisibleMatter { get; set; }

    /// <summary>看得见的一版的五公开标注；看不见的为 0。</summary>
    public int VisibleAspects { get; set; }

    /// <summary>看得见的一版的主题分类。</summary>
    public string? VisibleSubject { get; set; }

    /// <summary>看得见的一版的体裁。</summary>
    public Genre? VisibleGenre { get; set; }

    /// <summary>看得见的一版的文号。</summary>
    public string? VisibleNumber { get; set; }

    /// <summary>看得见的一版的生成日期。</summary>
    public DateOnly? VisibleCreatedOn { get; set; }

    /// <summary>看得见的一版的各附件公开的一份，<see cref="ReleasedFile"/> 的 JSON；没有附件的、记这些以前发布的为空。</summary>
    public string? VisibleFiles { get; set; }

    /// <summary>首次发布的时刻；从来没有发布的为空。</summary>
    public DateTimeOffset? FirstPublishedAt { get; set; }

    /// <summary>最近发布的时刻；从来没有发布的为空。</summary>
    public DateTimeOffset? LastPublishedAt { get; set; }

    /// <summary>内容的各版。</summary>
    public List<ItemVersionRow> Versions { get; } = [];

    /// <summary>审查的各件事。</summary>
    public List<ReviewEventRow> Events { get; } = [];

    /// <summary>读成信息。</summary>
    public Item ToItem() => new(
        new ItemId(Id),
        checked((int)Version),
        new UnitId(Unit),
        IndexNumber is { } index ? new IndexNumber(index) : null,
        [.. Versions.OrderBy(version => version.Number).Select(version => version.ToVersion())],
        [.. Events.OrderBy(happened => happened.Number).Select(happened => happened.ToEvent())]);

    /// <summary>写成决定之后的样子：添上新的版本与事件，重算其余各列。</summary>
    public void Take(Item item)
    {
        Version = item.Version;
        Versions.AddRange(item.Versions.Skip(Versions.Count).Select(version => ItemVersionRow.Of(Id, version)));
        Events.AddRange(item.Events.Skip(Events.Count).Select(happened => ReviewEventRow.Of(Id, happened)));
        var (state, latest) = (item.State, item.Latest);
        IndexNumber = item.Index?.Value;
        (Title, Mode, Drafter) = (latest.Draft.Metadata.Title, latest.Draft.Choice.Mode, latest.By.Value);
        (Category, CreatedOn, Column) = (latest.Draft.Metadata.DisclosureCategory, latest.Draft.Metadata.CreatedOn, latest.Draft.Column);
        (Matter, Aspects) = (latest.Draft.Matter?.Value, (int)latest.Draft.Aspects);
        if (state.Step != ReviewStep.Scheduled) TimingFault = null;
        (Step, Since, ScheduledFor) = (state.Step, state.Since ?? item.Versions[0].At, state.ScheduledFor);
        DueOn = state.FirstPublishedAt is null && Mode == DisclosureMode.Active && latest.Draft.Metadata.CreatedOn is { } created
            ? DisclosureClock.Reckon(latest.Draft.Deadline, created, WorkingCalendar.National).Due : null;
        (FirstPublishedAt, LastPublishedAt) = (state.FirstPublishedAt, state.LastPublishedAt);
        Show(item.Visible);
        VisibleFiles = state.Released.IsEmpty ? null : RowJson.Write(state.Released);
    }

    /// <summary>看得见的一版给公众看的内容：附件换成公开的一份。</summary>
    /// <param name="version">看得见的那一版。</param>
    public ItemDraft Shown(ItemVersionRow version) =>
        ReleasedFile.Show(version.ReadDraft(), VisibleFiles is { } files ? RowJson.Read<ImmutableArray<ReleasedFile>>(files) : []);

    private void Show(ItemVersion? visible)
    {
        var metadata = visible?.Draft.Metadata;
        (VisibleVersion, VisibleColumn) = (visible?.Number, visible?.Draft.Column);
        (VisibleMatter, VisibleAspects) = (visible?.Draft.Matter?.Value, (int)(visible?.Draft.Aspects ?? OpennessAspects.None));
        (VisibleTitle, VisibleDescription) = (metadata?.Title, metadata?.Description);
        (VisibleCategory, VisibleSubject, VisibleGenre) = (metadata?.DisclosureCategory, metadata?.Subject, metadata?.Genre);
        (VisibleNumber, VisibleCreatedOn) = (metadata?.DocumentNumber?.ToString(), metadata?.CreatedOn);
    }
}

internal sealed class ItemMapping : IEntityTypeConfiguration<ItemRow>
{
    public void Configure(EntityTypeBuilder<ItemRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.ShortId).IsUnique();
        builder.Property(row => row.Aspects).HasDefaultValue(0);
        builder.Property(row => row.VisibleAspects).HasDefaultValue(0);
        builder.HasIndex(row => row.IndexNumber).IsUnique();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        // 工作清单：本单位的某一步，先到的在前。
        builder.HasIndex(row => new { row.Unit, row.Step, row.Since });
        // 我拟的：新动过的在前。
        builder.HasIndex(row => new { row.Drafter, row.Since });
        // 门户的列表：某单位、某分类里看得见的，新的在前。
        builder.HasIndex(row => new { row.Unit, row.VisibleCategory, row.LastPublishedAt });
        builder.HasIndex(row => new { row.VisibleCategory, row.LastPublishedAt });
        builder.HasIndex(row => row.LastPublishedAt);
        // 事项清单：一项之下看得见的、正在办的。
        builder.HasIndex(row => new { row.VisibleMatter, row.LastPublishedAt });
        builder.HasIndex(row => row.Matter);
        builder.HasIndex(row => row.ScheduledFor);
        builder.HasMany(row => row.Versions).WithOne().HasForeignKey(version => version.Item);
        builder.HasMany(row => row.Events).WithOne().HasForeignKey(happened => happened.Item);
    }
}
