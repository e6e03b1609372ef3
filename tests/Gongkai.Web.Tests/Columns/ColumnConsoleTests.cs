using System.Net;
using AngleSharp.Html.Dom;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Columns;

/// <summary>后台的登记簿：写指南、设栏目、登记文件、清理、交年报，都由页面办，公众随即看得见。</summary>
public sealed class ColumnConsoleTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task A_guide_is_written_by_one_and_published_by_another_and_what_it_lacks_is_told_with_its_article()
    {
        var unit = await NewUnit();
        using var writer = await site.SignedIn(Role.Handler, unit);
        using var head = await site.SignedIn(Role.DisclosureOfficeHead, unit);
        var fields = InventedRegisters.GuideTexts().Select(text => ($"text.{text.Code}", text.Text)).ToArray();
        await writer.Get($"/console/guide/{unit}");
        var lacking = await writer.Submit("standing", [.. fields.Where(field => field.Item1 != "text.fax")]);
        var waiting = await head.Get($"/console/guide/{unit}");

        lacking.Text.ShouldContain("传真号码（《政府信息公开条例》第十二条）");
        waiting.Text.ShouldContain("补齐所缺的部分，才能发布");
        waiting.Page.QuerySelector("form input[value='publish-standing']").ShouldBeNull();
        await writer.Get($"/console/guide/{unit}");
        (await writer.Submit("standing", fields)).Text.ShouldContain("已经存了一版");
        (await writer.Get($"/console/guide/{unit}")).Page.QuerySelector("form input[value='publish-standing']").ShouldBeNull("经办不能发布。");
        await head.Get($"/console/guide/{unit}");
        (await head.Submit("publish-standing")).Text.ShouldContain("已经发布");

        using var visitor = site.Visitor();
        (await visitor.Get(PortalAddress.OfGuide(unit))).Text.ShouldContain("0999-1234567");
        (await head.Get($"/console/columns?unit={unit}")).Text.ShouldContain("与机构信息一致");
    }

    [Fact]
    public async Task Who_saved_in_the_meantime_is_not_overwritten_and_both_texts_are_shown()
    {
        var unit = await NewUnit();
        using var one = await site.SignedIn(Role.Handler, unit);
        using var other = await site.SignedIn(Role.OfficeHead, unit);
        var address = $"/console/systems/{unit}?system=review";
        await one.Get(address);
        await one.Submit("standing", ("text.body", "第一种写法。"));
        await one.Get(address);
        await other.Get(address);
        await other.Submit("standing", ("text.body", "别人的写法。"));

        var late = await one.Submit("standing", ("text.body", "我的写法。"));

        late.Text.ShouldContain("您打开的是第 1 版，现在已是第 2 版");
        late.Text.ShouldContain("别人的写法。");
        ((IHtmlTextAreaElement)late.Page.QuerySelector("textarea[name='text.body']")!).Value.ShouldBe("我的写法。");
    }

    [Fact]
    public async Task A_column_is_added_renamed_and_hidden_by_the_page()
    {
        var unit = await NewUnit();
        using var head = await site.SignedIn(Role.DisclosureOfficeHead, unit);
        await head.Get($"/console/columns/{unit}");
        (await head.Submit("add-column", ("AddForm.Caption", "非物质文化遗产"), ("AddForm.Code", "heritage"), ("AddForm.Parent", "livelihood"))).Text.ShouldContain("已经设立");
        await head.Get($"/console/columns/{unit}");
        (await head.Submit("change-column", ("ChangeForm.Code", "heritage"), ("ChangeForm.What", "rename"), ("ChangeForm.Caption", "非遗保护"))).Text.ShouldContain("已经改好");
        using var visitor = site.Visitor();
        (await visitor.Get(PortalAddress.OfColumn(unit, "heritage"))).Text.ShouldContain("非遗保护");
        await head.Get($"/console/columns/{unit}");
        await head.Submit("change-column", ("ChangeForm.Code", "heritage"), ("ChangeForm.What", "hide"));

        (await visitor.Get(PortalAddress.OfColumn(unit, "heritage"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Submit("add-column", ("AddForm.Caption", "动态"), ("AddForm.Code", "news"), ("AddForm.Parent", "guide"))).Text.ShouldContain("之下不另设栏目");
    }

    [Fact]
    public async Task A_document_is_registered_extended_and_cleaned_up_by_the_pages_after_a_preview()
    {
        var unit = await NewUnit();
        using var lawyer = await site.SignedIn(Role.LegalReviewer, unit);
        var first = await Register(lawyer, unit, "云测规（2024）第1号", "2024-05-06", "2027-05-05");
        await Register(lawyer, unit, "云测规〔2025〕2号", "2025-05-06", null);
        await lawyer.Get(first);
        var extended = await lawyer.Submit("change-normative", ("ChangeForm.What", "Extend"), ("ChangeForm.On", "2026-03-01"), ("ChangeForm.Basis", "云测规〔2025〕2号"), ("ChangeForm.Until", "2030-05-05"));
        extended.Text.ShouldContain("有效期延至2030年5月5日");

        var form = await lawyer.Get($"/console/normative/cleanup?unit={unit}");
        var names = form.Page.QuerySelectorAll("select[name^='result.']").Select(select => select.GetAttribute("name")!).ToList();
        var preview = await lawyer.Submit("preview-cleanup", ("basis", "云测发〔2026〕3号"), ("on", "2026-03-02"), (names[0], "Repeal"));
        preview.Text.ShouldContain("由 2 件变成 1 件");
        using var visitor = site.Visitor();
        (await visitor.Get($"{PortalAddress.OfLibrary(unit)}?validity=repealed")).Text.ShouldContain("没有合乎条件的文件");
        var done = await lawyer.Submit("do-cleanup");

        done.Text.ShouldContain("清理了 1 件");
        (await visitor.Get($"{PortalAddress.OfLibrary(unit)}?validity=repealed")).Text.ShouldContain("云测规〔2025〕2号");
        (await lawyer.Get($"/console/normative?unit={unit}")).Page.QuerySelectorAll(".data-table")[^1].TextContent.ShouldContain("2026 年");
        using var handler = await site.SignedIn(Role.Handler, unit);
        (await handler.Get($"/console/normative/register?unit={unit}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Get(first)).Page.QuerySelector("form input[value='change-normative']").ShouldBeNull();
        using var stranger = await site.SignedIn(Role.Handler, site.City.County);
        (await stranger.Get(first)).Text.ShouldNotContain("云测规");
    }

    [Fact]
    public async Task A_report_is_put_checked_signed_and_withdrawn_by_the_pages()
    {
        var unit = await NewUnit();
        using var handler = await site.SignedIn(Role.Handler, unit);
        using var deputy = await site.SignedIn(Role.DeputyLeader, unit);
        var address = $"/console/reports/{unit}/2023";
        await handler.Get(address);
        (await handler.SubmitFiles("put-report", [("File", "说明.txt", "今天天气很好。"u8.ToArray())])).Text.ShouldContain("不是政府信息公开工作年度报告");
        (await handler.SubmitFiles("put-report", [("File", "年报.docx", InventedRegisters.ReportFile().ToArray())])).Text.ShouldContain("已经读过、查过");
        await deputy.Get(address);

        (await deputy.Submit("file-AddPast", ("Note", ""))).Text.ShouldContain("要写明说明才能公布");
        (await deputy.Submit("file-AddPast", ("Note", "当年的名称"))).Text.ShouldContain("补登往年：已经办好");
        using var visitor = site.Visitor();
        (await visitor.Get(PortalAddress.OfReport(unit, 2023))).Status.ShouldBe(HttpStatusCode.OK);
        await deputy.Get(address);
        (await deputy.Submit("file-Withdraw", ("Note", "数字有误"))).Text.ShouldContain("撤下：已经办好");
        (await visitor.Get(PortalAddress.OfReport(unit, 2023))).Status.ShouldBe(HttpStatusCode.Gone);
    }

    private static async Task<string> Register(Visitor lawyer, UnitId unit, string number, string issued, string? expires)
    {
        await lawyer.Get($"/console/normative/register?unit={unit}");
        var done = await lawyer.Submit(
            "register-normative", ("Form.Title", $"测试的办法 {number}"), ("Form.Number", number), ("Form.IssuedOn", issued), ("Form.PublishedOn", issued), ("Form.EffectiveOn", issued), ("Form.ExpiresOn", expires ?? ""),
            ("Form.LegalReview", "云审1"));
        done.Location.ShouldNotBeNull(done.Text);
        await lawyer.Get(done.Location);
        return done.Location;
    }

    private async Task<UnitId> NewUnit() => await site.City.Establish($"云泽市第{Guid.NewGuid().ToString("N")[..6]}局", UnitLevel.City, UnitKind.Department);
}
