using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Data.Search;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Publication.Guide;
using Gongkai.Services.Publication.Normative;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>公众的检索：信息、指南与制度、文件库的登记、年报一起查。查到而随即撤下的不列出。</summary>
public sealed class PublicSearch(Database database, UnitTrees trees, PublicLibrary library, TimeProvider clock)
{
    private const int MostTitles = 8;
    private const int MostNear = 5;
    private const int MostTries = 4;
    private const int LongestPart = 30;
    private const int MostLike = 5;

    /// <summary>只查今天是这种有效性的规章、规范性文件。有效性随日子变，不在索引里：由文件库按今天算，再到检索里去找这些。</summary>
    /// <param name="request">查什么。</param>
    /// <param name="validity">有效性；为空不限。</param>
    public async Task<SearchRequest> Within(SearchRequest request, LibraryValidity? validity, CancellationToken cancel)
    {
        if (validity is not { } wanted) return request;
        var today = LegalTime.Today(clock);
        var documents = (await library.Current(cancel)).Entries.Where(entry => LibraryFilter.ValidityOf(entry, today) == wanted).Select(entry => entry.Document);
        return request with { Among = documents.Select(document => document.Facts.Item is { } item ? new Subject("item", item.Value) : new Subject(NormativeSaving.Kind, document.Id.Value)).ToHashSet() };
    }

    /// <summary>边输入边提示的：题目里有这些字的几条，只给题目。只从查得到的里面来，没有公开的不会在内。</summary>
    public async Task<IReadOnlyList<string>> Titles(string text, CancellationToken cancel)
    {
        var page = await Find(new SearchRequest(text) { PageSize = MostTitles }, cancel);
        return [.. page.Entries.Where(entry => !entry.Title.Marks.IsEmpty).Select(entry => entry.Title.Text).Distinct()];
    }

    /// <summary>没有查到时，相近的几条：少写几个字、不加筛选去查。只从查得到的里面来，没有公开的不会在内。</summary>
    public async Task<ImmutableArray<FoundEntry>> Near(string text, CancellationToken cancel)
    {
        foreach (var shorter in Shorter(text))
        {
            var page = await Find(new SearchRequest(shorter) { PageSize = MostNear }, cancel);
            if (!page.Entries.IsEmpty) return page.Entries;
        }

        return [];
    }

    /// <summary>一个单位已经公开的里面，与一段话说的像是一回事的几条：申请公开以前、办理的时候看看是不是已经公开了。词对上得多的在前。</summary>
    /// <param name="text">人写的一段话，例如申请里所需的信息。</param>
    public async Task<ImmutableArray<FoundEntry>> Like(UnitId unit, string text, CancellationToken cancel)
    {
        var scored = new Dictionary<(FoundKind Kind, string Key), (FoundEntry Entry, int Score)>();
        foreach (var phrase in SearchPhrases.Of(text))
        {
            foreach (var entry in (await Find(new SearchRequest(phrase) { Unit = unit.Value, PageSize = MostLike }, cancel)).Entries)
            {
                var earlier = scored.GetValueOrDefault((entry.Kind, entry.Key), (entry, 0));
                scored[(entry.Kind, entry.Key)] = (earlier.Item1, earlier.Item2 + phrase.Length);
            }
        }

        return [.. scored.Values.OrderByDescending(one => one.Score).ThenByDescending(one => one.Entry.On).Take(MostLike).Select(one => one.Entry)];
    }

    /// <summary>查一页。</summary>
    public async Task<FoundPage> Find(SearchRequest request, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var results = await db.Search(request, cancel);
        var tree = await trees.Load(db, cancel);
        var known = await library.Current(cancel);
        var items = await PublicCatalogue.Entries(db, IdsOf(results, "item"), tree, cancel);
        var pages = IdsOf(results, StandingPages.Kind);
        var standing = (await StandingPageQueries.Visible(db).Where(row => pages.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, PublicStandingPages.Of);
        var wanted = IdsOf(results, ReportShelf.Kind);
        var reports = await PublishedReportQueries.Visible(db).Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

        var found =
            from hit in results.Hits
            let one = Entry(hit.Subject.Kind, Guid.Parse(hit.Subject.Id))
            where one is not null
            select one with { Title = one.Named is { } title ? PublicCatalogue.TitleOf(hit.Title, title) : hit.Title, Snippet = hit.Snippet };
        return new FoundPage([.. found], results.Count, results.More, Math.Max(1, request.Page));

        FoundEntry? Entry(string kind, Guid id) => kind switch
        {
            "item" when items.TryGetValue(id, out var entry) =>
                new FoundEntry(FoundKind.Item, entry.ShortId, entry.Unit, entry.UnitName, entry.PublishedOn) { Named = entry.Title, DocumentNumber = entry.DocumentNumber, Document = known.OfItem(entry.ShortId)?.Document },
            StandingPages.Kind when standing.TryGetValue(id, out var page) =>
                new FoundEntry(page.System is null ? FoundKind.Guide : FoundKind.System, page.ShortId, page.Unit, NameOf(page.Unit), page.Current.PublishedOn),
            NormativeSaving.Kind when known.Find(new NormativeId(id)) is { } entry =>
                new FoundEntry(FoundKind.Normative, entry.ShortId, entry.Document.Unit, entry.UnitName, entry.PublishedOn) { Named = entry.Document.Facts.Title, DocumentNumber = entry.Number, Document = entry.Document },
            ReportShelf.Kind when reports.TryGetValue(id, out var report) =>
                new FoundEntry(FoundKind.Report, report.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), new UnitId(report.Unit), NameOf(new UnitId(report.Unit)), LegalTime.DateOf(report.LastReleasedAt!.Value)),
            _ => null,
        };

        string NameOf(UnitId unit) => tree.Find(unit)?.Latest.Name ?? "";
    }

    // 几个词的，去掉一个；一个词的，去掉尾上、头上一个字，再各取一半。
    private static IEnumerable<string> Shorter(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1) return words.Take(MostTries).Select((_, left) => string.Join(' ', words.Where((_, at) => at != left)));
        var word = words.FirstOrDefault("");
        string[] parts = [word[..Math.Max(0, word.Length - 1)], word[Math.Min(1, word.Length)..], word[..(word.Length / 2)], word[(word.Length / 2)..]];
        return parts.Where(part => part.Length is >= 2 and <= LongestPart && part.Length < word.Length).Distinct();
    }

    private static List<Guid> IdsOf(SearchResults results, string kind) => [.. results.Hits.Where(hit => hit.Subject.Kind == kind).Select(hit => Guid.Parse(hit.Subject.Id))];
}

/// <summary>查到的是哪一种。</summary>
public enum FoundKind
{
    /// <summary>信息。</summary>
    Item,

    /// <summary>公开指南。</summary>
    Guide,

    /// <summary>公开制度。</summary>
    System,

    /// <summary>规章、规范性文件的登记。</summary>
    Normative,

    /// <summary>年报。</summary>
    Report,
}

/// <summary>查到的一条。</summary>
/// <param name="Kind">哪一种。</param>
/// <param name="Key">网址里的短号；年报是年度。</param>
/// <param name="Unit">单位。</param>
/// <param name="UnitName">单位的名称。</param>
/// <param name="On">公开之日。</param>
public sealed record FoundEntry(FoundKind Kind, string Key, UnitId Unit, string UnitName, DateOnly On)
{
    /// <summary>题目，查到的字标亮。</summary>
    public MarkedText Title { get; init; } = new("", []);

    /// <summary>摘录，查到的字标亮。</summary>
    public MarkedText Snippet { get; init; } = new("", []);

    /// <summary>名称：索引的题目里另有文号、索引号的，只显示名称；为空照索引的题目。</summary>
    internal string? Named { get; init; }

    /// <summary>文号；没有的为空。</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>它所登记的规章、规范性文件，看有效性用；不是的为空。</summary>
    public NormativeDocument? Document { get; init; }
}

/// <summary>检索结果的一页。</summary>
/// <param name="Count">一共几条，至多数到 1,000。</param>
/// <param name="More">不止这些。</param>
public sealed record FoundPage(ImmutableArray<FoundEntry> Entries, int Count, bool More, int Page);
