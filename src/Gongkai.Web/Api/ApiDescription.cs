using System.Globalization;
using Gongkai.Organisations.Access;
using Gongkai.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gongkai.Web.Api;

/// <summary>接口的说明（OpenAPI）：地址、条件、回答的样子，在 <c>/openapi/v1.json</c>。只说 <c>/api/v1</c> 之下的。</summary>
internal static class ApiDescription
{
    private const string TokenScheme = "token";

    /// <summary>目录与检索的条件，写法与门户的网址一样。</summary>
    public static IReadOnlyList<ApiParameter> ListParameters { get; } =
    [
        new("q", "检索的词；不写是浏览目录，新发布的在前"),
        new("unit", "单位，/u/ 后面的十个字母数字"),
        new("category", "法定公开分类的代码：2001 是条例第二十条第一项"),
        new("subject", "主题分类的代码（检索时不用）"),
        new("genre", "体裁，例如 circular（检索时不用）"),
        new("year", "生成日期在哪一年"),
        new("aspect", "五公开：decision、execution、management、service、result（检索时不用）"),
        new("page", "第几页，从 1 起"),
    ];

    /// <summary>本单位的信息的条件，写法与后台的清单一样。</summary>
    public static IReadOnlyList<ApiParameter> DeskParameters { get; } =
    [
        new("q", "名称、文号或者索引号里有的字"),
        new("step", "办到哪一步，例如 draft、firstReview、published"),
        new("mode", "公开方式：active、onRequest、notOpen"),
        new("category", "法定公开分类的代码"),
        new("year", "生成日期在哪一年"),
        new("matter", "归入事项清单的哪一项，标识"),
        new("aspect", "五公开：decision、execution、management、service、result"),
        new("overdue", "true：只看首次公开已经逾期的"),
        new("page", "第几页，从 1 起，一页三十条"),
    ];

    /// <summary>标准目录的条件。</summary>
    public static IReadOnlyList<ApiParameter> MatterParameters { get; } = [new("unit", "单位，/u/ 后面的十个字母数字；必写")];

    /// <summary>意见征集的条件。</summary>
    public static IReadOnlyList<ApiParameter> OpinionParameters { get; } = [new("step", "走到哪一步：announced、open、closed、answered、adopted、stopped"), new("page", "第几页，从 1 起")];

    /// <summary>数据中心各张表的条件，写法与页面的网址一样。</summary>
    public static IReadOnlyList<ApiParameter> DataParameters { get; } =
    [
        new("indicator", "指标的代码，见 /api/v1/data/indicators；不写的是本年新收的总计"),
        new("level", "层级：state、province、city、county、town"),
        new("kind", "性质：government、department、dispatchedBody、authorizedOrganisation"),
        new("region", "行政区划代码的开头：两位、四位或者六位"),
        new("year", "年度；不写的是最近的一年"),
    ];

    /// <summary>自选的表的条件，各可以写几个。</summary>
    public static IReadOnlyList<ApiParameter> TableParameters { get; } =
        [new("body", "机关的代码，见 /api/v1/data/bodies；不写的是全部"), new("year", "年度；不写的是各年"), new("cell", "格子或者指标的代码；一次最多 40 个，全部不多于 20,000 格")];

    /// <summary>发布台账的条件。</summary>
    public static IReadOnlyList<ApiParameter> LedgerParameters { get; } = [new("from", "自哪一天（含），年-月-日；不写的自本月一日"), new("to", "到哪一天（含）；不写的到今天")];

    /// <summary>一本台账的条件。</summary>
    public static IReadOnlyList<ApiParameter> RegisterParameters { get; } = [new("year", "哪一年；不写的是今年")];

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "政府信息公开：接口", Version = "v1", Description = "公开信息的接口只读，不要登录，内容与门户一样；desk 之下的凭令牌，随后台开关。错误一律是 application/problem+json。" };
            // 网址由反向代理决定，写相对的。
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[TokenScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "gk_…", Description = "系统管理员在后台的“令牌”里准许，持有的人领取：Authorization: Bearer gk_…",
            };
            return Task.CompletedTask;
        });
    });

    /// <summary>说明里写上：这个接口要令牌，要哪个范围；范围取自端点表。</summary>
    public static RouteHandlerBuilder WithToken(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        var policy = context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointRow>().Single().Policy;
        var scope = TokenScopeEntry.All.Single(entry => AccessPolicies.Token(entry.Scope) == policy);
        operation.Description = $"要有范围 {scope.Code}（{scope.Caption}）的令牌。";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, context.Document)] = [] }];
        return Task.CompletedTask;
    });

    /// <summary>一个接口的说明：做什么、成功时给什么、有哪些条件、会怎样拒绝。成功不是 200 的，写在拒绝里。</summary>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string summary, IReadOnlyList<ApiParameter> parameters, params int[] refusals)
    {
        var success = refusals.FirstOrDefault(status => status < StatusCodes.Status400BadRequest, StatusCodes.Status200OK);
        endpoint.WithSummary(summary).Produces<TAnswer>(success);
        foreach (var status in refusals.Where(status => status != success)) endpoint.ProducesProblem(status);
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
        StatusCodes.Status201Created => "存好了",
        StatusCodes.Status400BadRequest => "有一项条件认不得，或者内容读不懂",
        StatusCodes.Status401Unauthorized => "没有令牌，或者令牌不对、过期、收回了",
        StatusCodes.Status403Forbidden => "令牌没有这个范围，或者持有的人没有权限",
        StatusCodes.Status422UnprocessableEntity => "没有存成，逐项说明",
        StatusCodes.Status404NotFound => "没有，或者没有公开",
        StatusCodes.Status409Conflict => "别人先改了，看了新的再改",
        StatusCodes.Status410Gone => "曾经公开，已经撤回",
        StatusCodes.Status429TooManyRequests => "太频繁",
        _ => "出了错",
    };
}

/// <summary>网址里的一个条件。</summary>
/// <param name="Name">名字。</param>
/// <param name="Meaning">意思。</param>
internal sealed record ApiParameter(string Name, string Meaning);
