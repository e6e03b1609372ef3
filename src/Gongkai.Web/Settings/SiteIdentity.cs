namespace Gongkai.Web.Settings;

/// <summary>网站的身份：页眉、页脚与网页标签要用的各项（《政府网站发展指引》）。没有设置的不显示，不编造。</summary>
public sealed record SiteIdentity
{
    /// <summary>网站名称（SiteName）。</summary>
    public required string Name { get; init; }

    /// <summary>主办单位。</summary>
    public string? Sponsor { get; init; }

    /// <summary>承办单位。</summary>
    public string? Operator { get; init; }

    /// <summary>网站标识码（SiteIDCode）：十位数字，或者 bm 加八位数字。</summary>
    public string? IdentityCode { get; init; }

    /// <summary>ICP 备案号。</summary>
    public string? IcpRecord { get; init; }

    /// <summary>公网安备号。</summary>
    public string? PublicSecurityRecord { get; init; }

    /// <summary>“政府网站找错”的网址。</summary>
    public string? FaultReportAddress { get; init; }

    /// <summary>联系方式，一句话。</summary>
    public string? Contact { get; init; }

    /// <summary>页面标题后面的名字：主办单位加网站名称。</summary>
    public string FullName => Sponsor is null ? Name : $"{Sponsor} · {Name}";
}
