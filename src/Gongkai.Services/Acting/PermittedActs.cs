using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Actor = Gongkai.Organisations.Access.Actor;

namespace Gongkai.Services.Acting;

/// <summary>凭权限办事：在同一个事务里先看能不能，能的才办；不能的，理由说由谁办理。代行的，记明代谁。</summary>
public sealed class PermittedActs(Database database, UnitTrees trees)
{
    /// <summary>办一件事。</summary>
    /// <param name="permitted">谁、办什么、凭哪项权限、对哪些单位。</param>
    /// <param name="work">取出、决定、改动、记录；与别人撞上时会重来一遍。</param>
    public Task<Outcome<T>> Perform<T>(PermittedAct permitted, Func<PermittedScope, Task<Outcome<T>>> work, CancellationToken cancel) =>
        database.Acts.Perform<T>(
            permitted.ToAct(),
            async scope =>
            {
                var tree = await trees.Load(scope.Db, cancel);
                if (await PersonQueries.Actor(scope.Db, permitted.By, scope.Today, cancel) is not { } who) return new Refusal("没有这个人员。");
                var grounds = Check(who, permitted, tree, scope.Today);
                if (grounds.Refusal is { } refusal) return refusal;
                if (grounds.Value.Delegator is { } delegator) scope.ActOnBehalfOf(delegator.Value);
                return await work(new PermittedScope(scope, who, grounds.Value, tree));
            },
            cancel);

    private static Outcome<AccessGrounds> Check(Actor who, PermittedAct permitted, UnitTree tree, DateOnly today)
    {
        var units = tree.At(today);
        Outcome<AccessGrounds>? first = null;
        foreach (var unit in permitted.Units)
        {
            var decided = AccessDecisions.Decide(who, permitted.Permission, Standing(unit, tree, units), units);
            if (!decided.Succeeded) return decided;
            first ??= decided;
        }

        return first ?? throw new InvalidOperationException($"“{permitted.Kind}”没有说对哪个单位。");
    }

    // 今天还没有设立或者已经终止的单位，由它最近的、今天存在的上级来管。
    private static UnitId Standing(UnitId unit, UnitTree tree, UnitsOnDate units)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? next = unit; next is { } id && seen.Add(id); next = tree.Find(id)?.Latest.Superior)
            if (units.Find(id) is not null) return id;
        return unit;
    }
}
