using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication.Findings;

/// <summary>一条信息最新一版的扫描和处置：各项的文字当场查，附件取存着的查验，处置取库里的豁免。</summary>
public sealed class Screenings(Database database, FileExaminations examinations)
{
    private const string Purpose = "finding";

    /// <summary>先把附件查好；送审以后要看扫描结果的各件事，在开事务以前叫它。</summary>
    public Task Prepare(Item item, TimeSpan patience, CancellationToken cancel) => examinations.Ensure(item.Unit, item.Latest.Draft.Content.Attachments, patience, cancel);

    /// <summary>先把附件查好；不要看扫描结果的事什么也不做。</summary>
    internal async Task PrepareFor(ReviewStep step, ReviewAction action, ItemId id, CancellationToken cancel)
    {
        if (!Matters(step, action)) return;
        await using var db = database.CreateContext();
        if (await ItemQueries.LatestFiles(db, id, cancel) is { Files.IsEmpty: false } latest) await examinations.Ensure(latest.Unit, latest.Files, FileExaminations.Patience, cancel);
    }

    /// <summary>这件事要不要看扫描结果：通过保密审查、定时、发布；别的事不必为它查。</summary>
    internal static bool Matters(ReviewStep step, ReviewAction action) =>
        action is ReviewAction.Schedule or ReviewAction.Publish or ReviewAction.PublishOnTime || (action == ReviewAction.Pass && step == ReviewStep.SecrecyReview);

    /// <summary>最新一版的扫描和处置；没有查验的附件，算作还没有查。</summary>
    public Task<ItemScreening> Of(GongkaiDbContext db, Item item, CancellationToken cancel) => Of(db, item.Id, item.Latest.Draft, cancel);

    /// <summary>某一版内容的扫描和处置。</summary>
    public async Task<ItemScreening> Of(GongkaiDbContext db, ItemId item, ItemDraft draft, CancellationToken cancel)
    {
        var files = await FindingQueries.Examinations(db, draft.Content.Attachments, ScannerVersion.Current, cancel);
        return ItemScreening.Of(item, draft, TextFindings.Of(draft), files, await FindingQueries.Exemptions(db, item, cancel), Print);
    }

    /// <summary>这件事要写给公众看的话里的错误级命中。</summary>
    internal static ImmutableArray<UnresolvedFinding> NoteFindings(ReviewState state, ReviewCommand command) => command.Action switch
    {
        ReviewAction.Publish or ReviewAction.Schedule or ReviewAction.Withdraw => TextFindings.InNote(command.Text),
        ReviewAction.PublishOnTime => TextFindings.InNote(state.ScheduledText),
        _ => [],
    };

    private string Print(string content) => Convert.ToHexStringLower(database.Secrets.Fingerprint(Purpose, content));
}
