using Gongkai.Organisations.Units;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Units;

public sealed class RegulationPowerTests
{
    [Theory]
    [InlineData(UnitLevel.State, UnitKind.Department, true)]
    [InlineData(UnitLevel.State, UnitKind.Government, false)]
    [InlineData(UnitLevel.Province, UnitKind.Government, true)]
    [InlineData(UnitLevel.City, UnitKind.Government, true)]
    [InlineData(UnitLevel.City, UnitKind.Department, false)]
    [InlineData(UnitLevel.County, UnitKind.Government, false)]
    [InlineData(UnitLevel.Town, UnitKind.Government, false)]
    public void It_follows_from_level_and_kind(UnitLevel level, UnitKind kind, bool may)
    {
        var power = RegulationPower.Of(Facts("某机关", level, kind), Codes);

        power.MayMake.ShouldBe(may);
        power.Basis.ShouldNotBeNull().Document.ShouldBe("《立法法》");
    }

    [Fact]
    public void A_prefecture_that_is_no_city_with_districts_has_none() =>
        RegulationPower.Of(Facts("大兴安岭地区行政公署", UnitLevel.City, UnitKind.Government) with { RegionCode = "232700" }, Codes).MayMake.ShouldBeFalse();

    [Fact]
    public void It_can_be_decided_otherwise_with_a_reason()
    {
        var power = RegulationPower.Of(Facts("某管理委员会", UnitLevel.City, UnitKind.DispatchedBody) with { RegulationPower = new(true, "依某项授权决定") }, Codes);

        power.ShouldBe(new RegulationPower(true, "依某项授权决定", null, true));
    }

    [Fact]
    public void A_decision_otherwise_without_a_reason_is_refused()
    {
        var tree = Tree();

        Refused(tree, new ChangeUnit(Culture, tree.Find(Culture)!.Latest with { RegulationPower = new(true, "") }, Reform, "认定"))
            .ShouldBe("另行认定规章制定权，要写明理由。");
    }
}
