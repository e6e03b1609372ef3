using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Data.Mapping.Calendars;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>一份通知施行以前，先看哪些没有办结的申请期限会变：与施行以后重算的用同一套算法，什么也不写。</summary>
public sealed class DeadlinePreview(Database database)
{
    /// <summary>一页几件。</summary>
    public const int PageSize = 100;

    /// <summary>看一页。一件一件地流过，不全装进来。</summary>
    internal async Task<DeadlineMoves> Of(GongkaiDbContext db, HolidayNoticeRow draft, DateOnly today, int page, CancellationToken cancel)
    {
        var calendar = await CurrentCalendar.With(db, draft, cancel);
        var tally = new Tally(calendar, today, Math.Max(1, page));
        var open = DeadlineRecomputation.CaseDates(db.RequestCases.Where(row => DeadlineRecomputation.Timed.Contains(row.Stage)).OrderBy(row => row.Unit).ThenBy(row => row.Id));
        var old = new List<DatedCase>();
        await foreach (var one in open.AsAsyncEnumerable().WithCancellation(cancel))
            if (one.Clock is null) old.Add(one);
            else tally.Add(one, Data.Mapping.Requests.RequestCaseRow.ReadClock(one.Clock));
        foreach (var some in old.Chunk(DeadlineRecomputation.Together))
        {
            var clocks = await DeadlineRecomputation.Clocks(database, db, some, cancel);
            foreach (var one in some) tally.Add(one, clocks[one.Id]);
        }

        return tally.ToMoves();
    }

    private sealed class Tally(WorkingCalendar calendar, DateOnly today, int page)
    {
        private readonly SortedDictionary<Guid, UnitMoves> _units = [];
        private readonly ImmutableArray<DeadlineMove>.Builder _lines = ImmutableArray.CreateBuilder<DeadlineMove>();
        private int _looked;
        private int _moved;

        public void Add(DatedCase one, CaseClock? clock)
        {
            _looked++;
            var due = CaseDeadline.Of(clock, calendar).Due;
            if (due == one.DueOn) return;
            var unit = _units.GetValueOrDefault(one.Unit) ?? new UnitMoves(new UnitId(one.Unit), 0, 0);
            _units[one.Unit] = unit with { Moved = unit.Moved + 1, Overdue = unit.Overdue + (due < today && !(one.DueOn < today) ? 1 : 0) };
            if (_moved++ / PageSize == page - 1) _lines.Add(new DeadlineMove(new CaseId(one.Id), unit.Unit, one.Caption, one.DueOn, due));
        }

        public DeadlineMoves ToMoves() => new(_looked, _moved, [.. _units.Values], _lines.ToImmutable(), page, PageCount.Of(_moved, PageSize));
    }
}

/// <summary>哪些申请的期限会变。</summary>
/// <param name="Looked">看了几件没有办结的。</param>
/// <param name="Moved">其中几件会变。</param>
/// <param name="ByUnit">各单位几件。</param>
/// <param name="Lines">这一页的各件。</param>
/// <param name="Page">第几页，从 1 起。</param>
/// <param name="Pages">一共几页。</param>
public sealed record DeadlineMoves(int Looked, int Moved, ImmutableArray<UnitMoves> ByUnit, ImmutableArray<DeadlineMove> Lines, int Page, int Pages);

/// <summary>一个单位的。</summary>
/// <param name="Moved">几件会变。</param>
/// <param name="Overdue">其中原来没有逾期、变了就逾期的几件。</param>
public sealed record UnitMoves(UnitId Unit, int Moved, int Overdue);

/// <summary>一件的期限会怎样变。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="Before">原来的最后一日（含）。</param>
/// <param name="After">变了以后的最后一日（含）。</param>
public sealed record DeadlineMove(CaseId Case, UnitId Unit, string Caption, DateOnly? Before, DateOnly? After);
