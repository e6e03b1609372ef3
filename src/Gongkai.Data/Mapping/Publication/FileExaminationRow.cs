using Gongkai.Data.Attachments;
using Gongkai.Publication.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Publication;

/// <summary>一个附件的查验，见 <see cref="FileExamination"/>：一样的内容一份，扫描器变了重写。</summary>
public sealed class FileExaminationRow
{
    /// <summary>原件的 SHA-256。</summary>
    public required string Hash { get; init; }

    /// <summary>扫描器的版本。</summary>
    public string Scanner { get; set; } = "";

    /// <summary>净化副本的 SHA-256；没有的为空。副本也是登记了的附件，备份、核对都有它。</summary>
    public string? Copy { get; set; }

    /// <summary>全部，JSON，遮盖过的。</summary>
    public string Content { get; set; } = "";

    /// <summary>读成查验。</summary>
    public FileExamination ToExamination() => RowJson.Read<FileExamination>(Content);

    /// <summary>写上。</summary>
    public void Take(FileExamination examination) =>
        (Scanner, Copy, Content) = (examination.Scanner, examination.Copy?.Hash, RowJson.Write(examination));
}

internal sealed class FileExaminationMapping : IEntityTypeConfiguration<FileExaminationRow>
{
    public void Configure(EntityTypeBuilder<FileExaminationRow> builder)
    {
        builder.HasKey(row => row.Hash);
        builder.HasOne<AttachmentRow>().WithMany().HasForeignKey(row => row.Hash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AttachmentRow>().WithMany().HasForeignKey(row => row.Copy).OnDelete(DeleteBehavior.Restrict);
    }
}
