using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Normative;

/// <summary>
/// 公众的文件库：全文在本系统的，那条信息看得见才列；不在的，公布过才列。整个库取一次，随公开内容的戳重取，
/// 筛选与“某日有效”都由它算，不必一页一页地问库。
/// </summary>
public sealed class PublicLibrary(Database database, UnitTrees trees)
{
    private volatile LibrarySnapshot? _snapshot;

    /// <summary>现在的库。</summary>
    public async Task<LibrarySnapshot> Current(CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var stamp = await PublicItemQueries.Stamp(db, cancel);
        if (_snapshot is { } known && known.Stamp == stamp) return known;
        var rows = await NormativeQueries.All(db).ToListAsync(cancel);
        var links = (await db.Interpretations.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.ToInterpretation());
        var ids = rows.Select(row => row.Item).OfType<Guid>().Concat(links.Select(link => link.Item.Value)).Distinct().ToList();
        var items = await Shown(db, ids, cancel);
        var tree = await trees.Load(db, cancel);
        var entries =
            from row in rows
            let item = row.Item is { } id ? items.GetValueOrDefault(id) : null
            let document = row.ToDocument()
            let published = document.Facts.PublishedOn ?? item?.PublishedOn
            where row.Item is null ? published is not null : item is not null
            let about = from link in Interpretations.Of(document.Id, links)
                        let text = items.GetValueOrDefault(link.Item.Value)
                        where text is not null
                        select new LibraryInterpretation(link.Kind, text)
            select new LibraryEntry(
                row.ShortId, document, (tree.Find(document.Unit)!.On(document.Facts.IssuedOn) ?? tree.Find(document.Unit)!.Latest).Name, published!.Value,
                document.Facts.Subject ?? item?.Subject, item, [.. about]);
        return _snapshot = new LibrarySnapshot(stamp, [.. entries]);
    }

    // 一次最多带这么多个参数，两种引擎都容得下。
    private const int MostAtOnce = 500;

    private static async Task<Dictionary<Guid, LibraryItem>> Shown(GongkaiDbContext db, List<Guid> ids, CancellationToken cancel)
    {
        Dictionary<Guid, LibraryItem> shown = [];
        foreach (var some in ids.Chunk(MostAtOnce))
        {
            var rows = await PublicItemQueries.Visible(db).Where(row => some.Contains(row.Id))
                .Select(row => new { row.Id, row.ShortId, row.VisibleTitle, row.VisibleSubject, row.FirstPublishedAt }).ToListAsync(cancel);
            foreach (var row in rows) shown[row.Id] = new LibraryItem(row.ShortId, row.VisibleTitle!, LegalTime.DateOf(row.FirstPublishedAt!.Value), row.VisibleSubject);
        }

        return shown;
    }
}

/// <summary>文件库的一条。</summary>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Document">登记的文件。</param>
/// <param name="UnitName">制定的单位在印发之日的名称。</param>
/// <param name="PublishedOn">公布之日。</param>
/// <param name="Subject">主题分类；没有的为空。</param>
/// <param name="Item">全文所在的信息；不在本系统的为空。</param>
/// <param name="Interpretations">看得见的解读，按公开的先后。</param>
public sealed record LibraryEntry(
    string ShortId, NormativeDocument Document, string UnitName, DateOnly PublishedOn, string? Subject, LibraryItem? Item, ImmutableArray<LibraryInterpretation> Interpretations)
{
    /// <summary>文号；没有的为空。</summary>
    public string? Number => Document.Facts.DocumentNumber?.ToString();

    /// <summary>最近一件使它不再有效的，或者修改它的事的依据；没有的为空。</summary>
    public NormativeBasis? Basis => Document.Events.LastOrDefault(happened => happened is NormativeEnded or NormativeAmended)?.Basis;
}

/// <summary>看得见的一条信息。</summary>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Title">名称。</param>
/// <param name="PublishedOn">首次公开之日。</param>
/// <param name="Subject">主题分类；没有的为空。</param>
public sealed record LibraryItem(string ShortId, string Title, DateOnly PublishedOn, string? Subject);

/// <summary>一条解读。</summary>
/// <param name="Kind">形式。</param>
/// <param name="Item">解读的信息。</param>
public sealed record LibraryInterpretation(InterpretationKind Kind, LibraryItem Item);

/// <summary>某一刻的文件库，印发晚的在前。</summary>
public sealed class LibrarySnapshot
{
    private readonly Dictionary<string, LibraryEntry> _byShortId, _byItem;
    private readonly Dictionary<Guid, LibraryEntry> _byId;
    private readonly ILookup<string, LibraryEntry> _interpretedBy;

    internal LibrarySnapshot(long stamp, ImmutableArray<LibraryEntry> entries)
    {
        (Stamp, Entries) = (stamp, entries);
        _byShortId = entries.ToDictionary(entry => entry.ShortId, StringComparer.Ordinal);
        _byId = entries.ToDictionary(entry => entry.Document.Id.Value);
        _byItem = entries.Where(entry => entry.Item is not null).DistinctBy(entry => entry.Item!.ShortId).ToDictionary(entry => entry.Item!.ShortId, StringComparer.Ordinal);
        _interpretedBy = entries.SelectMany(entry => entry.Interpretations.Select(one => (one.Item.ShortId, entry))).ToLookup(pair => pair.ShortId, pair => pair.entry, StringComparer.Ordinal);
    }

    internal long Stamp { get; }

    /// <summary>全部，印发晚的在前。</summary>
    public ImmutableArray<LibraryEntry> Entries { get; }

    /// <summary>按短号找；没有的为空。</summary>
    public LibraryEntry? Find(string shortId) => _byShortId.GetValueOrDefault(shortId);

    /// <summary>按标识找；没有的、公众看不见的为空。</summary>
    public LibraryEntry? Find(NormativeId id) => _byId.GetValueOrDefault(id.Value);

    /// <summary>全文是这条信息的文件；没有的为空。</summary>
    public LibraryEntry? OfItem(string shortId) => _byItem.GetValueOrDefault(shortId);

    /// <summary>这条信息所解读的文件。</summary>
    public IEnumerable<LibraryEntry> InterpretedBy(string shortId) => _interpretedBy[shortId];
}
