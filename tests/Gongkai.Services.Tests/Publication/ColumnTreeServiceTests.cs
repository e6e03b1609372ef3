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
}
