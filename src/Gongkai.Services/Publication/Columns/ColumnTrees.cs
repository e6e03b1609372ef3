using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Columns;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Columns;

/// <summary>各单位的栏目之树：没有改过的用标准的栏目。改凭“维护栏目、指南、制度”。</summary>
public sealed class ColumnTrees(Database database, PermittedActs acts, PublicContent content, PublicCatalogue catalogue)
{
    /// <summary>一个单位的栏目；没有改过的，并发的版本是 0。</summary>
    public async Task<(ColumnTree Tree, long Version)> Of(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Of(db, unit, cancel);
    }

    internal static async Task<(ColumnTree Tree, long Version)> Of(GongkaiDbContext db, UnitId unit, CancellationToken cancel) =>
        await db.ColumnTrees.FindAsync([unit.Value], cancel) is { } row ? (row.ToTree(), row.Version) : (ColumnTree.Standard(unit), 0);

    /// <summary>设立栏目。</summary>
    public Task<Outcome<long>> Add(PersonId by, UnitId unit, long version, Column column, CommandKey? key, CancellationToken cancel) =>
        Change(by, unit, version, "column.add", column.Code, tree => ColumnDecisions.Add(tree, column.Code, column.Parent ?? "", column.Caption, column.Contents), key, cancel);

    /// <summary>改名。</summary>
    public Task<Outcome<long>> Rename(PersonId by, UnitId unit, long version, string code, string caption, CancellationToken cancel) =>
        Change(by, unit, version, "column.rename", code, tree => ColumnDecisions.Rename(tree, code, caption), null, cancel);

    /// <summary>移到另一个上级之下。</summary>
    public Task<Outcome<long>> Move(PersonId by, UnitId unit, long version, string code, string parent, CancellationToken cancel) =>
        Change(by, unit, version, "column.move", code, tree => ColumnDecisions.Move(tree, code, parent), null, cancel);

    /// <summary>停用或者恢复。</summary>
    public Task<Outcome<long>> Hide(PersonId by, UnitId unit, long version, string code, bool hidden, CancellationToken cancel) =>
        Change(by, unit, version, hidden ? "column.hide" : "column.show", code, tree => ColumnDecisions.Hide(tree, code, hidden), null, cancel);

    /// <summary>删除：没有下级，也没有看得见的内容，没有哪一条（连同未公开的）指定它的。</summary>
    public async Task<Outcome<long>> Remove(PersonId by, UnitId unit, long version, string code, CancellationToken cancel)
    {
        var counts = await catalogue.Counts(cancel);
        await using var db = database.CreateContext();
        var drafts = await db.Items.CountAsync(row => row.Unit == unit.Value && row.Column == code && row.VisibleColumn != code, cancel);
        return await Change(
            by, unit, version, "column.remove", code,
            tree => ColumnDecisions.Remove(tree, code, tree.Find(code) is { } column ? counts.Count(FilterOf(tree, column)) + drafts : 0), null, cancel);
    }

    /// <summary>一个栏目所收的，写成目录的条件。</summary>
    public static PublicItemFilter FilterOf(ColumnTree tree, Column column)
    {
        var filter = tree.FilterOf(column);
        return new PublicItemFilter { Unit = tree.Unit.Value, Categories = filter.Categories, Subject = filter.Subject, Genre = filter.Genre, Columns = tree.Under(column.Code) };
    }

    private async Task<Outcome<long>> Change(
        PersonId by, UnitId unit, long version, string kind, string code, Func<ColumnTree, Outcome<ColumnTree>> decide, CommandKey? key, CancellationToken cancel)
    {
        var done = await acts.Perform<long>(
            new PermittedAct(by, kind, Permission.MaintainColumns, unit) { Key = key },
            async scope =>
            {
                var row = await scope.Db.ColumnTrees.FindAsync([unit.Value], cancel);
                if (row is not null) scope.Act.Expect(row, version);
                if ((row?.Version ?? 0) != version) return new Refusal("栏目已经不是您打开时的样子：请刷新页面再改。");
                var decided = decide(row?.ToTree() ?? ColumnTree.Standard(unit));
                if (decided.Refusal is { } refusal) return refusal;
                if (row is null) scope.Db.ColumnTrees.Add(row = new ColumnTreeRow { Unit = unit.Value, Columns = "" });
                row.Take(decided.Value);
                await PublicItemQueries.AdvanceStamp(scope.Db, cancel);
                scope.Record(new Subject("unit", unit.Value), new { column = code, caption = decided.Value.Find(code)?.Caption });
                return version + 1;
            },
            cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }
}
