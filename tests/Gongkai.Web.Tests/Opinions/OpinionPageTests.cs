using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Opinions;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;

namespace Gongkai.Web.Tests.Opinions;

/// <summary>意见征集：公众在门户上提，工作人员看、归并，都用普通的 HTTP，不用脚本。</summary>
public sealed class OpinionPageTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task Somebody_without_an_account_sends_a_comment_once_and_gets_a_receipt()
    {
        var (round, shortId) = await InventedRounds.Open(site.Office);
        using var visitor = site.Visitor();
        (await visitor.Get("/opinions")).Page.QuerySelector($"a[href='/opinions/{shortId}']").ShouldNotBeNull();
        (await visitor.Get($"/opinions/{shortId}")).Page.QuerySelector($"a[href='/opinions/{shortId}/comment']").ShouldNotBeNull();
        await visitor.Get($"/opinions/{shortId}/comment");
        (string, string)[] filled = [("Form.Text", "第三条 <script>alert(1)</script> 改为夜间也开放"), ("Form.Name", "某甲"), ("Form.Consent", "true")];

        var sent = await visitor.Submit("comment", filled);
        sent.Status.ShouldBe(HttpStatusCode.OK);
        var receipt = sent.Page.QuerySelector(".notice-good strong")!.TextContent;
        receipt.ShouldStartWith("YJ");

        await visitor.Get($"/opinions/{shortId}");
        visitor.Page.Body!.TextContent.ShouldNotContain("夜间也开放", Case.Sensitive, "各条意见不公开。");
        using var handler = await site.Holder(Role.Handler);
        var read = await handler.Get($"/console/opinions/{round}/comments");
        read.Page.QuerySelectorAll(".opinion-text").ShouldHaveSingleItem().TextContent.ShouldBe("第三条 <script>alert(1)</script> 改为夜间也开放");
        read.Page.QuerySelectorAll("main script").ShouldBeEmpty();
        read.Text.ShouldContain(receipt);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_comment()
    {
        var (round, shortId) = await InventedRounds.Open(site.Office);
        using var visitor = site.Visitor();
        var page = (await visitor.Get($"/opinions/{shortId}/comment")).Page;
        var values = page.QuerySelectorAll("form input[type=hidden]").Where(input => input.GetAttribute("name") is "_handler" or "__RequestVerificationToken" or "Form.Key")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        values["Form.Text"] = "同意";

        var (first, again) = (await visitor.Post($"/opinions/{shortId}/comment", values), await visitor.Post($"/opinions/{shortId}/comment", values));

        again.Page.QuerySelector(".notice-good strong")!.TextContent.ShouldBe(first.Page.QuerySelector(".notice-good strong")!.TextContent);
        (await site.Office.Publication.OpinionBoard.Open(await site.Office.Current(site.Office.Holder(Role.Handler)), round, CancellationToken.None)).Value.Counts.Received.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_forged_too_long_filled_by_a_machine_or_without_consent_is_not_taken()
    {
        var (round, shortId) = await InventedRounds.Open(site.Office);
        var address = $"/opinions/{shortId}/comment";
        using var visitor = site.Visitor();
        await visitor.Get(address);

        (await visitor.Post(address, new Dictionary<string, string> { ["_handler"] = "comment", ["Form.Text"] = "伪造" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Submit("comment", ("Form.Text", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.Submit("comment", ("Form.Text", new string('长', OpinionComment.LongestText + 1)))).Text.ShouldContain("5,001");
        (await visitor.Submit("comment", ("Form.Text", "买一送一"), ("Form.Website", "http://example.org"))).Text.ShouldContain("请不要填这一格");
        (await visitor.Submit("comment", ("Form.Text", "同意"), ("Form.Contact", "13800138000"))).Text.ShouldContain("请勾选同意");
        using var huge = new StringContent("_handler=comment&Form.Text=" + new string('a', 200 << 10), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var refused = await visitor.SendRaw(address, huge);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        (await site.Office.Publication.OpinionBoard.Open(await site.Office.Current(site.Office.Holder(Role.Handler)), round, CancellationToken.None)).Value.Counts.Received.ShouldBe(0);
        (await visitor.Get("/opinions/0000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get("/opinions?show=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_interface_the_feed_and_the_map_hold_the_round_and_no_comment()
    {
        var (_, shortId) = await InventedRounds.Open(site.Office);
        InventedCity.Done(await site.Office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("只给经办的人看", null, null), shortId, CancellationToken.None));
        using var visitor = site.Visitor();

        using var one = await visitor.Raw($"/api/v1/opinions/{shortId}");
        var text = await one.Content.ReadAsStringAsync();
        var round = JsonDocument.Parse(text).RootElement;
        (round.GetProperty("step").GetString(), round.GetProperty("feedback").ValueKind).ShouldBe(("open", JsonValueKind.Null));
        text.ShouldNotContain("只给经办");
        using var list = await visitor.Raw("/api/v1/opinions?step=open");
        (await list.Content.ReadAsStringAsync()).ShouldContain(shortId);
        using var wrong = await visitor.Raw("/api/v1/opinions?step=halfway");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var address in (string[])["/opinions/feed", "/sitemap.xml"])
        {
            using var reply = await visitor.Raw(address);
            (await reply.Content.ReadAsStringAsync()).ShouldContain($"/opinions/{shortId}");
        }
    }

    [Fact]
    public async Task A_handler_registers_groups_and_answers_and_the_table_of_comments_holds_no_formula()
    {
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/opinions/new?unit={site.Office.Unit}");
        var today = site.City.Today;
        (await handler.Submit("open-round", ("Form.Title", "停车管理办法（征求意见稿）"), ("Form.Basis", "有关规定"), ("Form.FirstDay", $"{today:yyyy-MM-dd}"), ("Form.LastDay", $"{today.AddDays(5):yyyy-MM-dd}"), ("Form.Phone", "0000-0000"))).Text.ShouldContain("不少于 30 天");
        var created = await handler.Submit("open-round", ("Form.LastDay", $"{today.AddDays(30):yyyy-MM-dd}"));
        var address = created.Location!;
        (await handler.Get(address)).Text.ShouldContain("公众还看不见");
        var round = new OpinionRoundId(Guid.Parse(address.Split('/')[^1]));
        await InventedRounds.Announce(site.Office, round);

        await handler.Get(address);
        (await handler.Submit("enter-comment", ("text", "=1+1"), ("name", "@某乙"), ("on", $"{today.AddDays(-1):yyyy-MM-dd}"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "收到之日在征集之前。");
        (await handler.Submit("enter-comment", ("on", $"{today:yyyy-MM-dd}"))).Text.ShouldContain("回执编号 YJ");
        await handler.Get($"{address}/comments?shelf=ungrouped");
        var picked = handler.Page.QuerySelector("input[name=picked]")!.GetAttribute("value")!;
        (await handler.Submit("group-comments", ("picked", picked), ("summary", "关于计费"))).Text.ShouldContain("归并了 1 条");
        (await handler.Get($"{address}/comments")).Text.ShouldContain("关于计费");

        await handler.Get(address);
        var group = handler.Page.QuerySelectorAll("input[name=_handler]").Select(input => input.GetAttribute("value")!).First(name => name.StartsWith("answer-", StringComparison.Ordinal));
        (await handler.Submit(group, ("outcome", "NotAdopted"), ("reason", ""))).Text.ShouldContain("未采纳的，要写明理由");
        (await handler.Submit(group, ("outcome", "NotAdopted"), ("reason", "已有规定"))).Text.ShouldContain("采纳情况存好了");

        var (type, sheet) = await handler.Download($"{address}/comments.xlsx");
        type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var parts = Parts(sheet);
        parts.ShouldNotContain(part => part.Contains("<f>", StringComparison.Ordinal) || part.Contains(":f>", StringComparison.Ordinal), "有公式");
        parts.ShouldContain(part => part.Contains("=1+1", StringComparison.Ordinal));
        using var proofreader = await site.Holder(Role.Proofreader);
        (await proofreader.Get($"{address}/comments")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Download($"/console/opinions.xlsx?unit={site.Office.Unit}&year={today.Year}")).Type.ShouldBe(type);
    }

    private static List<string> Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        })];
    }
}

/// <summary>过了期的：钟要往前走，另用一个网站。</summary>
public sealed class LateOpinionTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task A_comment_that_comes_late_is_refused_with_whom_to_turn_to_and_stays_in_the_form()
    {
        var (_, shortId) = await InventedRounds.Open(site.Office);
        using var visitor = site.Visitor();
        await visitor.Get($"/opinions/{shortId}/comment");
        site.City.Clock.Advance(TimeSpan.FromDays(30));

        var late = await visitor.Submit("comment", ("Form.Text", "来晚了"));

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("已经截止。还有话要说的，可以联系征集的单位：电子邮箱 yijian@yunze.example");
        late.Page.QuerySelector("textarea")!.TextContent.ShouldBe("来晚了");
        (await visitor.Get($"/opinions/{shortId}/comment")).Page.QuerySelector("textarea").ShouldBeNull("过了期的不给表单。");
        (await visitor.Get("/opinions?show=closed")).Page.QuerySelector($"a[href='/opinions/{shortId}']").ShouldNotBeNull();
    }
}
