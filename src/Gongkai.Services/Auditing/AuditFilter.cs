using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Organisations;
using Gongkai.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Auditing;

/// <summary>只看哪些审计记录；各项合用，都不写的看全部。</summary>
/// <param name="Who">谁：姓名或者登录名，要写全；他办的、代他办的、对他办的（例如登录、重置口令）都算。</param>
/// <param name="Act">做了什么，代码。</param>
/// <param name="From">自何日（含），北京时间。</param>
/// <param name="Until">至何日（含），北京时间。</param>
public sealed record AuditFilter(string? Who = null, string? Act = null, DateOnly? From = null, DateOnly? Until = null)
{
    internal async Task<IQueryable<AuditRecord>> Narrow(IQueryable<AuditRecord> records, IQueryable<PersonRow> people, CancellationToken cancel)
    {
        if (Act is { } act) records = records.Where(record => record.Act == act);
        if (From is { } from)
        {
            var first = LegalTime.StartOf(from);
            records = records.Where(record => record.At >= first);
        }

        if (Until is { } until)
        {
            var after = LegalTime.StartOf(until.AddDays(1));
            records = records.Where(record => record.At < after);
        }

        if (Who is not { } who) return records;
        var ids = await people.Where(person => person.Name == who || person.LoginName == who).Select(person => (Guid?)person.Id).ToListAsync(cancel);
        var subjects = ids.Select(id => $"{id:D}").ToList();
        return records.Where(record => ids.Contains(record.ActorId) || ids.Contains(record.OnBehalfOf) || subjects.Contains(record.SubjectId));
    }
}
