using Gongkai.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Attachments;

/// <summary>收下的文件：内容已经存好，等着在做一件事时登记（<see cref="Acts.ActScope.Attach"/>）。</summary>
/// <param name="Hash">内容的 SHA-256，小写十六进制；同样的内容只存一份。</param>
/// <param name="Length">字节数。</param>
/// <param name="Kind">由内容判定的种类。</param>
/// <param name="Name">清理过的文件名，扩展名与内容一致。</param>
public sealed record AttachedFile(string Hash, long Length, FileKind Kind, string Name)
{
    /// <summary>收下时就定了的标识：还没有存的稿，正文已经可以指着它；没有定的为空，存的时候再定。</summary>
    public Guid? Id { get; init; }
}

/// <summary>登记在册的附件；备份凭它知道有哪些文件。</summary>
internal sealed class AttachmentRow
{
    public required string Hash { get; init; }

    public required long Length { get; init; }

    /// <summary>封好的内容，看不出是什么。</summary>
    public const string Sealed = "sealed";

    /// <summary><see cref="FileKind.Code"/>；封好的是 <see cref="Sealed"/>。</summary>
    public required string Format { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> builder) => builder.HasKey(row => row.Hash);
}
