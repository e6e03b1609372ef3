using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Matters;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Columns;

namespace Gongkai.Services.Publication;

/// <summary>拟稿与改稿：正文在这里清洗，附件在这里登记；每存一次另成一版。</summary>
public sealed class Drafts(Database database, PermittedActs acts)
{
    /// <summary>新拟一条，答复它的标识。公开方式在拟稿时就要选定。</summary>
    /// <param name="via">不是在页面上拟的，经什么，记在审计记录里。</param>
    /// <param name="id">给定的标识；平常由这里另起。</param>
    public Task<Outcome<ItemId>> Create(PersonId by, UnitId unit, DraftInput input, CommandKey? key, CancellationToken cancel, string? via = null, ItemId? id = null) =>
        acts.Perform<ItemId>(
            new PermittedAct(by, "item.create", Permission.DraftItem, unit) { Key = key, Reason = via },
            scope => Create(scope, by, unit, input, cancel, id),
            cancel);

    /// <summary>在办别的一件事当中拟一条：权限由那件事查过。</summary>
    internal static async Task<Outcome<ItemId>> Create(PermittedScope scope, PersonId by, UnitId unit, DraftInput input, CancellationToken cancel, ItemId? id = null)
    {
        if (await Misplaced(scope, unit, input, null, cancel) is { } misplaced) return misplaced;
        var prepared = input.Prepare([], cancel);
        if (prepared.Refusal is { } unclean) return unclean;
        var item = id ?? new ItemId(Guid.CreateVersion7(scope.Act.Now));
        var created = ItemDecisions.Create(item, unit, prepared.Value.Draft, by, scope.Act.Now);
        if (created.Refusal is { } refusal) return refusal;
        var row = new ItemRow { Id = item.Value, Unit = unit.Value, ShortId = ShortItemId.Of(item.Value) };
        scope.Db.Items.Add(row);
        await Store(scope, row, created.Value, input, cancel);
        return item;
    }

    /// <summary>改稿：另存一版，答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本；已经不是的拒绝，两边的内容并排给人看。</param>
    public async Task<Outcome<long>> Save(PersonId by, ItemId item, long version, DraftInput input, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Head(db, item, cancel) is not { } head) return ItemRefusals.Missing;
        return await acts.Perform<long>(
            new PermittedAct(by, "item.save", Permission.DraftItem, head.Unit) { Key = key },
            async scope =>
            {
                var row = (await ItemQueries.Row(scope.Db, item, cancel))!;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                var before = row.ToItem();
                if (await Misplaced(scope, head.Unit, input, before.Latest.Draft, cancel) is { } misplaced) return misplaced;
                var prepared = input.Prepare(before.Files, cancel);
                if (prepared.Refusal is { } unclean) return unclean;
                var saved = ItemDecisions.Save(before, prepared.Value.Draft, by, scope.Act.Now);
                if (saved.Refusal is { } refusal) return refusal;
                await Store(scope, row, before.Apply(saved.Value), input, cancel);
                return version + 1;
            },
            cancel);
    }

    // 指定的栏目要在本单位现在的栏目里，归入的事项要在本单位现在的清单里。
    private static async Task<Refusal?> Misplaced(PermittedScope scope, UnitId unit, DraftInput input, ItemDraft? before, CancellationToken cancel)
    {
        if (input.Column is { } column && ColumnDecisions.Designate((await ColumnTrees.Of(scope.Db, unit, cancel)).Tree, column, before?.Column) is { } misplaced) return misplaced;
        return input.Matter is { } matter ? MatterDecisions.CannotHold(await MatterQueries.Find(scope.Db, matter, cancel), unit, before?.Matter) : null;
    }

    private static async Task Store(PermittedScope scope, ItemRow row, Item item, DraftInput input, CancellationToken cancel)
    {
        foreach (var file in input.Added) await scope.Act.Attach(file, cancel);
        await ItemSaving.Save(scope.Act, row, item, cancel);
        scope.Record(new Subject("item", row.Id), new
        {
            version = item.Latest.Number, mode = item.Latest.Draft.Choice.Mode, attachments = item.Latest.Draft.Content.Attachments.Select(attachment => attachment.ContentHash),
        });
    }
}

/// <summary>各处共用的拒绝。</summary>
internal static class ItemRefusals
{
    public static Refusal Missing { get; } = new("没有这条信息。");
}
