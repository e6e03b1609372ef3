using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Findings;

namespace Gongkai.Services.Publication;

/// <summary>成批办理：先看每一条会怎样、哪几条会被拒绝、为什么，再逐条办。一条不成，不妨碍别的。</summary>
public sealed class BulkReviews(Database database, Reviews reviews, Screenings screenings, TimeProvider clock)
{
    /// <summary>一批至多几条。</summary>
    public const int Most = 100;

    /// <summary>可以成批办的事。</summary>
    public static ImmutableArray<ReviewAction> Actions { get; } =
        [ReviewAction.Submit, ReviewAction.TakeBack, ReviewAction.Pass, ReviewAction.Return, ReviewAction.Publish, ReviewAction.Withdraw];

    /// <summary>先看会怎样；什么也不改。看不了的、没有的不列出。</summary>
    public async Task<Outcome<ImmutableArray<BulkLine>>> Preview(CurrentPerson who, ReviewAction action, IReadOnlyCollection<ItemId> items, CancellationToken cancel)
    {
        if (Unfit(action, items.Count) is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var lines = ImmutableArray.CreateBuilder<BulkLine>();
        foreach (var id in items.Distinct())
        {
            if (await ItemQueries.Find(db, id, cancel) is not { } item || !who.May(Permission.ReadUnpublished, item.Unit).Succeeded) continue;
            var plan = ReviewSetting.On(await ItemQueries.ReviewSettings(db, item.Unit, cancel), item.Unit, who.Today);
            await screenings.PrepareFor(item.State.Step, action, id, cancel);
            var facts = ItemDesk.FactsOf(who, item, plan, await screenings.Of(db, item, cancel));
            var act = PossibleActs.Of(who, item, facts, clock.GetUtcNow()).FirstOrDefault(one => one.Action == action);
            lines.Add(new BulkLine(
                id, item.Latest.Draft.Metadata.Title, item.Version, item.State.Step, ReviewSteps.Find(item.State.Step)?.Qualities ?? [], item.State.Visible is not null,
                act?.Consequence ?? "", act is null ? PossibleActs.WhyNot(who, item, action) : act.Why));
        }

        return lines.ToImmutable();
    }

    /// <summary>逐条办，答复每一条成没成。</summary>
    /// <param name="requests">各条要办的，连同页面上看到的版本。</param>
    /// <param name="key">这一批的钥匙：双击只办一次。</param>
    public async Task<Outcome<ImmutableArray<BulkResult>>> Do(PersonId by, IReadOnlyCollection<ReviewRequest> requests, string key, CancellationToken cancel)
    {
        if (requests.Select(request => Unfit(request.Action, requests.Count)).FirstOrDefault(fault => fault is not null) is { } refusal) return refusal;
        var results = ImmutableArray.CreateBuilder<BulkResult>();
        foreach (var request in requests)
            results.Add(new BulkResult(request.Item, (await reviews.Do(by, request, new CommandKey($"{key}:{request.Item}", request), cancel)).Refusal));
        return results.ToImmutable();
    }

    private static Refusal? Unfit(ReviewAction action, int count) =>
        !Actions.Contains(action) ? new Refusal($"“{action.Caption()}”要一条一条办。")
        : count == 0 ? new Refusal("还没有选，先在清单里勾选要办的。")
        : count > Most ? new Refusal($"一批至多 {Most} 条，这里有 {count} 条，请分几批。") : null;
}

/// <summary>成批办理里的一条会怎样。</summary>
/// <param name="Id">哪一条。</param>
/// <param name="Title">名称。</param>
/// <param name="Version">看到的并发版本。</param>
/// <param name="Step">现在在哪一步。</param>
/// <param name="Qualities">这一步通过要确认的几性。</param>
/// <param name="IsVisible">公众看得见。</param>
/// <param name="Consequence">办了以后会怎样，一句话。</param>
/// <param name="Why">为什么办不了；可以办的为空。</param>
public sealed record BulkLine(
    ItemId Id, string Title, long Version, ReviewStep Step, ImmutableArray<ReviewQuality> Qualities, bool IsVisible, string Consequence, Refusal? Why);

/// <summary>成批办理里的一条成没成。</summary>
/// <param name="Id">哪一条。</param>
/// <param name="Why">为什么没有成；成了的为空。</param>
public sealed record BulkResult(ItemId Id, Refusal? Why);
