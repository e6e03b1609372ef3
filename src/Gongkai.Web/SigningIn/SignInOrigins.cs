using Gongkai.Services.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.SigningIn;

/// <summary>从哪里登录：网段，和由浏览器自报的名字得出的“浏览器 · 系统”。</summary>
internal static class SignInOrigins
{
    // 次序有讲究：各家都自称 Chrome、Safari，先认特别的。
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("QQBrowser", "QQ 浏览器"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static SignInOrigin Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var parts = new[] { Find(Browsers, agent), Find(Systems, agent) }.Where(part => part is not null).ToList();
        return SignInOrigin.Of(context.Connection.RemoteIpAddress, parts.Count == 0 ? null : string.Join(" · ", parts));
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.Where(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
