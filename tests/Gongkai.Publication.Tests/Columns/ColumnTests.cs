using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;

namespace Gongkai.Publication.Tests.Columns;

public sealed class ColumnTests
{
    private static readonly ColumnTree Standard = ColumnTree.Standard(InventedItems.Unit);

    [Fact]
    public void The_column_has_its_four_sections_and_the_entrance_for_applications() =>
        Standard.Children(null).Select(column => column.Caption).ShouldBe(["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"]);

    [Fact]
    public void Every_statutory_category_has_a_column_of_its_own() =>
        DisclosureCategory.All.ShouldAllBe(category => Standard.Find(category.Column) != null && Standard.ColumnFor(category).Code == category.Column);

    [Theory]
    [InlineData("guide")]
    [InlineData("statutory")]
    [InlineData("requests")]
    public void The_fixed_columns_are_neither_renamed_nor_removed(string code)
    {
        ColumnDecisions.Rename(Standard, code, "别的名称").Refusal.ShouldNotBeNull().Reason.ShouldContain("统一设置的栏目");
        ColumnDecisions.Remove(Standard, code, 0).Refusal.ShouldNotBeNull();
        ColumnDecisions.Hide(Standard, code, hidden: true).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("budget", null)]
    [InlineData("guide", "只能指定“法定主动公开内容”之下的栏目")]
    [InlineData("statutory", "只能指定“法定主动公开内容”之下的栏目")]
    [InlineData("news", "本单位没有指定的这个栏目")]
    [InlineData("other", "“其他法定信息”已经停用")]
    public void A_draft_is_put_into_a_column_of_the_units_own_that_is_shown(string code, string? why)
    {
        var tree = ColumnDecisions.Hide(Standard, "other", hidden: true).Value;

        var refusal = ColumnDecisions.Designate(tree, code, before: null);

        if (why is null) refusal.ShouldBeNull();
        else refusal.ShouldNotBeNull().Reason.ShouldContain(why);
        ColumnDecisions.Designate(tree, "other", before: "other").ShouldBeNull("没有改的，停用了也可以留着");
    }

    [Fact]
    public void New_columns_stand_below_the_statutory_content_only()
    {
        ColumnDecisions.Add(Standard, "news", "guide", "工作动态").Refusal.ShouldNotBeNull().Reason.ShouldContain("之下不另设栏目");
        var tree = ColumnDecisions.Add(Standard, "heritage", "livelihood", "非物质文化遗产").Value;
        tree.Path("heritage").Select(column => column.Caption).ShouldBe(["法定主动公开内容", "民生保障", "非物质文化遗产"]);
        tree.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("Policy2", "小写字母")]
    [InlineData("policy", "已经是“履职依据与政策文件”的")]
    public void A_code_is_a_new_short_word(string code, string reason) =>
        ColumnDecisions.Add(Standard, code, "statutory", "某栏目").Refusal.ShouldNotBeNull().Reason.ShouldContain(reason);

    [Fact]
    public void Two_neighbours_have_two_names() =>
        ColumnDecisions.Rename(Standard, "fees", "政府采购").Refusal.ShouldNotBeNull().Reason.ShouldBe("这里已经有“政府采购”。");

    [Fact]
    public void A_column_is_not_moved_below_itself()
    {
        var tree = ColumnDecisions.Add(Standard, "heritage", "livelihood", "非物质文化遗产").Value;

        ColumnDecisions.Move(tree, "livelihood", "heritage").Refusal.ShouldNotBeNull().Reason.ShouldBe("不能移到它自己或者它的下级之下。");
        ColumnDecisions.Move(tree, "heritage", "planning").Value.Path("heritage")[^2].Code.ShouldBe("planning");
    }

    [Fact]
    public void A_column_with_content_is_hidden_but_not_removed_and_its_category_finds_another_place()
    {
        ColumnDecisions.Remove(Standard, "fees", 3).Refusal.ShouldNotBeNull().Reason.ShouldContain("还有 3 条内容");
        var tree = ColumnDecisions.Hide(Standard, "fees", hidden: true).Value;

        tree.ColumnFor(DisclosureCategory.Find("2008")!).Code.ShouldBe("statutory");
    }

    [Fact]
    public void Blank_columns_are_named() =>
        Standard.Blank(Standard.Columns.Where(column => column.Code != "fees").ToDictionary(column => column.Code, _ => 1)).Select(column => column.Code).ShouldBe(["fees"]);
}
