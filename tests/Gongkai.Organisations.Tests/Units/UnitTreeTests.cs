using Gongkai.Organisations.Units;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Units;

public sealed class UnitTreeTests
{
    [Fact]
    public void A_renamed_unit_keeps_its_old_name_in_history()
    {
        var tree = Tree();
        tree = Do(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { Name = "云泽市文化广电和旅游局" }, Reform, "机构改革"));

        tree.At(Reform.AddDays(-1)).NameOf(Culture).ShouldBe("云泽市文化广播局");
        tree.At(Reform).NameOf(Culture).ShouldBe("云泽市文化广电和旅游局");
        tree.Find(Culture)!.Version.ShouldBe(2);
    }

    [Fact]
    public void A_merged_unit_ends_the_day_before_and_its_dependants_move_to_the_successor()
    {
        var tree = Tree();
        tree = Do(tree, new ChangeUnit(CountyCulture, tree.Find(CountyCulture)!.Latest with { CompetentAuthority = Culture }, new(2020, 1, 1), "垂直管理"));
        var events = Decided(tree, new MergeUnits([Culture], Tourism, Reform, "机构改革"));
        tree = tree.Apply(events);

        tree.At(Reform.AddDays(-1)).Find(Culture).ShouldNotBeNull();
        tree.At(Reform).Find(Culture).ShouldBeNull();
        tree.Successors(Culture).ShouldBe([Tourism]);
        tree.Predecessors(Tourism).ShouldBe([Culture]);
        tree.At(Reform).CompetentAuthority(CountyCulture).ShouldBe(Tourism);
    }

    [Fact]
    public void The_responsibility_of_a_gone_unit_is_followed_through_every_reform()
    {
        var tree = Do(Tree(), new MergeUnits([Culture], Tourism, Reform, "机构改革"));
        var (first, second) = (Id(20), Id(21));
        tree = Do(tree, new EstablishUnit(first, Facts("云泽市文化局", UnitLevel.City, UnitKind.Department, City), new(2025, 3, 1), "设立"));
        tree = Do(tree, new EstablishUnit(second, Facts("云泽市旅游发展局", UnitLevel.City, UnitKind.Department, City), new(2025, 3, 1), "设立"));
        tree = Do(tree, new SplitUnit(Tourism, [first, second], new(2025, 4, 1), "分设"));

        tree.ResponsibleOn(Culture, new(2023, 1, 1)).ShouldBe([Culture]);
        tree.ResponsibleOn(Culture, new(2025, 3, 31)).ShouldBe([Tourism]);
        tree.ResponsibleOn(Culture, new(2025, 4, 1)).ShouldBe([first, second]);
    }

    [Fact]
    public void A_unit_that_still_has_subordinates_cannot_be_abolished() =>
        Refused(Tree(), new AbolishUnit(County, [], Reform, "撤县")).ShouldBe("芦溪县人民政府办公室的上级到2024年7月1日已经不存在：先把它改到别的上级。");

    [Fact]
    public void Superiors_never_run_in_a_circle()
    {
        var tree = Tree();

        Refused(tree, new ChangeUnit(City, tree.Find(City)!.Latest with { Superior = Culture }, Reform, "误填")).ShouldContain("绕了一圈");
    }

    [Fact]
    public void A_unit_cannot_stand_under_one_of_a_lower_level()
    {
        var tree = Tree();

        Refused(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { Superior = County }, Reform, "误填"))
            .ShouldBe("市级单位不能隶属于县级的芦溪县人民政府。");
    }

    [Fact]
    public void Two_units_of_one_day_have_two_names() =>
        Refused(Tree(), new EstablishUnit(Id(30), Facts("云泽市旅游局", UnitLevel.City, UnitKind.Department, City), Reform, "设立"))
            .ShouldBe("2024年7月1日已经有一个单位叫“云泽市旅游局”。");

    [Fact]
    public void The_name_of_a_gone_unit_may_be_used_again()
    {
        var tree = Do(Tree(), new MergeUnits([Culture], Tourism, Reform, "机构改革"));

        Do(tree, new EstablishUnit(Id(31), Facts("云泽市文化广播局", UnitLevel.City, UnitKind.Department, City), Reform, "重新设立"))
            .At(Reform).NameOf(Id(31)).ShouldBe("云泽市文化广播局");
    }

    [Theory]
    [InlineData("123456", "没有“123456”这个行政区划代码；功能区等可以先登记为本地代码。")]
    [InlineData("999921", "999921 是云泽市芦溪县，与市级不相称。")]
    [InlineData(null, "市级单位要填六位行政区划代码。")]
    public void The_region_code_must_exist_and_suit_the_level(string? code, string reason)
    {
        var tree = Tree();

        Refused(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { RegionCode = code }, Reform, "改代码")).ShouldBe(reason);
    }

    [Fact]
    public void The_credit_code_carries_its_check_digit_and_belongs_to_one_unit()
    {
        var tree = Tree();
        var culture = tree.Find(Culture)!.Latest;
        Refused(tree, new ChangeUnit(Culture, culture with { CreditCode = "11341702486344515A" }, Reform, "登记")).ShouldContain("末位是校验码");
        tree = Do(tree, new ChangeUnit(Culture, culture with { CreditCode = "11341702486344515H" }, Reform, "登记"));

        Refused(tree, new ChangeUnit(Tourism, tree.Find(Tourism)!.Latest with { CreditCode = "11341702486344515H" }, Reform, "登记"))
            .ShouldBe("统一社会信用代码 11341702486344515H 已经是云泽市文化广播局的。");
    }

    [Fact]
    public void History_is_not_changed_behind_a_later_change()
    {
        var tree = Tree();
        tree = Do(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { Name = "云泽市文旅局" }, Reform, "更名"));

        Refused(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { Name = "云泽市文体局" }, Reform.AddDays(-1), "更名"))
            .ShouldBe("云泽市文旅局在2024年7月1日已经有一次变动，新的变动不能早于它。");
    }

    [Fact]
    public void A_change_without_a_reason_is_refused() =>
        Refused(Tree(), new AbolishUnit(Culture, [], Reform, " ")).ShouldBe("单位的变动要写明缘由或者文件。");

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_change_on_an_impossible_day_is_refused(string date) =>
        Refused(Tree(), new AbolishUnit(Culture, [], DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), "撤销")).ShouldContain("不像真的日期");

    [Fact]
    public void A_unit_that_sinks_below_its_subordinates_is_refused()
    {
        var tree = Tree();

        Refused(tree, new ChangeUnit(County, tree.Find(County)!.Latest with { Level = UnitLevel.Town, Superior = City }, Reform, "误填")).ShouldContain("不能隶属于");
    }

    [Fact]
    public void A_successor_must_exist_before_it_takes_over() =>
        Refused(Tree(), new MergeUnits([Culture], Id(40), Reform, "合并")).ShouldBe("承接的单位在2024年7月1日不存在，请先设立。");

    [Fact]
    public void A_superior_that_is_merged_into_its_own_subordinate_hands_it_its_own_superior()
    {
        var tree = Tree();
        tree = Do(tree, new ChangeUnit(Tourism, tree.Find(Tourism)!.Latest with { Superior = Culture }, new(2020, 1, 1), "归口管理"));

        Do(tree, new MergeUnits([Culture], Tourism, Reform, "合并")).At(Reform).Find(Tourism)!.Superior.ShouldBe(City);
    }

    [Fact]
    public void The_competent_authority_is_that_of_the_same_level_and_oversees_what_is_below()
    {
        var day = Tree().At(Reform);

        day.CompetentAuthority(Culture).ShouldBe(CityOffice);
        day.CompetentAuthority(County).ShouldBe(CountyOffice);
        day.CompetentAuthority(Town).ShouldBe(CountyOffice);
        day.Oversees(CityOffice, Town).ShouldBeTrue();
        day.Oversees(CountyOffice, Town).ShouldBeTrue();
        day.Oversees(CountyOffice, Culture).ShouldBeFalse();
    }

    [Fact]
    public void The_guide_is_stale_from_the_day_its_facts_changed_and_not_from_other_changes()
    {
        var tree = Tree();
        var contact = new UnitContact("云泽市湖滨路1号", "周一至周五9:00—17:00", "0999-1234567", "无", "https://yunze.invalid/");
        tree = Do(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { Contact = contact }, new(2023, 5, 1), "搬迁"));
        tree = Do(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { CreditCode = "11341702486344515H" }, Reform, "登记代码"));

        tree.Find(Culture)!.GuideFactsChangedOn(new(2025, 1, 1)).ShouldBe(new DateOnly(2023, 5, 1));
        tree.Find(Culture)!.GuideFactsChangedOn(new(2022, 1, 1)).ShouldBe(Start);
    }

    [Fact]
    public void Nobody_may_register_a_real_region_as_an_invented_one() =>
        Should.Throw<ArgumentException>(() => new RegionCodes(Gongkai.Organisations.Regions.Gazetteer.China, new LocalRegion("410800", "云泽市", Gongkai.Organisations.Regions.RegionLevel.City, "")))
            .Message.ShouldContain("410800 已经是河南省焦作市");
}
