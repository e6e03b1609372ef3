using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>公众看的：目录、检索、一条信息、附件。只从看得见的里面取。</summary>
public sealed class PublicCatalogue(Database database, UnitTrees trees, TimeProvider clock)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 20;

    /// <summary>单位之树今天的样子。</summary>
    public async Task<UnitsOnDate> Units(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return (await trees.Load(db, cancel)).At(LegalTime.Today(clock));
    }

    /// <summary>目录的一页，新发布的在前。</summary>
    public async Task<CataloguePage> List(PublicItemFilter filter, int page, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var rows = PublicItemQueries.Matching(db, filter);
        var count = await rows.CountAsync(cancel);
        var shown = await rows.NewestFirst().Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var units = (await trees.Load(db, cancel)).At(LegalTime.Today(clock));
        return new CataloguePage([.. shown.Select(row => Entry(row, units))], count, Math.Max(1, page));
    }

    /// <summary>某些单位里，各法定公开分类各有几条。</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsByCategory(PublicItemFilter filter, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await PublicItemQueries.Matching(db, filter with { Categories = null }).Where(row => row.VisibleCategory != null)
            .GroupBy(row => row.VisibleCategory!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, cancel);
    }

    /// <summary>一条信息；看不见的、没有的为空。</summary>
    public async Task<PublicItem?> Find(string shortId, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublicItemQueries.FindShown(db, shortId, cancel) is not { } shown) return null;
        var units = (await trees.Load(db, cancel)).At(LegalTime.Today(clock));
        var history = await PublicItemQueries.History(db, shown.Row.Id, cancel);
        return new PublicItem(Entry(shown.Row, units), shown.Draft, shown.Row.LastPublishedAt!.Value, [.. history.Select(happened => new PublicChange(happened.Action, happened.At, happened.Text))]);
    }

    /// <summary>曾经发布、已经撤回的：只说何时撤回、为什么，不说从前是什么。没有的为空。</summary>
    public async Task<PublicChange?> FindWithdrawn(string shortId, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (!ShortItemId.IsPossible(shortId) || await PublicItemQueries.FindWithdrawn(db, shortId, cancel) is not { } row) return null;
        var last = (await PublicItemQueries.History(db, row.Id, cancel))[^1];
        return new PublicChange(last.Action, last.At, last.Text);
    }

    /// <summary>看得见的一条的一个附件；不是它现在的附件的为空。</summary>
    public async Task<(Attachment File, Stream Content)?> OpenAttachment(string shortId, AttachmentId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublicItemQueries.FindShown(db, shortId, cancel) is not { } shown) return null;
        if (shown.Draft.Content.Attachments.FirstOrDefault(attachment => attachment.Id == id) is not { } file) return null;
        return await database.Attachments.Open(file.ContentHash, cancel) is { } content ? (file, content) : null;
    }

    /// <summary>检索。查到而随即撤下的不列出。</summary>
    public async Task<FoundPage> Search(SearchRequest request, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var results = await db.Search(request with { Audience = SearchAudience.Public, Kind = "item" }, cancel);
        var ids = results.Hits.Select(hit => Guid.Parse(hit.Subject.Id)).ToList();
        var rows = await PublicItemQueries.Visible(db).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var units = (await trees.Load(db, cancel)).At(LegalTime.Today(clock));
        var found = from hit in results.Hits
                    let row = rows.GetValueOrDefault(Guid.Parse(hit.Subject.Id))
                    where row is not null
                    select new FoundItem(Entry(row, units), hit.Title, hit.Snippet);
        return new FoundPage([.. found], results.Count, results.More, Math.Max(1, request.Page));
    }

    private static CatalogueEntry Entry(ItemRow row, UnitsOnDate units) => new(
        row.ShortId, row.VisibleTitle!, row.VisibleDescription ?? "", row.IndexNumber, new UnitId(row.Unit), units.NameOf(new UnitId(row.Unit)) ?? "", row.VisibleCategory, row.VisibleNumber, row.VisibleCreatedOn,
        LegalTime.DateOf(row.FirstPublishedAt!.Value));
}

/// <summary>目录里的一条。</summary>
/// <param name="PublishedOn">首次发布的日期，北京时间。</param>
public sealed record CatalogueEntry(
    string ShortId, string Title, string Description, string? IndexNumber, UnitId Unit, string UnitName, string? Category, string? DocumentNumber, DateOnly? CreatedOn, DateOnly PublishedOn);

/// <summary>目录的一页。</summary>
public sealed record CataloguePage(ImmutableArray<CatalogueEntry> Entries, int Count, int Page)
{
    /// <summary>一共几页，至少一页。</summary>
    public int Pages => Math.Max(1, (Count + PublicCatalogue.PageSize - 1) / PublicCatalogue.PageSize);
}

/// <summary>公众看到的一条信息。</summary>
/// <param name="Entry">目录里的各项。</param>
/// <param name="Draft">看得见的一版的内容。</param>
/// <param name="LastPublishedAt">最近发布的时刻。</param>
/// <param name="Changes">各次发布、更正、撤回，早的在前；从前各版的内容不在其中。</param>
public sealed record PublicItem(CatalogueEntry Entry, ItemDraft Draft, DateTimeOffset LastPublishedAt, ImmutableArray<PublicChange> Changes);

/// <summary>公众可以知道的一次变动。</summary>
/// <param name="Action">发布、撤回……</param>
/// <param name="At">时刻。</param>
/// <param name="Note">给公众看的说明；没有的为空。</param>
public sealed record PublicChange(ReviewAction Action, DateTimeOffset At, string? Note);

/// <summary>检索到的一条。</summary>
public sealed record FoundItem(CatalogueEntry Entry, MarkedText Title, MarkedText Snippet);

/// <summary>检索结果的一页。</summary>
/// <param name="Count">一共几条，至多数到 1,000。</param>
/// <param name="More">不止这些。</param>
public sealed record FoundPage(ImmutableArray<FoundItem> Items, int Count, bool More, int Page);
