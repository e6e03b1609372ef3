using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Publication;

/// <summary>定时发布：到了时刻，把审查通过、定了时的发布出去。几个节点同时做也只发布一次：后到的看见已经发布，什么也不做。</summary>
public sealed class TimedPublication(Database database, UnitTrees trees, TimeProvider clock, PublicContent content)
{
    /// <summary>发布到时的各条，答复没有发布成的：是哪一条，为什么。</summary>
    public async Task<IReadOnlyList<(ItemId Item, Refusal Why)>> PublishDue(CancellationToken cancel)
    {
        List<Guid> due;
        await using (var db = database.CreateContext()) due = await ItemQueries.Due(db, clock.GetUtcNow(), cancel);
        List<(ItemId, Refusal)> failed = [];
        foreach (var id in due.Select(id => new ItemId(id)))
            if ((await Publish(id, cancel)).Refusal is { } why) failed.Add((id, why));
        if (due.Count > 0) await content.Announce(cancel);
        return failed;
    }

    private async Task<Outcome<Item>> Publish(ItemId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Head(db, id, cancel) is not { Step: ReviewStep.Scheduled } head) return new Refusal("已经不在定时之列。");
        var act = new Act(Reviews.KindOf(ReviewAction.PublishOnTime), Actor.System, new ChainId(head.Unit.Value));
        return await database.Acts.Perform(
            act,
            async scope =>
            {
                var row = (await ItemQueries.Row(scope.Db, id, cancel))!;
                var command = new ReviewCommand { Action = ReviewAction.PublishOnTime, Role = ReviewRole.System, At = scope.Now };
                return await Reviews.ReviewStep(scope, await trees.Load(scope.Db, cancel), row, row.ToItem(), command, cancel);
            },
            cancel);
    }
}
