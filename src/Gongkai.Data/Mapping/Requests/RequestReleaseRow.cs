using Gongkai.Data.PersonalData;
using Gongkai.Requests.Redaction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data.Mapping.Requests;

/// <summary>
/// 随答复提供的一个文件放出的样子，一版一行：标出了哪些遮盖，做成的一份在附件库里。第一版是净化副本，一处不遮；
/// 做成以后不再改，再标的另起一版。标记、文件名、内容都用这一卷的钥匙封着。
/// </summary>
public sealed class RequestReleaseRow
{
    /// <summary>哪一件申请。</summary>
    public required Guid Case { get; init; }

    /// <summary>案卷里的第几个文件。</summary>
    public required int File { get; init; }

    /// <summary>第几版，从 1 起。</summary>
    public required int Version { get; init; }

    /// <summary>标出的各处，<see cref="FileRedaction"/>，封着。</summary>
    public required byte[] Marks { get; set; }

    /// <summary>谁做的；还没有做成的为空。</summary>
    public Guid? MadeBy { get; set; }

    /// <summary>什么时刻做成、核验过的。</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>放出的文件名，封着；还没有做成的为空。</summary>
    public byte[]? Name { get; set; }

    /// <summary>封好的内容在附件库里的散列；还没有做成的为空。</summary>
    public string? Hash { get; set; }

    /// <summary>放出的一份有多少字节。</summary>
    public long? Length { get; set; }

    /// <summary>谁批准的：随答复一起批；没有批的为空。</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>什么时刻批准的。</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>做成并核验过了。</summary>
    public bool IsMade => Hash is not null;

    /// <summary>标出的各处。</summary>
    public FileRedaction ToRedaction(DossierKey key) => RowJson.Read<FileRedaction>(key.Open(Field("marks"), Marks));

    /// <summary>放出的文件名。</summary>
    public string ToName(DossierKey key) => key.Open(Field("name"), Name!);

    /// <summary>解开内容。</summary>
    public byte[] ToContent(DossierKey key, byte[] box) => key.OpenBytes(Field("content"), box);

    /// <summary>新的一版，还没有做成。</summary>
    public static RequestReleaseRow Draft(Guid id, int file, int version, DossierKey key, FileRedaction redaction)
    {
        var row = new RequestReleaseRow { Case = id, File = file, Version = version, Marks = [] };
        row.Mark(key, redaction);
        return row;
    }

    /// <summary>换上标记。</summary>
    public void Mark(DossierKey key, FileRedaction redaction) => Marks = key.Seal(Field("marks"), RowJson.Write(redaction));

    /// <summary>封好放出的一份。</summary>
    public byte[] Seal(DossierKey key, byte[] content) => key.Seal(Field("content"), content);

    /// <summary>做成了。</summary>
    /// <param name="hash">封好的内容的散列。</param>
    public void Make(DossierKey key, string name, string hash, long length, Guid by, DateTimeOffset at) =>
        (Name, Hash, Length, MadeBy, MadeAt) = (key.Seal(Field("name"), name), hash, length, by, at);

    private string Field(string what) => $"release-{File}-{Version}-{what}";
}

internal sealed class RequestReleaseMapping : IEntityTypeConfiguration<RequestReleaseRow>
{
    public void Configure(EntityTypeBuilder<RequestReleaseRow> builder)
    {
        builder.ToTable("request_release");
        builder.HasKey(row => new { row.Case, row.File, row.Version });
        builder.Ignore(row => row.IsMade);
        builder.HasIndex(row => row.Hash);
        builder.HasOne<RequestFileRow>().WithMany().HasForeignKey(row => new { row.Case, row.File }).OnDelete(DeleteBehavior.Restrict);
    }
}
