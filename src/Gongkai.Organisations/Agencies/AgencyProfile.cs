using System.Collections.Immutable;
using Gongkai.Organisations.Regions;

namespace Gongkai.Organisations.Agencies;

/// <summary>由名称看出的机关：辖区、性质、层级。看不出的项为空，从不猜测。</summary>
/// <param name="Name">去掉空白的名称。</param>
/// <param name="Candidates">可能的辖区；重名（鼓楼区）而上下文定不下来时不止一个，不知道时没有。</param>
/// <param name="Kind">性质；看不出时为空。</param>
/// <param name="Stem">区划之后的部分，例如“文化广电和旅游局”“人民政府”。</param>
public sealed record AgencyProfile(string Name, ImmutableArray<Region> Candidates, AgencyKind? Kind, string Stem)
{
    /// <summary>什么也看不出的机关。</summary>
    public static AgencyProfile Unknown { get; } = new("", [], null, "");

    /// <summary>乡镇或街道的名称（“东岗镇”）；不是乡镇街道时为空。</summary>
    public string? Town { get; init; }

    /// <summary>功能区的名称（“平潭综合实验区”）；不是功能区时为空。</summary>
    public string? Zone { get; init; }

    /// <summary>印出的区划部分，例如“淮安市洪泽区”；没有时为空串。</summary>
    public string PrintedRegion { get; init; } = "";

    /// <summary>辖区：本级政府的区划；乡镇为所在的县，功能区为所在的区划；不能唯一确定时为空。</summary>
    public Region? Region => Candidates is [var only] ? only : null;

    /// <summary>六位行政区划代码；不能唯一确定时为空。</summary>
    public string? RegionCode => Region?.Code;

    /// <summary>辖区的级别；重名的各处级别一致时也能判定。</summary>
    public RegionLevel? RegionLevel =>
        Candidates.Length > 0 && Candidates.All(region => region.Level == Candidates[0].Level) ? Candidates[0].Level : null;

    /// <summary>能否制定规章；从名称判不出时为空。立法法第九十一条、第九十三条。</summary>
    /// <remarks>政府办公厅（室）的年报有的只报本部门，有的代本级政府报，规章又归政府制定，所以省、市两级的办公厅（室）判不出。</remarks>
    public bool? MayMakeRegulations => Kind switch
    {
        AgencyKind.Government when Stem is "行政公署" or "行署" => false,
        AgencyKind.Government => Agreed(region => region.GovernmentMayMakeRegulations),
        AgencyKind.GovernmentOffice => Agreed(region => region.GovernmentMayMakeRegulations) == false ? false : null,
        AgencyKind.Department => Candidates.Length > 0 ? false : null,
        AgencyKind.Town or AgencyKind.Subdistrict or AgencyKind.ZoneCommittee or AgencyKind.VerticalBranch => false,
        AgencyKind.StateCouncilDepartment => true,
        _ => null,
    };

    private bool? Agreed(Func<Region, bool> ask) =>
        Candidates.Length > 0 && Candidates.All(region => ask(region) == ask(Candidates[0])) ? ask(Candidates[0]) : null;
}

/// <summary>机关的性质。</summary>
public enum AgencyKind
{
    /// <summary>县级以上人民政府，以及地区行政公署。</summary>
    Government,

    /// <summary>政府办公厅（室）。</summary>
    GovernmentOffice,

    /// <summary>政府部门、派出机构和法律法规授权的组织。</summary>
    Department,

    /// <summary>乡、民族乡、镇人民政府。</summary>
    Town,

    /// <summary>街道办事处。</summary>
    Subdistrict,

    /// <summary>开发区、新区、实验区等功能区的管理委员会。</summary>
    ZoneCommittee,

    /// <summary>国务院组成部门和有规章制定权的直属机构。</summary>
    StateCouncilDepartment,

    /// <summary>部委管理的国家局等：能否以自己的名义制定规章，从名称判不出。</summary>
    StateCouncilBureau,

    /// <summary>国务院部门设在地方的机构，例如“国家税务总局焦作市税务局”。</summary>
    VerticalBranch,
}
