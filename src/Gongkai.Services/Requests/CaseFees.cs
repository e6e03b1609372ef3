using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
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
        // 先找这一年的缴费，再看是谁的：缴费的没有几件，不逐件去找有没有缴过。
        var payments = await db.Set<RequestEventRow>().Where(happened => happened.Action == CaseAction.RecordPayment && happened.OnDate >= first && happened.OnDate <= last).Select(happened => happened.Case).Distinct().ToListAsync(cancel);
        var paid = await db.RequestCases.Where(row => row.Unit == unit.Value && payments.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        var sum = 0m;
        foreach (var id in paid)
            if (await CaseQueries.Shown(db, new CaseId(id), cancel) is { } row && await database.Dossiers.Of(db, row.Subject, cancel) is { } key && row.ToState(key).Fee is { } fee && fee.Order.Quote(fee.Sent) is { Succeeded: true } quote)
                sum += quote.Value.Fee;
        return sum;
    }
}
