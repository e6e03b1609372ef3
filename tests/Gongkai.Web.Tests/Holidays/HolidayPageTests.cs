using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Holidays;

/// <summary>节假日通知的页面：录入、看哪些期限会变、施行；没有权限的、伪造的表单，什么也不变。</summary>
public sealed class HolidayPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task A_notice_is_entered_previewed_and_put_in_force_and_each_case_says_why_its_date_moved()
    {
        var receipt = await Cases.Processing();
        using var administrator = await site.SignedIn(Role.Administrator);
        await administrator.Get("/console/holidays");
        var wrong = await administrator.Submit("draft-holiday", ("Title", "关于调整放假的通知"), ("Number", ""), ("Year", "2026"), ("Off", "三月二十日"), ("Source", "市政府网站"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("没有写是哪个节日");
        wrong.Page.QuerySelector("#f-Off")!.TextContent.Trim().ShouldBe("三月二十日", "填的照样在。");

        var drafted = await administrator.Follow(await administrator.Submit("draft-holiday", ("Number", "云政办发〔2026〕3号"), ("Off", "运动会：2026-03-20")));
        drafted.Page.QuerySelector("#moves")!.Closest("main")!.TextContent.ShouldContain("2026-03-31");
        var address = administrator.Path;
        var done = await administrator.Follow(await administrator.Submit("enforce-holiday"));
        done.Text.ShouldContain("算完了");

        using var handler = await site.Holder(Role.Handler);
        var dossier = (await handler.Get($"/console/cases/{receipt.Case}")).Text;
        dossier.ShouldContain("凭《关于调整放假的通知》（云政办发〔2026〕3号），期限由 2026年3月30日 改为 2026年3月31日");
        (await administrator.Get(address)).Page.QuerySelector("form[method=post] button")?.TextContent.ShouldNotContain("施行", Case.Sensitive, "施行了的不能再办。");
        (await administrator.Get("/console/holidays")).Page.QuerySelector("select[name=Withdraws]")!.TextContent.ShouldContain("云政办发〔2026〕3号");
    }

    [Fact]
    public async Task Those_who_may_not_are_turned_away_and_nobody_recomputes_by_a_forged_form()
    {
        var receipt = await Cases.Processing();
        using var handler = await site.Holder(Role.DisclosureOfficeHead);
        (await handler.Get("/console/holidays")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await site.SignedIn(Role.Administrator, site.City.Culture);
        (await other.Get("/console/holidays")).Text.ShouldContain("云泽市人民政府", Case.Sensitive, "别的单位的系统管理员打得开，看得到由谁办。");

        await handler.Get($"/console/cases/{receipt.Case}/acts/recompute-deadline");
        var forged = await handler.Submit("act");
        forged.Text.ShouldContain("由系统办理");
        await using var db = site.City.Database.CreateContext();
        (await db.Set<Gongkai.Data.Mapping.Requests.RequestEventRow>().CountAsync(row => row.Case == receipt.Case.Value && row.Action == CaseAction.RecomputeDeadline)).ShouldBe(0);
    }
}
