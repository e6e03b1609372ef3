using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gongkai.Web.Api;

/// <summary>接口的说明（OpenAPI）：地址、条件、回答的样子，在 <c>/openapi/v1.json</c>。只说 <c>/api/v1</c> 之下的。</summary>
internal static class ApiDescription
{
    /// <summary>目录与检索的条件，写法与门户的网址一样。</summary>
    public static IReadOnlyList<ApiParameter> ListParameters { get; } =
    [
        new("q", "检索的词；不写是浏览目录，新发布的在前"),
        new("unit", "单位，/u/ 后面的十个字母数字"),
        new("category", "法定公开分类的代码：2001 是条例第二十条第一项"),
        new("subject", "主题分类的代码（检索时不用）"),
        new("genre", "体裁，例如 circular（检索时不用）"),
        new("year", "生成日期在哪一年"),
        new("page", "第几页，从 1 起"),
    ];

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "政府信息公开：公开信息的接口", Version = "v1", Description = "只读，不要登录，内容与门户一样。错误一律是 application/problem+json。" };
            // 网址由反向代理决定，写相对的。
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
    });

    /// <summary>一个接口的说明：做什么、成功时给什么、有哪些条件、会怎样拒绝。</summary>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string summary, IReadOnlyList<ApiParameter> parameters, params int[] refusals)
    {
        endpoint.WithSummary(summary).Produces<TAnswer>();
        foreach (var status in refusals) endpoint.ProducesProblem(status);
        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var parameter in parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            foreach (var (status, response) in operation.Responses ?? []) response.Description = Meaning(int.Parse(status, CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        });
    }

    private static string Meaning(int status) => status switch
    {
        StatusCodes.Status200OK => "成功",
        StatusCodes.Status400BadRequest => "有一项条件认不得",
        StatusCodes.Status404NotFound => "没有，或者没有公开",
        StatusCodes.Status410Gone => "曾经公开，已经撤回",
        StatusCodes.Status429TooManyRequests => "太频繁",
        _ => "出了错",
    };
}

/// <summary>网址里的一个条件。</summary>
/// <param name="Name">名字。</param>
/// <param name="Meaning">意思。</param>
internal sealed record ApiParameter(string Name, string Meaning);
