using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.SigningIn;

/// <summary>封在一个 cookie 里的几样东西：浏览器带着，看不见也改不了，只随一处地址发出，关了浏览器就没有了。</summary>
/// <typeparam name="T">里面的几样。</typeparam>
/// <param name="name">cookie 的名字。</param>
/// <param name="path">只随这个地址之下的发出。</param>
public abstract class SealedCookie<T>(IDataProtectionProvider protection, string purpose, string name, string path)
    where T : class
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    /// <summary>记下。</summary>
    public void Set(HttpContext context, T content) => context.Response.Cookies.Append(name, _protector.Protect(JsonSerializer.Serialize(content)), Options(context));

    /// <summary>读出；没有的、改过的为空。过没过时由调用者看。</summary>
    public T? Get(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { } sealedText) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(_protector.Unprotect(sealedText));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>去掉。</summary>
    public void Clear(HttpContext context) => context.Response.Cookies.Delete(name, Options(context));

    private CookieOptions Options(HttpContext context) => new() { Path = path, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps };
}
