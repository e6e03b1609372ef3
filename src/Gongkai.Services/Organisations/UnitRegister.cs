using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>
/// 单位名册：设立、更名与其他变动、合并、分立、撤销。一处变动会牵涉别的单位（不得重名、隶属不得成圈），所以逐件办，都记在系统链上。
/// </summary>
public sealed class UnitRegister(Database database, UnitTrees trees, PermittedActs acts)
{
    private readonly List<Func<CancellationToken, Task>> _listeners = [];

    /// <summary>登记一个听的：单位有了变动，提交之后叫它。公众的页面上到处写着单位的名称。</summary>
    public void WhenChanged(Func<CancellationToken, Task> listener)
    {
        lock (_listeners) _listeners.Add(listener);
    }

    /// <summary>设立单位，答复它的标识。没有上级的，要对全部最上面的单位都有权限。</summary>
    public async Task<Outcome<UnitId>> Establish(PersonId by, EstablishUnit command, CommandKey? key, CancellationToken cancel)
    {
        var above = command.Facts.Superior is { } superior ? [superior] : await Roots(command.From, cancel);
        if (above.IsEmpty) return new Refusal("还没有单位：先做首次设置，设立第一个单位和第一名系统管理员。");
        return await Do(by, "unit.establish", command, above, null, key, _ => command.Unit, cancel);
    }

    /// <summary>更名，其余情况不变；答复新的版本。</summary>
    /// <param name="version">页面上看到的版本。</param>
    public async Task<Outcome<long>> Rename(PersonId by, UnitId unit, string name, DateOnly from, string reason, long version, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if ((await trees.Load(db, cancel)).Find(unit) is not { } found) return new Refusal("没有这个单位。");
        return await Change(by, new ChangeUnit(unit, found.Latest with { Name = name.Trim() }, from, reason), version, null, cancel);
    }

    /// <summary>改变情况：改隶属、换地址、指定主管部门；答复新的版本。改到别的上级的，对那个上级也要有权限；原来的上级不必。</summary>
    /// <param name="version">页面上看到的版本。</param>
    public async Task<Outcome<long>> Change(PersonId by, ChangeUnit command, long version, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var before = (await trees.Load(db, cancel)).Find(command.Unit)?.Latest.Superior;
        ImmutableArray<UnitId> units = command.Facts.Superior is { } superior && superior != before ? [command.Unit, superior] : [command.Unit];
        return await Do(by, "unit.change", command, units, version, key, _ => version + 1, cancel);
    }

    /// <summary>合并；答复变动了的各单位。</summary>
    public Task<Outcome<ImmutableArray<UnitId>>> Merge(PersonId by, MergeUnits command, CommandKey? key, CancellationToken cancel) =>
        Do(by, "unit.merge", command, [command.Into, .. command.Units], null, key, Touched, cancel);

    /// <summary>分立；答复变动了的各单位。</summary>
    public Task<Outcome<ImmutableArray<UnitId>>> Split(PersonId by, SplitUnit command, CommandKey? key, CancellationToken cancel) =>
        Do(by, "unit.split", command, [command.Unit, .. command.Into], null, key, Touched, cancel);

    /// <summary>撤销；答复变动了的各单位。</summary>
    public Task<Outcome<ImmutableArray<UnitId>>> Abolish(PersonId by, AbolishUnit command, CommandKey? key, CancellationToken cancel) =>
        Do(by, "unit.abolish", command, [command.Unit, .. command.Successors], null, key, Touched, cancel);

    private async Task<Outcome<T>> Do<T>(
        PersonId by, string kind, UnitCommand command, ImmutableArray<UnitId> units, long? version, CommandKey? key, Func<ImmutableArray<UnitEvent>, T> answer, CancellationToken cancel)
    {
        var done = await acts.Perform<T>(
            new PermittedAct(by, kind, Permission.ManageUnits, units) { Chain = ChainId.System, Reason = command.Reason, Key = key },
            async scope =>
            {
                var decided = scope.Tree.Decide(command, await UnitTrees.Regions(scope.Db, cancel));
                if (decided.Refusal is { } refusal) return refusal;
                await UnitSaving.Save(scope.Act, scope.Tree, decided.Value, version is { } seen ? (units[0], seen) : null, cancel);
                await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                return answer(decided.Value);
            },
            cancel);
        List<Func<CancellationToken, Task>> listeners;
        lock (_listeners) listeners = done.Succeeded ? [.. _listeners] : [];
        foreach (var listener in listeners) await listener(cancel);
        return done;
    }

    private static ImmutableArray<UnitId> Touched(ImmutableArray<UnitEvent> events) => [.. events.Select(happened => happened.Unit).Distinct()];

    private async Task<ImmutableArray<UnitId>> Roots(DateOnly date, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return (await trees.Load(db, cancel)).At(date).Roots;
    }
}
