using System.Security.Claims;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.SigningIn;

/// <summary>
/// 登录的 cookie：里面只有会话的编号，每个请求都到库里看它还有没有效。只随后台的地址发出，门户不认人。
/// 没有登录就打开后台的页面，先去登录，再回来；交表单的、接口，回答状态码。
/// </summary>
internal static class SessionCookie
{
    public const string SignInAddress = "/console/sign-in";
    public const string PasswordAddress = "/console/password";

    private const string SessionClaim = "session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.Path = "/console";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // 多久失效由库里的会话说了算，这里只是不要先于它。
        options.ExpireTimeSpan = TimeSpan.FromDays(1);
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = context => AskToSignIn(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => Deny(context.HttpContext);
    }

    /// <summary>发出 cookie。</summary>
    public static Task Issue(HttpContext context, SignedIn signedIn)
    {
        var identity = new ClaimsIdentity([new Claim(SessionClaim, signedIn.Session.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>登录以后回到哪里：只认后台自己的地址，别处的网址一律回工作台。</summary>
    public static string Back(string? wanted) => wanted is not null
        && wanted.StartsWith("/console", StringComparison.Ordinal) && !wanted.StartsWith(SignInAddress, StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal)
        ? wanted : "/console";

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SignInServices>().Sessions;
        var live = Guid.TryParse(context.Principal?.FindFirst(SessionClaim)?.Value, out var id)
            ? await sessions.Find(new SessionId(id), context.HttpContext.RequestAborted) : null;
        if (live is not null) context.HttpContext.Features.Set(live);
        else context.RejectPrincipal();
    }

    private static Task AskToSignIn(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect(SignInAddress + QueryString.Create("to", context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }

    private static Task Deny(HttpContext context)
    {
        if (context.Features.Get<LiveSession>() is { MustChangePassword: true } && HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(PasswordAddress);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
