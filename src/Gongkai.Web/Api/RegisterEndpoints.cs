using System.Globalization;
using Gongkai.Data.Acts;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Registers;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>台账的接口，凭令牌：有哪几本、看一年、看一笔、登记、更正、作废。规则与页面上一样；依据的文件在后台的页面上附、取。</summary>
internal static class RegisterEndpoints
{
    private const int FirstYear = 2008;

    /// <summary><c>GET /api/v1/desk/registers</c>：有哪几本，各有哪几栏。</summary>
    public static IResult Forms(HttpContext context) => Private(context, new RegisterFormsDocument([.. RegisterCatalogue.All.Select(RegisterFormDocument.Of)]));

    /// <summary><c>GET /api/v1/desk/registers/{form}</c>：一年，<c>year</c> 不写的是今年。</summary>
    public static async Task<IResult> Year(string form, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        var person = await caller.Person();
        var (text, year) = (context.Request.Query["year"].ToString(), person.Today.Year);
        if (text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) || year < FirstYear || year > person.Today.Year))
            return ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "年度认不得", $"year 写 {FirstYear} 到今年的四位数字。");
        if (RegisterCatalogue.Find(form) is null) return Results.NotFound();
        var book = await registers.Board.Of(person, caller.Token.Unit, form, year, context.RequestAborted);
        return book.Refusal is { } refusal ? ApiAnswers.Refused(context, refusal) : Private(context, RegisterYearDocument.Of(book.Value));
    }

    /// <summary><c>GET /api/v1/desk/registers/{form}/{id}</c>：一笔。</summary>
    public static async Task<IResult> One(string form, string id, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        if (await Find(form, id, caller, registers, context) is not { } found) return Results.NotFound();
        return found.Refusal is { } refusal ? ApiAnswers.Refused(context, refusal) : Private(context, RegisterEntryDocument.Of(found.Value.Form, found.Value.Line));
    }

    /// <summary><c>POST /api/v1/desk/registers/{form}</c>：登记一笔；已经有一样的 200，新登的 201。</summary>
    public static async Task<IResult> Add(string form, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        if (RegisterCatalogue.Find(form) is not { } known) return Results.NotFound();
        var (key, wrongKey) = DeskEndpoints.KeyOf(context);
        if (key is null) return wrongKey!;
        var (input, fault) = await DeskEndpoints.Read<RegisterEntryInput>(context);
        if ((input is null ? fault : Strange(known, input)) is { } wrong) return Unreadable(context, wrong);
        var entry = new RegisterInput(caller.Token.Unit, form, input!.On, input.Values, input.Office is { } office ? new OfficeId(office) : null, input.Note, []);
        var added = await registers.Desk.Add(caller.Token.Person, entry, new CommandKey($"api:{key}", new { form, input }), context.RequestAborted, Via(caller));
        if (added.Refusal is { } refusal) return Refused(context, refusal);
        return await Show(added.Value.Entry, caller, registers, context, added.Value.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary><c>PUT /api/v1/desk/registers/{form}/{id}</c>：更正各栏，带着看到的版本和缘由。</summary>
    public static async Task<IResult> Correct(string form, string id, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        var (input, fault) = await DeskEndpoints.Read<RegisterEntryInput>(context);
        if (RegisterCatalogue.Find(form) is not { } known || await Find(form, id, caller, registers, context) is not { } found) return Results.NotFound();
        if (found.Refusal is { } unseen) return ApiAnswers.Refused(context, unseen);
        if ((input is null ? fault : input.Version is null ? "要写看到的并发版本 version。" : Strange(known, input)) is { } wrong) return Unreadable(context, wrong);
        var entry = found.Value.Line.Entry.Id;
        var done = await registers.Desk.Correct(caller.Token.Person, entry, input!.Version!.Value, input.Values, input.Note, input.Reason, null, context.RequestAborted);
        return done.Refusal is { } refusal ? Refused(context, refusal) : await Show(entry, caller, registers, context, StatusCodes.Status200OK);
    }

    /// <summary><c>POST /api/v1/desk/registers/{form}/{id}/void</c>：作废，带着看到的版本和缘由。</summary>
    public static async Task<IResult> Void(string form, string id, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        var (input, fault) = await DeskEndpoints.Read<RegisterVoidInput>(context);
        if (await Find(form, id, caller, registers, context) is not { } found) return Results.NotFound();
        if (found.Refusal is { } unseen) return ApiAnswers.Refused(context, unseen);
        if ((input is null ? fault : input.Version is null ? "要写看到的并发版本 version。" : null) is { } wrong) return Unreadable(context, wrong);
        var entry = found.Value.Line.Entry.Id;
        var done = await registers.Desk.Void(caller.Token.Person, entry, input!.Version!.Value, input.Reason, context.RequestAborted);
        return done.Refusal is { } refusal ? Refused(context, refusal) : await Show(entry, caller, registers, context, StatusCodes.Status200OK);
    }

    // 别的单位的、别的一本的，当作没有：为空。
    private static async Task<Outcome<(RegisterForm Form, RegisterLine Line)>?> Find(string form, string id, TokenCaller caller, RegisterServices registers, HttpContext context)
    {
        if (!Guid.TryParse(id, out var entry)) return null;
        var opened = await registers.Board.Open(await caller.Person(), new RegisterEntryId(entry), context.RequestAborted);
        if (opened.Refusal is AccessRefusal) return opened;
        if (!opened.Succeeded) return null;
        if (opened.Value.Form.Code != form || opened.Value.Line.Entry.Unit != caller.Token.Unit) return null;
        return opened;
    }

    private static async Task<IResult> Show(RegisterEntryId entry, TokenCaller caller, RegisterServices registers, HttpContext context, int status)
    {
        var opened = await registers.Board.Open(await caller.Person(), entry, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (opened.Refusal is { } refusal) return ApiAnswers.Refused(context, refusal);
        var document = RegisterEntryDocument.Of(opened.Value.Form, opened.Value.Line);
        if (status == StatusCodes.Status201Created) context.Response.Headers.Location = $"/api/v1/desk/registers/{opened.Value.Form.Code}/{entry}";
        return ApiAnswers.Json(document, status);
    }

    private static string? Strange(RegisterForm form, RegisterEntryInput input) =>
        input.Values.Keys.FirstOrDefault(code => form.Find(code) is null) is { } strange ? $"这本台账没有“{(strange.Length > 30 ? strange[..30] : strange)}”这一栏。" : null;

    private static IResult Unreadable(HttpContext context, string why) => ApiAnswers.Problem(context, StatusCodes.Status400BadRequest, "内容读不懂", why);

    // 填错了的逐栏说；别人先改了的 409。
    private static IResult Refused(HttpContext context, Refusal refusal) => refusal switch
    {
        RegisterRefusal faults => ApiAnswers.Problem(
            context, StatusCodes.Status422UnprocessableEntity, "没有存成", faults.Reason, new() { ["errors"] = faults.Faults.Select(fault => new ProblemDocument(fault.Field ?? "", fault.Reason)) }),
        StaleRefusal => ApiAnswers.Refused(context, refusal, StatusCodes.Status409Conflict),
        _ => ApiAnswers.Refused(context, refusal),
    };

    private static string Via(TokenCaller caller) => $"经接口，令牌“{caller.Token.Name}”";

    private static IResult Private(HttpContext context, object answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.Json(answer);
    }
}
