using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>办结以后的各页：复议和责令重新答复，归档包，过了保管期限的抹去；用普通的表单，伪造的挡住。</summary>
public sealed class CaseAfterwardsPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    private string Today => site.City.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_remedy_is_entered_decided_and_its_redo_opened_from_the_dossier()
    {
        var id = (await Cases.Processing()).Case;
        await Cases.Answer(id, new() { Outcome = CaseOutcome.InternalAffairs, Text = "内部的工作流程" }, "云文广公复〔2026〕21号");
        using var handler = await site.Holder(Role.Handler);
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        (string, string)[] remedy = [("number", "云政复〔2026〕8号"), ("stage", "行政复议"), ("claim", "不服答复"), ("on", Today)];

        await handler.Get(Address(id));
        (await handler.Submit("add-remedy", ("number", "云行初1号"), ("stage", "行政诉讼（复议后起诉）"), ("claim", "不服"), ("on", Today))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await handler.Submit("add-remedy", remedy)).Page.QuerySelector("#remedies")!.Closest("main")!.TextContent.ShouldContain("云政复〔2026〕8号");
        (await handler.Submit("decide-remedy", ("result", "结果纠正"), ("resultOn", "2099-01-01"))).Text.ShouldContain("今天以后");
        (await handler.Submit("decide-remedy", ("result", "结果纠正"), ("resultOn", Today))).Text.ShouldContain("结果纠正，" + Today);
        (await Post(handler, id, "open-redo", ("order", "复议决定"), ("on", Today))).Status.ShouldBe(HttpStatusCode.Forbidden, "由负责人另立。");
        await head.Get(Address(id));
        (await head.Submit("open-redo", ("order", "复议决定"), ("on", Today))).Page.QuerySelectorAll("main a").ShouldContain(link => link.TextContent.EndsWith("重1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_package_is_for_those_who_may_see_the_applicant_and_only_of_closed_cases()
    {
        var open = (await Cases.Processing()).Case;
        var closed = await Cases.TakenOver("2025-0041", new(2025, 3, 3), CaseOutcome.Granted, new(2025, 3, 20));
        using var handler = await site.Holder(Role.Handler);
        using var legal = await site.Holder(Role.LegalReviewer);

        (await handler.Get(Address(closed))).Page.QuerySelector($"a[href='{Address(closed)}/archive.zip']").ShouldNotBeNull();
        var (type, content) = await handler.Download($"{Address(closed)}/archive.zip");
        (type, ArchiveVerification.Verify(new MemoryStream(content)).Value.Faults.Length).ShouldBe(("application/zip", 0));
        using var refused = await legal.Raw($"{Address(closed)}/archive.zip");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var early = await handler.Raw($"{Address(open)}/archive.zip");
        early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_head_erases_what_is_due_and_forged_forms_erase_nothing_else()
    {
        var old = await Cases.TakenOver("2014-0009", new(2014, 3, 3), CaseOutcome.Granted, new(2014, 3, 20));
        var recent = await Cases.TakenOver("2024-0009", new(2024, 3, 3), CaseOutcome.Granted, new(2024, 3, 20));
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        using var handler = await site.Holder(Role.Handler);
        var page = $"/console/cases/retention?unit={site.Office.Unit}";

        (await head.Get(page)).Text.ShouldContain("备份里还有");
        (await Erase(head, ("case", $"{old}"), ("basis", "鉴定书"))).Text.ShouldContain("请先勾选");
        (await Erase(head, ("case", $"{recent}"), ("basis", "鉴定书"), ("sure", "yes"))).Text.ShouldContain("保管期限还没有过");
        (await Erase(head, ("case", $"{old}"), ("sure", "yes"), ("basis", ""))).Text.ShouldContain("凭什么抹去");
        (await Erase(head, ("case", "不是标识"), ("sure", "yes"), ("basis", "鉴定书"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Erase(handler, ("case", $"{old}"), ("sure", "yes"), ("basis", "鉴定书"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Erase(head, ("case", $"{old}"), ("sure", "yes"), ("basis", "鉴定书〔2026〕1号"))).Text.ShouldContain("抹去了 1 件");
        (await head.Get(Address(old))).Text.ShouldContain("内容已经抹去");

        Task<Reply> Erase(Visitor visitor, params (string Name, string Value)[] fields) => PostTo(visitor, page, "erase-cases", fields);
    }

    [Fact]
    public async Task Beside_a_new_case_stand_the_same_persons_and_like_ones_and_what_is_public_already()
    {
        var earlier = await Cases.Submit();
        var id = (await Cases.Submit()).Case;
        using var handler = await site.Holder(Role.Handler);

        (await handler.Get(Address(id))).Page.QuerySelector("#like").ShouldNotBeNull();
        var found = (await handler.Submit("find-like")).Page;
        found.QuerySelectorAll("main .data-table tbody tr").ShouldContain(row => row.TextContent.Contains(earlier.TrackCode, StringComparison.Ordinal) && row.TextContent.Contains("同一人", StringComparison.Ordinal) && row.TextContent.Contains("100%", StringComparison.Ordinal));
        found.Body!.TextContent.ShouldNotContain("某乙");
        var draft = (await handler.Get(found.QuerySelector("a[href^='/console/items/new?case=']")!.GetAttribute("href")!)).Page;
        draft.QuerySelector("[name$='Description']")!.TextContent.ShouldStartWith("应申请纳入主动公开：", Case.Sensitive, "条例第四十四条。");
        using var stranger = await site.SignedIn(Role.Handler, site.City.County);
        (await stranger.Get($"/console/items/new?case={id}")).Text.ShouldNotContain("纳入主动公开", Case.Sensitive, "别的单位的看不见。");
    }

    private static Task<Reply> Post(Visitor visitor, CaseId id, string handler, params (string Name, string Value)[] fields) => PostTo(visitor, Address(id), handler, fields);

    private static async Task<Reply> PostTo(Visitor visitor, string address, string handler, (string Name, string Value)[] fields)
    {
        var token = (await visitor.Get("/console/password")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = new Dictionary<string, string> { ["_handler"] = handler, ["__RequestVerificationToken"] = token, ["key"] = Guid.NewGuid().ToString("N") };
        foreach (var (name, value) in fields) values[name] = value;
        return await visitor.Post(address, values);
    }

    private static string Address(CaseId id) => $"/console/cases/{id}";
}
