using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Display;

/// <summary>
/// <c>POST /display</c>：记下显示偏好，回到原来的页面。它改的只是本人的 cookie，被别的网站代为提交也没有害处，
/// 所以不要防伪标记，缓存着的页面上才能有这个表单。
/// </summary>
internal static class DisplayEndpoint
{
    public static async Task<IResult> Change(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var current = DisplayPreferences.Of(context.Request);
        var chosen = form["choice"].ToString() switch
        {
            "large" => current with { LargeText = true },
            "normal" => current with { LargeText = false },
            "dark" => current with { Theme = Theme.Dark },
            "light" => current with { Theme = Theme.Light },
            "system" => current with { Theme = Theme.System },
            _ => current,
        };
        context.Response.Cookies.Append(DisplayPreferences.CookieName, chosen.ToString(), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        context.Response.Headers.Location = LocalAddress(form["back"].ToString());
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>只回到本站的地址：以一条斜杠开头，第二个字符不是斜杠或反斜杠；其余一律回首页。</summary>
    internal static string LocalAddress(string address)
    {
        var isLocal = address.StartsWith('/') && (address.Length == 1 || address[1] is not ('/' or '\\'));
        return isLocal && Uri.TryCreate("http://local" + address, UriKind.Absolute, out var uri) && uri.Host == "local" ? uri.PathAndQuery : "/";
    }
}
