using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Findings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>办公桌：本单位的清单、一条信息的全部、它的附件。只给有“查看未公开的内容”权限的人看。</summary>
public sealed class ItemDesk(Database database, Screenings screenings, TimeProvider clock)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 30;

    /// <summary>一个单位的各条，新动过的在前。</summary>
    /// <param name="page">第几页，从 1 起。</param>
    public async Task<Outcome<DeskPage>> Of(CurrentPerson who, DeskFilter filter, int page, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, filter.Unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var all = DeskQueries.Matching(db, filter.Unit.Value, filter with { Step = null }, who.Today);
        var rows = filter.Step is { } step ? all.Where(row => row.Step == step) : all;
        var byStep = await all.GroupBy(row => row.Step).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var count = filter.Step is { } chosen ? byStep.FirstOrDefault(one => one.Key == chosen)?.Count ?? 0 : byStep.Sum(one => one.Count);
        var number = Math.Clamp(page, 1, PageCount.Of(count, PageSize));
        var shown = await rows.OrderByDescending(row => row.Since).ThenByDescending(row => row.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new DeskPage(
            [.. shown.Select(row => DeskEntry.Of(row, who))], count, number, byStep.ToImmutableSortedDictionary(one => one.Key, one => one.Count),
            await DeskQueries.Years(db, filter.Unit.Value, cancel));
    }

    /// <summary>一条信息的全部：内容、经过、此人此时可以办的事、还有什么问题。</summary>
    public async Task<Outcome<ItemDossier>> Open(CurrentPerson who, ItemId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Find(db, id, cancel) is not { } item) return ItemRefusals.Missing;
        if (who.May(Permission.ReadUnpublished, item.Unit).Refusal is { } refusal) return refusal;
        var plan = ReviewSetting.On(await ItemQueries.ReviewSettings(db, item.Unit, cancel), item.Unit, who.Today);
        await screenings.Prepare(item, FileExaminations.Patience, cancel);
        var screening = await screenings.Of(db, item, cancel);
        var facts = FactsOf(who, item, plan, screening);
        var mayDraft = item.State.Step == ReviewStep.Draft && who.May(Permission.DraftItem, item.Unit).Succeeded;
        var names = await Names(db, item, screening, cancel);
        return new ItemDossier(item, ShortItemId.Of(id.Value), plan, facts.Faults, screening, mayDraft, DeadlineOf(item), names, clock.GetUtcNow())
        {
            Acts = PossibleActs.Of(who, item, facts, clock.GetUtcNow()),
            Round = ReviewRound.Of(item.Events, plan),
            Handlers = await Handlers(db, who, item, cancel),
            Examinations = (await FindingQueries.Examinations(db, item.Latest.Draft.Content.Attachments, Scanning.ScannerVersion.Current, cancel)).ToImmutableDictionary(),
            Matter = item.Latest.Draft.Matter is { } matter ? await MatterQueries.Find(db, matter, cancel) : null,
            TimingFault = await db.Items.AsNoTracking().Where(row => row.Id == id.Value).Select(row => row.TimingFault).SingleAsync(cancel),
        };
    }

    /// <summary>各版的附件里的一个；没有的、看不了的说明为什么。内容由调用者读完关上。</summary>
    public async Task<Outcome<(Attachment File, Stream Content)>> OpenAttachment(CurrentPerson who, ItemId id, AttachmentId attachment, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Find(db, id, cancel) is not { } item) return ItemRefusals.Missing;
        if (who.May(Permission.ReadUnpublished, item.Unit).Refusal is { } refusal) return refusal;
        var file = item.Files.FirstOrDefault(one => one.Id == attachment);
        return file is not null && await database.Attachments.Open(file.ContentHash, cancel) is { } content ? (file, content) : new Refusal("没有这个附件。");
    }

    /// <summary>最新一版的一个附件的净化副本：公开出去的就是它；没有的、看不了的说明为什么。内容由调用者读完关上。</summary>
    public async Task<Outcome<(ReleasedFile File, Stream Content)>> OpenCopy(CurrentPerson who, ItemId id, AttachmentId attachment, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Find(db, id, cancel) is not { } item) return ItemRefusals.Missing;
        if (who.May(Permission.ReadUnpublished, item.Unit).Refusal is { } refusal) return refusal;
        var released = (await screenings.Of(db, item, cancel)).Released.FirstOrDefault(one => one.Id == attachment);
        return released is not null && await database.Attachments.Open(released.ContentHash, cancel) is { } content ? (released, content) : new Refusal("没有这个附件的净化副本。");
    }

    /// <summary>此人此时为什么不能办一件事（不在他可以办的各件之列）。</summary>
    public static Refusal WhyNot(CurrentPerson who, Item item, ReviewAction action) => PossibleActs.WhyNot(who, item, action);

    internal static ReviewFacts FactsOf(CurrentPerson who, Item item, ReviewPlan plan, ItemScreening screening) =>
        ItemDecisions.FactsOf(item, plan, who.Units.Find(item.Latest.Draft.Metadata.Publisher), screening, who.Today);

    private static async Task<ImmutableDictionary<Guid, string>> Names(GongkaiDbContext db, Item item, ItemScreening screening, CancellationToken cancel)
    {
        var people = item.Versions.Select(version => version.By.Value).Concat(item.Events.Where(happened => happened.By is not null).Select(happened => happened.By!.Value.Value))
            .Concat(screening.Findings.Select(answered => answered.Exemption).OfType<Exemption>().SelectMany(one => new[] { one.AskedBy.Value, (one.DecidedBy ?? one.AskedBy).Value })).Distinct().ToList();
        return (await DeskQueries.Names(db, people, cancel)).ToImmutableDictionary();
    }

    // 等谁：本单位今天任这些角色的人；办过相邻一步的也列出，说明他不能办。
    private static async Task<ImmutableArray<StepHandler>> Handlers(GongkaiDbContext db, CurrentPerson who, Item item, CancellationToken cancel)
    {
        var (state, roles) = (item.State, ReviewProcess.HoldersOf(item.State.Step));
        if (roles.IsEmpty) return [];
        var people = await PersonQueries.Of(db, [item.Unit], cancel);
        return
        [
            .. from person in people
               from held in person.AppointmentsOn(who.Today)
               where held.Unit == item.Unit && held.Role.InReview() is { } role && roles.Contains(role)
               where state.Step != ReviewStep.Draft || item.Drafters.Contains(person.Id)
               select new StepHandler(person.Name, held.Role.Caption(), ReviewDecisions.Unfit(state, ReviewAction.Pass, person.Id, item.Drafters)),
        ];
    }

    private static DisclosureDeadline? DeadlineOf(Item item) =>
        item.Latest.Draft.Choice.Mode == DisclosureMode.Active && item.Latest.Draft.Metadata.CreatedOn is { } created
            ? DisclosureClock.Reckon(item.Latest.Draft.Deadline, created, WorkingCalendar.National) : null;
}
