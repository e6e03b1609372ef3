using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Organisations.Agencies;
using Gongkai.Organisations.Regions;

namespace Gongkai.AnnualReports.Rules;

/// <summary>编报机关：级别与辖区由参数给出，或由名称与行政区划判定。</summary>
/// <param name="Level">部门、政府还是乡镇；判不出时为空。</param>
/// <param name="IsCounty">辖区是否县级（含县级市、市辖区）；判不出时为空。</param>
/// <param name="RegionCode">六位行政区划代码（GB/T 2260）；判不出时为空。</param>
public sealed record ReportingBody(BodyLevel? Level, bool? IsCounty, string? RegionCode)
{
    /// <summary>什么也判不出的机关。</summary>
    public static ReportingBody Unknown { get; } = new(null, null, null);

    /// <summary>由名称看出的辖区与性质；给了区划代码的，辖区就是它。</summary>
    public AgencyProfile Agency { get; init; } = AgencyProfile.Unknown;

    /// <summary>判不出级别的原因，给人看。</summary>
    public string WhyLevelIsUnknown => Agency switch
    {
        { Name: "" } => Say("没有读到机关名称，判不出是部门、政府还是乡镇，可用 --level 说明",
            "the name of the body was not read, so it is unknown whether it is a department, a government or a town; state it with --level"),
        { Kind: AgencyKind.GovernmentOffice } => Say("政府办公厅（室）的年报可能是本部门的，也可能是代本级政府报的，可用 --level 说明",
            "the report of a general office may be its own or that of its government; state it with --level"),
        { Kind: AgencyKind.ZoneCommittee } => Say("功能区管理委员会按部门还是按政府报送，各地不一，可用 --level 说明",
            "committees of functional zones report as departments or as governments, depending on the place; state it with --level"),
        _ => Say($"由名称“{Agency.Name}”判不出是部门、政府还是乡镇，可用 --level 说明",
            $"the name “{Agency.Name}” does not tell whether the body is a department, a government or a town; state it with --level"),
    };

    /// <summary>判不出辖区的原因，给人看。</summary>
    public string WhyRegionIsUnknown => Agency switch
    {
        { Name: "" } => Say("没有读到机关名称，判不出辖区，可用 --region 给出行政区划代码", "the name of the body was not read, so its region is unknown; give the region code with --region"),
        { Candidates: [var first, _, ..] } => Say($"“{Agency.PrintedRegion}”有{Agency.Candidates.Length}处（{first.FullName}等），可用 --region 给出行政区划代码",
            $"there are {Agency.Candidates.Length} places called “{Agency.PrintedRegion}” (“{first.FullName}” among them); give the region code with --region"),
        _ => Say($"由名称“{Agency.Name}”判不出辖区，可用 --region 给出行政区划代码", $"the name “{Agency.Name}” does not tell the region; give the region code with --region"),
    };

    /// <summary>由报告判定；参数给了的以参数为准。</summary>
    /// <param name="report">报告，用其中的机关名称；重名的区划看正文写着哪一个的上级。</param>
    /// <param name="level">级别；为空时由名称判定。</param>
    /// <param name="region">六位行政区划代码；为空或者表里没有时由名称判定。</param>
    public static ReportingBody Of(AnnualReport report, BodyLevel? level = null, string? region = null)
    {
        var agency = report.Agency is { } name ? AgencyNames.Parse(name) : AgencyProfile.Unknown;
        if (region is not null && Gazetteer.China.ByCode(region) is { } given) agency = agency with { Candidates = [given] };
        else if (agency.Candidates.Length > 1) agency = AgencyNames.Parse(report.Agency!, ProseText.Of(report).Text);
        return new ReportingBody(level ?? LevelOf(agency.Kind), agency.RegionLevel is { } rank ? rank == RegionLevel.County : null, agency.RegionCode) { Agency = agency };
    }

    /// <summary>办公厅（室）和功能区管委会既有按部门报的，也有按政府报的，从名称判不出。</summary>
    private static BodyLevel? LevelOf(AgencyKind? kind) => kind switch
    {
        AgencyKind.Government => BodyLevel.Government,
        AgencyKind.Town or AgencyKind.Subdistrict => BodyLevel.Town,
        AgencyKind.Department or AgencyKind.VerticalBranch or AgencyKind.StateCouncilDepartment or AgencyKind.StateCouncilBureau => BodyLevel.Department,
        _ => null,
    };
}

/// <summary>编报机关的种类，决定适用的期限与必备内容。</summary>
public enum BodyLevel
{
    /// <summary>部门：1月31日前。</summary>
    Department,

    /// <summary>县级以上政府：3月31日前。</summary>
    Government,

    /// <summary>乡镇政府、街道办事处：默认1月31日前。</summary>
    Town,
}
