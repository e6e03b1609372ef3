using System.Net;
using System.Text.Json;
using Gongkai.Documents;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Matters;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Matters;

/// <summary>事项清单与五公开的页面：登记、归入、公开以后状态随即变，门户、XLSX、接口都照同一份；没有脚本。</summary>
public sealed class MatterPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_matter_is_entered_is_missing_and_is_no_longer_once_something_is_published()
    {
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        await head.Get("/console/matters");
        var added = await head.Follow(await head.Submit("add-matter", Form("市民文化节")));
        added.Text.ShouldContain("登记好了");
        var address = added.Page.QuerySelectorAll("table a[href^='/console/matters/']").Single(link => link.TextContent == "市民文化节").GetAttribute("href")!;
        (await head.Get(address)).Text.ShouldContain("从来没有公开过；应当每月10日以前公开");

        using var handler = await site.Holder(Role.Handler);
        (await handler.Get("/console")).Text.ShouldContain("从未公开");
        await handler.Get(address);
        var drafting = await handler.Get(handler.Page.QuerySelector("a.btn-primary")!.GetAttribute("href")!);
        Chosen(drafting, "Form.Category").ShouldBe("2102");
        var id = Chosen(drafting, "Form.Matter");
        address.ShouldEndWith(id);
        await site.Office.Publish(site.Office.Complete("关于举办市民文化节的通知") with { Matter = new MatterId(Guid.Parse(id)) });

        var now = await handler.Get(address);
        now.Text.ShouldContain("下一次在");
        now.Text.ShouldContain("关于举办市民文化节的通知");
        using var visitor = site.Visitor();
        var portal = await visitor.Get(PortalAddress.OfMatters(site.Office.Unit));
        var latest = portal.Page.QuerySelectorAll("section.public-matter").Single(section => section.TextContent.Contains("市民文化节", StringComparison.Ordinal)).QuerySelector("a[href^='/i/']")!;
        latest.TextContent.ShouldBe("关于举办市民文化节的通知");
        portal.Text.ShouldNotContain("从来没有公开过");
        (await visitor.Get("/matters")).Text.ShouldContain("云泽市文化广播局");
        var item = await visitor.Get(latest.GetAttribute("href")!);
        item.Page.QuerySelector($"a[href^='{PortalAddress.OfMatters(site.Office.Unit)}#m-']")!.TextContent.ShouldBe("公共文化服务：市民文化节");
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_what_was_typed_stays()
    {
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        await head.Get("/console/matters");

        var refused = await head.Submit("add-matter", Form("图书借阅", ("f-rhythm", "Yearly"), ("month", "2"), ("day", "30"), ("f-basis", "")));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Page.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("有 2 处要改");
        refused.Text.ShouldContain("没有2月30日这一天");
        refused.Page.QuerySelector("input[name='f-name']")!.GetAttribute("value").ShouldBe("图书借阅");
        (await head.Submit("add-matter", Form("图书借阅", ("f-rhythm", "Yearly"), ("month", "二"), ("day", "1")))).Text.ShouldContain("几月几日写数字");
    }

    [Fact]
    public async Task A_matter_is_changed_and_ended_with_a_reason_and_another_unit_sees_nothing_of_it()
    {
        var matter = await Add("旧书捐赠");
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        var address = $"/console/matters/{matter}";
        await head.Get(address);
        (await head.Follow(await head.Submit("change-matter", Form("旧书捐赠", ("f-audience", "中小学生"))))).Text.ShouldContain("中小学生");
        using var elsewhere = await site.SignedIn(Role.Handler, site.City.Tourism);
        (await elsewhere.Get(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await elsewhere.Get($"/console/matters?unit={site.Office.Unit}")).Text.ShouldContain("“查看台账和统计”由");

        (await head.Submit("end-matter")).Text.ShouldContain("停用要写明缘由");
        (await head.Follow(await head.Submit("end-matter", ("reason", "不再办理")))).Text.ShouldContain("已经停用");

        (await head.Get("/console/matters")).Text.ShouldNotContain("旧书捐赠");
        (await head.Get($"/console/matters/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_is_taken_as_a_workbook_and_filtered_by_state_and_article()
    {
        await Add("公共阅读空间");
        using var handler = await site.Holder(Role.Handler);

        (await handler.Get("/console/matters?state=never&category=2102")).Text.ShouldContain("公共阅读空间");
        (await handler.Get("/console/matters?state=current&category=2103")).Text.ShouldContain("没有这样的事项");
        var (type, content) = await handler.Download("/console/matters.xlsx?state=never");

        type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var book = DocumentReader.Read(content, "清单.xlsx", ReadLimits.Default, default).Value;
        var table = book.Blocks.OfType<TableBlock>().Single(table => table.Cells.Any(cell => cell.Text == "为什么"));
        table.Cells.ShouldContain(cell => cell.Text == "公共阅读空间");
        table.Cells.ShouldNotContain(cell => cell.Text == "已经公开");
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);
        using var closed = await stranger.Raw($"/console/matters.xlsx?unit={site.Office.Unit}");
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_looks_like_a_matter_is_suggested_when_drafting()
    {
        var matter = await Add("非遗集市");
        var item = await site.Office.Draft(site.Office.Complete("关于举办非遗集市的通知") with { Metadata = site.Office.Complete("关于举办非遗集市的通知").Metadata with { DisclosureCategory = "2102" } });
        using var handler = await site.Holder(Role.Handler);

        var page = await handler.Get($"/console/items/{item}/edit");

        page.Text.ShouldContain("可能是清单里的“非遗集市”");
        page.Page.QuerySelectorAll("select[name='Form.Matter'] option")[1].TextContent.ShouldBe("公共文化服务：非遗集市（建议）");
        await handler.Follow(await handler.Submit("draft", ("Form.Matter", matter.ToString()), ("Form.Aspects.Service", "true"), ("Form.Aspects.Result", "true")));
        var saved = await handler.Get($"/console/items/{item}/edit");
        Chosen(saved, "Form.Matter").ShouldBe(matter.ToString());
        saved.Text.ShouldNotContain("可能是清单里的");
        saved.Page.QuerySelectorAll("input[name^='Form.Aspects.'][checked]").Select(box => box.GetAttribute("name")).ShouldBe(["Form.Aspects.Service", "Form.Aspects.Result"]);
        (await handler.Get($"/console/items/{item}/versions")).Text.ShouldContain("服务公开、结果公开");
    }

    [Fact]
    public async Task Aspects_filter_the_catalogue_and_the_desk_and_are_counted_by_unit_and_year()
    {
        await site.Office.Publish(site.Office.Complete("五公开的一条") with { Aspects = OpennessAspects.Management });
        using var visitor = site.Visitor();

        var catalogue = await visitor.Get("/catalogue?aspect=management");
        catalogue.Text.ShouldContain("五公开的一条");
        catalogue.Page.QuerySelectorAll(".browse-facets a").ShouldContain(link => link.TextContent.Contains("管理公开", StringComparison.Ordinal));
        (await visitor.Get("/catalogue?aspect=decision")).Text.ShouldNotContain("五公开的一条");
        (await visitor.Get("/catalogue?aspect=everything")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var handler = await site.Holder(Role.Handler);
        (await handler.Get("/console/items?aspect=management")).Text.ShouldContain("五公开的一条");
        var counts = await handler.Get("/console/aspects");
        counts.Page.QuerySelector("a[href*='aspect=management']").ShouldNotBeNull();
        var (_, content) = await handler.Download("/console/aspects.xlsx");
        DocumentReader.Read(content, "五公开.xlsx", ReadLimits.Default, default).Value.Blocks.OfType<TableBlock>().SelectMany(table => table.Cells).ShouldContain(cell => cell.Text == "管理公开");
    }

    [Fact]
    public async Task The_interfaces_tell_the_public_the_list_and_the_desk_how_it_stands()
    {
        var matter = await Add("剧场开放日");
        await site.Office.Publish(site.Office.Complete("关于剧场开放日的通知") with { Matter = matter, Aspects = OpennessAspects.Service });
        using var client = new HttpClient { BaseAddress = site.Address };

        using var list = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/matters?unit={PortalAddress.KeyOf(site.Office.Unit)}"));
        var one = list.RootElement.GetProperty("matters").EnumerateArray().Single(one => one.GetProperty("matter").GetProperty("id").GetGuid() == matter.Value);
        one.GetProperty("matter").GetProperty("rhythm").GetString().ShouldBe("每月10日以前");
        one.GetProperty("latest")[0].GetProperty("aspects")[0].GetString().ShouldBe("service");
        (await client.GetAsync("/api/v1/matters?unit=nowhere")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var holder = await site.City.Somebody(Role.Handler, site.Office.Unit);
        var token = InventedCity.Done(await site.SignIn.Tokens.Claim(holder, InventedCity.Done(await site.SignIn.Tokens.Issue(
            site.City.Administrator, new IssueToken(site.Office.Unit, holder, "清单", [TokenScope.ReadLedger], site.City.Today.AddDays(30)), null, None)), None));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/desk/matters") { Headers = { Authorization = new("Bearer", token) } };
        using var desk = JsonDocument.Parse(await (await client.SendAsync(request)).Content.ReadAsStringAsync());
        desk.RootElement.GetProperty("matters").EnumerateArray().Single(line => line.GetProperty("matter").GetProperty("id").GetGuid() == matter.Value).GetProperty("state").GetString().ShouldBe("current");
    }

    private static string Chosen(Reply page, string name) => page.Page.QuerySelector($"select[name='{name}'] option[selected]")!.GetAttribute("value")!;

    private static (string Name, string Value)[] Form(string name, params (string Name, string Value)[] others)
    {
        var fields = new Dictionary<string, string>
        {
            ["f-group"] = "公共文化服务", ["f-name"] = name, ["f-elements"] = "时间、地点、内容", ["f-basis"] = "《政府信息公开条例》第二十一条", ["f-category"] = "2102", ["f-rhythm"] = "Monthly", ["day"] = "10",
            ["f-mode"] = "Active",
        };
        foreach (var (field, value) in others) fields[field] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    private async Task<MatterId> Add(string name)
    {
        var facts = new MatterFacts
        {
            Group = "公共文化服务", Name = name, Elements = "时间、地点、内容", Basis = "《政府信息公开条例》第二十一条", Category = "2102", Rhythm = new MatterRhythm(MatterFrequency.Monthly, null, 10),
            Channels = [Channel.Website], Levels = [UnitLevel.City],
        };
        return InventedCity.Done(await site.Office.Publication.Matters.Add(site.Office.Holder(Role.DisclosureOfficeHead), site.Office.Unit, facts, null, None));
    }
}
