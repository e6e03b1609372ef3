using System.Text.Json;
using Gongkai.Data.Acts;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Web.Console.Drafting;
using Gongkai.Web.Console.Ledger;
using Gongkai.Web.Console.Reviewing;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>
/// 工作人员的程序用的接口，凭令牌：本单位的信息（没有公开的也在内）、拟稿、发布台账。
/// 权限照持有令牌的人算，各项规则与页面上办一样；送审、审查、发布不在其中，要由人办。
/// </summary>
internal static class DeskEndpoints
{
    /// <summary>提交的钥匙写在这个头里：重交只拟一条。</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 80;

    /// <summary><c>GET /api/v1/desk/items</c>：本单位的信息的一页，条件与后台的清单一样。</summary>
    public static async Task<IResult> List(TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        var query = ItemQuery.Of(context.Request.Query, caller.Token.Unit) with { Unit = caller.Token.Unit };
        var person = await caller.Person();
        var page = await publication.Desk.Of(person, query.Filter, query.Page, context.RequestAborted);
        return page.Refusal is { } refusal ? ApiAnswers.Refused(context, refusal) : Private(context, DeskListDocument.Of(person.Units.NameOf(query.Unit) ?? "", page.Value));
    }

    /// <summary><c>GET /api/v1/desk/items/{id}</c>：一条，最新的一版，送审以前还要改什么。</summary>
    public static async Task<IResult> One(string id, TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        if (!Guid.TryParse(id, out var item)) return Results.NotFound();
        var opened = await publication.Desk.Open(await caller.Person(), new ItemId(item), context.RequestAborted);
        if (opened.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal, StatusCodes.Status404NotFound);
        return opened.Value.Item.Unit == caller.Token.Unit ? Private(context, DeskItemDocument.Of(opened.Value)) : Results.NotFound();
    }

    /// <summary><c>POST /api/v1/desk/items</c>：拟一条。要带提交的钥匙；同一把钥匙、同样的内容重交，得到第一次的那一条。</summary>
    public static async Task<IResult> Create(TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        var (token, cancel) = (caller.Token, context.RequestAborted);
        var (key, wrongKey) = KeyOf(context);
        if (key is null) return wrongKey!;
        var (document, fault) = await Read<DraftDocument>(context);
        if (document is null) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "内容读不懂", fault!);
        if (document.StrangeAspects.FirstOrDefault() is { } strange) return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "内容读不懂", $"aspects 里的“{(strange.Length <= 30 ? strange : strange[..30] + "……")}”不认得；只能是 {string.Join("、", Openness.Five.Select(Openness.Code))}。");
        var person = await caller.Person();
        var reading = new DraftReading(document.ToForm(), token.Unit, person.Units.NameOf(token.Unit) ?? "");
        if (reading.Read() is not { } input)
        {
            return ApiAnswers.Problem(
                context, StatusCodes.Status422UnprocessableEntity, "没有存成", string.Join(' ', reading.Errors.Select(error => error.Message)),
                new() { ["errors"] = reading.Errors.Select(error => new ProblemDocument(JsonNamingPolicy.CamelCase.ConvertName(error.Field), error.Message)) });
        }

        var created = await publication.Drafts.Create(person.Id, token.Unit, input, new CommandKey($"api:{key}", input), cancel, $"经接口，令牌“{token.Name}”");
        if (created.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal);
        return await Created(person, created.Value, [.. reading.Notes, .. input.Prepare([], cancel).Value.Removed.Select(removed => $"正文里{removed}。")], publication, context);
    }

    /// <summary><c>GET /api/v1/desk/ledger</c>：发布台账，from 到 to（含）；不写的是本月。</summary>
    public static async Task<IResult> Ledger(TokenCaller caller, PublicationServices publication, HttpContext context)
    {
        var person = await caller.Person();
        var period = LedgerPeriod.Of(context.Request.Query, person);
        if (period.Refusal is { } wrong) return ApiAnswers.Refused(context, wrong, StatusCodes.Status400BadRequest);
        var ledger = await publication.Ledger.Of(person, caller.Token.Unit, period.Value.First, period.Value.Last, context.RequestAborted);
        return ledger.Refusal is { } refusal ? ApiAnswers.Refused(context, refusal, StatusCodes.Status400BadRequest) : Private(context, LedgerDocument.Of(ledger.Value));
    }

    private static async Task<IResult> Created(Gongkai.Services.Acting.CurrentPerson person, ItemId item, IReadOnlyList<string> notes, PublicationServices publication, HttpContext context)
    {
        var opened = await publication.Desk.Open(person, item, context.RequestAborted);
        (context.Response.Headers.Location, context.Response.Headers.CacheControl) = ($"/api/v1/desk/items/{item}", "no-store");
        return ApiAnswers.Json(new DraftCreatedDocument(item.Value, DraftAddress.Edit(item), notes, opened.Succeeded ? ProblemDocument.Of(opened.Value) : []), StatusCodes.Status201Created);
    }

    /// <summary>提交的钥匙；没有写的、太长的为空，另给出怎样答复。</summary>
    internal static (string? Key, IResult? Wrong) KeyOf(HttpContext context)
    {
        var key = context.Request.Headers[KeyHeader].ToString().Trim();
        return key.Length is not (0 or > LongestKey) ? (key, null) : (null, ApiAnswers.Problem(
            context, StatusCodes.Status400BadRequest, "没有提交的钥匙", $"头 {KeyHeader} 要写一个自己定的、不重复的字符串，至多 {LongestKey} 个字：网络断了再交一次，也只办一次。"));
    }

    /// <summary>读交来的 JSON；读不懂的为空，另说明为什么。</summary>
    internal static async Task<(T? Document, string? Fault)> Read<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted) is { } document ? (document, null) : (null, "正文是空的。");
        }
        catch (JsonException fault)
        {
            // 读得懂而不合的，没有里层的错；读不懂的，里层是解析的错。
            return (null, fault.InnerException is null && fault.Path is { Length: > 1 } path ? $"{path[2..]} 不认得，或者写得不对。" : "正文不是写得对的 JSON。");
        }
    }

    private static IResult Private(HttpContext context, object answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.Json(answer);
    }
}
