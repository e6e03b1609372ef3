using System.Text.Json;
using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.SigningIn;

/// <summary>口令已对、等动态口令的几分钟：封在一个 cookie 里，只随登录的地址发出。</summary>
public sealed class PendingCookie(IDataProtectionProvider protection)
{
    private const string Name = "pending";

    private readonly IDataProtector _protector = protection.CreateProtector("gongkai.sign-in.pending");

    /// <summary>记下。</summary>
    public void Set(HttpContext context, PendingSignIn pending) =>
        context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(pending)), Options(context));

    /// <summary>读出；没有的、改过的为空。过没过时由服务看。</summary>
    public PendingSignIn? Get(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } sealedText) return null;
        try
        {
            return JsonSerializer.Deserialize<PendingSignIn>(_protector.Unprotect(sealedText));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>去掉。</summary>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = SessionCookie.SignInAddress, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps,
    };
}
