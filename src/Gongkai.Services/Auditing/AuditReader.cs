using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Auditing;

/// <summary>审计记录：审计员看自己所辖单位的链；最上面单位的审计员还看系统的链。核对全部链，本身也留一条记录。</summary>
public sealed class AuditReader(Database database)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 50;

    /// <summary>能看哪些链：单位的，和系统的（单位为空）。</summary>
    public static ImmutableArray<UnitId?> Chains(CurrentPerson reader)
    {
        var units = reader.UnitsWith(Permission.ReadAudit).Select(unit => (UnitId?)unit);
        var readsSystem = reader.Units.Roots.All(root => reader.May(Permission.ReadAudit, root).Succeeded);
        return [.. readsSystem ? [null] : Array.Empty<UnitId?>(), .. units];
    }

    /// <summary>看一页，新的在前。</summary>
    /// <param name="chain">哪个单位的链；系统的为空。</param>
    /// <param name="filter">只看哪些。</param>
    /// <param name="page">第几页，从 1 起。</param>
    public async Task<Outcome<AuditPage>> Read(CurrentPerson reader, UnitId? chain, AuditFilter filter, int page, CancellationToken cancel)
    {
        if (!Chains(reader).Contains(chain))
            return chain is { } unit ? reader.May(Permission.ReadAudit, unit).Refusal! : new Refusal("系统的审计记录由最上面单位的审计员查看。");
        var id = chain?.Value ?? ChainId.System.Value;
        await using var db = database.CreateContext();
        var all = await filter.Narrow(db.AuditRecords.AsNoTracking().Where(record => record.Chain == id), db.People, cancel);
        var count = await all.LongCountAsync(cancel);
        var records = await all.OrderByDescending(record => record.Sequence).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new AuditPage(records, count, await Names(db, records, cancel));
    }

    /// <summary>核对全部审计链；核对过，也留一条记录。</summary>
    public async Task<Outcome<AuditReport>> Verify(CurrentPerson verifier, CancellationToken cancel)
    {
        if (!verifier.MaySomewhere(Permission.VerifyAudit)) return verifier.May(Permission.VerifyAudit, verifier.OwnUnits[0]).Refusal!;
        var report = await database.VerifyAudit([], cancel);
        await database.Acts.Perform<bool>(
            new Act("audit.verify", Data.Acts.Actor.Person(verifier.Id.Value), ChainId.System),
            scope =>
            {
                scope.Record(new Subject("audit", "all"), new { report.Records, problems = report.Problems.Length });
                return Task.FromResult<Outcome<bool>>(true);
            },
            cancel);
        return report;
    }

    // 名字不在记录里（个人信息），看的时候再查；查不到的只显示编号。
    private static async Task<IReadOnlyDictionary<Guid, string>> Names(GongkaiDbContext db, List<AuditRecord> records, CancellationToken cancel)
    {
        var ids = records.SelectMany(record => new[] { record.ActorId, record.OnBehalfOf, Guid.TryParse(record.SubjectId, out var subject) ? subject : null })
            .OfType<Guid>().Distinct().ToList();
        return await db.People.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
    }
}

/// <summary>审计记录的一页。</summary>
/// <param name="Records">记录，新的在前。</param>
/// <param name="Count">这条链共有几条。</param>
/// <param name="People">记录里涉及的人的姓名。</param>
public sealed record AuditPage(IReadOnlyList<AuditRecord> Records, long Count, IReadOnlyDictionary<Guid, string> People)
{
    /// <summary>共几页。</summary>
    public int Pages => PageCount.Of(Count, AuditReader.PageSize);
}
