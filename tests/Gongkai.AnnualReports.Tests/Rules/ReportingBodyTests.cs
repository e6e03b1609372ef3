using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Rules;

/// <summary>级别、是否县级、区划，由机关名称判定；判不出的说得出为什么。</summary>
public sealed class ReportingBodyTests
{
    [Theory]
    [InlineData("焦作市文化广电和旅游局", BodyLevel.Department, false, "410800")]
    [InlineData("弥勒市文化和旅游局", BodyLevel.Department, true, "532504")]
    [InlineData("郑州市上街区文化广电旅游体育局", BodyLevel.Department, true, "410106")]
    [InlineData("河南省人民政府", BodyLevel.Government, false, "410000")]
    [InlineData("徐闻县人民政府", BodyLevel.Government, true, "440825")]
    [InlineData("抚松县东岗镇人民政府", BodyLevel.Town, true, "220621")]
    [InlineData("国家税务总局焦作市税务局", BodyLevel.Department, false, "410800")]
    [InlineData("中华人民共和国交通运输部", BodyLevel.Department, null, null)]
    [InlineData("澄浦市文化和旅游局", BodyLevel.Department, null, null)]
    [InlineData("上海市人民政府办公厅", null, false, "310000")]
    [InlineData("平潭综合实验区", null, true, "350128")]
    [InlineData("本单位", null, null, null)]
    public void A_body_is_seen_from_its_name(string agency, BodyLevel? level, bool? county, string? region)
    {
        var body = ReportingBody.Of(Report(agency));

        (body.Level, body.IsCounty, body.RegionCode).ShouldBe((level, county, region));
    }

    [Theory]
    [InlineData("南京市的", "320106")]
    [InlineData("本省的", null)]
    public void Bodies_of_the_same_name_are_told_apart_by_the_text(string text, string? region)
    {
        var report = ReportBuilder.From(Report("鼓楼区教育局")).Append(1, $"按照{text}要求开展工作。").Build();

        ReportingBody.Of(report).RegionCode.ShouldBe(region);
    }

    [Fact]
    public void What_is_given_goes_before_what_the_name_says()
    {
        var body = ReportingBody.Of(Report("焦作市文化广电和旅游局"), BodyLevel.Government, "410822");

        (body.Level, body.IsCounty, body.RegionCode).ShouldBe((BodyLevel.Government, true, "410822"));
        body.Agency.Region!.Name.ShouldBe("博爱县");
    }

    [Theory]
    [InlineData(null, "没有读到机关名称")]
    [InlineData("上海市人民政府办公厅", "办公厅")]
    [InlineData("平潭综合实验区管理委员会", "功能区管理委员会")]
    [InlineData("本单位", "“本单位”")]
    public void An_unknown_level_has_its_reason(string? agency, string reason) =>
        ReportingBody.Of(Report(agency)).WhyLevelIsUnknown.ShouldContain(reason);

    [Theory]
    [InlineData(null, "没有读到机关名称")]
    [InlineData("鼓楼区教育局", "“鼓楼区”有4处")]
    [InlineData("澄浦市文化和旅游局", "“澄浦市文化和旅游局”判不出辖区")]
    public void An_unknown_region_has_its_reason(string? agency, string reason) =>
        ReportingBody.Of(Report(agency)).WhyRegionIsUnknown.ShouldContain(reason);

    private static AnnualReport Report(string? agency) => ReportBuilder.Clean2021().Agency(agency).Build();
}
