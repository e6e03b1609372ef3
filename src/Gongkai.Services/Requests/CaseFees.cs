using Gongkai.Data;
using Gongkai.Data.Queries.Requests;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>一个单位一年收取的信息处理费：按缴清之日，照通知当日的标准。</summary>
public sealed class CaseFees(Database database)
{
    /// <summary>收了多少元；没有收过的是 0。</summary>
    public async Task<decimal> Of(UnitId unit, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var db = database.CreateContext();
        var paid = await db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value && row.Events.Any(happened => happened.Action == CaseAction.RecordPayment && happened.OnDate >= first && happened.OnDate <= last))
            .Select(row => row.Id).ToListAsync(cancel);
        var sum = 0m;
        foreach (var id in paid)
            if (await CaseQueries.Shown(db, new CaseId(id), cancel) is { } row && await database.Dossiers.Of(db, row.Subject, cancel) is { } key && row.ToState(key).Fee is { } fee && fee.Order.Quote(fee.Sent) is { Succeeded: true } quote)
                sum += quote.Value.Fee;
        return sum;
    }
}
