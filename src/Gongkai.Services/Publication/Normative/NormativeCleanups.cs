using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Normative;

/// <summary>清理：先看会怎样，再照看到的办；看过以后有人改过库的，不办。</summary>
public sealed class NormativeCleanups(Database database, UnitTrees trees, PermittedActs acts, PublicContent content, TimeProvider clock)
{
    private static readonly Refusal Moved = new("预览以后，库里的文件有变动：请重新预览，再照新的办。");

    /// <summary>预览，什么也不改。</summary>
    public async Task<Outcome<SeenCleanup>> Preview(CurrentPerson who, Cleanup cleanup, CancellationToken cancel)
    {
        if (who.May(Permission.MaintainNormative, cleanup.Unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var register = await Load(db, await trees.Load(db, cancel), cleanup, LegalTime.Today(clock), cancel);
        return new SeenCleanup(cleanup.Preview(register), Mark(register));
    }

    /// <summary>照预览办，答复办了几件；有一件办不了，一件也不办。</summary>
    /// <param name="seen">预览时的记号。</param>
    public async Task<Outcome<int>> Do(PersonId by, Cleanup cleanup, string seen, CommandKey? key, CancellationToken cancel)
    {
        var done = await acts.Perform<int>(
            new PermittedAct(by, "normative.cleanup", Permission.MaintainNormative, cleanup.Unit) { Reason = cleanup.Basis.Title, Key = key },
            async scope =>
            {
                var register = await Load(scope.Db, scope.Tree, cleanup, scope.Today, cancel);
                if (Mark(register) != seen) return Moved;
                var decided = cleanup.Decide(register);
                if (decided.Refusal is { } refusal) return refusal;
                foreach (var change in decided.Value)
                    await NormativeSaving.Append(scope, (await NormativeQueries.Row(scope.Db, change.Entry.Document, cancel))!, change.Happens!, cancel);
                scope.Record(new Subject("unit", cleanup.Unit.Value), new { cleanup = cleanup.Basis.Title, cleanup.On, documents = decided.Value.Length });
                return decided.Value.Length;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    private static async Task<NormativeRegister> Load(GongkaiDbContext db, UnitTree tree, Cleanup cleanup, DateOnly today, CancellationToken cancel)
    {
        var own = await NormativeQueries.Of(db, NormativeOwners.KeptBy(tree, cleanup.Unit, today), cancel);
        var register = NormativeOwners.RegisterOf(cleanup.Unit, own.Select(row => row.ToDocument()));
        if (cleanup.Basis.Document is not { } basis || register.Find(basis) is not null) return register;
        return (await NormativeQueries.Around(db, null, [basis], cancel)).Find(basis) is { } other ? register.With(other) : register;
    }

    // 文件只添不删，版本只增不减：件数与版本之和没有变，就是没有变。
    private static string Mark(NormativeRegister register) => $"{register.Documents.Count()}-{register.Documents.Sum(document => (long)document.Version)}";
}

/// <summary>看到的预览，和它的记号：照它办时交回来。</summary>
/// <param name="Preview">预览。</param>
/// <param name="Mark">记号。</param>
public sealed record SeenCleanup(CleanupPreview Preview, string Mark);
