using Gongkai.Organisations.Access;

namespace Gongkai.Web.Access;

/// <summary>
/// 端点表：每个地址在哪一面、谁可以用，只写在这里。加一个页面，就在这里加一行；
/// 没有行的端点谁也打不开，测试也会指出来。
/// </summary>
internal static class EndpointTable
{
    private const string Get = "GET";
    private const string Post = "POST";

    /// <summary>页面：看用 GET，交表单用 POST。</summary>
    private const string Page = "GET,POST";

    public static IReadOnlyList<EndpointRow> Rows { get; } =
    [
        new(Page, "/", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/catalogue", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/guide", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/guide/{Number:int}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/systems", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/systems/{ShortId}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/systems/{ShortId}/{Number:int}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/c/{Code}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/u/{unit}/c/{code}/feed", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/requests", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        // 表单里有防伪标记、申请人写的，查到的是一个人的：都不缓存。
        new(Page, "/u/{Key}/requests/apply", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/track", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/track/receipt", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/track/case", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/track/letters/{Number:int}", Surface.Portal, AccessPolicies.Everyone),
        new(Get, "/track/letters/{number:int}.{format}", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/u/{Key}/reports", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/matters", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/matters", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/u/{Key}/library", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/library", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/library/{ShortId}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/opinions", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/opinions/feed", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/opinions/{ShortId}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        // 表单里有防伪标记，每次另做。
        new(Page, "/opinions/{ShortId}/comment", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/reports", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/r/{Key}/{Year:int}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        // 年报的数据与原文件：每次都问看不看得见。
        new(Get, "/r/{unit}/{year:int}/{format}", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/i/{ShortId}", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/i/{shortId}/code.svg", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        // 附件可能很大，不进页面缓存；每次都问看不看得见。
        new(Get, "/i/{shortId}/f/{attachment}/{name}", Surface.Portal, AccessPolicies.Everyone),
        new(Page, "/search", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/search/feed", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/search/suggestions", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/feed", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/u/{unit}/feed", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/sitemap.xml", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/sitemap/{part:int}.xml", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/help", Surface.Portal, AccessPolicies.Everyone) { Cached = true },
        new(Page, "/accessibility", Surface.Portal, AccessPolicies.Everyone) { Cached = true },

        new(Get, "/api/v1/items", Surface.Api, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/api/v1/items/{shortId}", Surface.Api, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/api/v1/matters", Surface.Api, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/api/v1/opinions", Surface.Api, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/api/v1/opinions/{shortId}", Surface.Api, AccessPolicies.Everyone) { Cached = true },
        new(Get, "/openapi/{documentName}.json", Surface.Api, AccessPolicies.Everyone) { Cached = true },

        // 看得见没有公开的内容，所以随后台开关，不随公开的接口；只认令牌，不认登录的会话。
        new(Get, "/api/v1/desk/items", Surface.Console, AccessPolicies.Token(TokenScope.ReadItems)),
        new(Get, "/api/v1/desk/items/{id}", Surface.Console, AccessPolicies.Token(TokenScope.ReadItems)),
        new(Post, "/api/v1/desk/items", Surface.Console, AccessPolicies.Token(TokenScope.WriteDrafts)),
        new(Get, "/api/v1/desk/matters", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new(Get, "/api/v1/desk/channels", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new(Get, "/api/v1/desk/ledger", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new(Get, "/api/v1/desk/registers", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new(Get, "/api/v1/desk/registers/{form}", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new(Post, "/api/v1/desk/registers/{form}", Surface.Console, AccessPolicies.Token(TokenScope.WriteRegisters)),
        new(Get, "/api/v1/desk/registers/{form}/{id}", Surface.Console, AccessPolicies.Token(TokenScope.ReadLedger)),
        new("PUT", "/api/v1/desk/registers/{form}/{id}", Surface.Console, AccessPolicies.Token(TokenScope.WriteRegisters)),
        new(Post, "/api/v1/desk/registers/{form}/{id}/void", Surface.Console, AccessPolicies.Token(TokenScope.WriteRegisters)),

        new(Page, "/console", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/setup", Surface.Console, AccessPolicies.Everyone),
        new(Page, "/console/sign-in", Surface.Console, AccessPolicies.Everyone),
        new(Page, "/console/sign-in/code", Surface.Console, AccessPolicies.Everyone),
        new(Page, "/console/sign-out", Surface.Console, AccessPolicies.OwnAccount),
        new(Page, "/console/password", Surface.Console, AccessPolicies.OwnAccount),
        new(Page, "/console/totp", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/sessions", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/tokens", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/settings", Surface.Console, AccessPolicies.May(Permission.ManageSettings)),
        new(Page, "/console/permissions", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/matters", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/matters/{Id:guid}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/matters.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/aspects", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/aspects.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/channels", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/channels.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/channels/{Id:guid}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers/table-two", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers/submissions/bulletin", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/registers/submissions/bulletin.{format}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers/releases/months", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/registers/releases/months.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers/{Form}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/registers/{form}.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/registers/{Form}/{Entry:guid}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/registers/{form}/{entry:guid}/evidence/{number:int}", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/items/new", Surface.Console, AccessPolicies.May(Permission.DraftItem)),
        new(Page, "/console/items/import", Surface.Console, AccessPolicies.May(Permission.DraftItem)),
        new(Page, "/console/items/pictures", Surface.Console, AccessPolicies.May(Permission.DraftItem)),
        new(Page, "/console/items/{id:guid}/edit", Surface.Console, AccessPolicies.May(Permission.DraftItem)),
        new(Page, "/console/items/{id:guid}/preview", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items/{id:guid}/versions", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Get, "/console/items/{id:guid}/files/{attachment}/{name}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items/{id:guid}/findings/{print}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/findings", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Get, "/console/items/{id:guid}/copies/{attachment}/{name}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items/bulk", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items/{id:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/items/{id:guid}/acts/{act}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/ledger", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Get, "/console/ledger.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/help", Surface.Console, AccessPolicies.Everyone),
        new(Page, "/console/help/{topic}", Surface.Console, AccessPolicies.Everyone),
        new(Page, "/console/units", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/units/{unit:guid}", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/units/{unit:guid}/review", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/units/establish", Surface.Console, AccessPolicies.May(Permission.ManageUnits)),
        new(Page, "/console/units/regions", Surface.Console, AccessPolicies.May(Permission.ManageUnits)),
        new(Page, "/console/people", Surface.Console, AccessPolicies.May(Permission.ManagePeople)),
        new(Page, "/console/people/add", Surface.Console, AccessPolicies.May(Permission.ManagePeople)),
        new(Page, "/console/people/{person:guid}", Surface.Console, AccessPolicies.May(Permission.ManagePeople)),
        new(Page, "/console/delegations", Surface.Console, AccessPolicies.SignedIn),
        new(Page, "/console/columns", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/columns/{Unit:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/guide/{Unit:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/systems/{Unit:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/normative", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/normative/{document:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/normative/register", Surface.Console, AccessPolicies.May(Permission.MaintainNormative)),
        new(Page, "/console/normative/cleanup", Surface.Console, AccessPolicies.May(Permission.MaintainNormative)),
        new(Page, "/console/opinions", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Get, "/console/opinions.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadLedger)),
        new(Page, "/console/opinions/new", Surface.Console, AccessPolicies.May(Permission.DraftItem)),
        new(Page, "/console/opinions/{id:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/opinions/{id:guid}/comments", Surface.Console, AccessPolicies.May(Permission.ReadPersonalData)),
        new(Get, "/console/opinions/{id:guid}/comments.xlsx", Surface.Console, AccessPolicies.May(Permission.ReadPersonalData)),
        new(Page, "/console/reports", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/reports/{Unit:guid}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/reports/{Unit:guid}/{Number:int}", Surface.Console, AccessPolicies.May(Permission.ReadUnpublished)),
        new(Page, "/console/audit", Surface.Console, AccessPolicies.May(Permission.ReadAudit)),
        new(Page, "/console/audit/verify", Surface.Console, AccessPolicies.May(Permission.VerifyAudit)),
        new(Page, "/console/gallery", Surface.Console, AccessPolicies.Everyone) { DemoOnly = true },

        new(Get, "/assets/{file}", Surface.Always, AccessPolicies.Everyone),
        new(Post, "/display", Surface.Always, AccessPolicies.Everyone),
        new(Get, "/healthz", Surface.Always, AccessPolicies.Everyone),
        new(Get, "/robots.txt", Surface.Always, AccessPolicies.Everyone),

        // 框架自己加的，用不着。
        new(Get, "/_framework/opaque-redirect", Surface.Always, AccessPolicies.Nobody),
    ];

    /// <summary>登记着这个地址与方法的一行；没有登记的，为 <see langword="null"/>。</summary>
    public static EndpointRow? Find(string pattern, IReadOnlyList<string> methods) =>
        Rows.FirstOrDefault(row => row.Pattern == pattern && methods.All(method => row.Methods.Split(',').Contains(method, StringComparer.Ordinal)));
}
