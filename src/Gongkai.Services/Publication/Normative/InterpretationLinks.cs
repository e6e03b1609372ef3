using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication.Normative;

/// <summary>解读的关联：把一条公开着的信息认作一个文件的解读；两边的页面都看得见对方。</summary>
public sealed class InterpretationLinks(Database database, UnitTrees trees, PermittedActs acts, PublicContent content, TimeProvider clock)
{
    /// <summary>关联，答复解读公开之日。</summary>
    /// <param name="item">解读的信息，已经公开。</param>
    public Task<Outcome<DateOnly>> Link(PersonId by, NormativeId document, ItemId item, InterpretationKind kind, CancellationToken cancel) =>
        On(by, document, "normative.interpret", async scope =>
        {
            if (await scope.Db.Items.FindAsync([item.Value], cancel) is not { VisibleVersion: not null, FirstPublishedAt: { } published }) return new Refusal("解读要先公开，再关联。");
            var wanted = new Interpretation(document, item, kind, LegalTime.DateOf(published));
            var linked = Interpretations.Link(
                wanted, await NormativeQueries.Around(scope.Db, null, [document], cancel), await NormativeQueries.Interpretations(scope.Db, [document.Value], cancel));
            if (linked.Refusal is { } refusal) return refusal;
            scope.Db.Interpretations.Add(new InterpretationRow { Document = document.Value, Item = item.Value, Kind = kind, PublishedOn = wanted.PublishedOn });
            scope.Record(new Subject(NormativeSaving.Kind, document.Value), new { interpretation = item.Value, kind });
            return wanted.PublishedOn;
        }, cancel);

    /// <summary>解除关联：关联错了的。</summary>
    public Task<Outcome<DateOnly>> Unlink(PersonId by, NormativeId document, ItemId item, CancellationToken cancel) =>
        On(by, document, "normative.uninterpret", async scope =>
        {
            if (await scope.Db.Interpretations.FindAsync([document.Value, item.Value], cancel) is not { } row) return new Refusal("这条信息不是它的解读。");
            scope.Db.Interpretations.Remove(row);
            scope.Record(new Subject(NormativeSaving.Kind, document.Value), new { notInterpretation = item.Value });
            return row.PublishedOn;
        }, cancel);

    private async Task<Outcome<DateOnly>> On(PersonId by, NormativeId document, string kind, Func<PermittedScope, Task<Outcome<DateOnly>>> work, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await NormativeQueries.Owner(db, document, cancel) is not { } owner) return NormativeDesk.Missing;
        var keeper = NormativeOwners.KeeperOf(await trees.Load(db, cancel), owner, LegalTime.Today(clock));
        var done = await acts.Perform<DateOnly>(
            new PermittedAct(by, kind, Permission.MaintainNormative, keeper),
            async scope =>
            {
                var linked = await work(scope);
                if (linked.Succeeded) await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                return linked;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }
}
