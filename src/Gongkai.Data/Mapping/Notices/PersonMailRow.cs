using Gongkai.Data.Acts;
using Gongkai.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Notices;

/// <summary>一个工作人员收提醒的邮箱：确认没有，谢绝哪几种。地址、待确认的地址与确认码在个人信息里，封着。</summary>
public sealed class PersonMailRow
{
    /// <summary>个人信息里这一种东西的名字。</summary>
    public const string SubjectKind = "person";

    /// <summary>谁。</summary>
    public required Guid Person { get; init; }

    /// <summary>确认的时刻，UTC；还没有确认过一个地址的为空。</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>确认码到什么时刻为止，UTC；没有在确认的为空。</summary>
    public DateTimeOffset? CodeUntil { get; set; }

    /// <summary>确认码填错过几次。</summary>
    public int Tries { get; set; }

    /// <summary>谢绝的各种，逗号隔开；没有谢绝的是空的。</summary>
    public string Declined { get; set; } = "";

    /// <summary>确认了的地址，遮住的样子，给本人认；没有确认过的为空。</summary>
    public string? Shown { get; set; }

    /// <summary>标识，作个人信息里的名字。</summary>
    public Subject Subject => new(SubjectKind, Person);

    /// <summary>谢绝了这一种的邮件。</summary>
    public bool Declines(NoticeKind kind) => Declined.Split(',').Contains(kind.ToString());
}

internal sealed class PersonMailMapping : IEntityTypeConfiguration<PersonMailRow>
{
    public void Configure(EntityTypeBuilder<PersonMailRow> builder)
    {
        builder.HasKey(row => row.Person);
        builder.Property(row => row.Person).ValueGeneratedNever();
        builder.Ignore(row => row.Subject);
        builder.HasOne<Organisations.PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
