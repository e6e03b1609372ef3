using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.SigningIn;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.SigningIn;

/// <summary>接口的令牌：管理员准许，持有的人领取一次，收回、过期、离任就不起作用，库里没有原文。</summary>
public sealed class ApiTokenTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_is_claimed_once_by_its_holder_works_until_revoked_and_is_not_in_the_database(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (tokens, handler) = (Tokens(city), await city.Somebody(Role.Handler, city.Culture));
        var id = InventedCity.Done(await tokens.Issue(city.Administrator, Command(city, handler), null, None));

        (await tokens.Claim(city.Administrator, id, None)).Refusal!.Reason.ShouldBe("没有给您的这个令牌。", "管理员不得查看没有公开的内容，也就不能拿到令牌");
        var text = InventedCity.Done(await tokens.Claim(handler, id, None));
        (await tokens.Claim(handler, id, None)).Refusal!.Reason.ShouldContain("已经领取过");

        var live = (await tokens.Find(text, "10.1.2.0/24", None)).ShouldNotBeNull();
        (live.Person, live.Unit, live.Name).ShouldBe((handler, city.Culture, "办公系统报送"));
        live.Scopes.ShouldBe([TokenScope.ReadItems, TokenScope.WriteDrafts]);
        (await tokens.Find(text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), null, None)).ShouldBeNull();
        await using var db = city.Database.CreateContext();
        var row = await db.ApiTokens.SingleAsync();
        row.Fingerprint.ShouldNotBe(System.Text.Encoding.UTF8.GetBytes(text[36..]));
        row.Fingerprint!.Length.ShouldBe(32);
        (await tokens.Find(text, null, None)).ShouldNotBeNull();
        (await db.AuditRecords.CountAsync(record => record.Act == "token.use")).ShouldBe(1, "一天记一次，不是一次一条");

        InventedCity.Done(await tokens.Revoke(city.Administrator, id, None));
        (await tokens.Find(text, null, None)).ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task A_token_past_its_day_or_of_somebody_who_has_left_is_no_token(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (tokens, handler, other) = (Tokens(city), await city.Somebody(Role.Handler, city.Culture), await city.Somebody(Role.Handler, city.Culture));
        var first = await Claimed(tokens, city, handler);
        var second = await Claimed(tokens, city, other);

        InventedCity.Done(await city.Services.People.Leave(city.Administrator, other, city.Today, None));
        city.Clock.Advance(TimeSpan.FromDays(1));
        (await tokens.Find(second, null, None)).ShouldBeNull();
        (await tokens.Find(first, null, None)).ShouldNotBeNull();
        city.Clock.Advance(TimeSpan.FromDays(30));
        (await tokens.Find(first, null, None)).ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task A_holder_needs_the_permission_himself_and_a_token_has_a_name_a_scope_and_an_end(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (tokens, proofreader) = (Tokens(city), await city.Somebody(Role.Proofreader, city.Culture));
        var command = Command(city, proofreader);

        (await Refused(command)).ShouldContain("没有“拟稿、修改、送审”的权限");
        (await Refused(command with { Scopes = [] })).ShouldContain("至少选一个范围");
        (await Refused(command with { Name = " " })).ShouldContain("令牌要有名称");
        (await Refused(command with { ValidUntil = city.Today.AddDays(400) })).ShouldContain("至多 366 天");
        (await Refused(command with { ValidUntil = city.Today.AddDays(-1) })).ShouldContain("过去的日子");
        (await tokens.Issue(proofreader, command, null, None)).Refusal.ShouldBeOfType<AccessRefusal>();

        async Task<string> Refused(IssueToken wrong) => (await tokens.Issue(city.Administrator, wrong, null, None)).Refusal!.Reason;
    }

    private static async Task<string> Claimed(ApiTokens tokens, InventedCity city, PersonId person)
    {
        var id = InventedCity.Done(await tokens.Issue(city.Administrator, Command(city, person), null, None));
        return InventedCity.Done(await tokens.Claim(person, id, None));
    }

    private static ApiTokens Tokens(InventedCity city) => new SignInServices(city.Database, city.Services, city.Clock).Tokens;

    private static IssueToken Command(InventedCity city, PersonId person) =>
        new(city.Culture, person, "办公系统报送", [TokenScope.ReadItems, TokenScope.WriteDrafts], city.Today.AddDays(30));
}
