using Gongkai.Organisations.People;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Notices;

/// <summary>告诉了一个人一件事：在后台总有，配置了邮件、本人确认了邮箱又没有谢绝的，另发一封邮件。没有申请人的任何信息。</summary>
public sealed class NoticeRow
{
    /// <summary>标识，按时间先后。</summary>
    public required Guid Id { get; init; }

    /// <summary>告诉谁。</summary>
    public required Guid Person { get; init; }

    /// <summary>代谁：他不在，受他委托的人代收；自己的为空。</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>哪一种。</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>哪个单位的。</summary>
    public required Guid Unit { get; init; }

    /// <summary>哪一件申请；说的不是申请的为空。</summary>
    public Guid? Case { get; init; }

    /// <summary>那时办到哪里；说的不是申请的为空。</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>报告的年度；说的不是年报的为空。</summary>
    public int? Year { get; init; }

    /// <summary>最后一日（含）；没有的为空。</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>时刻，UTC。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>什么时刻在后台看过；没有看过的为空。</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>邮件在待发里的编号；不发邮件的为空。</summary>
    public Guid? Mail { get; set; }

    /// <summary>邮件送出的时刻；没有送出的为空。</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Person, row.ReadAt, row.At });
        builder.HasIndex(row => row.Case);
        builder.HasOne<Organisations.PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisations.UnitRow>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Requests.RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
