using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>归并意见，写采纳情况。几个人可以同时归并：组各有版本，意见各说看到时在哪一组，别人先动过的拒绝。</summary>
public sealed class OpinionGrouping(Database database, PermittedActs acts)
{
    private static readonly Refusal NoGroup = new("没有这一组意见。");

    /// <summary>一次最多归并几条：一页所能勾的。</summary>
    public const int MostAtOnce = 200;

    /// <summary>建一组，把挑的意见归进去，答复它的标识。</summary>
    public Task<Outcome<OpinionGroupId>> Add(PersonId by, OpinionRoundId round, string? summary, IReadOnlyCollection<PickedComment> picked, CommandKey? key, CancellationToken cancel) =>
        OnRound<OpinionGroupId>(by, round, "opinion.group", key, async (scope, row) =>
        {
            if (OpinionDecisions.GroupFault(summary, null, null) is { } fault) return fault;
            var group = new OpinionGroupRow { Id = Guid.CreateVersion7(scope.Act.Now), Round = round.Value, Summary = summary!.Trim() };
            scope.Db.OpinionGroups.Add(group);
            if (await Move(scope, round, picked, group.Id, cancel) is { } moved) return moved;
            scope.Record(OpinionDesk.SubjectOf(row), new { group = group.Id, comments = picked.Select(one => one.Id) });
            return new OpinionGroupId(group.Id);
        }, cancel);

    /// <summary>把挑的意见归到一组，或者退出来；答复归了几条。</summary>
    /// <param name="group">归到哪一组；退出来的为空。</param>
    public Task<Outcome<int>> Assign(PersonId by, OpinionRoundId round, IReadOnlyCollection<PickedComment> picked, OpinionGroupId? group, CommandKey? key, CancellationToken cancel) =>
        OnRound<int>(by, round, "opinion.group", key, async (scope, row) =>
        {
            if (picked.Count == 0) return new Refusal("请勾选要归并的意见。");
            if (group is { } wanted && !await scope.Db.OpinionGroups.AnyAsync(one => one.Id == wanted.Value && one.Round == round.Value, cancel)) return NoGroup;
            if (await Move(scope, round, picked, group?.Value, cancel) is { } moved) return moved;
            scope.Record(OpinionDesk.SubjectOf(row), new { group = group?.Value, comments = picked.Select(one => one.Id) });
            return picked.Count;
        }, cancel);

    /// <summary>改一组的概括、采纳情况、理由；答复组的新版本。</summary>
    /// <param name="version">页面上看到的组的版本。</param>
    public async Task<Outcome<long>> Answer(PersonId by, OpinionGroupId id, long version, string? summary, OpinionOutcome? outcome, string? reason, CommandKey? key, CancellationToken cancel)
    {
        if (await RoundOf(id, cancel) is not { } round) return NoGroup;
        return await OnRound<long>(by, round, "opinion.answer", key, async (scope, row) =>
        {
            if (await scope.Db.OpinionGroups.FindAsync([id.Value], cancel) is not { } group) return NoGroup;
            if (scope.Act.Stale(group, version) is { } stale) return stale;
            if (OpinionDecisions.GroupFault(summary, outcome, reason) is { } fault) return fault;
            (group.Summary, group.Outcome, group.Reason) = (summary!.Trim(), outcome, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
            scope.Record(OpinionDesk.SubjectOf(row), new { group = group.Id, group.Summary, group.Outcome, group.Reason });
            return version + 1;
        }, cancel);
    }

    /// <summary>拆掉一组：里面的意见都退出来，等着再归并。答复退出来几条。</summary>
    public async Task<Outcome<int>> Remove(PersonId by, OpinionGroupId id, long version, CommandKey? key, CancellationToken cancel)
    {
        if (await RoundOf(id, cancel) is not { } round) return NoGroup;
        return await OnRound<int>(by, round, "opinion.ungroup", key, async (scope, row) =>
        {
            if (await scope.Db.OpinionGroups.FindAsync([id.Value], cancel) is not { } group) return NoGroup;
            if (scope.Act.Stale(group, version) is { } stale) return stale;
            var freed = await scope.Db.OpinionComments.Where(one => one.Group == id.Value).ExecuteUpdateAsync(one => one.SetProperty(comment => comment.Group, (Guid?)null), cancel);
            scope.Db.OpinionGroups.Remove(group);
            scope.Record(OpinionDesk.SubjectOf(row), new { group = group.Id, group.Summary, freed });
            return freed;
        }, cancel);
    }

    private async Task<OpinionRoundId?> RoundOf(OpinionGroupId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await db.OpinionGroups.Where(row => row.Id == id.Value).Select(row => (Guid?)row.Round).SingleOrDefaultAsync(cancel) is { } round ? new OpinionRoundId(round) : null;
    }

    private static async Task<Refusal?> Move(PermittedScope scope, OpinionRoundId round, IReadOnlyCollection<PickedComment> picked, Guid? group, CancellationToken cancel)
    {
        if (picked.Count > MostAtOnce) return new Refusal($"一次最多归并 {MostAtOnce} 条。");
        var ids = picked.Select(one => one.Id).ToList();
        var rows = await scope.Db.OpinionComments.Where(row => row.Round == round.Value && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var moved = picked.Where(one => !rows.TryGetValue(one.Id, out var row) || row.Group != one.SeenIn).Select(one => rows.TryGetValue(one.Id, out var row) ? row.Receipt : "没有的一条").ToList();
        if (moved.Count > 0) return new Refusal($"有 {moved.Count} 条别人刚刚归并过：{string.Join("、", moved.Take(10))}{(moved.Count > 10 ? "等" : "")}。一条也没有动，请看过现在的归并再办。");
        foreach (var row in rows.Values) row.Group = group;
        return null;
    }

    private async Task<Outcome<T>> OnRound<T>(PersonId by, OpinionRoundId id, string kind, CommandKey? key, Func<PermittedScope, OpinionRoundRow, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await OpinionQueries.Owner(db, id, cancel) is not { } owner) return OpinionDesk.Missing;
        return await acts.Perform<T>(
            new PermittedAct(by, kind, OpinionProcess.PermissionFor(OpinionAction.Group)!.Value, owner) { Key = key },
            async scope =>
            {
                var row = (await OpinionQueries.Row(scope.Db, id, cancel))!;
                var standing = await OpinionQueries.Standing(scope.Db, row, cancel);
                return OpinionDecisions.Grouping(row.ToRound(), standing.Facts, scope.Today) is { } refusal ? refusal : await work(scope, row);
            },
            cancel);
    }
}

/// <summary>挑的一条意见。</summary>
/// <param name="Id">哪一条。</param>
/// <param name="SeenIn">看到时在哪一组；还没有归并的为空。</param>
public sealed record PickedComment(Guid Id, Guid? SeenIn);
