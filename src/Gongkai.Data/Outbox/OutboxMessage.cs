using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Outbox;

/// <summary>
/// 待发：凡是要离开本程序的（邮件、推送到各渠道），先与改动一起存下，提交之后再发；没有发成的再发，所以收的一方可能收到两次，凭编号认得。
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>编号，按时间先后。</summary>
    public required Guid Id { get; init; }

    /// <summary>哪一种，例如 <c>mail</c>；由谁来发凭它定。</summary>
    public required string Kind { get; init; }

    /// <summary>内容，JSON。个人信息不写在这里，写编号，发的时候再取。</summary>
    public required string Payload { get; init; }

    /// <summary>存下的时刻，UTC。</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>这个时刻之前不发，UTC。</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>试过几次。</summary>
    public int Attempts { get; set; }

    /// <summary>发成的时刻，UTC；还没有发成的为空。</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>不再试了的时刻，UTC；要人来看。</summary>
    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>上一次没有发成的原因。</summary>
    public string? LastError { get; set; }

    /// <summary>人看过了，从头再试。</summary>
    public void TryAgain(DateTimeOffset now) => (GivenUpAt, Attempts, NotBefore) = (null, 0, now);
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasIndex(message => new { message.SentAt, message.GivenUpAt, message.NotBefore });
    }
}
