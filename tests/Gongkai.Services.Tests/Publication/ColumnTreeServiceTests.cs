using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;
using Gongkai.Services.Publication.Columns;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>栏目：标准的栏目自己收信息，自设的按条件收；改栏目要有权限，改的是看到的那一版。</summary>
public sealed class ColumnTreeServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_column_of_ones_own_collects_what_meets_its_conditions(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        await office.Publish();
        var (columns, head) = (office.Publication.Columns, office.Holder(Role.DisclosureOfficeHead));
        var own = new Column("circulars", "policy", "通知", ColumnKind.Statutory, false, false) { Contents = new ColumnContents(null, null, Genre.Circular) };

        var added = InventedCity.Done(await columns.Add(head, office.Unit, 0, own, null, None));
        var other = InventedCity.Done(await columns.Add(head, office.Unit, added, own with { Code = "decisions", Caption = "决定", Contents = new ColumnContents(null, null, Genre.Decision) }, null, None));

        var (tree, version) = await columns.Of(office.Unit, None);
        version.ShouldBe(other);
        (await Count("policy"), await Count("circulars"), await Count("decisions"), await Count("budget"), await Count("statutory")).ShouldBe((1, 1, 0, 0, 1));
        (await columns.Remove(head, office.Unit, version, "circulars", None)).Refusal!.Reason.ShouldContain("还有 1 条内容");
        InventedCity.Done(await columns.Remove(head, office.Unit, version, "decisions", None));
        (await columns.Rename(office.Holder(Role.Handler), office.Unit, version + 1, "circulars", "各类通知", None)).Succeeded.ShouldBeFalse();
        (await columns.Rename(head, office.Unit, version, "circulars", "各类通知", None)).Refusal!.Reason.ShouldContain("现在已是第");

        async Task<int> Count(string code) => (await office.Publication.Catalogue.Counts(None)).Count(ColumnTrees.FilterOf(tree, tree.Find(code)!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_item_put_into_a_column_stands_in_that_column_and_those_above_it_and_nowhere_else(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (columns, head) = (office.Publication.Columns, office.Holder(Role.DisclosureOfficeHead));
        var version = InventedCity.Done(await columns.Add(head, office.Unit, 0, new Column("heritage", "livelihood", "非遗", ColumnKind.Statutory, false, false), null, None));

        await office.Publish(office.Complete() with { Column = "heritage" });
        await office.Draft(office.Complete() with { Column = "recruitment" });

        var (tree, _) = await columns.Of(office.Unit, None);
        (await Count("heritage"), await Count("livelihood"), await Count("statutory"), await Count("policy")).ShouldBe((1, 1, 1, 0));
        (await columns.Remove(head, office.Unit, version, "recruitment", None)).Refusal!.Reason.ShouldContain("还有 1 条内容", customMessage: "没有公开的也指定着它");
        (await office.Publication.Drafts.Create(office.Holder(Role.Handler), office.Unit, office.Complete() with { Column = "news" }, null, None)).Refusal!.Reason.ShouldContain("本单位没有指定的这个栏目");

        async Task<(int Listed, int Counted)> Both(string code)
        {
            var filter = ColumnTrees.FilterOf(tree, tree.Find(code)!);
            return ((await office.Publication.Catalogue.List(filter, 1, None)).Entries.Length, (await office.Publication.Catalogue.Counts(None)).Count(filter));
        }

        async Task<int> Count(string code)
        {
            var (listed, counted) = await Both(code);
            listed.ShouldBe(counted, code);
            return listed;
        }
    }
}
