using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>附件的查验与命中的豁免；只给查过权限的服务用。</summary>
public static class FindingQueries
{
    /// <summary>这些附件由某个版本的扫描器做的查验，按原件的散列；没有的不在其中。</summary>
    public static async Task<Dictionary<string, FileExamination>> Examinations(GongkaiDbContext db, IEnumerable<Attachment> files, string scanner, CancellationToken cancel)
    {
        var hashes = files.Select(file => file.ContentHash).Distinct().ToList();
        if (hashes.Count == 0) return [];
        var rows = await db.FileExaminations.AsNoTracking().Where(row => hashes.Contains(row.Hash) && row.Scanner == scanner).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Hash, row => row.ToExamination());
    }

    /// <summary>一条信息的各次豁免，早的在前。</summary>
    public static async Task<IReadOnlyList<Exemption>> Exemptions(GongkaiDbContext db, ItemId item, CancellationToken cancel)
    {
        var rows = await db.Exemptions.AsNoTracking().Where(row => row.Item == item.Value).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.AskedAt).ThenBy(row => row.Id).Select(row => row.ToExemption())];
    }
}
