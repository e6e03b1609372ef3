using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication;

/// <summary>一个人的工作清单：等他办的、退回给他的、他拟的办到了哪里，都按期限的先后。</summary>
public sealed class WorkDesk(Database database, TimeProvider clock)
{
    /// <summary>每一段至多几条；再多的到清单里看。</summary>
    public const int Longest = 200;

    /// <summary>取出。没有审查里的角色的人，各段都是空的。</summary>
    public async Task<WorkList> Of(CurrentPerson who, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var waiting = new List<ItemRow>();
        foreach (var unit in who.Roles.Select(grounds => grounds.Unit).Distinct())
        {
            var roles = PossibleActs.RolesIn(who, unit).ToHashSet();
            // 草稿只等拟的人；别的步等角色。
            var steps = Enum.GetValues<ReviewStep>().Where(step => step != ReviewStep.Draft && ReviewProcess.HoldersOf(step).Any(roles.Contains)).ToList();
            waiting.AddRange(await DeskQueries.At(db, unit.Value, steps, Longest, cancel));
        }

        var own = (await DeskQueries.DraftedBy(db, who.Id.Value, Longest, cancel)).Where(row => who.May(Permission.ReadUnpublished, new UnitId(row.Unit)).Succeeded).ToList();
        var publishing = who.UnitsWith(Permission.PublishItem).Select(unit => unit.Value).ToList();
        var stuck = await DeskQueries.NotPublishedInTime(db, who.Id.Value, publishing, cancel);
        var drafting = who.UnitsWith(Permission.DraftItem).Select(unit => unit.Value).ToList();
        var before = clock.GetUtcNow().AddMonths(-Reassessment.DefaultMonths);
        var reassessing = await DeskQueries.KeptBefore(db, drafting, before, Longest, cancel);

        var details = await Details.Of(db, who, [.. waiting.Concat(own).Select(row => row.Id).Distinct()], cancel);
        var drafts = own.Where(row => row.Step == ReviewStep.Draft).ToList();
        return new WorkList(
            [.. drafts.Where(row => details.IsReturned(row)).Select(details.Entry)],
            [.. waiting.Select(details.Entry).OrderBy(entry => entry.Clock).ThenBy(entry => entry.Item.Since).Take(Longest)],
            [.. drafts.Where(row => !details.IsReturned(row)).Select(details.Entry)],
            [.. own.Where(row => row.Step != ReviewStep.Draft && ReviewProcess.HoldersOf(row.Step).Length > 0).Select(details.Entry)],
            [.. stuck.Select(row => DeskEntry.Of(row, who))],
            [.. reassessing.Select(row => DeskEntry.Of(row, who))]);
    }

    // 一条一条要看的：最近的一件事、是谁办的、这个人能不能办这一步。
    private sealed record Details(CurrentPerson Who, ILookup<Guid, ReviewEvent> Events, ILookup<Guid, (int, Gongkai.Organisations.People.PersonId)> Writers, IReadOnlyDictionary<Guid, string> Names)
    {
        public static async Task<Details> Of(GongkaiDbContext db, CurrentPerson who, List<Guid> items, CancellationToken cancel)
        {
            var events = await ItemQueries.Events(db, items, cancel);
            var writers = await ItemQueries.Writers(db, items, cancel);
            var people = events.Select(group => group.Last().By?.Value).OfType<Guid>().Distinct().ToList();
            return new Details(who, events, writers, await DeskQueries.Names(db, people, cancel));
        }

        public bool IsReturned(ItemRow row) => Events[row.Id].LastOrDefault()?.Action is ReviewAction.Return or ReviewAction.AnswerAfterChange;

        public WorkEntry Entry(ItemRow row)
        {
            var (events, entry) = (Events[row.Id].ToList(), DeskEntry.Of(row, Who));
            var last = events.LastOrDefault();
            var since = LegalTime.DateOf(row.Since);
            var usual = ReviewSteps.DueFor(row.Step, since, Who.Calendar);
            return new WorkEntry(entry, entry.DueOn ?? usual ?? DateOnly.MaxValue, Who.Calendar.CountWorkdays(since, Who.Today), usual < Who.Today)
            {
                NotForMe = ReviewDecisions.Unfit(ReviewState.Of(events), ReviewAction.Pass, Who.Id, Item.DraftersOf([.. Writers[row.Id]], events)),
                Last = last,
                LastBy = last?.By is { } by ? Names.GetValueOrDefault(by.Value) : null,
            };
        }
    }
}

/// <summary>工作清单。</summary>
/// <param name="Returned">退回给我的。</param>
/// <param name="Waiting">等我办的，期限近的在前；没有期限的按这一步一般应办完的日子。</param>
/// <param name="Drafts">我的草稿，还没有送审。</param>
/// <param name="UnderWay">我拟的，已经送审，还没有公开。</param>
/// <param name="Stuck">定时发布没有成的。</param>
/// <param name="ToReassess">不主动公开满一年、该重新评估的。条例第十八条。</param>
public sealed record WorkList(
    ImmutableArray<WorkEntry> Returned, ImmutableArray<WorkEntry> Waiting, ImmutableArray<WorkEntry> Drafts, ImmutableArray<WorkEntry> UnderWay,
    ImmutableArray<DeskEntry> Stuck, ImmutableArray<DeskEntry> ToReassess)
{
    /// <summary>什么也没有。</summary>
    public bool IsEmpty => Returned.IsEmpty && Waiting.IsEmpty && Drafts.IsEmpty && UnderWay.IsEmpty && Stuck.IsEmpty && ToReassess.IsEmpty;
}

/// <summary>工作清单里的一条。</summary>
/// <param name="Item">哪一条。</param>
/// <param name="Clock">按哪一天排：首次公开的期限，没有的是这一步一般应办完的日子。</param>
/// <param name="Waited">在这一步等了几个工作日。</param>
/// <param name="IsSlow">在这一步等得比一般的久；只提醒。</param>
public sealed record WorkEntry(DeskEntry Item, DateOnly Clock, int Waited, bool IsSlow)
{
    /// <summary>我为什么不能办这一步（办过相邻的一步、自己拟的稿）；可以办的为空。</summary>
    public Refusal? NotForMe { get; init; }

    /// <summary>最近的一件事；还没有的为空。</summary>
    public ReviewEvent? Last { get; init; }

    /// <summary>最近的一件事是谁办的；系统办的为空。</summary>
    public string? LastBy { get; init; }
}
