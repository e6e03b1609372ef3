using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>年度快照的页面：用普通的表单取、冻结、锁定、更正；锁定的年度，伪造的表单也改不动（RQ-11）。</summary>
public sealed class CaseYearPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    private string Address => $"/console/cases/years?unit={site.Office.Unit}&year=2025";

    [Fact]
    public async Task A_year_is_taken_frozen_locked_and_only_a_restatement_lets_a_forged_form_change_it()
    {
        var open = await Cases.TakenOver("2025-0007", new(2025, 12, 20));
        await Cases.TakenOver("2025-0001", new(2025, 3, 3), CaseOutcome.NotExisting, new(2025, 3, 20));
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        using var handler = await site.Holder(Role.Handler);
        using var legal = await site.Holder(Role.LegalReviewer);

        (await head.Get(Address)).Text.ShouldContain("还没有快照");
        (await Do(head, "Take")).Text.ShouldContain("工作快照，可以重取");
        (await Do(head, "Freeze")).Text.ShouldContain("等主管部门接收");
        (await Do(handler, "Lock")).Text.ShouldContain("锁定了，第 1 版");
        (await head.Get("/console/cases/years?year=2025&row=unavailableNotHeld&column=NaturalPerson&unit=" + site.Office.Unit)).Page.QuerySelectorAll("#content li a")[^1].TextContent.ShouldBe("2025-0001");

        foreach (var (act, fields) in Forgeries())
        {
            var reply = await Forge(handler, open, act, fields);
            (reply.Status, reply.Text.Contains("RQ-11", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true), act);
        }

        (await Post(legal, "Restate", ("reason", "想改"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(handler, "Restate", ("reason", "想改"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(head, "Restate", ("reason", " "))).Text.ShouldContain("更正要写明缘由");
        (await Post(head, "Destroy")).Text.ShouldContain("表单不完整");
        (await Post(head, "Restate", ("reason", "改"), ("version", "1"))).Status.ShouldBe(HttpStatusCode.Conflict, "别人先办了的，说明。");
        (await Do(head, "Restate", ("reason", "法院判决撤销，另行答复"))).Text.ShouldContain("第 2 版");

        var done = await Forge(handler, open, "withdraw", [("evidence", "撤回书"), ("on", "2025-12-30")]);
        done.Status.ShouldBe(HttpStatusCode.Redirect, "更正开着，可以改。");
        (await Do(head, "Freeze")).Text.ShouldContain("请先重取");
        (await Do(head, "Take")).Text.ShouldContain("与此刻由案件数出来的一样");
        (await head.Get(Address)).Page.QuerySelectorAll("#revisions").Length.ShouldBe(1, "从前的一版留着。");
        (await head.Get($"/console/cases/years?unit={site.Office.Unit}&year=2010")).Text.ShouldContain("没有统一的格式");
    }

    private static IEnumerable<(string Act, (string, string)[] Fields)> Forgeries()
    {
        yield return ("withdraw", [("evidence", "撤回书"), ("on", "2025-12-30")]);
        yield return ("withdraw", [("evidence", "撤回书"), ("on", "2025-12-20")]);
    }

    private async Task<Reply> Do(Visitor visitor, string act, params (string, string)[] fields)
    {
        await visitor.Get(Address);
        return await visitor.Submit("year-act", [("act", act), .. fields]);
    }

    private Task<Reply> Post(Visitor visitor, string act, params (string Name, string Value)[] fields) =>
        ForgedForm.Send(visitor, Address, Address, [("act", act), .. fields], "year-act");

    private static Task<Reply> Forge(Visitor visitor, CaseId id, string act, (string Name, string Value)[] fields) =>
        ForgedForm.Send(visitor, $"/console/cases/{id}", $"/console/cases/{id}/acts/{act}", fields);
}
