using Gongkai.Law;
using Gongkai.Organisations.Agencies;
using Gongkai.Organisations.Regions;
using Gongkai.Organisations.Units;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Console.SigningIn;

/// <summary>第一个单位的情况：填了的照填的，没有填的由全称和地名词典认出；认不出的说要填哪一项。</summary>
internal static class SetupUnit
{
    public static IReadOnlyList<Choice> Levels { get; } = [.. Enum.GetValues<UnitLevel>().Select(level => new Choice(level.ToString(), level.Caption()))];

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<UnitKind>().Select(kind => new Choice(kind.ToString(), kind.Caption()))];

    public static Outcome<UnitFacts> Of(string name, string? regionCode, string? level, string? kind)
    {
        var seen = AgencyNames.Parse(name);
        if ((Chosen<UnitLevel>(level) ?? LevelOf(seen)) is not { } unitLevel) return new Refusal($"由“{name}”认不出层级，请选一项。");
        if ((Chosen<UnitKind>(kind) ?? KindOf(seen)) is not { } unitKind) return new Refusal($"由“{name}”认不出性质，请选一项。");
        var code = string.IsNullOrWhiteSpace(regionCode) ? seen.RegionCode : regionCode.Trim();
        if (unitLevel == UnitLevel.State) code = null;
        else if (code is null) return new Refusal(Ambiguous(name, seen));
        return new UnitFacts { Name = seen.Name.Length > 0 ? seen.Name : name.Trim(), Level = unitLevel, Kind = unitKind, RegionCode = code };
    }

    private static string Ambiguous(string name, AgencyProfile seen) => seen.Candidates.IsEmpty
        ? $"由“{name}”认不出在哪里，请填行政区划代码。"
        : $"“{name}”可能在：{string.Join("、", seen.Candidates.Select(region => $"{region.FullName}（{region.Code}）"))}，请填行政区划代码。";

    private static UnitLevel? LevelOf(AgencyProfile seen) => seen.Kind switch
    {
        AgencyKind.StateCouncilDepartment or AgencyKind.StateCouncilBureau => UnitLevel.State,
        AgencyKind.Town or AgencyKind.Subdistrict => UnitLevel.Town,
        _ => seen.RegionLevel switch
        {
            RegionLevel.Province => UnitLevel.Province,
            RegionLevel.City => UnitLevel.City,
            RegionLevel.County => UnitLevel.County,
            _ => null,
        },
    };

    private static UnitKind? KindOf(AgencyProfile seen) => seen.Kind switch
    {
        AgencyKind.Government or AgencyKind.Town => UnitKind.Government,
        AgencyKind.Subdistrict or AgencyKind.ZoneCommittee => UnitKind.DispatchedBody,
        null => null,
        _ => UnitKind.Department,
    };

    private static T? Chosen<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
