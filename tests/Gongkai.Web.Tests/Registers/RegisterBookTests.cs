using System.Net;
using Gongkai.Documents;
using Gongkai.Organisations.Access;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Registers;

/// <summary>台账的页面：登记、更正、作废、附依据、存成 XLSX，经真的网站，没有脚本。</summary>
public sealed class RegisterBookTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task A_clerk_enters_a_month_with_its_evidence_and_takes_the_year_as_a_workbook()
    {
        using var clerk = await site.SignedIn(Role.Handler, site.City.Culture);
        await clerk.Get("/console/registers/penalties");

        var added = await clerk.SubmitFiles("add-entry", [("evidence", "=处罚月报.txt", "处罚三件。"u8.ToArray())], Penalties("2026-01", "3", "2"));

        var page = await clerk.Follow(added);
        page.Text.ShouldContain("登记好了");
        page.Text.ShouldContain("有处理决定没有公示");
        var entry = page.Page.QuerySelector("table a[href^='/console/registers/penalties/']")!.GetAttribute("href")!;
        (await clerk.Get(entry)).Page.QuerySelector("a[href$='/evidence/1']").ShouldNotBeNull();
        (await clerk.Download($"{entry}/evidence/1")).Content.ShouldBe("处罚三件。"u8.ToArray());
        (await clerk.Download($"{entry}/evidence/2")).Type.ShouldNotBe("application/octet-stream");
        var (type, content) = await clerk.Download($"/console/registers/penalties.xlsx?unit={site.City.Culture}&year=2026");
        type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var book = DocumentReader.Read(content, "处罚.xlsx", ReadLimits.Default, default).Value;
        book.Blocks.OfType<TableBlock>().Single(table => table.Cells.Any(cell => cell.Text == "种类")).Cells.ShouldContain(cell => cell.Text.Contains("处罚月报.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_what_was_typed_stays()
    {
        using var clerk = await site.SignedIn(Role.Handler, site.City.Culture);
        await clerk.Get("/console/registers/penalties");

        var refused = await clerk.Submit("add-entry", Penalties("2026-02", "三", "9"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Page.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("有 1 处要改");
        refused.Text.ShouldContain("“作出处理决定”里的“三”不是个数，只写数字。");
        refused.Page.QuerySelector("input[name='f-matter']")!.GetAttribute("value").ShouldBe("警告");
        refused.Page.QuerySelector("details[open] form").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_entry_is_corrected_and_voided_with_a_reason_and_stays_visible()
    {
        using var clerk = await site.SignedIn(Role.Handler, site.City.Tourism);
        await clerk.Get("/console/registers/penalties");
        var year = await clerk.Follow(await clerk.Submit("add-entry", Penalties("2026-01", "3", "3")));
        var entry = year.Page.QuerySelector("table a[href^='/console/registers/penalties/']")!.GetAttribute("href")!;
        await clerk.Get(entry);
        (await clerk.Submit("correct-entry", ("f-decided", "5"), ("f-announced", "5"))).Text.ShouldContain("更正要写明缘由");
        (await clerk.Follow(await clerk.Submit("correct-entry", ("f-decided", "5"), ("f-announced", "5"), ("reason", "漏了两件")))).Text.ShouldContain("更正好了");

        (await clerk.Follow(await clerk.Submit("void-entry", ("reason", "不是本单位的")))).Text.ShouldContain("这一笔已经作废");

        (await clerk.Get($"/console/registers/penalties?unit={site.City.Tourism}&year=2026")).Text.ShouldContain("不是本单位的");
        clerk.Page.QuerySelector("form input[value='correct-entry']").ShouldBeNull();
    }

    [Fact]
    public async Task The_register_of_another_unit_is_closed_and_a_register_that_does_not_exist_is_not_found()
    {
        using var clerk = await site.SignedIn(Role.Handler, site.City.Culture);

        (await clerk.Get($"/console/registers/permits?unit={site.City.Tourism}")).Text.ShouldContain("“查看台账和统计”由");
        (await clerk.Get("/console/registers/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Get($"/console/registers/permits/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var response = await clerk.Raw($"/console/registers/permits.xlsx?unit={site.City.Tourism}&year=2026");
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static (string Name, string Value)[] Penalties(string on, string decided, string announced) =>
        [("on", on), ("f-matter", "警告"), ("f-decided", decided), ("f-announced", announced), ("f-fine", "")];
}
