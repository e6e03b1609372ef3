using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Law;
using Gongkai.Web.Access;
using Microsoft.Extensions.Configuration;

namespace Gongkai.Web.Settings;

/// <summary>网站设置：来自数据目录里的 gongkai.json，环境变量 GONGKAI_… 可以逐项覆盖。一次读定，运行中不变。</summary>
/// <param name="Surfaces">开着的面：门户、后台、接口。</param>
/// <param name="Identity">页眉页脚与网页标签要用的单位信息。</param>
/// <param name="Proxies">可以相信其转发头的反向代理；没有就不相信任何转发头。</param>
/// <param name="AllowedHosts">认得的主机名，分号隔开；* 为都认。</param>
public sealed partial record SiteSettings(
    IReadOnlySet<Surface> Surfaces,
    SiteIdentity Identity,
    IReadOnlyList<IPNetwork> Proxies,
    string AllowedHosts)
{
    /// <summary>读取设置；写错的，用一句话说出哪一项、怎么改。</summary>
    public static Outcome<SiteSettings> Read(IConfiguration configuration)
    {
        var surfaces = ReadSurfaces(configuration["Surfaces"] ?? "portal,console,api");
        if (surfaces.Refusal is { } wrongSurface) return wrongSurface;
        var identity = ReadIdentity(configuration.GetSection("Site"));
        if (identity.Refusal is { } wrongIdentity) return wrongIdentity;
        var proxies = ReadProxies(configuration["Proxies"] ?? "");
        if (proxies.Refusal is { } wrongProxy) return wrongProxy;
        return new SiteSettings(surfaces.Value, identity.Value, proxies.Value, configuration["AllowedHosts"] ?? "*");
    }

    private static Outcome<IReadOnlySet<Surface>> ReadSurfaces(string text)
    {
        var surfaces = new HashSet<Surface>();
        foreach (var name in Words(text))
        {
            if (!Enum.TryParse<Surface>(name, ignoreCase: true, out var surface) || !Enum.IsDefined(surface))
                return new Refusal($"设置 Surfaces：没有“{name}”这个面，可以写 portal（门户）、console（后台）、api（接口）。");
            surfaces.Add(surface);
        }

        return surfaces.Count == 0 ? new Refusal("设置 Surfaces：至少要开一个面：portal、console、api。") : surfaces;
    }

    private static Outcome<SiteIdentity> ReadIdentity(IConfigurationSection section)
    {
        var identity = new SiteIdentity
        {
            Name = Text(section["Name"]) ?? "政府信息公开",
            Sponsor = Text(section["Sponsor"]),
            Operator = Text(section["Operator"]),
            IdentityCode = Text(section["IdentityCode"]),
            IcpRecord = Text(section["IcpRecord"]),
            PublicSecurityRecord = Text(section["PublicSecurityRecord"]),
            FaultReportAddress = Text(section["FaultReportAddress"]),
            Contact = Text(section["Contact"]),
        };
        if (identity.IdentityCode is { } code && !IdentityCode().IsMatch(code))
            return new Refusal($"设置 Site:IdentityCode：网站标识码应为十位数字，或者 bm 加八位数字，现在是“{code}”。");
        if (identity.FaultReportAddress is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            return new Refusal($"设置 Site:FaultReportAddress：“政府网站找错”要写完整的网址，现在是“{address}”。");
        return identity;
    }

    private static Outcome<IReadOnlyList<IPNetwork>> ReadProxies(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in Words(text))
        {
            if (IPNetwork.TryParse(word, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(word, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else return new Refusal($"设置 Proxies：“{word}”既不是地址也不是网段，例如 127.0.0.1 或 10.0.0.0/8。");
        }

        return networks;
    }

    private static string[] Words(string text) => text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    [GeneratedRegex("^(?:[0-9]{10}|bm[0-9]{8})$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex IdentityCode();
}
