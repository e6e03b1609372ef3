using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Documents;
using Gongkai.Law;
using Gongkai.Organisations.People;
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

    /// <summary>收下一个。</summary>
    public Task<Outcome<AttachedFile>> Accept(Stream content, string fileName, CancellationToken cancel) => database.Attachments.Accept(content, fileName, cancel);

    /// <summary>开一张收条。</summary>
    public string Receipt(PersonId by, AttachedFile file) =>
        Convert.ToBase64String(database.Secrets.Seal(PurposeFor(by), JsonSerializer.SerializeToUtf8Bytes(new Receipted(file.Hash, file.Length, file.Kind.Code, file.Name))));

    /// <summary>凭收条取；不是他的、改过的、不是收条的为空。</summary>
    public AttachedFile? Redeem(PersonId by, string receipt)
    {
        if (receipt.Length > LongestReceipt) return null;
        var box = new byte[receipt.Length];
        if (!Convert.TryFromBase64String(receipt, box, out var length)) return null;
        try
        {
            var file = JsonSerializer.Deserialize<Receipted>(database.Secrets.Open(PurposeFor(by), box[..length]))!;
            return new AttachedFile(file.Hash, file.Length, FileKind.Of(file.Kind), file.Name);
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

    private sealed record Receipted(string Hash, long Length, string Kind, string Name);
}
