using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Columns;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Testing.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Drafting;

/// <summary>拟稿的页面，没有脚本：存、改、说明缺什么，双击只存一次，别人先存了不覆盖也不丢。</summary>
public sealed class DraftPageTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    [Fact]
    public async Task A_clerk_drafts_an_item_and_every_field_is_there_again_when_it_is_opened()
    {
        using var visitor = await site.Handler();

        var id = await site.Draft(visitor);

        var draft = (await site.Stored(id)).Latest.Draft;
        draft.Metadata.DocumentNumber.ShouldBe(new DocumentNumber("云文广发", 2026, 8));
        draft.Metadata.Keywords.ShouldBe(["场馆", "开放"]);
        draft.Metadata.Publisher.ShouldBe(site.City.Culture);
        draft.Responsibility.Body.Unit.ShouldBe(site.City.Culture);
        draft.Content.Html.ShouldBe("<p>全市公共文化场馆自今日起免费开放。</p>");
        Value(visitor.Page, "Form.Title").ShouldBe("关于开放全市公共文化场馆的通知");
        visitor.Page.QuerySelector("textarea[name='Form.Html']")!.TextContent.ShouldContain("免费开放");
        visitor.Page.QuerySelector(".notice-good")!.TextContent.ShouldContain("已经保存");
        (await visitor.Get(visitor.Path)).Page.QuerySelector(".notice").ShouldBeNull("看过一次的话不再说");
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_with_the_article_and_does_not_stop_saving()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var saved = await visitor.Submit("draft", ("Form.Title", "还没有写完的稿"), ("Form.Mode", nameof(DisclosureMode.NotOpen)));
        var page = await visitor.Follow(saved);

        page.Text.ShouldContain("要选主题分类");
        page.Text.ShouldContain("要有正文或者附件");
        page.Text.ShouldContain("不予公开的，要写明属于第十四条至第十六条的哪一种情形；都不属于的，应当公开。（《政府信息公开条例》第十三条）");
        var remark = page.Page.QuerySelector("[name='Form.Description']")!.Closest(".field")!.NextElementSibling!;
        remark.TextContent.ShouldContain("要填内容概述");
    }

    [Fact]
    public async Task The_form_offers_the_columns_of_the_unit_itself_and_the_server_takes_no_other()
    {
        var head = await site.City.Somebody(Role.DisclosureOfficeHead, site.City.Culture);
        var columns = site.Services.GetRequiredService<PublicationServices>().Columns;
        var version = InventedCity.Done(await columns.Add(head, site.City.Culture, 0, new Column("heritage", "livelihood", "非物质文化遗产", ColumnKind.Statutory, false, false), null, CancellationToken.None));
        InventedCity.Done(await columns.Hide(head, site.City.Culture, version, "recruitment", hidden: true, CancellationToken.None));
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");

        var offered = visitor.Page.QuerySelectorAll("select[name='Form.Column'] option").Select(option => option.GetAttribute("value")).ToList();
        offered.ShouldContain("heritage");
        offered.ShouldNotContain("recruitment");
        offered.ShouldNotContain("guide");
        var refused = await visitor.Submit("draft", site.Complete(others: ("Form.Column", "news")));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("本单位没有指定的这个栏目");
        var id = await site.Draft(visitor, ("Form.Column", "heritage"));
        (await site.Stored(id)).Latest.Draft.Column.ShouldBe("heritage");
        visitor.Page.QuerySelector("select[name='Form.Column'] option[selected]")!.GetAttribute("value").ShouldBe("heritage");
    }

    [Fact]
    public async Task Without_a_mode_of_disclosure_or_a_title_nothing_is_stored_and_nothing_typed_is_lost()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var refused = await visitor.Submit("draft", ("Form.Title", ""), ("Form.Description", "写了一半的概述"), ("Form.Html", "<p>写了半天的正文</p>"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Page.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("有 2 处要改");
        refused.Text.ShouldContain("公开方式在拟稿时就要选定");
        refused.Page.QuerySelector("textarea[name='Form.Html']")!.TextContent.ShouldContain("写了半天的正文");
        refused.Page.QuerySelector("textarea[name='Form.Description']")!.TextContent.ShouldBe("写了一半的概述");
        (await site.Count()).ShouldBe(before);
    }

    [Theory]
    [InlineData("云文广发( 2026 ) 08", "云文广发〔2026〕8号", "年份用六角括号〔〕")]
    [InlineData("云泽市人民政府令第十二号", "云泽市人民政府令第12号", "顺序号用阿拉伯数字")]
    public async Task A_document_number_is_put_right_and_the_change_is_told(string typed, string stored, string said)
    {
        using var visitor = await site.Handler();

        var id = await site.Draft(visitor, ("Form.DocumentNumber", typed));

        (await site.Stored(id)).Latest.Draft.Metadata.DocumentNumber!.ToString().ShouldBe(stored);
        visitor.Page.QuerySelector(".notice")!.TextContent.ShouldContain($"文号“{typed.Replace("  ", " ")}”改成了“{stored}”");
        visitor.Page.QuerySelector(".notice")!.TextContent.ShouldContain(said);
    }

    [Fact]
    public async Task A_document_number_that_cannot_be_read_is_refused_beside_its_field()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");

        var refused = await visitor.Submit("draft", site.Complete(others: ("Form.DocumentNumber", "八号文")));

        refused.Page.QuerySelector("#f-Form-DocumentNumber-error")!.TextContent.ShouldContain("不像文号");
        Value(refused.Page, "Form.DocumentNumber").ShouldBe("八号文");
    }

    [Fact]
    public async Task A_date_that_is_no_date_is_refused_beside_its_field_and_not_dropped()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var refused = await visitor.Submit("draft", site.Complete(others: ("Form.CreatedOn", "2026-13-45")));

        refused.Page.QuerySelector("#f-Form-CreatedOn-error").ShouldNotBeNull();
        (await site.Count()).ShouldBe(before);
    }

    [Fact]
    public async Task Records_of_coordination_and_approval_are_kept_and_half_a_record_is_refused()
    {
        using var visitor = await site.Handler();
        (string, string)[] record =
        [
            ("Form.Source", nameof(SourceKind.Joint)), ("Form.ResponsibleBody", "云泽市旅游局"), ("Form.OtherBodies", "云泽市旅游局"), ("Form.NeedsApproval", "true"),
            ("Form.Coordination[0].With", "云泽市旅游局"), ("Form.Coordination[0].On", "2026-03-01"), ("Form.Coordination[0].Agreed", "yes"), ("Form.Coordination[0].Document", "复函"),
            ("Form.ApprovalBy", "云泽市人民政府"), ("Form.ApprovalOn", "2026-03-02"), ("Form.ApprovalDocument", "批复"),
        ];

        var id = await site.Draft(visitor, record);
        var half = await visitor.Submit("draft", ("Form.Coordination[0].Document", ""));

        var duty = (await site.Stored(id)).Latest.Draft.Responsibility;
        duty.Coordination.ShouldBe([new CoordinationRecord("云泽市旅游局", new DateOnly(2026, 3, 1), true, "复函")]);
        duty.Approval.ShouldBe(new ApprovalRecord("云泽市人民政府", new DateOnly(2026, 3, 2), "批复"));
        half.Text.ShouldContain("协商确认记录要填全");
        half.Page.QuerySelector("[name='Form.Coordination[0].With']")!.GetAttribute("value").ShouldBe("云泽市旅游局");
    }

    [Fact]
    public async Task The_clock_says_how_many_working_days_are_left_and_why()
    {
        using var visitor = await site.Handler();

        await site.Draft(visitor);

        var clock = visitor.Page.QuerySelector(".deadline-clock")!;
        clock.TextContent.ShouldContain("还有 20 个工作日");
        clock.TextContent.ShouldContain("次日起计算20个工作日");
        clock.TextContent.ShouldContain("《政府信息公开条例》第二十六条");
        clock.QuerySelectorAll("li").Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task What_the_scanner_finds_is_quoted_where_it_stands_and_stays_masked()
    {
        using var visitor = await site.Handler();

        await site.Draft(visitor, ("Form.Html", "<p>开放时间另行通知。</p><p>报名请找某甲，身份证号11010519491231002X。</p>"));

        var remark = visitor.Page.QuerySelectorAll(".field-remark-wrong").Single();
        remark.TextContent.ShouldContain("正文第2段");
        remark.TextContent.ShouldContain("报名请找某甲，身份证号");
        remark.TextContent.ShouldNotContain("11010519491231002X");
    }

    [Fact]
    public async Task A_double_click_saves_once_and_a_key_used_for_something_else_is_refused()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var first = await visitor.Submit("draft", site.Complete("双击的稿"));
        var again = await visitor.Submit("draft", site.Complete("双击的稿"));
        var other = await visitor.Submit("draft", site.Complete("换了内容的稿"));
        var forged = await visitor.Submit("draft", site.Complete("双击的稿", ("Form.Key", new string('x', 5_000))));

        again.Location.ShouldBe(first.Location);
        other.Text.ShouldContain("用了同一把钥匙，内容却不同");
        Value(other.Page, "Form.Title").ShouldBe("换了内容的稿");
        forged.Text.ShouldContain("钥匙不对");
        (await site.Count()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Who_saved_in_the_meantime_is_not_overwritten_both_versions_are_shown_and_the_late_text_is_kept()
    {
        using var visitor = await site.Handler();
        using var other = await site.Handler();
        var id = await site.Draft(visitor);
        await other.Get($"/console/items/{id}/edit");
        await other.Submit("draft", ("Form.Title", "关于暂停开放全市公共文化场馆的通知"));

        var late = await visitor.Submit("draft", ("Form.Html", "<p>全市公共文化场馆自明日起免费开放。</p>"));

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("存过第 2 版");
        late.Page.QuerySelectorAll(".refusal del").Select(one => one.TextContent).ShouldContain("暂停");
        late.Page.QuerySelectorAll(".refusal ins").Select(one => one.TextContent).ShouldContain("明");
        late.Page.QuerySelector("textarea[name='Form.Html']")!.TextContent.ShouldContain("自明日起");
        (await site.Stored(id)).Versions.Length.ShouldBe(2);

        await visitor.Follow(await visitor.Submit("draft"));
        var stored = await site.Stored(id);
        stored.Versions.Length.ShouldBe(3);
        stored.Latest.Draft.Content.Paragraphs[0].ShouldContain("自明日起");
    }

    [Fact]
    public async Task An_item_sent_to_review_while_it_was_being_edited_is_not_saved_and_the_text_is_kept()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        var by = (await site.Stored(id)).Latest.By;
        var publication = (Gongkai.Services.Publication.PublicationServices)site.Services.GetService(typeof(Gongkai.Services.Publication.PublicationServices))!;
        var submitted = await publication.Reviews.Do(by, new(id, (await site.Stored(id)).Version, Gongkai.Publication.Review.ReviewAction.Submit), null, CancellationToken.None);
        submitted.Refusal.ShouldBeNull();

        var late = await visitor.Submit("draft", ("Form.Title", "改到一半的名称"));

        Value(late.Page, "Form.Title").ShouldBe("改到一半的名称");
        late.Text.ShouldContain("没有保存");
        (await site.Stored(id)).Versions.Length.ShouldBe(1);
        (await visitor.Get($"/console/items/{id}/edit")).Text.ShouldContain("现在不能改稿");
    }

    [Fact]
    public async Task Another_unit_sees_neither_the_form_nor_the_item_and_cannot_save_into_it()
    {
        using var visitor = await site.Handler();
        var id = await site.Draft(visitor);
        using var stranger = await site.SignedIn(Role.Handler, site.City.Tourism);
        await stranger.Get("/console/items/new");
        var forged = await stranger.Submit("draft", site.Complete(others: ("Form.Unit", site.City.Culture.ToString())));

        (await stranger.Get($"/console/items/{id}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Get($"/console/items/{Guid.NewGuid()}/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
        forged.Text.ShouldContain("不在其中");
    }

    [Fact]
    public async Task A_form_without_its_token_saves_nothing()
    {
        using var visitor = await site.Handler();
        await visitor.Get("/console/items/new");
        var before = await site.Count();

        var refused = await visitor.Submit("draft", site.Complete(others: ("__RequestVerificationToken", "")));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Count()).ShouldBe(before);
    }

    private static string? Value(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelector($"input[name='{name}']")!.GetAttribute("value");
}
