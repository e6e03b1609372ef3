using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>办公桌与工作清单的各个查询；未公开的也在内，所以只给查过权限的服务用。</summary>
internal static class DeskQueries
{
    /// <summary>一个单位里合乎条件的。</summary>
    public static IQueryable<ItemRow> Matching(GongkaiDbContext db, Guid unit, DeskFilter filter, DateOnly today)
    {
        var rows = db.Items.AsNoTracking().Where(row => row.Unit == unit);
        if (filter.Step is { } step) rows = rows.Where(row => row.Step == step);
        if (filter.Mode is { } mode) rows = rows.Where(row => row.Mode == mode);
        if (filter.Category is { } category) rows = rows.Where(row => row.Category == category);
        if (filter.Matter is { } matter) rows = rows.Where(row => row.Matter == matter.Value);
        if (filter.Aspect is { } aspect) rows = rows.Where(row => (row.Aspects & (int)aspect) != 0);
        if (filter.Text is { Length: > 0 } text) rows = rows.Where(row => row.Title.Contains(text) || row.IndexNumber!.Contains(text) || row.VisibleNumber!.Contains(text));
        if (filter.Overdue) rows = rows.Where(row => row.DueOn < today);
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(row => row.CreatedOn >= first && row.CreatedOn <= last);
        }

        return rows;
    }

    /// <summary>一个单位的信息生成在哪些年，新的在前。</summary>
    public static async Task<ImmutableArray<int>> Years(GongkaiDbContext db, Guid unit, CancellationToken cancel)
    {
        var years = await db.Items.AsNoTracking().Where(row => row.Unit == unit && row.CreatedOn != null).Select(row => row.CreatedOn!.Value.Year).Distinct().ToListAsync(cancel);
        return [.. years.OrderDescending()];
    }

    /// <summary>在这几步的，期限近的在前。</summary>
    public static Task<List<ItemRow>> At(GongkaiDbContext db, Guid unit, List<ReviewStep> steps, int most, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.Unit == unit && steps.Contains(row.Step))
            .OrderBy(row => row.DueOn == null).ThenBy(row => row.DueOn).ThenBy(row => row.Since).Take(most).ToListAsync(cancel);

    /// <summary>某人拟的、还没有办完的，新动过的在前。</summary>
    public static Task<List<ItemRow>> DraftedBy(GongkaiDbContext db, Guid person, int most, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.Drafter == person && row.Step != ReviewStep.Published && row.Step != ReviewStep.Withdrawn && row.Step != ReviewStep.Kept)
            .OrderByDescending(row => row.Since).Take(most).ToListAsync(cancel);

    /// <summary>到了时刻没有发布成的：某人拟的，或者这几个单位的。</summary>
    public static Task<List<ItemRow>> NotPublishedInTime(GongkaiDbContext db, Guid person, List<Guid> units, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => row.Step == ReviewStep.Scheduled && row.TimingFault != null && (row.Drafter == person || units.Contains(row.Unit)))
            .OrderBy(row => row.ScheduledFor).ToListAsync(cancel);

    /// <summary>某时刻以前归档不公开的，早的在前。</summary>
    public static Task<List<ItemRow>> KeptBefore(GongkaiDbContext db, List<Guid> units, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Items.AsNoTracking().Where(row => units.Contains(row.Unit) && row.Step == ReviewStep.Kept && row.Since <= before)
            .OrderBy(row => row.Since).Take(most).ToListAsync(cancel);

    /// <summary>这些人的姓名。</summary>
    public static Task<Dictionary<Guid, string>> Names(GongkaiDbContext db, List<Guid> people, CancellationToken cancel) =>
        db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
}
