using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Api;

/// <summary>台账的接口：登记一次、更正带版本和缘由、作废留着；别的单位的看不见；规则与页面上一样。</summary>
public sealed class RegisterApiTests(CitySite site) : IClassFixture<CitySite>
{
    private const string Penalties = "/api/v1/desk/registers/penalties";

    [Fact]
    public async Task A_program_enters_corrects_and_voids_an_entry_under_the_rules_of_the_pages()
    {
        var token = await Token(site.City.Culture, TokenScope.ReadLedger, TokenScope.WriteRegisters);
        (await Send("GET", "/api/v1/desk/registers", token)).Json.GetProperty("registers").EnumerateArray().Select(form => form.GetProperty("code").GetString()).ShouldContain("penalties");

        var added = await Send("POST", Penalties, token, Entry("2026-01", 3, 2), "k1");
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        var id = added.Json.GetProperty("id").GetGuid();
        added.Json.GetProperty("problems").GetArrayLength().ShouldBe(1);
        (await Send("POST", Penalties, token, Entry("2026-01", 3, 2), "k1")).Json.GetProperty("id").GetGuid().ShouldBe(id);
        (await Send("POST", Penalties, token, Entry("2026-01", 3, 2), "k2")).Status.ShouldBe(HttpStatusCode.OK, "已经有一样的");
        (await Send("POST", Penalties, token, Entry("2026-01", 4, 2), "k3")).Text.ShouldContain("已经登记过这一笔");

        (await Send("PUT", $"{Penalties}/{id}", token, Entry("2026-01", 5, 5))).Text.ShouldContain("version");
        (await Send("PUT", $"{Penalties}/{id}", token, Entry("2026-01", 5, 5, ",\"version\":1"))).Text.ShouldContain("更正要写明缘由");
        var corrected = await Send("PUT", $"{Penalties}/{id}", token, Entry("2026-01", 5, 5, ",\"version\":1,\"reason\":\"漏了两件\""));
        (corrected.Status, corrected.Json.GetProperty("version").GetInt32()).ShouldBe((HttpStatusCode.OK, 2));
        (await Send("PUT", $"{Penalties}/{id}", token, Entry("2026-01", 6, 5, ",\"version\":1,\"reason\":\"又改\""))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Send("GET", $"{Penalties}?year=2026", token)).Json.GetProperty("totals").GetProperty("decided").GetDecimal().ShouldBe(5);

        var voided = await Send("POST", $"{Penalties}/{id}/void", token, "{\"version\":2,\"reason\":\"不是本单位的\"}");
        voided.Json.GetProperty("voided").GetString().ShouldBe("不是本单位的");
        (await Send("GET", $"{Penalties}/{id}", token)).Json.GetProperty("voided").GetString().ShouldBe("不是本单位的");
        await using var db = site.City.Database.CreateContext();
        (await db.AuditRecords.OrderBy(record => record.At).FirstAsync(record => record.Act == "register.add")).Reason.ShouldBe("经接口，令牌“业务系统”");
        (await db.RegisterEntries.CountAsync(row => row.Unit == site.City.Culture.Value)).ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"on\":\"2026-02\",\"values\":{\"matter\":\"合计\"},\"oops\":1}", HttpStatusCode.BadRequest, "oops")]
    [InlineData("{\"on\":\"2026-02\",\"values\":{\"nothing\":\"1\"}}", HttpStatusCode.BadRequest, "没有“nothing”这一栏")]
    [InlineData("{\"on\":\"2026-02\",\"values\":{\"matter\":\"合计\",\"decided\":\"三\",\"announced\":\"3\"}}", HttpStatusCode.UnprocessableEntity, "不是个数")]
    [InlineData("{\"on\":\"2099-02\",\"values\":{\"matter\":\"合计\",\"decided\":\"3\",\"announced\":\"3\"}}", HttpStatusCode.UnprocessableEntity, "还没有到")]
    [InlineData("[]", HttpStatusCode.BadRequest, "")]
    public async Task What_cannot_be_entered_is_refused_with_a_sentence_and_nothing_is_stored(string body, HttpStatusCode status, string said)
    {
        var token = await Token(site.City.Tourism, TokenScope.WriteRegisters);

        var reply = await Send("POST", Penalties, token, body, Guid.NewGuid().ToString("N"));

        reply.Status.ShouldBe(status, reply.Text);
        reply.Text.ShouldContain(said);
        (await Send("POST", Penalties, token, body)).Text.ShouldContain("没有提交的钥匙");
        await using var db = site.City.Database.CreateContext();
        (await db.RegisterEntries.AnyAsync(row => row.Unit == site.City.Tourism.Value)).ShouldBeFalse();
    }

    [Fact]
    public async Task Entries_of_another_unit_or_another_register_are_not_there()
    {
        var own = await Token(site.City.County, TokenScope.ReadLedger, TokenScope.WriteRegisters);
        var id = (await Send("POST", Penalties, own, Entry("2026-01", 1, 1), "c1")).Json.GetProperty("id").GetGuid();
        var foreign = await Token(site.City.Tourism, TokenScope.ReadLedger, TokenScope.WriteRegisters);

        (await Send("GET", $"{Penalties}/{id}", foreign)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        (await Send("POST", $"{Penalties}/{id}/void", foreign, "{\"version\":1,\"reason\":\"试\"}")).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        (await Send("GET", $"/api/v1/desk/registers/permits/{id}", own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send("GET", "/api/v1/desk/registers/nothing", own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send("GET", $"{Penalties}?year=1999", own)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Send("GET", $"{Penalties}/{id}", own)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string Entry(string on, int decided, int announced, string more = "") =>
        $$"""{"on":"{{on}}","values":{"matter":"警告","decided":"{{decided}}","announced":"{{announced}}","fine":"0"}{{more}}}""";

    private async Task<string> Token(UnitId unit, params TokenScope[] scopes)
    {
        var holder = await site.City.Somebody(Role.Handler, unit);
        var issued = InventedCity.Done(await site.SignIn.Tokens.Issue(site.City.Administrator, new IssueToken(unit, holder, "业务系统", [.. scopes], site.City.Today.AddDays(30)), null, default));
        return InventedCity.Done(await site.SignIn.Tokens.Claim(holder, issued, default));
    }

    private async Task<(HttpStatusCode Status, string Text, JsonElement Json)> Send(string method, string address, string token, string? body = null, string? key = null)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
