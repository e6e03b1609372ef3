using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>渠道账号，见 <see cref="ChannelAccount"/>。</summary>
public sealed class ChannelAccountRow : AggregateRow
{
    /// <summary>标识。</summary>
    public required Guid Id { get; init; }

    /// <summary>主办单位。</summary>
    public required Guid Unit { get; init; }

    /// <summary>认一个账号的记号：渠道、名称；同一单位不重复。关停了的为空，让出位置。</summary>
    public string? Slot { get; set; }

    /// <summary>登记的各项，<see cref="ChannelAccountFacts"/> 的 JSON。</summary>
    public string Facts { get; set; } = "";

    /// <summary>怎样自动发布，<see cref="ChannelAdapter"/> 的 JSON；由人发布的为空。</summary>
    public string? Adapter { get; set; }

    /// <summary>投放的文件夹，各账号不重复；不是文件投放的、关停了的为空。</summary>
    public string? Folder { get; set; }

    /// <summary>推送的密钥，封着；没有的为空。</summary>
    public byte[]? Secret { get; set; }

    /// <summary>自哪一天起关停；没有关停的为空。</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>关停的缘由；没有关停的为空。</summary>
    public string? ClosedFor { get; set; }

    /// <summary>认一个账号的记号。</summary>
    public static string SlotOf(ChannelAccountFacts facts) => $"{facts.Platform}\u001f{facts.Name}";

    /// <summary>读成账号。</summary>
    public ChannelAccount ToAccount() => new(
        new ChannelAccountId(Id), checked((int)Version), new UnitId(Unit), RowJson.Read<ChannelAccountFacts>(Facts),
        Adapter is { } adapter ? RowJson.Read<ChannelAdapter>(adapter) : null, ClosedOn is { } on ? new AccountClosing(on, ClosedFor ?? "") : null);

    /// <summary>写上登记的各项。</summary>
    public void Take(ChannelAccountFacts facts) => (Facts, Slot) = (RowJson.Write(facts), SlotOf(facts));

    /// <summary>写上怎样自动发布。</summary>
    public void Take(ChannelAdapter? adapter) =>
        (Adapter, Folder) = (adapter is null ? null : RowJson.Write(adapter), adapter is { Kind: AdapterKind.FileDrop } drop ? drop.Target.ToLowerInvariant() : null);

    /// <summary>写上关停；推送的密钥不再留着。</summary>
    public void Take(AccountClosing closing) => (ClosedOn, ClosedFor, Slot, Folder, Secret) = (closing.On, closing.Reason, null, null, null);
}

/// <summary>一次投递：一条信息的一次公开、更正、撤回，发给一个账号。还没有了结的，试过几次、为什么没有送成，在待发的那一件（<see cref="Outbox.OutboxMessage"/>）上。</summary>
public sealed class ChannelDeliveryRow
{
    /// <summary>编号，与待发的那一件相同；对方凭它认得是不是同一次。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪个账号。</summary>
    public required Guid Account { get; init; }

    /// <summary>哪条信息。</summary>
    public required Guid Item { get; init; }

    /// <summary>告诉什么：首次公开、更正、撤回。</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>那件审查是第几件。</summary>
    public required int Event { get; init; }

    /// <summary>那件审查的时刻，UTC。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>了结的结果；还没有了结的为空。</summary>
    public DeliveryOutcome? Outcome { get; set; }

    /// <summary>了结的时刻，UTC；还没有了结的为空。</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>送到了哪里：文件夹，或者对方给的网址；没有的为空。</summary>
    public string? Link { get; set; }

    /// <summary>因此在“渠道发布”台账里登记的一笔；没有的为空。</summary>
    public Guid? RegisterEntry { get; set; }
}

internal sealed class ChannelAccountMapping : IEntityTypeConfiguration<ChannelAccountRow>
{
    public void Configure(EntityTypeBuilder<ChannelAccountRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Unit, row.Slot }).IsUnique();
        builder.HasIndex(row => row.Folder).IsUnique();
    }
}

internal sealed class ChannelDeliveryMapping : IEntityTypeConfiguration<ChannelDeliveryRow>
{
    public void Configure(EntityTypeBuilder<ChannelDeliveryRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<ChannelAccountRow>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(row => row.Item).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Registers.RegisterEntryRow>().WithMany().HasForeignKey(row => row.RegisterEntry).OnDelete(DeleteBehavior.Restrict);
        // 一个账号的各次，新的在前；一条信息发给各账号的。
        builder.HasIndex(row => new { row.Account, row.Id });
        builder.HasIndex(row => new { row.Item, row.Account });
        builder.HasIndex(row => row.RegisterEntry);
    }
}
