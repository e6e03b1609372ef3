using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.AnnualReports.Indicators;
using Gongkai.AnnualReports.Model;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.AnnualReports.DataCentre;

/// <summary>本站公布着的年报。数字放在内存里，由库里的各版读出来；公开的内容的戳变了才去看，只读换了版的几件，所以不会与公布的不一致，也不必核对。</summary>
public sealed class PublishedSource(Database database, UnitTrees trees) : ReportSource
{
    // 换了的多于这么多件，整个重读比一件件地取快。
    private const int MostAtOnce = 500;

    private const int BatchSize = 256;

    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Lock _gate = new();
    private Task? _refreshing;
    private volatile Known _known = new(-1, null, ImmutableDictionary<Guid, ShownEdition>.Empty, FigureStore.Empty);

    /// <inheritdoc />
    public override string? Warning => null;

    /// <inheritdoc />
    public override async Task<FigureStore> Current(CancellationToken cancel)
    {
        long stamp;
        await using (var db = database.CreateContext()) stamp = await PublicItemQueries.Stamp(db, cancel);
        // 正在做的一次也许早于这个戳，做完了再看一回。
        while (_known.Stamp < stamp) await Refreshing().WaitAsync(cancel);
        return _known.Store;
    }

    /// <inheritdoc />
    public override async Task<AnnualReport?> Open(string body, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if ((await trees.Load(db, cancel)).Units.FirstOrDefault(unit => ShortItemId.Of(unit.Id.Value) == body) is not { } owner) return null;
        return await PublishedReportQueries.FindShown(db, owner.Id.Value, year, cancel) is { } shown ? CanonicalJsonReader.Read(shown.Edition.Canonical).Value : null;
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        await foreach (var shown in PublishedReportQueries.ShownContents(db, null).WithCancellation(cancel)) yield return Line(shown);
    }

    private static ReadOnlyMemory<byte> Line(ShownContent shown)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            writer.WriteStartObject();
            writer.WriteString("file", $"r/{ShortItemId.Of(shown.Unit)}/{shown.Year}");
            writer.WriteNumber("size", Encoding.UTF8.GetByteCount(shown.Edition.Canonical));
            writer.WritePropertyName("report");
            writer.WriteRawValue(shown.Edition.Canonical);
            writer.WriteStartArray("findings");
            foreach (var finding in shown.Edition.ToEdition().Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", finding.Rule);
                writer.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()));
                writer.WriteString("message", finding.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            // 公布时留下的只有发现，不可判的几条没有留。
            writer.WriteStartArray("notAssessable");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    // 几个人一起来，只做一次；来的人走了，做着的不停。
    private Task Refreshing()
    {
        lock (_gate) return _refreshing is { IsCompleted: false } running ? running : _refreshing = Refresh();
    }

    private async Task Refresh()
    {
        await using var db = database.CreateContext();
        // 先看戳再取内容：取的中途又变了，戳是旧的，下次再看。
        var stamp = await PublicItemQueries.Stamp(db, CancellationToken.None);
        _known = await Refreshed(db, stamp, CancellationToken.None);
    }

    private async Task<Known> Refreshed(GongkaiDbContext db, long stamp, CancellationToken cancel)
    {
        var (before, tree) = (_known, await trees.Load(db, cancel));
        var shown = (await PublishedReportQueries.ShownEditions(db, cancel)).ToImmutableDictionary(edition => edition.Id);
        var changed = shown.Values.Where(edition => !before.Shown.TryGetValue(edition.Id, out var known) || known.Edition != edition.Edition).Select(edition => edition.Id).ToList();
        var gone = before.Shown.Values.Where(edition => !shown.ContainsKey(edition.Id)).Select(edition => (ShortItemId.Of(edition.Unit), edition.Year)).ToList();
        var store = before.Store;
        if (changed.Count > 0 || gone.Count > 0) store = store.With(gone, await Read(db, shown, tree, changed.Count > MostAtOnce ? null : changed, cancel));
        if (before.Tree is not null && !ReferenceEquals(before.Tree, tree))
        {
            var units = tree.Units.ToDictionary(unit => ShortItemId.Of(unit.Id.Value));
            store = store.Relabelled(fact => units.TryGetValue(fact.Body, out var unit) ? Fact(fact.Body, unit, fact.Year, fact.PublishedOn) : fact);
        }

        return new Known(stamp, tree, shown, store);
    }

    private static async Task<List<PublishedFigures>> Read(GongkaiDbContext db, ImmutableDictionary<Guid, ShownEdition> shown, UnitTree tree, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var read = new List<PublishedFigures>();
        var batch = new List<ShownContent>(BatchSize);
        await foreach (var content in PublishedReportQueries.ShownContents(db, only).WithCancellation(cancel))
        {
            // 列出以后才公布的，下次再读。
            if (shown.TryGetValue(content.Id, out var listed) && listed.Edition == content.Edition.Number) batch.Add(content);
            if (batch.Count == BatchSize) Parse();
        }

        Parse();
        return read;

        void Parse()
        {
            read.AddRange(batch.AsParallel().AsOrdered().Select(content => PublishedFigures.Of(
                Fact(ShortItemId.Of(content.Unit), tree.Find(new UnitId(content.Unit)), content.Year, LegalTime.DateOf(shown[content.Id].ReleasedAt)), CanonicalJsonReader.Read(content.Edition.Canonical).Value)));
            batch.Clear();
        }
    }

    // 写年度末的情况；那时已经不在的，写最后的。
    private static ReportFact Fact(string body, Unit? unit, int year, DateOnly? publishedOn)
    {
        var facts = unit is null ? null : unit.On(new DateOnly(year, 12, 31)) ?? unit.Latest;
        return new ReportFact(body, facts?.Name ?? "", year, facts?.Level, facts?.Kind, facts?.RegionCode, publishedOn);
    }

    private sealed record Known(long Stamp, UnitTree? Tree, ImmutableDictionary<Guid, ShownEdition> Shown, FigureStore Store);
}
