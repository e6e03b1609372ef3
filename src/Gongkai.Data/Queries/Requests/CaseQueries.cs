using Gongkai.Data.Mapping.Requests;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Requests;

/// <summary>取出申请。</summary>
public static class CaseQueries
{
    /// <summary>要办的一件，连同各件事；没有的为空。</summary>
    public static Task<RequestCaseRow?> Row(GongkaiDbContext db, CaseId id, CancellationToken cancel) =>
        db.RequestCases.Include(row => row.Events).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>只看的一件，连同各件事；没有的为空。</summary>
    public static Task<RequestCaseRow?> Shown(GongkaiDbContext db, CaseId id, CancellationToken cancel) =>
        db.RequestCases.AsNoTracking().Include(row => row.Events).SingleOrDefaultAsync(row => row.Id == id.Value, cancel);

    /// <summary>一件向哪个单位提出；没有这一件的为空。</summary>
    public static async Task<UnitId?> Owner(GongkaiDbContext db, CaseId id, CancellationToken cancel) =>
        await db.RequestCases.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Unit).SingleOrDefaultAsync(cancel) is { } unit ? new UnitId(unit) : null;

    /// <summary>一件的各份文书，先出的在前。</summary>
    public static Task<List<RequestLetterRow>> Letters(GongkaiDbContext db, CaseId id, CancellationToken cancel) =>
        db.RequestLetters.AsNoTracking().Where(row => row.Case == id.Value).OrderBy(row => row.Number).ToListAsync(cancel);

    /// <summary>一个单位改写过的各种文书，最近的一版；没有改写过的不在内。</summary>
    public static async Task<Dictionary<string, UnitLetterRow>> UnitLetters(GongkaiDbContext db, UnitId unit, CancellationToken cancel) =>
        (await db.UnitLetters.AsNoTracking().Where(row => row.Unit == unit.Value).ToListAsync(cancel)).GroupBy(row => row.Template).ToDictionary(versions => versions.Key, versions => versions.MaxBy(row => row.Version)!);
}
