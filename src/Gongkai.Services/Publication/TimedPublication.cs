using System.Collections.Concurrent;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication.Findings;

namespace Gongkai.Services.Publication;

/// <summary>
/// 定时发布：到了时刻，把审查通过、定了时的发布出去。几个节点同时做也只发布一次：后到的看见已经发布，什么也不做。
/// 发布不成的，理由记在那一条上，给它的人看；隔一会儿再试，每次的间隔加倍。
/// </summary>
public sealed class TimedPublication(Database database, UnitTrees trees, TimeProvider clock, PublicContent content, Screenings screenings)
{
    /// <summary>第一次没有成，隔多久再试。</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>间隔最长到多久。</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<ItemId, (DateTimeOffset Until, TimeSpan Pause)> _paused = [];

    /// <summary>发布到时的各条，答复没有发布成的：是哪一条，为什么。还在间隔之内的不试，也不在答复里。</summary>
    public async Task<IReadOnlyList<(ItemId Item, Refusal Why)>> PublishDue(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        List<ItemId> due;
        await using (var db = database.CreateContext()) due = [.. (await ItemQueries.Due(db, now, cancel)).Select(id => new ItemId(id))];
        foreach (var gone in _paused.Keys.Except(due)) _paused.TryRemove(gone, out _);
        List<(ItemId, Refusal)> failed = [];
        var published = 0;
        foreach (var id in due.Where(id => !_paused.TryGetValue(id, out var paused) || paused.Until <= now))
        {
            if ((await Publish(id, cancel)).Refusal is not { } why)
            {
                published++;
                continue;
            }

            var pause = _paused.TryGetValue(id, out var before) ? Min(before.Pause * 2, LongestPause) : FirstPause;
            _paused[id] = (now + pause, pause);
            await Tell(id, why, cancel);
            failed.Add((id, why));
        }

        if (published > 0) await content.Announce(cancel);
        return failed;
    }

    private async Task<Outcome<Item>> Publish(ItemId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Head(db, id, cancel) is not { Step: ReviewStep.Scheduled } head) return new Refusal("已经不在定时之列。");
        await screenings.PrepareFor(head.Step, ReviewAction.PublishOnTime, id, cancel);
        var act = new Act(Reviews.KindOf(ReviewAction.PublishOnTime), Actor.System, new ChainId(head.Unit.Value));
        return await database.Acts.Perform(
            act,
            async scope =>
            {
                var row = (await ItemQueries.Row(scope.Db, id, cancel))!;
                var command = new ReviewCommand { Action = ReviewAction.PublishOnTime, Role = ReviewRole.System, At = scope.Now };
                return await Reviews.ReviewStep(scope, await trees.Load(scope.Db, cancel), row, row.ToItem(), command, screenings, cancel);
            },
            cancel);
    }

    // 理由变了才写、才记一条：一样的不必再说。
    private async Task Tell(ItemId id, Refusal why, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.Items.FindAsync([id.Value], cancel) is not { Step: ReviewStep.Scheduled } seen || seen.TimingFault == why.Reason) return;
        var act = new Act("item.publish-on-time-failed", Actor.System, new ChainId(seen.Unit)) { Reason = why.Reason };
        await database.Acts.Perform<bool>(
            act,
            async scope =>
            {
                if (await scope.Db.Items.FindAsync([id.Value], cancel) is not { Step: ReviewStep.Scheduled } row) return new Refusal("已经不在定时之列。");
                row.TimingFault = why.Reason;
                scope.Record(new Subject("item", id.Value), new { scheduledFor = row.ScheduledFor });
                return true;
            },
            cancel);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
