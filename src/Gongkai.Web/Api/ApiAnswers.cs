using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Api;

/// <summary>接口的回答：JSON，与 problem+json 的拒绝。</summary>
internal static class ApiAnswers
{
    // 汉字原样写出；尖括号等照样转义，夹在网页里也没有害处。
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IResult Json(object answer, int status = StatusCodes.Status200OK) => Results.Json(answer, Options, statusCode: status);

    public static IResult Problem(HttpContext context, int status, string title, string detail, Dictionary<string, object?>? more = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(title: title, detail: detail, statusCode: status, extensions: new Dictionary<string, object?>(more ?? [], StringComparer.Ordinal) { ["requestId"] = context.TraceIdentifier });
    }

    /// <summary>服务拒绝了：没有权限的 403，其余的 422，附条文。</summary>
    public static IResult Refused(HttpContext context, Refusal refusal, int otherwise = StatusCodes.Status422UnprocessableEntity) => Problem(
        context, refusal is AccessRefusal ? StatusCodes.Status403Forbidden : otherwise, "没有办成", refusal.Reason, new() { ["basis"] = refusal.Basis?.ToString() });

    /// <summary>枚举在接口里的写法，例如 <c>firstReview</c>。</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
