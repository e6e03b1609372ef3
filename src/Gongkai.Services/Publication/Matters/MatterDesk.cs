using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Matters;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Matters;

/// <summary>登记事项清单：添一项、改、停用。凭“维护栏目、指南、制度、事项清单”。</summary>
public sealed class MatterDesk(Database database, PermittedActs acts, PublicContent content)
{
    internal static readonly Refusal Missing = new("事项清单里没有这一项。");

    /// <summary>添一项，答复它的标识。已经有同名而各项也相同的，就是它，不重复；不相同的拒绝，请改原来的。</summary>
    public async Task<Outcome<MatterId>> Add(PersonId by, UnitId unit, MatterFacts facts, CommandKey? key, CancellationToken cancel)
    {
        var added = await acts.Perform<MatterId>(
            new PermittedAct(by, "matter.add", Permission.MaintainColumns, unit) { Key = key },
            async scope =>
            {
                var read = Check(scope, unit, facts);
                if (read.Refusal is { } refusal) return refusal;
                if (await MatterQueries.Same(scope.Db, unit, read.Value, cancel) is { } same)
                {
                    if (same.Facts != MatterRow.Written(read.Value)) return Taken(read.Value);
                    scope.Record(new Subject("matter", same.Id), new { unchanged = true });
                    return new MatterId(same.Id);
                }

                var row = new MatterRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = unit.Value };
                row.Take(read.Value);
                scope.Db.Matters.Add(row);
                return await Changed(scope, row, new { facts = read.Value }, new MatterId(row.Id), cancel);
            },
            cancel);
        if (added.Succeeded) await content.Announce(cancel);
        return added;
    }

    /// <summary>改各项，答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    public Task<Outcome<long>> Change(PersonId by, MatterId id, long version, MatterFacts facts, CommandKey? key, CancellationToken cancel) =>
        OnMatter(by, id, version, "matter.change", null, key, async (scope, row) =>
        {
            if (row.EndedOn is not null) return new Refusal("这一项已经停用，不能再改；要公开的，另添一项。");
            var read = Check(scope, new UnitId(row.Unit), facts);
            if (read.Refusal is { } refusal) return refusal;
            if (await MatterQueries.Same(scope.Db, new UnitId(row.Unit), read.Value, cancel) is { } same && same.Id != row.Id) return Taken(read.Value);
            var before = row.ToMatter().Facts;
            row.Take(read.Value);
            return await Changed(scope, row, new { before, after = read.Value }, version + 1, cancel);
        }, cancel);

    /// <summary>停用，写明缘由：不再要求公开；从前归在这一项的信息照样看得见。</summary>
    public Task<Outcome<long>> End(PersonId by, MatterId id, long version, string? reason, CancellationToken cancel) =>
        OnMatter(by, id, version, "matter.end", reason, null, async (scope, row) =>
        {
            var ending = MatterDecisions.End(row.ToMatter(), reason, scope.Today);
            if (ending.Refusal is { } refusal) return refusal;
            row.Take(ending.Value);
            return await Changed(scope, row, new { ending = ending.Value.On }, version + 1, cancel);
        }, cancel);

    private async Task<Outcome<long>> OnMatter(PersonId by, MatterId id, long version, string kind, string? reason, CommandKey? key, Func<PermittedScope, MatterRow, Task<Outcome<long>>> change, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.Matters.FindAsync([id.Value], cancel) is not { } found) return Missing;
        var changed = await acts.Perform<long>(
            new PermittedAct(by, kind, Permission.MaintainColumns, new UnitId(found.Unit)) { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Key = key },
            async scope =>
            {
                var row = (await scope.Db.Matters.FindAsync([id.Value], cancel))!;
                return scope.Act.Stale(row, version) is { } stale ? stale : await change(scope, row);
            },
            cancel);
        if (changed.Succeeded) await content.Announce(cancel);
        return changed;
    }

    private static Outcome<MatterFacts> Check(PermittedScope scope, UnitId unit, MatterFacts facts) =>
        scope.Tree.At(scope.Today).Find(unit) is { } now ? MatterDecisions.Check(facts, now) : new Refusal("这个单位今天不存在。");

    // 公众看得见清单，所以公开内容的戳跟着走。
    private static async Task<T> Changed<T>(PermittedScope scope, MatterRow row, object changes, T answer, CancellationToken cancel)
    {
        await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
        scope.Record(new Subject("matter", row.Id), changes);
        return answer;
    }

    private static MatterRefusal Taken(MatterFacts facts) => new([new MatterFault(MatterField.Name, $"“{facts.Group}”之下已经有“{facts.Name}”，填的不一样；要改请改原来的。")]);
}
