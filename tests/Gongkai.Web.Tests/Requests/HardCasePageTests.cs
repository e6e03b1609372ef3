using Gongkai.Organisations.Access;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>难办的情形，看的人在页面上看到什么：案卷里的期限与理由，表三点得开的一格，申请人那一边。各开一个网站，因为时钟要往前走。</summary>
public sealed class HardCasePageTests : IAsyncLifetime
{
    private readonly ReviewingSite _site = new();

    private InventedCases Cases => new(_site.Office, _site.Services.GetRequiredService<RequestServices>());

    private InventedHardCases Hard => new(Cases);

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task No_answer_in_time_taken_to_review_without_a_result()
    {
        var (receipt, _) = await Hard.UnansweredInReview();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.QuerySelector(".dossier-standing .wrong")!.TextContent.ShouldContain("逾期");
        page.Body!.TextContent.ShouldContain("应在 2026年3月30日 以前（含这一天）答复，已经逾期。");
        page.QuerySelectorAll("#content table").Single(table => table.TextContent.Contains("逐日的理由", StringComparison.Ordinal)).TextContent.ShouldContain("第20个工作日，期限届满");
        page.Body!.TextContent.ShouldContain("云政复〔2026〕8号");
        (await Row(handler, 2026, "carriedOut", "NaturalPerson")).ShouldContain(Address(receipt), "没有答复的，结转下年。");
        using var applicant = await Tracked(receipt);
        (await applicant.Get("/track/case")).Text.ShouldContain("2026年3月30日");
    }

    [Fact]
    public async Task A_third_party_who_sues()
    {
        var (receipt, _) = await Hard.ThirdPartyWhoSues();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("予以公开");
        page.QuerySelector(".dossier-standing .wrong").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("第三方不服予以公开的答复");
        (await Row(handler, 2026, "granted", "NaturalPerson")).ShouldContain(Address(receipt), "起诉不改变结果。");
        using var applicant = await Tracked(receipt);
        (await applicant.Get("/track/case")).Text.ShouldNotContain("某文化公司", Case.Sensitive, "谁不同意、谁起诉，申请人看不到。");
    }

    [Fact]
    public async Task A_correction_notice_sent_on_the_eighth_day()
    {
        var receipt = await Hard.CorrectionOnTheEighthDay();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("补正告知迟发");
        page.QuerySelectorAll("p.wrong").Select(flag => flag.TextContent).ShouldContain(flag => flag.Contains("补正", StringComparison.Ordinal) && flag.Contains("晚于 2026-03-11，答复期限仍自收到申请起算", StringComparison.Ordinal));
        page.Body!.TextContent.ShouldContain("应在 2026年3月30日 以前（含这一天）答复。");
        (await handler.Get("/console/cases")).Page.QuerySelectorAll("tr").Single(row => row.QuerySelector($"a[href='{Address(receipt)}']") is not null).TextContent.ShouldContain("补正告知迟发");
    }

    [Fact]
    public async Task An_extension_approved_on_the_last_day()
    {
        var receipt = await Hard.ExtendedOnTheLastDay();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.Body!.TextContent.ShouldContain("应在 2026年4月28日 以前（含这一天）答复。");
        page.QuerySelectorAll("p.wrong").ShouldBeEmpty();
        using var applicant = await Tracked(receipt);
        var tracked = await applicant.Get("/track/case");
        tracked.Text.ShouldContain("2026年4月28日");
        tracked.Page.QuerySelectorAll(".case-letters a").Select(link => link.TextContent).ShouldContain(title => title.Contains("延期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extension_one_day_late()
    {
        var (receipt, _) = await Hard.ExtendedOneDayLate();
        using var head = await _site.Holder(Role.DisclosureOfficeHead);

        await head.Get($"{Address(receipt)}/acts/approve-extension");
        var refused = await head.Submit("act", ("days", "20"), ("text", "来不及了，材料多"));
        refused.Page.QuerySelector(".refusal")!.TextContent.ShouldContain("期限 2026-03-30 已经届满，不能再延期");
        refused.Text.ShouldContain("来不及了，材料多", Case.Sensitive, "写了的还在。");
        (await head.Get(Address(receipt))).Page.QuerySelector(".dossier-standing .wrong")!.TextContent.ShouldContain("逾期");
        (await Row(head, 2026, "carriedOut", "NaturalPerson")).ShouldContain(Address(receipt));
    }

    [Fact]
    public async Task A_consultation_still_open_when_the_year_ends()
    {
        var receipt = await Hard.ConsultationOverTheYearEnd();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.QuerySelector(".dossier-standing")!.TextContent.ShouldContain("停着，等意见");
        page.Body!.TextContent.ShouldContain("停着：征求意见没有结束；结束以后还剩 20 个工作日。");
        (await Row(handler, 2026, "carriedOut", "NaturalPerson")).ShouldBe(await Row(handler, 2027, "carriedIn", "NaturalPerson"), "上年结转下年的，就是下年的上年结转。");
        (await Row(handler, 2027, "carriedIn", "NaturalPerson")).ShouldBe([Address(receipt)]);
    }

    [Fact]
    public async Task Two_applicants_with_one_application()
    {
        var receipt = await Hard.TwoApplicants();
        using var handler = await _site.Holder(Role.Handler);

        var page = (await handler.Get(Address(receipt))).Page;
        page.Body!.TextContent.ShouldContain("另有 1 人，计一件，按第一个申请人");
        page.Body!.TextContent.ShouldNotContain("某丙", Case.Sensitive, "是谁，点了才看，看一次记一次。");
        (await Row(handler, 2026, "granted", "Business")).ShouldBe([Address(receipt)]);
        (await Row(handler, 2026, "newlyReceived", "NaturalPerson")).ShouldBeEmpty();
        (await handler.Get($"{Address(receipt)}/letters/2")).Page.QuerySelector(".letter-to")!.TextContent.ShouldBe("某某文化公司、某丙：");
    }

    [Fact]
    public async Task An_identity_number_that_another_units_case_holds()
    {
        var elsewhere = new InventedCases(await InventedOffice.Create(_site.City, _site.City.Tourism, _site.Office.Publication), Cases.Requests);
        var (theirs, own) = await Hard.IdentityHeldElsewhere(elsewhere);
        using var handler = await _site.Holder(Role.Handler);
        var number = (await elsewhere.Open(theirs.Case)).Line.Number!;

        await handler.Get(Address(own));
        var found = await handler.Submit("find-like");
        found.Text.ShouldContain("没有同一申请人的，也没有内容相近的");
        string[] secret = [theirs.TrackCode, theirs.Case.ToString(), "云旅公复", "旅游局"];
        foreach (var text in secret) found.Text.ShouldNotContain(text);
        foreach (var sought in (string[])[theirs.TrackCode, "999900199001010014", "某乙", "云旅公复〔2026〕1号"])
        {
            var listed = await handler.Get($"/console/cases?number={Uri.EscapeDataString(sought)}");
            listed.Page.QuerySelectorAll($"a[href='{Address(theirs)}']").ShouldBeEmpty(sought);
            var anyone = await handler.Get($"/search?q={Uri.EscapeDataString(sought)}");
            anyone.Page.QuerySelectorAll("main a[href*='/cases/'], main a[href*='/track']").ShouldBeEmpty(sought);
        }

        (await handler.Get($"/console/cases?unit={_site.City.Tourism}")).Page.QuerySelectorAll($"a[href='{Address(theirs)}']").ShouldBeEmpty();
        (await Row(handler, 2026, "granted", "NaturalPerson", _site.City.Tourism)).ShouldBeEmpty();
        (await handler.Get(Address(theirs))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        number.ShouldBe((await Cases.Open(own.Case)).Line.Number, "两个单位各编各的号。");
    }

    private async Task<IReadOnlyList<string>> Row(Visitor visitor, int year, string row, string column, Gongkai.Organisations.Units.UnitId? unit = null) =>
        [.. (await visitor.Get($"/console/cases/counts?unit={unit ?? _site.Office.Unit}&year={year}&row={row}&column={column}")).Page.QuerySelectorAll("#content li a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith("/console/cases/0", StringComparison.Ordinal))];

    private async Task<Visitor> Tracked(CaseReceipt receipt)
    {
        var visitor = _site.Visitor();
        await visitor.Get("/track");
        (await visitor.Submit("track", ("Form.Code", receipt.TrackCode), ("Form.LastFour", "0014"))).Location.ShouldBe("/track/case");
        return visitor;
    }

    private static string Address(CaseReceipt receipt) => $"/console/cases/{receipt.Case}";
}
