using Gongkai.Data.PersonalData;
using Gongkai.Requests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>案卷里的一个文件。内容先用这一卷的钥匙封上再存进附件库，文件名也封着。</summary>
public sealed class RequestFileRow
{
    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>第几个，从 1 起。</summary>
    public required int Number { get; init; }

    /// <summary>作什么用；随答复提供与留在案卷，送审以前可以互换。</summary>
    public required CaseFilePurpose Purpose { get; set; }

    /// <summary>随第几件事；随申请来的为空。</summary>
    public int? Event { get; init; }

    /// <summary>文件名，封着。</summary>
    public required byte[] Name { get; set; }

    /// <summary>封好的内容在附件库里的散列。</summary>
    public required string Hash { get; init; }

    /// <summary>原来多少字节。</summary>
    public required long Length { get; init; }

    /// <summary>文件的格式，按内容认的。</summary>
    public required string Format { get; init; }

    /// <summary>文件名。</summary>
    public string ToName(DossierKey key) => key.Open(NameFieldOf(Number), Name);

    /// <summary>封文件名时用的名字。</summary>
    public static string NameFieldOf(int number) => $"file-{number}-name";

    /// <summary>封内容时用的名字。</summary>
    public static string ContentFieldOf(int number) => $"file-{number}";
}

internal sealed class RequestFileMapping : IEntityTypeConfiguration<RequestFileRow>
{
    public void Configure(EntityTypeBuilder<RequestFileRow> builder)
    {
        builder.ToTable("request_file");
        builder.HasKey(row => new { row.Case, row.Number });
        builder.HasIndex(row => row.Hash);
        builder.HasOne<RequestCaseRow>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
