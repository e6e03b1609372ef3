using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Attachments;

/// <summary>有问题的附件：登记了，却不见了或者内容变了。</summary>
/// <param name="Hash">登记的散列。</param>
/// <param name="Message">给人看的一句话。</param>
public sealed record AttachmentFault(string Hash, string Message);

/// <summary>核对附件：登记在册的逐个读一遍，重算散列。</summary>
internal static class AttachmentVerification
{
    public static async Task<IReadOnlyList<AttachmentFault>> Verify(GongkaiDbContext db, IAttachmentStore store, CancellationToken cancel)
    {
        var faults = new List<AttachmentFault>();
        foreach (var hash in await db.Set<AttachmentRow>().Select(row => row.Hash).OrderBy(hash => hash).ToListAsync(cancel))
        {
            await using var content = await store.Open(hash, cancel);
            if (content is null) faults.Add(new AttachmentFault(hash, Say($"附件 {hash} 不见了。", $"attachment {hash} is missing.")));
            else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != hash)
                faults.Add(new AttachmentFault(hash, Say($"附件 {hash} 的内容变了。", $"the content of attachment {hash} has changed.")));
        }

        return faults;
    }
}
