using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication;

/// <summary>发布台账：一个单位一段时间里公开、更正、撤回了什么，由审查的事件得出。</summary>
public sealed class LedgerDesk(Database database)
{
    /// <summary>一次至多看多久。</summary>
    public const int LongestYears = 1;

    /// <summary>取出，按日期的先后。</summary>
    /// <param name="first">自哪一天（含）。</param>
    /// <param name="last">到哪一天（含）。</param>
    public async Task<Outcome<PeriodLedger>> Of(CurrentPerson who, UnitId unit, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        if (last < first) return new Refusal("结束的日期不能早于开始的日期。");
        if (last >= first.AddYears(LongestYears)) return new Refusal("一次至多看一年的台账，请分几段看。");
        await using var db = database.CreateContext();
        var rows = new List<LedgerRow>();
        await foreach (var item in ItemQueries.PublishedBetween(db, unit, first, last, cancel))
            rows.AddRange(PublicationLedger.Rows(item, WorkingCalendar.National).Where(row => row.On >= first && row.On <= last));
        return new PeriodLedger(
            unit, who.Tree.Find(unit)?.Latest.Name ?? "", first, last, [.. rows.OrderBy(row => row.On).ThenBy(row => row.Index?.Value, StringComparer.Ordinal)],
            PublicationLedger.Summarise(rows, first, last));
    }
}

/// <summary>一个单位一段时间的台账。</summary>
/// <param name="UnitName">单位的名称。</param>
/// <param name="First">自哪一天（含）。</param>
/// <param name="Last">到哪一天（含）。</param>
/// <param name="Rows">各行，按日期的先后。</param>
/// <param name="Summary">合计。</param>
public sealed record PeriodLedger(UnitId Unit, string UnitName, DateOnly First, DateOnly Last, ImmutableArray<LedgerRow> Rows, LedgerSummary Summary);
