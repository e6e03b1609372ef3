using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Access;
using Gongkai.Web.Tests.Drafting;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Api;

/// <summary>凭令牌的接口：范围、单位、持有的人的权限都管着；拟稿重交只存一条；令牌在页面上准许、领取、收回。</summary>
public sealed class DeskApiTests(DraftingSite site) : IClassFixture<DraftingSite>
{
    private const string Items = "/api/v1/desk/items";
    private const string Ledger = "/api/v1/desk/ledger";

    [Fact]
    public async Task A_program_drafts_an_item_once_however_often_it_sends_it_and_reads_it_back()
    {
        var (_, token) = await Token(TokenScope.ReadItems, TokenScope.WriteDrafts);
        var before = await site.Count();
        var body = Draft("经接口报送的一条");

        var first = await Send(HttpMethod.Post, Items, token, body, key: "oa-2026-1");
        var again = await Send(HttpMethod.Post, Items, token, body, key: "oa-2026-1");
        var other = await Send(HttpMethod.Post, Items, token, Draft("换了内容"), key: "oa-2026-1");

        first.Status.ShouldBe(HttpStatusCode.Created, first.Text);
        var id = first.Json.GetProperty("id").GetGuid();
        again.Json.GetProperty("id").GetGuid().ShouldBe(id);
        (other.Status, (await site.Count()) - before).ShouldBe((HttpStatusCode.UnprocessableEntity, 1));
        other.Text.ShouldContain("内容却不同");
        first.Json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ShouldContain(note => note.Contains("去掉", StringComparison.Ordinal), "脚本去掉了，要说");
        var one = await Send(HttpMethod.Get, $"{Items}/{id}", token);
        (one.Json.GetProperty("step").GetString(), one.Json.GetProperty("html").GetString()).ShouldBe(("draft", "<p>正文一段。</p>"));
        var list = await Send(HttpMethod.Get, $"{Items}?step=draft&q={Uri.EscapeDataString("经接口报送")}", token);
        list.Json.GetProperty("items").EnumerateArray().Single().GetProperty("publicId").ValueKind.ShouldBe(JsonValueKind.Null);
        await using var db = site.City.Database.CreateContext();
        (await db.AuditRecords.OrderByDescending(record => record.At).FirstAsync(record => record.Act == "item.create")).Reason.ShouldBe("经接口，令牌“办公系统”");
    }

    [Theory]
    [InlineData("{\"title\":\"甲\",\"mode\":\"active\",\"titel\":\"乙\"}", HttpStatusCode.BadRequest, "titel 不认得")]
    [InlineData("{\"title\":", HttpStatusCode.BadRequest, "不是写得对的 JSON")]
    [InlineData("{\"title\":\"甲\"}", HttpStatusCode.UnprocessableEntity, "公开方式在拟稿时就要选定")]
    [InlineData("{\"title\":\"甲\",\"mode\":\"active\",\"createdOn\":\"明天\"}", HttpStatusCode.UnprocessableEntity, "日期要写成年-月-日")]
    [InlineData("{\"title\":\"甲\",\"mode\":\"active\",\"aspects\":[\"everything\"]}", HttpStatusCode.BadRequest, "aspects 里的“everything”不认得")]
    [InlineData("{\"title\":\"甲\",\"mode\":\"active\",\"matter\":\"00000000-0000-0000-0000-000000000001\"}", HttpStatusCode.UnprocessableEntity, "本单位的事项清单里没有这一项")]
    [InlineData("{\"title\":\"甲\",\"mode\":\"active\",\"column\":\"news\"}", HttpStatusCode.UnprocessableEntity, "本单位没有指定的这个栏目")]
    public async Task What_cannot_be_stored_is_refused_with_a_sentence_and_nothing_is_stored(string body, HttpStatusCode status, string said)
    {
        var (_, token) = await Token(TokenScope.WriteDrafts);
        var before = await site.Count();

        var reply = await Send(HttpMethod.Post, Items, token, body, key: Guid.NewGuid().ToString("N"));

        reply.Status.ShouldBe(status);
        reply.Text.ShouldContain(said);
        (await site.Count()).ShouldBe(before);
        (await Send(HttpMethod.Post, Items, token, body, key: "")).Text.ShouldContain("没有提交的钥匙");
    }

    [Fact]
    public async Task Every_endpoint_that_takes_a_token_takes_only_one_with_its_scope_and_no_signed_in_session()
    {
        var rows = EndpointTable.Rows.Where(row => row.Policy.StartsWith("token-", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(12);
        foreach (var entry in TokenScopeEntry.All)
        {
            var (_, token) = await Token(entry.Scope);
            foreach (var row in rows)
            {
                var reply = await Send(new HttpMethod(row.Methods), row.Pattern.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{form}", "penalties", StringComparison.Ordinal), token, "{}", "k");
                (reply.Status != HttpStatusCode.Forbidden).ShouldBe(row.Policy == AccessPolicies.Token(entry.Scope), $"{row.Methods} {row.Pattern}，{entry.Code}");
            }
        }

        using var visitor = await site.SignedIn(Role.Handler, site.City.Culture);
        (await visitor.Get(Items)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Send(HttpMethod.Get, Items, null)).Challenge.ShouldBe("Bearer");
        (await Send(HttpMethod.Get, Items, "gk_" + new string('0', 32) + "_x")).Challenge.ShouldContain("invalid_token");
    }

    [Fact]
    public async Task A_token_sees_its_own_unit_only_whatever_the_address_asks_for()
    {
        var elsewhere = await InventedOffice.Create(site.City, site.City.Tourism);
        var foreign = await elsewhere.Draft(elsewhere.Complete("旅游局没有公开的一条"));
        var (_, token) = await Token(TokenScope.ReadItems, TokenScope.ReadLedger);

        (await Send(HttpMethod.Get, $"{Items}?unit={site.City.Tourism}", token)).Text.ShouldNotContain("旅游局没有公开的一条");
        (await Send(HttpMethod.Get, $"{Items}/{foreign}", token)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        var ledger = await Send(HttpMethod.Get, $"{Ledger}?unit={site.City.Tourism}&from=2026-01-01&to=2026-06-30", token);
        (ledger.Json.GetProperty("from").GetString(), ledger.Json.GetProperty("totals").GetProperty("items").GetInt32()).ShouldBe(("2026-01-01", 0));
        (await Send(HttpMethod.Get, $"{Ledger}?from=2020-01-01&to=2026-06-30", token)).Text.ShouldContain("一次至多看一年");
    }

    [Fact]
    public async Task Too_many_requests_are_turned_away_whether_the_token_is_right_or_not()
    {
        using var visitor = site.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var count = 0; count < 125; count++) answers.Add((await visitor.Get(Items)).Status);

        answers.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(120);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task An_administrator_allows_a_token_its_holder_claims_it_on_the_page_and_it_is_shown_once()
    {
        using var administrator = await site.SignedIn(Role.Administrator);
        var (holder, loginName) = await site.Somebody(Role.Handler, site.City.Culture);
        await administrator.Get("/console/tokens");
        var wrong = await administrator.Submit("issue-token", ("Form.Name", "报送程序"), ("Form.Holder", $"{holder}/{site.City.Culture}"), ("Form.ValidUntil", Date(30)));
        wrong.Text.ShouldContain("至少选一个范围");
        var issued = await administrator.Submit("issue-token", ("Form.Name", "报送程序"), ("Form.Holder", $"{holder}/{site.City.Culture}"), ("Form.ValidUntil", Date(30)), ("Form.ReadItems", "true"));
        issued.Text.ShouldContain("等待领取");
        issued.Page.QuerySelector(".token-secret").ShouldBeNull();

        using var visitor = site.Visitor();
        await visitor.SignIn(loginName, CitySite.Password);
        await visitor.Get("/console/tokens");
        var claimed = await visitor.Submit(FormOf(visitor, "claim-"));
        var token = claimed.Page.QuerySelector(".token-secret code")!.TextContent;
        (await Send(HttpMethod.Get, Items, token)).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/console/tokens")).Page.DocumentElement.OuterHtml.ShouldNotContain(token[36..]);
        (await visitor.Submit(FormOf(visitor, "revoke-"))).Text.ShouldContain("已经收回");
        (await Send(HttpMethod.Get, Items, token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string FormOf(Visitor visitor, string prefix) =>
        visitor.Page.QuerySelectorAll("input[name=_handler]").Select(input => input.GetAttribute("value")!).First(name => name.StartsWith(prefix, StringComparison.Ordinal));

    private string Date(int days) => site.City.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Draft(string title) => JsonSerializer.Serialize(new
    {
        title, mode = "active", genre = "circular", category = "2001", createdOn = Date(0), keywords = new[] { "场馆" }, html = "<p onclick=\"x()\">正文一段。</p><script>alert(1)</script>",
    });

    private async Task<(PersonId Person, string Token)> Token(params TokenScope[] scopes)
    {
        var person = await site.City.Somebody(Role.Handler, site.City.Culture);
        var command = new IssueToken(site.City.Culture, person, "办公系统", [.. scopes], site.City.Today.AddDays(30));
        var id = InventedCity.Done(await site.SignIn.Tokens.Issue(site.City.Administrator, command, null, CancellationToken.None));
        return (person, InventedCity.Done(await site.SignIn.Tokens.Claim(person, id, CancellationToken.None)));
    }

    private async Task<ApiReply> Send(HttpMethod method, string address, string? token, string? body = null, string? key = null)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(method, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (!string.IsNullOrEmpty(key)) request.Headers.Add("Idempotency-Key", key);
        if (body is not null && method != HttpMethod.Get) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.WwwAuthenticate.ToString());
    }

    private sealed record ApiReply(HttpStatusCode Status, string Text, string Challenge)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    }
}
