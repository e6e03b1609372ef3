using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Opinions;

/// <summary>意见征集：登记、修改、延长、中止、拟定结果、收回重整、关联正式文本。公告与结果各拟成一条信息，照常送审、发布。</summary>
public sealed class OpinionDesk(Database database, PermittedActs acts, PublicContent content)
{
    internal static readonly Refusal Missing = new("没有这次意见征集。");

    /// <summary>登记一次，同时拟好公告的稿，答复它的标识。征求意见稿和说明的文件在公告里添。</summary>
    /// <param name="explanation">起草说明，纯文字，一行一段。</param>
    public Task<Outcome<OpinionRoundId>> Create(PersonId by, UnitId unit, OpinionFacts facts, string? explanation, CommandKey? key, CancellationToken cancel) => acts.Perform<OpinionRoundId>(
        new PermittedAct(by, "opinion.create", Permission.DraftItem, unit) { Key = key },
        async scope =>
        {
            if (OpinionDecisions.Fault(facts, await OpinionDays.Minimum(scope.Db, cancel), scope.Today) is { } fault) return fault;
            var item = await Drafts.Create(scope, by, unit, OpinionTexts.Notice(unit, scope.Tree.Find(unit)!.Latest.Name, facts, explanation, scope.Today), cancel);
            if (item.Refusal is { } refusal) return refusal;
            var id = new OpinionRoundId(Guid.CreateVersion7(scope.Act.Now));
            var row = new OpinionRoundRow { Id = id.Value, Unit = unit.Value, ShortId = ShortItemId.Of(id.Value), Item = item.Value.Value };
            row.Take(new OpinionRound(id, 1, unit, item.Value, facts, []));
            scope.Db.OpinionRounds.Add(row);
            scope.Record(SubjectOf(row), new { facts.Title, facts.Kind, facts.FirstDay, facts.LastDay, item = item.Value });
            return id;
        },
        cancel);

    /// <summary>修改登记的各项；公告发布以后不能改，只能延长。答复并发的新版本，以下各件同此。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    public Task<Outcome<long>> Edit(PersonId by, OpinionRoundId id, long version, OpinionFacts facts, CommandKey? key, CancellationToken cancel) =>
        OnRound(by, id, version, OpinionAction.Edit, null, key, async (scope, round, standing) =>
        {
            var fault = OpinionDecisions.Permits(round, standing.Facts, scope.Today, OpinionAction.Edit) ?? OpinionDecisions.Fault(facts, await OpinionDays.Minimum(scope.Db, cancel), scope.Today);
            if (fault is not null) return fault;
            return round.With(facts);
        }, cancel);

    /// <summary>延长到更晚的一天，写明理由。</summary>
    public Task<Outcome<long>> Extend(PersonId by, OpinionRoundId id, long version, DateOnly until, string? reason, CommandKey? key, CancellationToken cancel) =>
        Happen(by, id, version, OpinionAction.Extend, reason, key, (scope, round, standing) => Event(OpinionDecisions.Extend(round, standing.Facts, scope.Today, until, reason)), cancel);

    /// <summary>中止，写明给公众看的理由。</summary>
    public Task<Outcome<long>> Stop(PersonId by, OpinionRoundId id, long version, string? reason, CommandKey? key, CancellationToken cancel) =>
        Happen(by, id, version, OpinionAction.Stop, reason, key, (scope, round, standing) => Event(OpinionDecisions.Stop(round, standing.Facts, scope.Today, reason)), cancel);

    /// <summary>拟定结果：每条意见都归并了、每组都写了采纳情况，写成一条信息去送审。</summary>
    public Task<Outcome<long>> DraftResult(PersonId by, OpinionRoundId id, long version, CommandKey? key, CancellationToken cancel) =>
        OnRound(by, id, version, OpinionAction.DraftResult, null, key, async (scope, round, standing) =>
        {
            var groups = await OpinionQueries.Groups(scope.Db, id, cancel);
            var received = (await OpinionQueries.Received(scope.Db, [id.Value], cancel)).GetValueOrDefault(id.Value);
            var feedback = OpinionDecisions.Feedback(round, standing.Facts, scope.Today, received, groups);
            if (feedback.Refusal is { } refusal) return refusal;
            var notice = (await ItemQueries.Row(scope.Db, round.Item, cancel))!.ToItem();
            var item = await Drafts.Create(scope, by, round.Unit, OpinionTexts.Result(notice.Latest.Draft, round, feedback.Value, scope.Today), cancel);
            return item.Refusal is { } undrafted ? undrafted : round.Apply(new ResultDrafted(scope.Today, item.Value, feedback.Value));
        }, cancel);

    /// <summary>收回重整：结果还没有发布，可以再归并、再拟；拟过的那条稿留着，由拟的人处理。</summary>
    public Task<Outcome<long>> Reopen(PersonId by, OpinionRoundId id, long version, CommandKey? key, CancellationToken cancel) =>
        Happen(by, id, version, OpinionAction.ReopenResult, null, key, (scope, round, standing) => Event(OpinionDecisions.Reopen(round, standing.Facts, scope.Today)), cancel);

    /// <summary>关联正式文本：公众看得见的一条信息。</summary>
    public Task<Outcome<long>> Adopt(PersonId by, OpinionRoundId id, long version, ItemId item, CommandKey? key, CancellationToken cancel) =>
        OnRound(by, id, version, OpinionAction.Adopt, null, key, async (scope, round, standing) =>
        {
            if (await scope.Db.Items.FindAsync([item.Value], cancel) is not { } text) return ItemRefusals.Missing;
            var adopted = OpinionDecisions.Adopt(round, standing.Facts, scope.Today, item, text.VisibleVersion is not null);
            return adopted.Refusal is { } refusal ? refusal : round.Apply(adopted.Value);
        }, cancel);

    /// <summary>审计记录里的代码，例如 <c>opinion.draft-result</c>。</summary>
    public static string KindOf(OpinionAction action) => action switch
    {
        OpinionAction.DraftResult => "opinion.draft-result",
        OpinionAction.ReopenResult => "opinion.reopen-result",
        _ => $"opinion.{action.ToString().ToLowerInvariant()}",
    };

    internal static Subject SubjectOf(OpinionRoundRow row) => new("opinionRound", row.Id);

    private Task<Outcome<long>> Happen(
        PersonId by, OpinionRoundId id, long version, OpinionAction action, string? reason, CommandKey? key,
        Func<PermittedScope, OpinionRound, RoundStanding, Outcome<OpinionEvent>> decide, CancellationToken cancel) =>
        OnRound(by, id, version, action, reason, key, (scope, round, standing) =>
        {
            var decided = decide(scope, round, standing);
            return Task.FromResult<Outcome<OpinionRound>>(decided.Refusal is { } refusal ? refusal : round.Apply(decided.Value));
        }, cancel);

    private async Task<Outcome<long>> OnRound(
        PersonId by, OpinionRoundId id, long version, OpinionAction action, string? reason, CommandKey? key,
        Func<PermittedScope, OpinionRound, RoundStanding, Task<Outcome<OpinionRound>>> decide, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await OpinionQueries.Owner(db, id, cancel) is not { } owner) return Missing;
        var done = await acts.Perform<long>(
            new PermittedAct(by, KindOf(action), OpinionProcess.PermissionFor(action)!.Value, owner) { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Key = key },
            async scope =>
            {
                var row = (await OpinionQueries.Row(scope.Db, id, cancel))!;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var standing = await OpinionQueries.Standing(scope.Db, row, cancel);
                var before = row.ToRound();
                var decided = await decide(scope, before, standing);
                if (decided.Refusal is { } refusal) return refusal;
                row.Take(decided.Value);
                await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                scope.Record(SubjectOf(row), new { from = before.StepOn(scope.Today, standing.Facts), row.FirstDay, row.LastDay, result = row.ResultItem, adopted = row.AdoptedItem });
                return version + 1;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    private static Outcome<OpinionEvent> Event<T>(Outcome<T> decided)
        where T : OpinionEvent => decided.Refusal is { } refusal ? refusal : decided.Value;
}
