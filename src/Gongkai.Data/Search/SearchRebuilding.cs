using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Search;

/// <summary>
/// 重建全文索引：索引的样子变了的升级脚本把索引清空，这里由各段的文字重新切一遍放回去，做成了才提交。
/// 中途停下的，索引还是空的，下次打开从头再做。
/// </summary>
internal static class SearchRebuilding
{
    /// <summary>索引空着、段却有的，重建；别的什么也不做。</summary>
    public static async Task FillIfEmpty(DataSettings settings, CancellationToken cancel)
    {
        await using var db = new GongkaiDbContext(Database.OptionsFor(settings));
        var engine = FullTextEngines.For(db);
        if (await IsFilled(db, cancel) || !await db.Set<SearchPassageRow>().AnyAsync(cancel)) return;
        db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await using var source = new GongkaiDbContext(Database.OptionsFor(settings));
        await engine.Fill(Passages(source, cancel), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static Task<bool> IsFilled(GongkaiDbContext db, CancellationToken cancel) =>
        db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM search_index) AS \"Value\"").SingleAsync(cancel);

    private static async IAsyncEnumerable<IndexedPassage> Passages(GongkaiDbContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in SearchedPassages.Batches(db, cancel))
            foreach (var one in batch)
                yield return one.Indexed;
    }
}
