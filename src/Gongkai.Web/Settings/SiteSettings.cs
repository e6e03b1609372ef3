using System.Net;
using Gongkai.Law;
using Gongkai.Services.Mailing;
using Gongkai.Services.Requests;
using Gongkai.Services.Settings;
using Gongkai.Web.Access;
using Microsoft.Extensions.Configuration;

namespace Gongkai.Web.Settings;

/// <summary>网站设置：来自数据目录里的 gongkai.json，环境变量 GONGKAI_… 可以逐项覆盖。一次读定，运行中不变。</summary>
/// <param name="Surfaces">开着的面：门户、后台、接口。</param>
/// <param name="Identity">页眉页脚与网页标签要用的单位信息。</param>
/// <param name="Proxies">可以相信其转发头的反向代理；没有就不相信任何转发头。</param>
/// <param name="AllowedHosts">认得的主机名，分号隔开；* 为都认。</param>
/// <param name="Screening">公众交来的文件怎样查毒；没有设的不查。</param>
public sealed record SiteSettings(
    IReadOnlySet<Surface> Surfaces,
    SiteIdentity Identity,
    IReadOnlyList<IPNetwork> Proxies,
    string AllowedHosts,
    FileScreening Screening)
{
    /// <summary>怎样发邮件；没有设的不发。</summary>
    public MailSettings Mail { get; init; } = MailSettings.Off;

    /// <summary>读取设置；写错的，用一句话说出哪一项、怎么改。</summary>
    public static Outcome<SiteSettings> Read(IConfiguration configuration)
    {
        var surfaces = ReadSurfaces(configuration["Surfaces"] ?? "portal,console,api");
        if (surfaces.Refusal is { } wrongSurface) return wrongSurface;
        var identity = ReadIdentity(configuration.GetSection("Site"));
        if (identity.Refusal is { } wrongIdentity) return wrongIdentity;
        var proxies = ReadProxies(configuration["Proxies"] ?? "");
        if (proxies.Refusal is { } wrongProxy) return wrongProxy;
        var mail = MailSettings.Read(name => configuration[name]);
        if (mail.Refusal is { } wrongMail) return wrongMail;
        return new SiteSettings(surfaces.Value, identity.Value, proxies.Value, configuration["AllowedHosts"] ?? "*", new FileScreening(Text(configuration["Intake:ScanCommand"]))) { Mail = mail.Value };
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
        foreach (var setting in SiteSetting.All.Where(setting => setting.Configured is not null))
            if (Text(section[setting.Configured!["Site:".Length..]]) is { } value && setting.Fault(value) is { } fault) return new Refusal($"设置 {setting.Configured}：{fault.Reason}");
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
}
