using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>公众看的：目录、检索、一条信息、附件。只从看得见的里面取。</summary>
public sealed class PublicCatalogue(Database database, UnitTrees trees)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 20;

    private volatile Counted? _counted;

    /// <summary>单位之树；已经终止的单位从前公开的信息仍在。</summary>
    public async Task<UnitTree> Tree(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await trees.Load(db, cancel);
    }

    /// <summary>目录的一页，新发布的在前。</summary>
    public async Task<CataloguePage> List(PublicItemFilter filter, int page, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var count = (await Counts(db, cancel)).Count(filter);
        var shown = await PublicItemQueries.Matching(db, filter).NewestFirst().Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var tree = await trees.Load(db, cancel);
        return new CataloguePage([.. shown.Select(row => Entry(row, tree))], count, Math.Max(1, page));
    }

    /// <summary>目录里各有几条。</summary>
    public async Task<CatalogueCounts> Counts(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Counts(db, cancel);
    }

    /// <summary>看得见的各条的短号与最近发布的时刻，每份 <paramref name="size"/> 条的第几份（从 1 起）。</summary>
    public async Task<IReadOnlyList<(string ShortId, DateTimeOffset At)>> Addresses(int part, int size, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await PublicItemQueries.Addresses(db, (part - 1) * size, size, cancel);
    }

    /// <summary>一条信息；看不见的、没有的为空。</summary>
    public async Task<PublicItem?> Find(string shortId, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublicItemQueries.FindShown(db, shortId, cancel) is not { } shown) return null;
        var tree = await trees.Load(db, cancel);
        var history = await PublicItemQueries.History(db, shown.Row.Id, cancel);
        var matter = shown.Draft.Matter is { } id ? await MatterQueries.Find(db, id, cancel) : null;
        return new PublicItem(Entry(shown.Row, tree), shown.Draft, [.. history.Select(Change)]) { Matter = matter };
    }

    /// <summary>曾经发布、已经撤回的：只说何时撤回、为什么，不说从前是什么。没有的为空。</summary>
    public async Task<PublicChange?> FindWithdrawn(string shortId, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (!ShortItemId.IsPossible(shortId) || await PublicItemQueries.FindWithdrawn(db, shortId, cancel) is not { } row) return null;
        return Change((await PublicItemQueries.History(db, row.Id, cancel))[^1]);
    }

    /// <summary>看得见的一条的一个附件；不是它现在的附件的为空。</summary>
    public async Task<(Attachment File, Stream Content)?> OpenAttachment(string shortId, AttachmentId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await PublicItemQueries.FindShown(db, shortId, cancel) is not { } shown) return null;
        if (shown.Draft.Content.Attachments.FirstOrDefault(attachment => attachment.Id == id) is not { } file) return null;
        return await database.Attachments.Open(file.ContentHash, cancel) is { } content ? (file, content) : null;
    }

    /// <summary>只在信息里检索，接口与订阅用。查到而随即撤下的不列出。</summary>
    public async Task<FoundItems> Search(SearchRequest request, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var results = await db.Search(request with { Kind = "item" }, cancel);
        var entries = await Entries(db, [.. results.Hits.Select(hit => Guid.Parse(hit.Subject.Id))], await trees.Load(db, cancel), cancel);
        var found = from hit in results.Hits
                    let entry = entries.GetValueOrDefault(Guid.Parse(hit.Subject.Id))
                    where entry is not null
                    select new FoundItem(entry, TitleOf(hit.Title, entry.Title), hit.Snippet);
        return new FoundItems([.. found], results.Count, results.More, Math.Max(1, request.Page));
    }

    /// <summary>几条看得见的信息；看不见的不在其中。</summary>
    internal static async Task<Dictionary<Guid, CatalogueEntry>> Entries(GongkaiDbContext db, IReadOnlyCollection<Guid> ids, UnitTree tree, CancellationToken cancel) =>
        (await PublicItemQueries.Visible(db).Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => Entry(row, tree));

    private async Task<CatalogueCounts> Counts(GongkaiDbContext db, CancellationToken cancel)
    {
        var stamp = await PublicItemQueries.Stamp(db, cancel);
        if (_counted is { } counted && counted.Stamp == stamp) return counted.Counts;
        var counts = new CatalogueCounts(await PublicItemQueries.Counted(db, cancel));
        _counted = new Counted(stamp, counts);
        return counts;
    }

    // 索引里标题之后接着文号与索引号，为的是查得到；给人看的只到标题为止。
    internal static MarkedText TitleOf(MarkedText indexed, string title) => indexed.Text.StartsWith(title, StringComparison.Ordinal)
        ? new MarkedText(title, [.. indexed.Marks.Where(mark => mark.Start + mark.Length <= title.Length)]) : new MarkedText(title, []);

    internal static CatalogueEntry Entry(ItemRow row, UnitTree tree)
    {
        var (id, unit, published) = (new UnitId(row.Unit), tree.Find(new UnitId(row.Unit)), row.FirstPublishedAt!.Value);
        // 更了名、并了的，写发布时的名称。
        var name = unit is null ? "" : (unit.On(LegalTime.DateOf(published)) ?? unit.Latest).Name;
        return new CatalogueEntry(
            row.ShortId, row.VisibleTitle!, row.VisibleDescription ?? "", row.IndexNumber, id, name, row.VisibleCategory, row.VisibleNumber, row.VisibleCreatedOn, published, row.LastPublishedAt!.Value)
        {
            Aspects = (OpennessAspects)row.VisibleAspects,
        };
    }

    // 答复不得公开等是内部的意见，只有发布与撤回时说的话是说给公众的。
    private static PublicChange Change(ReviewEvent happened) =>
        new(happened.Action, happened.At, happened.Action is ReviewAction.Publish or ReviewAction.PublishOnTime or ReviewAction.Withdraw ? happened.Text : null);

    private sealed record Counted(long Stamp, CatalogueCounts Counts);
}

/// <summary>目录里的一条。</summary>
/// <param name="UnitName">单位在首次发布那天的名称。</param>
/// <param name="PublishedAt">首次发布的时刻。</param>
/// <param name="UpdatedAt">最近发布（更正）的时刻。</param>
public sealed record CatalogueEntry(
    string ShortId, string Title, string Description, string? IndexNumber, UnitId Unit, string UnitName, string? Category, string? DocumentNumber, DateOnly? CreatedOn,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>首次发布的日期，北京时间。</summary>
    public DateOnly PublishedOn => LegalTime.DateOf(PublishedAt);

    /// <summary>五公开的标注。</summary>
    public OpennessAspects Aspects { get; init; }
}

/// <summary>目录的一页。</summary>
public sealed record CataloguePage(ImmutableArray<CatalogueEntry> Entries, int Count, int Page)
{
    /// <summary>一共几页，至少一页。</summary>
    public int Pages => PageCount.Of(Count, PublicCatalogue.PageSize);
}

/// <summary>公众看到的一条信息。</summary>
/// <param name="Entry">目录里的各项。</param>
/// <param name="Draft">看得见的一版的内容。</param>
/// <param name="Changes">各次发布、更正、撤回，早的在前；从前各版的内容不在其中。</param>
public sealed record PublicItem(CatalogueEntry Entry, ItemDraft Draft, ImmutableArray<PublicChange> Changes)
{
    /// <summary>归入事项清单的哪一项；没有归入的为空。</summary>
    public Matter? Matter { get; init; }
}

/// <summary>公众可以知道的一次变动。</summary>
/// <param name="Action">发布、撤回……</param>
/// <param name="At">时刻。</param>
/// <param name="Note">给公众看的说明；没有的为空。</param>
public sealed record PublicChange(ReviewAction Action, DateTimeOffset At, string? Note);

/// <summary>检索到的一条。</summary>
public sealed record FoundItem(CatalogueEntry Entry, MarkedText Title, MarkedText Snippet);

/// <summary>信息的检索结果的一页。</summary>
/// <param name="Count">一共几条，至多数到 1,000。</param>
/// <param name="More">不止这些。</param>
public sealed record FoundItems(ImmutableArray<FoundItem> Items, int Count, bool More, int Page);
