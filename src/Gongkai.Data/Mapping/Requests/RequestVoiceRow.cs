using Gongkai.Data.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>申请人在答复以后说的：评几分、写的意见，希望把答复公开。一件至多一行；写的意见用案卷的钥匙封着，抹去案卷就读不出了。</summary>
public sealed class RequestVoiceRow
{
    private const string CommentField = "voice";

    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>评了几分，1 至 5；没有评的为空。</summary>
    public int? Score { get; set; }

    /// <summary>评价之日。</summary>
    public DateOnly? RatedOn { get; set; }

    /// <summary>写的意见，封着；没有写的为空。</summary>
    public byte[]? Comment { get; set; }

    /// <summary>希望公开之日；没有说的为空。条例第四十四条。</summary>
    public DateOnly? WishedOn { get; set; }

    /// <summary>谁把写的意见隐去了；没有隐去的为空。分数照样计。</summary>
    public Guid? HiddenBy { get; set; }

    /// <summary>为什么隐去。</summary>
    public string? HiddenReason { get; set; }

    /// <summary>写的意见；没有写的、隐去了的为空。</summary>
    public string? ToComment(DossierKey key) => Comment is { } box && HiddenBy is null ? key.Open(CommentField, box) : null;

    /// <summary>封好写的意见。</summary>
    public static byte[] Seal(DossierKey key, string comment) => key.Seal(CommentField, comment);
}

internal sealed class RequestVoiceMapping : IEntityTypeConfiguration<RequestVoiceRow>
{
    public void Configure(EntityTypeBuilder<RequestVoiceRow> builder)
    {
        builder.ToTable("request_voice");
        builder.HasKey(row => row.Case);
        builder.Property(row => row.Case).ValueGeneratedNever();
        builder.HasOne<RequestCaseRow>().WithOne().HasForeignKey<RequestVoiceRow>(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
