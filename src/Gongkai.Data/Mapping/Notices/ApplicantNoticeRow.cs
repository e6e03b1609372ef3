using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Notices;

/// <summary>告诉申请人有新的进展的一封邮件：地址在发的时候才从封着的各项里取，邮件里没有申请的内容。</summary>
public sealed class ApplicantNoticeRow
{
    /// <summary>哪一件。</summary>
    public required Guid Case { get; init; }

    /// <summary>随第几件事。</summary>
    public required int Event { get; init; }

    /// <summary>时刻，UTC。</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>邮件在待发里的编号；那时没有配置邮件、没有发的为空。</summary>
    public Guid? Mail { get; init; }

    /// <summary>送出的时刻；没有送出的为空。</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

internal sealed class ApplicantNoticeMapping : IEntityTypeConfiguration<ApplicantNoticeRow>
{
    public void Configure(EntityTypeBuilder<ApplicantNoticeRow> builder)
    {
        builder.HasKey(row => new { row.Case, row.Event });
        builder.HasOne<Requests.RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
