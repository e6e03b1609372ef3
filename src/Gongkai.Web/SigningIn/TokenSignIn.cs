using System.Security.Claims;
using System.Text.Encodings.Web;
using Gongkai.Organisations.Access;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.SigningIn;

/// <summary>
/// 凭令牌用接口：<c>Authorization: Bearer gk_…</c>。只有端点表里写明认令牌的地址才看它；浏览器不会自己带上，所以不怕跨站的请求。
/// </summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>登记在框架里的名字。</summary>
    public const string SchemeName = "token";

    /// <summary>范围的声明。</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var network = SignInOrigin.Of(Context.Connection.RemoteIpAddress, null).Network;
        if (await tokens.Find(header[Bearer.Length..].Trim(), network, Context.RequestAborted) is not { } live) return AuthenticateResult.Fail("令牌不对。");
        Context.Features.Set(live);
        var identity = new ClaimsIdentity(live.Scopes.Select(scope => new Claim(ScopeClaim, TokenScopeEntry.Of(scope).Code)), SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"insufficient_scope\"";
        return Task.CompletedTask;
    }
}
