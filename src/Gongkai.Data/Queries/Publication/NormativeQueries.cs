using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>取出登记的规章、规范性文件。没有公布的也在内，所以公众看的由服务挑过。</summary>
public static class NormativeQueries
{
    /// <summary>要改的一件；没有的为空。</summary>
    public static Task<NormativeDocumentRow?> Row(GongkaiDbContext db, NormativeId id, CancellationToken cancel) =>
        db.NormativeDocuments.Include(row => row.Events).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>全部，印发晚的在前。</summary>
    public static IQueryable<NormativeDocumentRow> All(GongkaiDbContext db) =>
        db.NormativeDocuments.AsNoTracking().Include(row => row.Events).OrderByDescending(row => row.IssuedOn).ThenBy(row => row.Id);

    /// <summary>几个单位制定的。</summary>
    public static Task<List<NormativeDocumentRow>> Of(GongkaiDbContext db, IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        All(db).Where(row => units.Contains(row.Unit)).ToListAsync(cancel);

    /// <summary>
    /// 决定一件文件的事要用的那些：它自己、所提到的各件、与它同文号或者同登记编号的。只有它们时，库的回答与全部都在时一样。
    /// </summary>
    /// <param name="facts">登记的各项；不改它们的为空。</param>
    /// <param name="mentioned">所提到的：它自己、依据、所代替的。</param>
    public static async Task<NormativeRegister> Around(GongkaiDbContext db, NormativeFacts? facts, IEnumerable<NormativeId> mentioned, CancellationToken cancel)
    {
        var ids = mentioned.Select(id => id.Value).Distinct().ToList();
        var (number, registration) = (facts?.DocumentNumber?.ToString(), facts?.RegistrationNumber);
        var rows = await All(db).Where(row => ids.Contains(row.Id)
            || (number != null && row.DocumentNumber == number) || (registration != null && row.RegistrationNumber == registration)).ToListAsync(cancel);
        return NormativeRegister.Of(rows.Select(row => row.ToDocument()));
    }

    /// <summary>一件文件属于哪个单位；没有的为空。</summary>
    public static async Task<UnitId?> Owner(GongkaiDbContext db, NormativeId id, CancellationToken cancel) =>
        await db.NormativeDocuments.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Unit).SingleOrDefaultAsync(cancel) is { } unit ? new UnitId(unit) : null;

    /// <summary>几件文件的解读。</summary>
    public static async Task<IReadOnlyList<Interpretation>> Interpretations(GongkaiDbContext db, IReadOnlyCollection<Guid> documents, CancellationToken cancel) =>
        [.. (await db.Interpretations.AsNoTracking().Where(row => documents.Contains(row.Document)).ToListAsync(cancel)).Select(row => row.ToInterpretation())];
}
