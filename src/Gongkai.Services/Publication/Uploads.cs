using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication.Importing;

namespace Gongkai.Services.Publication;

/// <summary>
/// 收下上传的文件。还没有存进哪一条的，给页面一张收条：稿子这次没有存成，下次凭收条接着用，不必再传。
/// 收条封着，改不了，也只有收下它的人能用：光知道内容的散列，取不到别人的附件。
/// </summary>
public sealed class Uploads(Database database)
{
    // 再长也长不过文件名的限度。
    private const int LongestReceipt = 4_000;

    /// <summary>正文里的一张图片最大多少字节：再大的读者等不起，请缩小或者作附件。</summary>
    public const long LargestPicture = 5L << 20;

    /// <summary>收下一个。</summary>
    public async Task<Outcome<AttachedFile>> Accept(Stream content, string fileName, CancellationToken cancel)
    {
        var accepted = await database.Attachments.Accept(content, fileName, cancel);
        return accepted.Succeeded ? accepted.Value with { Id = Guid.CreateVersion7() } : accepted;
    }

    /// <summary>收下要放进正文的一张图片：与附件同一道，种类由内容判定，只收 PNG 与 JPEG。</summary>
    public async Task<Outcome<AttachedFile>> AcceptPicture(Stream content, string fileName, CancellationToken cancel)
    {
        var accepted = await Accept(content, fileName, cancel);
        if (!accepted.Succeeded) return accepted;
        if (!BodyPictures.IsPicture(accepted.Value.Kind.MediaType)) return new Refusal($"正文里的图片只收 PNG 和 JPEG，这是{accepted.Value.Kind.Caption}；可以作附件。");
        return accepted.Value.Length > LargestPicture ? new Refusal($"正文里的图片不超过 {LargestPicture >> 20} MB，请缩小再插入，或者作附件。") : accepted;
    }

    /// <summary>凭收条取还没有存的内容；不是他的收条为空。由调用者读完关上。</summary>
    public async Task<(AttachedFile File, Stream Content)?> Open(PersonId by, string receipt, CancellationToken cancel) =>
        Redeem(by, receipt) is { } file && await database.Attachments.Open(file.Hash, cancel) is { } content ? (file, content) : null;

    /// <summary>开一张收条。</summary>
    public string Receipt(PersonId by, AttachedFile file) =>
        Convert.ToBase64String(database.Secrets.Seal(PurposeFor(by), JsonSerializer.SerializeToUtf8Bytes(new Receipted(file.Hash, file.Length, file.Kind.Code, file.Name, file.Id))));

    /// <summary>凭收条取；不是他的、改过的、不是收条的为空。</summary>
    public AttachedFile? Redeem(PersonId by, string receipt)
    {
        if (receipt.Length > LongestReceipt) return null;
        var box = new byte[receipt.Length];
        if (!Convert.TryFromBase64String(receipt, box, out var length)) return null;
        try
        {
            var file = JsonSerializer.Deserialize<Receipted>(database.Secrets.Open(PurposeFor(by), box[..length]))!;
            return new AttachedFile(file.Hash, file.Length, FileKind.Of(file.Kind), file.Name) { Id = file.Id };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>把收下的 Word 文件读成稿，不存；别的格式、读不了的，说明为什么。</summary>
    public async Task<Outcome<WordDraft>> ReadWord(AttachedFile file, CancellationToken cancel)
    {
        await using var content = await database.Attachments.Open(file.Hash, cancel);
        if (content is null) return new Refusal("文件的内容不见了，请再传一次。");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancel);
        return WordDraft.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), file.Name, cancel);
    }

    private static string PurposeFor(PersonId by) => $"upload/{by}";

    private sealed record Receipted(string Hash, long Length, string Kind, string Name, Guid? Id);
}
