using Gongkai.Services.Settings;

namespace Gongkai.Web.Settings;

/// <summary>网站现在的身份：后台设过的盖过配置文件里的。公开的内容变了就重取，别的节点改的也在其中。</summary>
public sealed class SiteIdentities(SettingsDesk desk, SiteSettings configured)
{
    private SiteIdentity _current = configured.Identity;

    /// <summary>现在的。</summary>
    public SiteIdentity Current => Volatile.Read(ref _current);

    /// <summary>重取。</summary>
    public async ValueTask Refresh(CancellationToken cancel)
    {
        var set = await desk.Current(cancel);
        var file = configured.Identity;
        Volatile.Write(ref _current, new SiteIdentity
        {
            Name = Of("site.name") ?? file.Name,
            Sponsor = Of("site.sponsor") ?? file.Sponsor,
            Operator = Of("site.operator") ?? file.Operator,
            Contact = Of("site.contact") ?? file.Contact,
            IdentityCode = Of("site.identity-code") ?? file.IdentityCode,
            IcpRecord = Of("site.icp-record") ?? file.IcpRecord,
            PublicSecurityRecord = Of("site.public-security-record") ?? file.PublicSecurityRecord,
            FaultReportAddress = Of("site.fault-report-address") ?? file.FaultReportAddress,
        });

        string? Of(string name) => set.GetValueOrDefault(name);
    }

    /// <summary>配置文件里写的；没有写的、不在配置文件里的为空。</summary>
    public string? Configured(SiteSetting setting) => setting.Name switch
    {
        "site.name" => configured.Identity.Name, "site.sponsor" => configured.Identity.Sponsor, "site.operator" => configured.Identity.Operator, "site.contact" => configured.Identity.Contact,
        "site.identity-code" => configured.Identity.IdentityCode, "site.icp-record" => configured.Identity.IcpRecord,
        "site.public-security-record" => configured.Identity.PublicSecurityRecord, "site.fault-report-address" => configured.Identity.FaultReportAddress,
        _ => null,
    };
}
