using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication;

/// <summary>办公桌：等我办的、本单位的、一条信息的全部。只给有“查看未公开的内容”权限的人看。</summary>
public sealed class ItemDesk(Database database, TimeProvider clock)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 30;

    private const int LongestList = 200;

    /// <summary>等某人办的：表里他的角色此时可以办的各步，期限近的在前；没有期限的按等了多久。至多 200 条。</summary>
    public async Task<IReadOnlyList<DeskEntry>> WaitingFor(CurrentPerson who, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        List<ItemRow> rows = [];
        foreach (var unit in who.Roles.GroupBy(grounds => grounds.Unit))
        {
            var roles = unit.Select(grounds => grounds.Role.InReview()).OfType<ReviewRole>().ToHashSet();
            var steps = Enum.GetValues<ReviewStep>().Where(step => roles.Any(role => Waits(step, role))).ToList();
            rows.AddRange(await db.Items.AsNoTracking().Where(row => row.Unit == unit.Key.Value && steps.Contains(row.Step))
                .OrderBy(row => row.DueOn == null).ThenBy(row => row.DueOn).ThenBy(row => row.Since).Take(LongestList).ToListAsync(cancel));
        }

        return [.. rows.OrderBy(row => row.DueOn is null).ThenBy(row => row.DueOn).ThenBy(row => row.Since).Take(LongestList).Select(row => Entry(row, who.Units))];
    }

    /// <summary>本单位的各条，新动过的在前。</summary>
    /// <param name="step">只看这一步；为空看全部。</param>
    /// <param name="page">第几页，从 1 起。</param>
    public async Task<Outcome<DeskPage>> Of(CurrentPerson who, UnitId unit, ReviewStep? step, int page, CancellationToken cancel)
    {
        if (who.May(Permission.ReadUnpublished, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var rows = db.Items.AsNoTracking().Where(row => row.Unit == unit.Value);
        if (step is { } wanted) rows = rows.Where(row => row.Step == wanted);
        var count = await rows.CountAsync(cancel);
        var shown = await rows.OrderByDescending(row => row.Since).ThenByDescending(row => row.Id).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new DeskPage([.. shown.Select(row => Entry(row, who.Units))], count, page);
    }

    /// <summary>一条信息的全部：内容、经过、此人此时可以办的事、还有什么毛病。</summary>
    public async Task<Outcome<ItemDossier>> Open(CurrentPerson who, ItemId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Find(db, id, cancel) is not { } item) return ItemRefusals.Missing;
        if (who.May(Permission.ReadUnpublished, item.Unit).Refusal is { } refusal) return refusal;
        var publisher = who.Units.Find(item.Latest.Draft.Metadata.Publisher);
        var plan = ReviewSetting.On(await ItemQueries.ReviewSettings(db, item.Unit, cancel), item.Unit, who.Today);
        var findings = DraftFindings.All(item.Latest.Draft);
        var facts = ItemDecisions.FactsOf(item, plan, publisher, DraftFindings.Of(item.Latest.Draft), who.Today);
        var people = item.Versions.Select(version => version.By.Value).Concat(item.Events.Select(happened => happened.By?.Value ?? Guid.Empty)).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var mayDraft = item.State.Step == ReviewStep.Draft && who.May(Permission.DraftItem, item.Unit).Succeeded;
        return new ItemDossier(
            item, ShortItemId.Of(id.Value), plan, facts.Faults, findings, Permitted(who, item, facts), mayDraft, DeadlineOf(item), names.ToImmutableDictionary(pair => pair.Key, pair => pair.Value), clock.GetUtcNow());
    }

    // 别的单位的角色不算；自己办过相邻一步的，表允许也不行。
    private static ImmutableArray<ReviewAction> Permitted(CurrentPerson who, Item item, ReviewFacts facts) =>
    [
        .. who.Roles.Where(grounds => grounds.Unit == item.Unit).Select(grounds => grounds.Role.InReview()).OfType<ReviewRole>()
            .SelectMany(role => ReviewDecisions.Permitted(item.State, role, who.Id, facts))
            .Where(action => ReviewWording.Permission(item.State.Step, action) is { } permission && who.May(permission, item.Unit).Succeeded)
            .Distinct().Order(),
    ];

    // 已经发布、撤回、归档的，虽然还能更正、撤回，但不在等谁。
    private static bool Waits(ReviewStep step, ReviewRole role) =>
        step is not (ReviewStep.Published or ReviewStep.Withdrawn or ReviewStep.Kept)
        && ReviewProcess.Table.PermittedActions(step, role).Any(action => action is not (ReviewAction.TakeBack or ReviewAction.Withdraw or ReviewAction.Unschedule));

    private static DisclosureDeadline? DeadlineOf(Item item) =>
        item.Latest.Draft.Choice.Mode == DisclosureMode.Active && item.Latest.Draft.Metadata.CreatedOn is { } created
            ? DisclosureClock.Reckon(DisclosureDeadlineId.General, created, WorkingCalendar.National) : null;

    private static DeskEntry Entry(ItemRow row, UnitsOnDate units) => new(
        new ItemId(row.Id), row.Title, units.NameOf(new UnitId(row.Unit)) ?? "", row.Mode, row.Step, row.Since, row.DueOn, row.ScheduledFor, row.VisibleVersion is not null, row.ShortId);
}

/// <summary>清单里的一条。</summary>
/// <param name="Since">自何时在这一步。</param>
/// <param name="DueOn">首次公开的期限（含）；没有的为空。</param>
/// <param name="IsVisible">公众看得见。</param>
public sealed record DeskEntry(
    ItemId Id, string Title, string UnitName, DisclosureMode Mode, ReviewStep Step, DateTimeOffset Since, DateOnly? DueOn, DateTimeOffset? ScheduledFor, bool IsVisible, string ShortId);

/// <summary>清单的一页。</summary>
public sealed record DeskPage(ImmutableArray<DeskEntry> Entries, int Count, int Page)
{
    /// <summary>一共几页，至少一页。</summary>
    public int Pages => Math.Max(1, (Count + ItemDesk.PageSize - 1) / ItemDesk.PageSize);
}

/// <summary>一条信息的全部，给办理的人看。</summary>
/// <param name="Item">信息。</param>
/// <param name="ShortId">网址里的短号。</param>
/// <param name="Plan">本单位现在的审查程序；送审过的以信息里记的为准。</param>
/// <param name="Faults">所填各项的毛病。</param>
/// <param name="Findings">扫描的命中。</param>
/// <param name="Permitted">此人此时可以办的事。</param>
/// <param name="MayDraft">此人此时可以改稿。</param>
/// <param name="Deadline">首次公开的期限；不主动公开的为空。</param>
/// <param name="Names">各人的姓名。</param>
/// <param name="Now">此刻。</param>
public sealed record ItemDossier(
    Item Item,
    string ShortId,
    ReviewPlan Plan,
    ImmutableArray<Gongkai.Publication.Catalogue.ItemFault> Faults,
    IReadOnlyList<Gongkai.Scanning.ScanFinding> Findings,
    ImmutableArray<ReviewAction> Permitted,
    bool MayDraft,
    DisclosureDeadline? Deadline,
    ImmutableDictionary<Guid, string> Names,
    DateTimeOffset Now);
