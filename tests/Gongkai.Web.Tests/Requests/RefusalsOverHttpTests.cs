using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Files;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Redaction;
using Gongkai.Services.Requests;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Files;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Console.Cases;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>每一条硬规则（RQ-01…），都由最接近可以办的人、拿伪造的表单经 HTTP 试过：不成，说出是哪一条、那一句话，这一件什么也没有变。</summary>
public sealed class RefusalsOverHttpTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private InventedCases Cases => new(site.Office, site.Services.GetRequiredService<RequestServices>());

    private DateOnly Today => site.City.Today;

    [Fact]
    public void Every_rule_of_the_catalogue_has_its_row() =>
        Rows().Select(row => row.Rule.Id).Distinct().Order(StringComparer.Ordinal).ShouldBe(CaseRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_rule_refuses_a_forged_form_says_which_it_is_and_leaves_the_case_as_it_was()
    {
        List<string> wrong = [];
        foreach (var row in Rows())
        {
            var id = await row.Prepared();
            using var visitor = await site.Holder(row.By);
            var before = await Standing(id);
            var (to, fields) = await row.Form(id);
            var reply = await ForgedForm.Send(visitor, $"/console/cases/{id}", to, [("on", Iso(Today)), .. fields], row.Handler);

            var said = reply.Page.QuerySelector(".refusal")?.TextContent.Trim() ?? reply.Page.QuerySelector("h1")?.TextContent ?? "";
            var expected = row.Status == HttpStatusCode.UnprocessableEntity ? $"{row.Rule.Id}：{row.Rule.Sentence}" : "请求不完整";
            if (reply.Status != row.Status || !said.Contains(expected, StringComparison.Ordinal)) wrong.Add($"{row.Rule.Id} {row.What}：{(int)reply.Status} {said}");
            if (await Standing(id) is var after && after != before) wrong.Add($"{row.Rule.Id} {row.What}：变了，{before} → {after}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_form_can_ask_for_the_database_refuses_too()
    {
        var id = await Processing();
        await using var db = site.City.Database.CreateContext();

        var refused = await Should.ThrowAsync<System.Data.Common.DbException>(db.RequestCases.Where(row => row.Id == id.Value).ExecuteDeleteAsync());

        refused.Message.ShouldContain(CaseRules.Kept.Id);
        (await Standing(id)).Events.ShouldBeGreaterThan(0);
    }

    // 一行一种犯法；要把时钟往前拨的在最后，因为同一个网站上的日子只往前走。
    private IEnumerable<Row> Rows()
    {
        var (handler, head) = (Role.Handler, Role.DisclosureOfficeHead);
        yield return new(CaseRules.OneOutcome, "没有结局就送审", handler, Drafting, CaseAction.SubmitDraft);
        yield return new(CaseRules.OneOutcome, "两个结局", handler, Drafting, CaseAction.SubmitDraft, ("outcome", "Granted,Repeated"), ("text", "两个结局"));
        yield return new(CaseRules.Reasoned, "不予公开没有理由", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.InternalAffairs)));
        yield return new(CaseRules.Reasoned, "部分公开没有理由", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.PartlyGranted)), ("grounds", nameof(CaseOutcome.InternalAffairs)));
        yield return new(CaseRules.Reasoned, "依据不是法律、行政法规", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.ForbiddenByLaw)), ("text", "不能公开"), ("basis", "某市档案管理规定第三条"));
        yield return new(CaseRules.Searched, "不存在，没有检索记录", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.NotExisting)), ("text", "没有"));
        yield return new(CaseRules.Earlier, "重复，没有在先的一件", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.Repeated)), ("text", "答过了"), ("earlier", "2026-9999"));
        yield return new(CaseRules.Extension, "超过二十个工作日", head, Processing, CaseAction.ApproveExtension, ("days", "21"), ("text", "来不及"));
        yield return new(CaseRules.Extension, "延期第二次", head, Extended, CaseAction.ApproveExtension, ("days", "5"), ("text", "再延一次"));
        yield return new(CaseRules.ThirdParty, "以第三方为由，没有征求过意见", handler, Drafting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.ThirdPartyRights)), ("text", "损害第三方"));
        yield return new(CaseRules.Reviewed, "没有审查就批准", head, InReview, CaseAction.ApproveAnswer);
        yield return new(CaseRules.OneCharge, "按量收了又按件", head, Charged, CaseAction.IssueFeeNotice, ("mode", "Items"), ("count", "40"), ("text", "多"), ("payment", "到专户"));
        yield return new(CaseRules.Chargeable, "没有到收费的标准", head, Processing, CaseAction.IssueFeeNotice, ("mode", "Pages"), ("count", "30"), ("text", "多"), ("payment", "到专户"));
        yield return new(CaseRules.Receipt, "互联网来的，没有确认的证据", handler, Submitted, CaseAction.Confirm);
        yield return new(CaseRules.Correction, "补正没有写期限", head, Examining, CaseAction.RequestCorrection, ("text", "写明年度"));
        yield return new(CaseRules.Lapse, "补正的期限没有过", head, Correcting, CaseAction.LapseCorrection);
        yield return new(CaseRules.Threads, "征求意见没有结束", handler, Consulting, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.Granted)));
        yield return new(CaseRules.Threads, "收费没有缴清", handler, ChargedDraft, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.Granted)));
        yield return new(CaseRules.Dates, "明天", handler, Submitted, CaseAction.Confirm, ("evidence", "电话"), ("on", Iso(Today.AddDays(1))));
        yield return new(CaseRules.Dates, "收到以前", handler, Submitted, CaseAction.Confirm, ("evidence", "电话"), ("on", "1999-01-01"));
        yield return new(CaseRules.Recorded, "征求谁的意见没有写", head, Processing, CaseAction.ConsultThirdParty);
        yield return new(CaseRules.Redacted, "标了没有做成就送审", handler, Marked, CaseAction.SubmitDraft, ("outcome", nameof(CaseOutcome.PartlyGranted)), ("grounds", nameof(CaseOutcome.ThirdPartyRights)), ("text", "个人隐私"), ("cause", "只遮姓名"));
        yield return new(CaseRules.Files, "没有登记就放随答复的文件", handler, Submitted, Upload) { Handler = "attach-file" };
        yield return new(CaseRules.Files, "送审以后换文件", handler, InReview, Upload) { Handler = "attach-file" };
        // 没有删除的动作、表单，所以哪一页也说不出这一条：伪造的不认，说请求不完整；绕过页面的，由库里的触发器挡，见下面的测试。
        foreach (var word in (string[])["delete", "erase", "remove"])
            yield return new(CaseRules.Kept, $"删除（{word}）", head, Processing, id => Task.FromResult<(string, (string, string)[])>(($"/console/cases/{id}/acts/{word}", []))) { Status = HttpStatusCode.BadRequest };
        yield return new(CaseRules.LockedYear, "锁定了的年度，终止在那一年", handler, InLockedYear, CaseAction.Withdraw, ("evidence", "撤回书"), ("on", "2025-12-30"));
        yield return new(CaseRules.Extension, "期满以后批准", head, Late, CaseAction.ApproveExtension, ("days", "20"), ("text", "来不及"));
        yield return new(CaseRules.ChargedInTime, "期满以后收费", head, Late, CaseAction.IssueFeeNotice, ("mode", "Pages"), ("count", "300"), ("text", "多"), ("payment", "到专户"));
    }

    private async Task<CaseId> Submitted() => (await Cases.Submit()).Case;

    private async Task<CaseId> Processing() => (await Cases.Processing()).Case;

    private async Task<CaseId> Examining()
    {
        var id = await After(Submitted, Role.Handler, CaseAction.Confirm, new() { Evidence = "电话" });
        await Cases.Done(id, Role.Handler, CaseAction.Register);
        await Cases.Done(id, Role.DisclosureOfficeHead, CaseAction.Assign, new() { Assignee = site.Office.Holder(Role.Handler) });
        return id;
    }

    private Task<CaseId> Drafting() => After(Processing, Role.Handler, CaseAction.StartDraft);

    private Task<CaseId> InReview() => After(Drafting, Role.Handler, CaseAction.SubmitDraft, new() { Outcome = CaseOutcome.Granted });

    private Task<CaseId> Correcting() => After(Examining, Role.DisclosureOfficeHead, CaseAction.RequestCorrection, new() { Text = "写明年度", Until = Today.AddDays(20) });

    private Task<CaseId> Consulting() => After(() => After(Processing, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某公司" }), Role.Handler, CaseAction.StartDraft);

    private Task<CaseId> Extended() => After(() => After(Processing, Role.DisclosureOfficeHead, CaseAction.ApproveExtension, new() { Days = 5, Text = "涉及几个科室" }), Role.Handler, CaseAction.NotifyExtension);

    private Task<CaseId> Charged() => After(Processing, Role.DisclosureOfficeHead, CaseAction.IssueFeeNotice, new() { Fee = new(Law.Fees.ChargeMode.Pages, 300, 0), Text = "三百页" }, ("缴纳方式", "到专户"));

    private Task<CaseId> ChargedDraft() => After(Charged, Role.Handler, CaseAction.StartDraft);

    private async Task<CaseId> Marked()
    {
        var id = await Drafting();
        InventedCity.Done(await Cases.Attach(id, CaseFilePurpose.Answer, new RawPdf().Page(RawPdf.Text(72, 700, "Everyone may read SECRETNAME")).ToBytes(), "决定书.pdf"));
        InventedCity.Done(await Cases.Requests.Redactions.Mark(site.Office.Holder(Role.Handler), id, 1, "1.0.1", new(RedactionGround.Privacy) { Texts = ["SECRETNAME"] }, CancellationToken.None));
        return id;
    }

    private async Task<CaseId> InLockedYear()
    {
        var (id, head, years) = (await Cases.TakenOver("2025-0007", new(2025, 12, 20)), site.Office.Holder(Role.DisclosureOfficeHead), Cases.Requests.Years);
        var taken = InventedCity.Done(await years.Take(head, site.Office.Unit, 2025, 0, null, CancellationToken.None));
        var frozen = InventedCity.Done(await years.Freeze(head, site.Office.Unit, 2025, taken, null, CancellationToken.None));
        InventedCity.Done(await years.Lock(head, site.Office.Unit, 2025, frozen, null, CancellationToken.None));
        return id;
    }

    private async Task<CaseId> Late()
    {
        var id = await Processing();
        site.City.Clock.Advance(TimeSpan.FromDays(60));
        return id;
    }

    private async Task<CaseId> After(Func<Task<CaseId>> before, Role role, CaseAction action, CaseDetails? details = null, params (string, string)[] fields)
    {
        var id = await before();
        await Cases.Done(id, role, action, details, null, fields);
        return id;
    }

    private async Task<(string To, (string, string)[] Fields)> Upload(CaseId id)
    {
        var form = Guid.NewGuid().ToString("N");
        using var content = new MemoryStream(InventedPdf.Blank(1));
        var kept = InventedCity.Done(await Cases.Requests.ApplicationFiles.Accept(form, content, "名册.pdf", CancellationToken.None));
        return ($"/console/cases/{id}/files", [("Form.Key", form), ("Form.Purpose", nameof(CaseFilePurpose.Answer)), ("Form.Kept", kept.Receipt)]);
    }

    private async Task<(int Events, int Files, long Version, CaseStage Stage)> Standing(CaseId id)
    {
        await using var db = site.City.Database.CreateContext();
        var files = await db.RequestFiles.CountAsync(file => file.Case == id.Value);
        var row = await db.RequestCases.AsNoTracking().Include(row => row.Events).SingleAsync(row => row.Id == id.Value);
        return (row.Events.Count, files, row.Version, row.Stage);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>一种犯法：哪一条规则，怎样犯的，谁来犯，先办到哪里，交到哪里、填什么。</summary>
    private sealed record Row(CaseRule Rule, string What, Role By, Func<Task<CaseId>> Prepared, Func<CaseId, Task<(string To, (string, string)[] Fields)>> Form)
    {
        public Row(CaseRule rule, string what, Role by, Func<Task<CaseId>> prepared, CaseAction action, params (string, string)[] fields)
            : this(rule, what, by, prepared, id => Task.FromResult(($"/console/cases/{id}/acts/{CaseAddress.WordOf(action)}", fields)))
        {
        }

        public string Handler { get; init; } = "act";

        public HttpStatusCode Status { get; init; } = HttpStatusCode.UnprocessableEntity;
    }
}
