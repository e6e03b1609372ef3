using System.Collections.Immutable;
using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Tests.Units;

/// <summary>虚构的云泽市：一个政府、它的办公室、两个局、一个县。</summary>
internal static class InventedUnits
{
    public static readonly DateOnly Start = new(2019, 1, 1);
    public static readonly DateOnly Reform = new(2024, 7, 1);

    public static readonly UnitId City = Id(1), CityOffice = Id(2), Culture = Id(3), Tourism = Id(4), County = Id(5), CountyOffice = Id(6), Town = Id(7), CountyCulture = Id(8);

    public static readonly RegionCodes Codes = new(
        Gazetteer.China,
        new LocalRegion("999900", "云泽市", RegionLevel.City, "虚构的城市"),
        new LocalRegion("999921", "云泽市芦溪县", RegionLevel.County, "虚构的县"));

    public static UnitId Id(int number) => new(new Guid($"0190aaaa-0000-7000-8000-{number:000000000000}"));

    public static UnitFacts Facts(string name, UnitLevel level, UnitKind kind, UnitId? superior = null, UnitId? authority = null) => new()
    {
        Name = name, Level = level, Kind = kind, Superior = superior, CompetentAuthority = authority,
        RegionCode = level switch { UnitLevel.State => null, UnitLevel.City => "999900", UnitLevel.Province => "410000", _ => "999921" },
    };

    public static UnitTree Tree()
    {
        var tree = UnitTree.Empty;
        tree = Do(tree, new EstablishUnit(City, Facts("云泽市人民政府", UnitLevel.City, UnitKind.Government), Start, "设立"));
        tree = Do(tree, new EstablishUnit(CityOffice, Facts("云泽市人民政府办公室", UnitLevel.City, UnitKind.Department, City), Start, "设立"));
        tree = Do(tree, new ChangeUnit(City, tree.Find(City)!.Latest with { CompetentAuthority = CityOffice }, Start, "指定主管部门"));
        tree = Do(tree, new EstablishUnit(Culture, Facts("云泽市文化广播局", UnitLevel.City, UnitKind.Department, City), Start, "设立"));
        tree = Do(tree, new EstablishUnit(Tourism, Facts("云泽市旅游局", UnitLevel.City, UnitKind.Department, City), Start, "设立"));
        tree = Do(tree, new EstablishUnit(County, Facts("芦溪县人民政府", UnitLevel.County, UnitKind.Government, City), Start, "设立"));
        tree = Do(tree, new EstablishUnit(CountyOffice, Facts("芦溪县人民政府办公室", UnitLevel.County, UnitKind.Department, County), Start, "设立"));
        tree = Do(tree, new ChangeUnit(County, tree.Find(County)!.Latest with { CompetentAuthority = CountyOffice }, Start, "指定主管部门"));
        tree = Do(tree, new EstablishUnit(CountyCulture, Facts("芦溪县文化局", UnitLevel.County, UnitKind.Department, County), Start, "设立"));
        return Do(tree, new EstablishUnit(Town, Facts("临水镇人民政府", UnitLevel.Town, UnitKind.Government, County), Start, "设立"));
    }

    public static UnitTree Do(UnitTree tree, UnitCommand command) => tree.Apply(Decided(tree, command));

    public static ImmutableArray<UnitEvent> Decided(UnitTree tree, UnitCommand command)
    {
        var outcome = tree.Decide(command, Codes);
        outcome.Refusal?.Reason.ShouldBeNull();
        return outcome.Value;
    }

    public static string Refused(UnitTree tree, UnitCommand command) => tree.Decide(command, Codes).Refusal.ShouldNotBeNull().Reason;
}
