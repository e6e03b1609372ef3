using Gongkai.Data.Mapping.Publication;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data.Queries.Publication;

/// <summary>公众看得见的信息。这里的每一个查询都从 <see cref="Visible"/> 出发，未发布、已撤回、未到时的都不在其中。</summary>
public static class PublicItemQueries
{
    /// <summary>看得见的各条：公众的一切查询的起点。</summary>
    public static IQueryable<ItemRow> Visible(GongkaiDbContext db) => db.Items.AsNoTracking().Where(row => row.VisibleVersion != null);

    /// <summary>按条件挑。</summary>
    public static IQueryable<ItemRow> Matching(GongkaiDbContext db, PublicItemFilter filter)
    {
        var rows = Visible(db);
        if (filter.Unit is { } unit) rows = rows.Where(row => row.Unit == unit);
        rows = filter.Columns is { } columns ? InColumns(rows, columns, filter) : Classified(rows, filter);
        if (filter.Aspect is { } aspect) rows = rows.Where(row => (row.VisibleAspects & (int)aspect) != 0);
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(row => row.VisibleCreatedOn >= first && row.VisibleCreatedOn <= last);
        }

        return rows;
    }

    // 指定了栏目的，只在那个栏目里；没有指定的，按条件归入。
    private static IQueryable<ItemRow> InColumns(IQueryable<ItemRow> rows, IReadOnlyList<string> columns, PublicItemFilter filter)
    {
        var (categories, subject, genre) = (filter.Categories, filter.Subject, filter.Genre);
        return rows.Where(row => columns.Contains(row.VisibleColumn!)
            || (row.VisibleColumn == null
                && (categories == null || categories.Contains(row.VisibleCategory!)) && (subject == null || row.VisibleSubject == subject) && (genre == null || row.VisibleGenre == genre)));
    }

    private static IQueryable<ItemRow> Classified(IQueryable<ItemRow> rows, PublicItemFilter filter)
    {
        if (filter.Categories is { } categories) rows = rows.Where(row => categories.Contains(row.VisibleCategory!));
        if (filter.Subject is { } subject) rows = rows.Where(row => row.VisibleSubject == subject);
        if (filter.Genre is { } genre) rows = rows.Where(row => row.VisibleGenre == genre);
        return rows;
    }

    /// <summary>新发布的在前；同时发布的按标识，次序总是一样。</summary>
    public static IQueryable<ItemRow> NewestFirst(this IQueryable<ItemRow> rows) => rows.OrderByDescending(row => row.LastPublishedAt).ThenByDescending(row => row.Id);

    /// <summary>看得见的一条的那一版，附件是公开的一份；看不见的为空。别的版不取出来，所以不会漏出去。</summary>
    public static async Task<(ItemRow Row, ItemDraft Draft)?> FindShown(GongkaiDbContext db, string shortId, CancellationToken cancel)
    {
        if (!ShortItemId.IsPossible(shortId)) return null;
        if (await Visible(db).SingleOrDefaultAsync(item => item.ShortId == shortId, cancel) is not { } row) return null;
        var version = await db.Set<ItemVersionRow>().AsNoTracking().SingleAsync(version => version.Item == row.Id && version.Number == row.VisibleVersion, cancel);
        return (row, row.Shown(version));
    }

    /// <summary>公众可以知道的经过：各次发布、更正、撤回，早的在前。</summary>
    public static async Task<IReadOnlyList<ReviewEvent>> History(GongkaiDbContext db, Guid item, CancellationToken cancel)
    {
        ReviewAction[] told = [ReviewAction.Publish, ReviewAction.PublishOnTime, ReviewAction.Withdraw, ReviewAction.Keep, ReviewAction.AnswerNotOpen];
        var rows = await db.Set<ReviewEventRow>().AsNoTracking().Where(row => row.Item == item && told.Contains(row.Action)).OrderBy(row => row.Number).ToListAsync(cancel);
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>曾经发布、现在看不见的一条；从来没有发布过的、还看得见的为空。</summary>
    public static Task<ItemRow?> FindWithdrawn(GongkaiDbContext db, string shortId, CancellationToken cancel) =>
        db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.ShortId == shortId && row.VisibleVersion == null && row.FirstPublishedAt != null, cancel);

    /// <summary>看得见的各条，按单位、三种分类、指定的栏目、生成的年份、五公开的标注合起来数。</summary>
    public static Task<List<CountedGroup>> Counted(GongkaiDbContext db, CancellationToken cancel) => Visible(db)
        .GroupBy(row => new { row.Unit, row.VisibleCategory, row.VisibleColumn, row.VisibleSubject, row.VisibleGenre, row.VisibleAspects, Year = row.VisibleCreatedOn == null ? (int?)null : row.VisibleCreatedOn.Value.Year })
        .Select(group => new CountedGroup(group.Key.Unit, group.Key.VisibleCategory, group.Key.VisibleSubject, group.Key.VisibleGenre, group.Key.VisibleColumn, group.Key.Year, (OpennessAspects)group.Key.VisibleAspects, group.Count())).ToListAsync(cancel);

    /// <summary>看得见的各条的短号与最近发布的时刻，次序不随发布改变；网站地图用。</summary>
    public static async Task<IReadOnlyList<(string ShortId, DateTimeOffset At)>> Addresses(GongkaiDbContext db, int skip, int take, CancellationToken cancel)
    {
        var rows = await Visible(db).OrderBy(row => row.Id).Skip(skip).Take(take).Select(row => new { row.ShortId, row.LastPublishedAt }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.ShortId, row.LastPublishedAt!.Value))];
    }

    /// <summary>公开内容的戳；还没有公开过什么是 0。</summary>
    public static Task<long> Stamp(GongkaiDbContext db, CancellationToken cancel) => db.PublicStamps.Where(row => row.Id == PublicStampRow.TheOne).Select(row => row.Value).SingleOrDefaultAsync(cancel);

    /// <summary>公开的内容变了：戳加一，与改动在同一个事务里。</summary>
    public static Task<int> AdvanceStamp(GongkaiDbContext db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO public_stamp (id, value) VALUES ({PublicStampRow.TheOne}, 1) ON CONFLICT (id) DO UPDATE SET value = public_stamp.value + 1", cancel);
}

/// <summary>七项都相同的各条，一共几条；没有填的项为空。</summary>
/// <param name="Column">指定的栏目。</param>
/// <param name="Year">生成日期在哪一年。</param>
/// <param name="Aspects">五公开的标注。</param>
public sealed record CountedGroup(Guid Unit, string? Category, string? Subject, Genre? Genre, string? Column, int? Year, OpennessAspects Aspects, int Count);

/// <summary>挑哪些；为空的不限。</summary>
public sealed record PublicItemFilter
{
    /// <summary>单位。</summary>
    public Guid? Unit { get; init; }

    /// <summary>法定公开分类，其中之一。</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>主题分类。</summary>
    public string? Subject { get; init; }

    /// <summary>体裁。</summary>
    public Genre? Genre { get; init; }

    /// <summary>栏目，其中之一：指定在其中的，和没有指定、合乎上面三项的。</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>生成日期在哪一年。</summary>
    public int? Year { get; init; }

    /// <summary>标了五公开里的这一个。</summary>
    public OpennessAspects? Aspect { get; init; }
}
