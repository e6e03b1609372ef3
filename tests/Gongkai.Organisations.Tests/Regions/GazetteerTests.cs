using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Tests.Regions;

public sealed class GazetteerTests
{
    private static Gazetteer China => Gazetteer.China;

    [Fact]
    public void The_whole_country_is_there()
    {
        China.Regions.Count(region => region.Level == RegionLevel.Province).ShouldBe(34);
        China.Regions.Count(region => region.Level == RegionLevel.City).ShouldBe(333);
        China.Regions.Count(region => region.Level == RegionLevel.County).ShouldBeGreaterThan(2840);
        China.Regions.Select(region => region.Code).ShouldBeUnique();
    }

    [Theory]
    [InlineData("410800", "河南省焦作市", "焦作", RegionLevel.City)]
    [InlineData("532504", "云南省红河哈尼族彝族自治州弥勒市", "弥勒", RegionLevel.County)]
    [InlineData("310115", "上海市浦东新区", "浦东", RegionLevel.County)]
    [InlineData("419001", "河南省济源市", "济源", RegionLevel.County)]
    [InlineData("410926", "河南省濮阳市范县", null, RegionLevel.County)]
    [InlineData("210921", "辽宁省阜新市阜新蒙古族自治县", "阜新", RegionLevel.County)]
    [InlineData("622926", "甘肃省临夏回族自治州东乡族自治县", "东乡", RegionLevel.County)]
    [InlineData("150221", "内蒙古自治区包头市土默特右旗", null, RegionLevel.County)]
    [InlineData("440400", "广东省珠海市", "珠海", RegionLevel.City)]
    public void A_code_gives_the_region_and_its_chain(string code, string fullName, string? shortName, RegionLevel level)
    {
        var region = China.ByCode(code).ShouldNotBeNull();

        region.FullName.ShouldBe(fullName);
        region.ShortName.ShouldBe(shortName);
        region.Level.ShouldBe(level);
    }

    [Theory]
    [InlineData("红河州", "532500")]
    [InlineData("阜新县", "210921")]
    [InlineData("长垣县", "410783")]
    [InlineData("江干区", "330102")]
    [InlineData("平潭综合实验区", "350128")]
    [InlineData("随州", "421300")]
    public void Customary_former_and_zone_names_lead_to_one_region(string name, string code) =>
        China.Unique(name)?.Code.ShouldBe(code);

    [Theory]
    [InlineData("鼓楼区", 4)]
    [InlineData("市中区", 4)]
    [InlineData("朝阳区", 2)]
    [InlineData("西湖区", 2)]
    public void A_name_that_several_bear_keeps_them_all(string name, int atLeast)
    {
        China.ByName(name)!.Regions.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        China.Unique(name).ShouldBeNull();
    }

    [Fact]
    public void An_unknown_name_or_code_is_simply_not_there()
    {
        China.ByCode("999999").ShouldBeNull();
        China.ByName("云溪市").ShouldBeNull();
    }

    [Fact]
    public void Neighbours_share_their_upper_or_are_the_capital_of_the_province()
    {
        var mile = China.ByCode("532504")!;

        China.ByCode("532503")!.IsNeighbourOf(mile).ShouldBeTrue("同属红河州");
        China.ByCode("530100")!.IsNeighbourOf(mile).ShouldBeTrue("省会昆明");
        China.ByCode("530300")!.IsNeighbourOf(mile).ShouldBeFalse("同省他市");
        China.ByCode("532500")!.IsNeighbourOf(mile).ShouldBeFalse("上级不是邻居");
        China.ByCode("421300")!.IsNeighbourOf(mile).ShouldBeFalse("外省");
    }

    [Fact]
    public void Every_region_is_within_its_province_and_among_its_uppers_children()
    {
        foreach (var region in China.Regions)
        {
            region.Province.Code.ShouldBe(region.Code[..2] + "0000");
            if (region.Parent is { } parent) parent.Children.ShouldContain(region);
        }
    }

    [Fact]
    public void Search_takes_the_longest_name_and_lets_a_full_name_win_over_a_short_one_it_overlaps()
    {
        Seen("红河哈尼族彝族自治州弥勒市").ShouldBe("红河哈尼族彝族自治州|弥勒市");
        Seen("提高平顶山市的水平").ShouldBe("平顶山市");
        Seen("长沙市").ShouldBe("长沙市");
        Seen("上海南站").ShouldBe("上海");
    }

    private static string Seen(string text) => string.Join('|', China.Search(text).Select(mention => mention.Name.Text));
}
