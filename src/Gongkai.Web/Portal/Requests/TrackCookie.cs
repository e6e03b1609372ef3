using Gongkai.Services.Requests;
using Gongkai.Web.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Portal.Requests;

/// <summary>查到了自己那一件的：查询码与后四位封着带在 cookie 里，每次都再核对；三十分钟不动就要重新写。</summary>
/// <param name="LastSeen">上一次看是什么时刻。</param>
public sealed record TrackVisit(string Code, string LastFour, DateTimeOffset LastSeen)
{
    /// <summary>凭据；打印、写日志不带出来。</summary>
    public TrackPass ToPass() => new(Code, LastFour);

    /// <inheritdoc />
    public override string ToString() => nameof(TrackVisit);
}

/// <summary><see cref="TrackVisit"/> 的 cookie。</summary>
public sealed class TrackCookie(IDataProtectionProvider protection, TimeProvider clock) : SealedCookie<TrackVisit>(protection, "gongkai.request.track", "track", PortalAddress.Track)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>记下凭据。</summary>
    public void Keep(HttpContext context, TrackPass pass) => Set(context, new TrackVisit(pass.Code, pass.LastFour, clock.GetUtcNow()));

    /// <summary>还算数的凭据，顺便续上；没有的、过了时的为空。</summary>
    public TrackPass? Renew(HttpContext context)
    {
        if (Get(context) is not { } visit || clock.GetUtcNow() - visit.LastSeen > Patience) return null;
        Keep(context, visit.ToPass());
        return visit.ToPass();
    }
}
