using Gongkai.Data;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.People;

namespace Gongkai.Services.Acting;

/// <summary>取出当前人员。</summary>
public sealed class CurrentPeople(Database database, UnitTrees trees, TimeProvider clock)
{
    /// <summary>取出；没有这个人的为空。</summary>
    public async Task<CurrentPerson?> Find(PersonId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var today = LegalTime.Today(clock);
        if (await PersonQueries.Actor(db, id, today, cancel) is not { } actor) return null;
        var tree = await trees.Load(db, cancel);
        return new CurrentPerson(actor, tree, tree.At(today), (await database.Calendar.Load(db, cancel)).Days);
    }
}
