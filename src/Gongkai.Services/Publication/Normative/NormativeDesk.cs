using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Normative;

/// <summary>规章和规范性文件库的登记：印发、修改、废止、失效、延长、更正。凭“维护规章和规范性文件库”。</summary>
public sealed class NormativeDesk(Database database, UnitTrees trees, PermittedActs acts, PublicContent content, TimeProvider clock)
{
    internal static readonly Refusal Missing = new("库里没有这个文件。");

    /// <summary>登记一件，答复它的标识；所代替的旧文件，自新文件施行之日起一并废止。</summary>
    public async Task<Outcome<NormativeId>> Register(PersonId by, UnitId unit, NormativeKind kind, NormativeFacts facts, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var tree = await trees.Load(db, cancel);
        List<UnitId> units = [unit];
        foreach (var old in facts.Supersedes)
        {
            if (await NormativeQueries.Owner(db, old, cancel) is not { } owner) return new Refusal("所代替的旧文件不在库里。");
            units.Add(NormativeOwners.KeeperOf(tree, owner, LegalTime.Today(clock)));
        }

        return await Announced(acts.Perform<NormativeId>(
            new PermittedAct(by, "normative.register", Permission.MaintainNormative, [.. units.Distinct()]) { Key = key },
            async scope =>
            {
                if (scope.Tree.At(scope.Today).Find(unit) is not { } maker) return new Refusal("这个单位今天不存在，不能登记新的文件。");
                if (await UnknownItem(scope, facts, cancel) is { } unknown) return unknown;
                var id = new NormativeId(Guid.CreateVersion7(scope.Act.Now));
                var register = await NormativeQueries.Around(scope.Db, facts, facts.Supersedes, cancel);
                var power = RegulationPower.Of(maker, await UnitTrees.Regions(scope.Db, cancel));
                var registered = register.Register(new NormativeDocument(id, 1, unit, kind, facts, []), power, scope.Today);
                if (registered.Refusal is { } refusal) return refusal;
                var superseded = register.With(registered.Value).Supersede(registered.Value);
                if (superseded.Refusal is { } cannot) return cannot;
                var row = new NormativeDocumentRow { Id = id.Value, Unit = unit.Value, ShortId = ShortItemId.Of(id.Value), Kind = kind };
                scope.Db.NormativeDocuments.Add(row);
                await NormativeSaving.Save(scope, row, registered.Value, cancel);
                scope.Record(NormativeSaving.SubjectOf(row), new { kind, title = facts.Title, number = row.DocumentNumber, issued = facts.IssuedOn });
                foreach (var old in superseded.Value) await Append(scope, old.Document, old.Repealed, cancel);
                return id;
            },
            cancel), cancel);
    }

    /// <summary>修改、废止、宣布失效、延长、继续有效：自某日起，依据某个文件；答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    /// <param name="until">延长到哪一天（含）；不是延长的为空。</param>
    public Task<Outcome<long>> Change(PersonId by, NormativeId id, long version, CleanupResult what, DateOnly on, NormativeBasis basis, DateOnly? until, CommandKey? key, CancellationToken cancel) =>
        OnDocument(
            by, id, version, $"normative.{NormativeSaving.CodeOf(what)}", null, key,
            async (scope, document) =>
            {
                var register = await NormativeQueries.Around(scope.Db, null, basis.Document is { } named ? [id, named] : [id], cancel);
                return Decide(register, document, what, on, basis, until);
            },
            cancel);

    /// <summary>更正登记的各项：写错的，或者后来公布、备案的；写明缘由。答复并发的新版本。</summary>
    public Task<Outcome<long>> Correct(PersonId by, NormativeId id, long version, NormativeFacts facts, string reason, CommandKey? key, CancellationToken cancel) =>
        OnDocument(
            by, id, version, "normative.correct", reason, key,
            async (scope, document) =>
            {
                if (await UnknownItem(scope, facts, cancel) is { } unknown) return unknown;
                // 所代替的旧文件在登记时已经废止，更正不改它们。
                var kept = facts with { Supersedes = document.Facts.Supersedes };
                var register = await NormativeQueries.Around(scope.Db, kept, [id], cancel);
                return Widened(register.Correct(document, kept, reason, scope.Today));
            },
            cancel);

    private async Task<Outcome<long>> OnDocument(
        PersonId by, NormativeId id, long version, string kind, string? reason, CommandKey? key, Func<PermittedScope, NormativeDocument, Task<Outcome<NormativeEvent>>> decide, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await NormativeQueries.Owner(db, id, cancel) is not { } owner) return Missing;
        var keeper = NormativeOwners.KeeperOf(await trees.Load(db, cancel), owner, LegalTime.Today(clock));
        return await Announced(acts.Perform<long>(
            new PermittedAct(by, kind, Permission.MaintainNormative, keeper) { Reason = reason, Key = key },
            async scope =>
            {
                var row = (await NormativeQueries.Row(scope.Db, id, cancel))!;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var decided = await decide(scope, row.ToDocument());
                if (decided.Refusal is { } refusal) return refusal;
                await NormativeSaving.Append(scope, row, decided.Value, cancel);
                return version + 1;
            },
            cancel), cancel);
    }

    private static async Task Append(PermittedScope scope, NormativeDocument document, NormativeEvent happened, CancellationToken cancel) =>
        await NormativeSaving.Append(scope, (await NormativeQueries.Row(scope.Db, document.Id, cancel))!, happened, cancel);

    private static Outcome<NormativeEvent> Decide(NormativeRegister register, NormativeDocument document, CleanupResult what, DateOnly on, NormativeBasis basis, DateOnly? until) => what switch
    {
        CleanupResult.Keep => Widened(register.Keep(document, on, basis)),
        CleanupResult.Repeal => Widened(register.Repeal(document, on, basis)),
        CleanupResult.DeclareExpired => Widened(register.DeclareExpired(document, on, basis)),
        CleanupResult.Amend => Widened(register.Amend(document, on, basis)),
        _ => until is { } last ? Widened(register.Extend(document, on, last, basis)) : new Refusal("要写明延长到哪一天。"),
    };

    private static Outcome<NormativeEvent> Widened<T>(Outcome<T> decided)
        where T : NormativeEvent => decided.Refusal is { } refusal ? refusal : decided.Value;

    private static async Task<Refusal?> UnknownItem(PermittedScope scope, NormativeFacts facts, CancellationToken cancel) =>
        facts.Item is { } item && await scope.Db.Items.FindAsync([item.Value], cancel) is null ? new Refusal("没有这条信息。") : null;

    private async Task<Outcome<T>> Announced<T>(Task<Outcome<T>> work, CancellationToken cancel)
    {
        var done = await work;
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }
}
