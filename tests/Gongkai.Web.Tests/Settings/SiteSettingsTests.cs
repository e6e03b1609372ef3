using Gongkai.Web.Access;
using Gongkai.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace Gongkai.Web.Tests.Settings;

/// <summary>设置写错的，启动时一句话说明。</summary>
public sealed class SiteSettingsTests
{
    [Theory]
    [InlineData("Surfaces", "portal,kitchen", "kitchen")]
    [InlineData("Surfaces", "7", "7")]
    [InlineData("Surfaces", ",", "至少")]
    [InlineData("Site:IdentityCode", "12345", "12345")]
    [InlineData("Site:FaultReportAddress", "找错", "网址")]
    [InlineData("Proxies", "10.0.0.0/8, nobody", "nobody")]
    public void A_wrong_setting_is_refused_with_its_name_and_value(string name, string value, string said)
    {
        var outcome = Read(new() { [name] = value });

        outcome.Succeeded.ShouldBeFalse();
        outcome.Refusal!.Reason.ShouldContain(name);
        outcome.Refusal.Reason.ShouldContain(said);
    }

    [Theory]
    [InlineData("Security", "ssl", "starttls")]
    [InlineData("Port", "0", "65535")]
    [InlineData("From", "公开办", "发信的地址")]
    [InlineData("Site", "xxgk.example", "网址")]
    [InlineData("PasswordFile", "/no/such/file", "读不了")]
    public void A_wrong_mail_setting_is_refused_with_its_name(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "mail.example", ["Mail:From"] = "xxgk@example.gov.cn", ["Mail:Site"] = "https://xxgk.example.gov.cn/", ["Mail:Password"] = "mima", [$"Mail:{name}"] = value };

        Read(settings).Refusal!.Reason.ShouldSatisfyAllConditions(reason => reason.ShouldContain($"Mail:{name}"), reason => reason.ShouldContain(said), reason => reason.ShouldNotContain("mima"));
        settings.Remove($"Mail:{name}");
        if (name is "Security" or "Port") Read(settings).Value.Mail.ShouldSatisfyAllConditions(mail => mail.Port.ShouldBe(587), mail => mail.Site.ShouldBe("https://xxgk.example.gov.cn"), mail => mail.ToString().ShouldNotContain("mima"));
    }

    [Fact]
    public void Nothing_set_means_everything_on_and_nothing_invented()
    {
        var settings = Read([]).Value;

        settings.Surfaces.ShouldBe([Surface.Portal, Surface.Console, Surface.Api], ignoreOrder: true);
        settings.Identity.ShouldBe(new SiteIdentity { Name = "政府信息公开" });
        settings.Proxies.ShouldBeEmpty();
        settings.Mail.IsOn.ShouldBeFalse();
    }

    [Theory]
    [InlineData("4408030001")]
    [InlineData("bm29000002")]
    public void Both_kinds_of_identity_codes_are_taken(string code) => Read(new() { ["Site:IdentityCode"] = code }).Value.Identity.IdentityCode.ShouldBe(code);

    private static Law.Outcome<SiteSettings> Read(Dictionary<string, string?> values) =>
        SiteSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
