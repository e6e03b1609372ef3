using Gongkai.Services.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.SigningIn;

/// <summary>空的网站：从设置码到第一名系统管理员登录。</summary>
public sealed class FirstRunPageTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task An_empty_site_is_set_up_with_the_printed_token_once()
    {
        using var visitor = new Visitor(site.Address);
        (await visitor.Get("/console/sign-in")).Location.ShouldBe("/console/setup");
        await visitor.Get("/console/setup");

        var refused = await Fill(visitor, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "江西省九江市濂溪区文化和旅游局");
        var ambiguous = await Fill(visitor, Token, "鼓楼区人民政府");
        var done = await Fill(visitor, Token, "江西省九江市濂溪区文化和旅游局");
        var signedIn = await visitor.Follow(await visitor.SignIn("guanliyuan", CitySite.Password));

        refused.Text.ShouldContain("设置码不对");
        ambiguous.Text.ShouldContain("请填行政区划代码");
        done.Text.ShouldContain("设置好了");
        signedIn.Text.ShouldContain("系统管理员");
        signedIn.Text.ShouldContain("濂溪区文化和旅游局");
        (await visitor.Get("/console/setup")).Location.ShouldBe("/console/sign-in");
    }

    private string Token => site.Services.GetRequiredService<FirstRun>().Token;

    private static Task<Reply> Fill(Visitor visitor, string token, string unit) => visitor.Submit(
        "setup",
        ("Form.Token", token),
        ("Form.UnitName", unit),
        ("Form.PersonName", "某管理员"),
        ("Form.LoginName", "guanliyuan"),
        ("Form.Password", CitySite.Password),
        ("Form.Again", CitySite.Password),
        ("Form.KeysSaved", "true"));
}
