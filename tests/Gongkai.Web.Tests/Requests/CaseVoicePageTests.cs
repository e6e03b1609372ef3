using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Access;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>答复以后，没有脚本的表单：申请人评价、建议公开；照一件申请拟的稿，存好就连上；没有删除申请的地址。</summary>
public sealed class CaseVoicePageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    [Fact]
    public async Task The_applicant_rates_once_and_suggests_publication_and_the_staff_see_both()
    {
        var receipt = await Cases.Processing();
        using var visitor = site.Visitor();
        await visitor.Get("/track");
        await visitor.Submit("track", ("Form.Code", receipt.TrackCode), ("Form.LastFour", "0014"));
        (await visitor.Get("/track/case")).Page.QuerySelector("#rate").ShouldBeNull("答复以前不评。");
        await Cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted }, "云文广公复〔2026〕31号");

        await visitor.Get("/track/case");
        (await visitor.Submit("rate", ("Form.Score", "7"), ("Form.Comment", "写了的字不丢"))).ShouldSatisfyAllConditions(
            reply => reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), reply => reply.Text.ShouldContain("请选 1 至 5 分"), reply => reply.Page.QuerySelector("textarea[name='Form.Comment']")!.TextContent.ShouldContain("写了的字不丢"));
        (await visitor.Submit("rate", ("Form.Score", "4"), ("Form.Comment", "答得清楚"))).Text.ShouldContain("评价收到了");
        (await visitor.Get("/track/case")).Text.ShouldContain("您评了 4 分");
        (await visitor.Submit("wish")).Text.ShouldContain("建议收到了");
        (await visitor.Get("/track/case")).Page.QuerySelectorAll("form").ShouldNotContain(form => form.QuerySelector("input[value='wish']") != null);

        using var handler = await site.Holder(Role.Handler);
        using var head = await site.Holder(Role.DisclosureOfficeHead);
        (await handler.Get($"/console/cases/{receipt.Case}")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("请求把答复公开"), text => text.ShouldContain("答得清楚"));
        await head.Get($"/console/cases/{receipt.Case}");
        (await head.Submit("hide-comment", ("reason", "辱骂"))).Text.ShouldContain("写的意见隐去了");
        (await head.Get($"/console/cases/counts?unit={site.Office.Unit}")).Text.ShouldContain("申请人希望公开 1 件");
    }

    [Fact]
    public async Task A_draft_made_from_a_case_is_linked_when_saved_and_names_the_case_by_its_number_only()
    {
        var receipt = await Cases.Processing();
        var number = (await Cases.Open(receipt.Case)).Line.Number!;
        using var handler = await site.Holder(Role.Handler);

        await handler.Get($"/console/items/new?case={receipt.Case}");
        var saved = await handler.Follow(await handler.Submit("draft", ("Form.Title", "关于公布补助发放情况的通告")));
        saved.Text.ShouldContain("与那一件申请连上了");
        var dossier = await handler.Get($"/console/cases/{receipt.Case}");
        var link = dossier.Page.QuerySelectorAll("main a").First(one => one.TextContent == "关于公布补助发放情况的通告").GetAttribute("href")!;
        (await handler.Get(link)).Text.ShouldSatisfyAllConditions(text => text.ShouldContain($"转为主动公开（条例第四十四条）：{number}"), text => text.ShouldNotContain("某乙"));

        await handler.Get($"/console/cases/{receipt.Case}");
        (await handler.Submit("link-item", ("item", "云泽/2026-99999"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await handler.Submit($"unlink-{link.Split('/')[^1]}")).Text.ShouldContain("没有连着的信息");
    }

    [Fact]
    public void RQ_12_no_address_and_no_form_deletes_an_application()
    {
        EndpointTable.Rows.ShouldNotContain(row => row.Methods.Contains("DELETE", StringComparison.Ordinal));
        var ofCases = EndpointTable.Rows.Where(row => row.Pattern.Contains("/cases", StringComparison.Ordinal)).Select(row => row.Pattern)
            .Concat(FormTable.Rows.Where(row => row.Pattern.Contains("/cases", StringComparison.Ordinal)).Select(row => row.Handler));
        ofCases.ShouldNotContain(name => name.Contains("delete", StringComparison.OrdinalIgnoreCase) || name.Contains("remove", StringComparison.OrdinalIgnoreCase), $"{CaseRules.Kept.Id}：{CaseRules.Kept.Sentence}。");
    }
}
