using System.Globalization;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Claims;
using Gongkai.Testing.Files;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Tests.Requests;

/// <summary>填错了地方的、交了两次的、太厚的：一句话说明，写了的不丢，不多出一件来。</summary>
public sealed class BadFormTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    private const string Number = "11010519491231002X";

    private string Apply => $"{PortalAddress.OfUnit(site.Office.Unit)}/requests/apply";

    [Fact]
    public async Task An_identity_number_in_the_wrong_field_is_pointed_out_there_and_nothing_typed_is_lost()
    {
        using var visitor = site.Visitor();
        await visitor.Get(Apply);
        var before = await Counted();

        var back = await visitor.Submit("apply", ("Form.Name", "某乙"), ("Form.Phone", "13800138000"), ("Form.IdentityNumber", "999900199001010014"), ("Form.Wanted", $"证号 {Number} 的补助"));

        back.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Page.GetElementById("f-Form-Wanted-error")!.TextContent.ShouldContain("证件号码请写在“证件号码”里");
        back.Page.QuerySelector("textarea[name='Form.Wanted']")!.TextContent.ShouldContain(Number);
        (await Counted()).ShouldBe(before);
    }

    [Fact]
    public async Task An_entry_and_a_claim_posted_twice_are_one_of_each()
    {
        var before = await Counted();
        using var handler = await site.Holder(Role.Handler);
        await handler.Get($"/console/cases/new?unit={site.Office.Unit}");
        var entered = await Twice(handler, "enter-case", "/console/cases/new", ("Form.Way", "InPerson"), ("Form.Evidence", "受理记录 7 号"), ("Form.On", site.City.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Form.Wanted", "场馆的收费批文"));
        entered[0].Location.ShouldNotBeNull();
        entered[1].Location.ShouldBe(entered[0].Location);

        using var citizen = site.Visitor();
        var address = PortalAddress.OfClaim(site.Office.Unit, ClaimKind.Correction);
        await citizen.Get(address);
        var claimed = await Twice(citizen, "claim", address, ("Form.About", "房屋登记的面积"), ("Form.Text", "登记为八十，应当是九十平方米"), ("Form.Name", "某乙"), ("Form.Phone", "13800138000"));
        claimed.Select(reply => reply.Page.QuerySelector(".receipt-number")!.TextContent).Distinct().ShouldHaveSingleItem();
        (await Counted()).ShouldBe((before.Cases + 1, before.Claims + 1));
    }

    [Fact]
    public async Task A_claim_with_five_thousand_pages_is_not_taken_and_says_why()
    {
        var before = await Counted();
        using var citizen = site.Visitor();
        await citizen.Get(PortalAddress.OfClaim(site.Office.Unit, ClaimKind.Correction));

        var refused = await citizen.SubmitFiles("claim", [("Form.Upload", "登记簿.pdf", InventedPdf.Blank(5000))], ("Form.About", "房屋登记的面积"), ("Form.Text", "写了的话"), ("Form.Name", "某乙"), ("Form.Phone", "13800138000"));

        (refused.Status, refused.Text.Contains("有 5000 页，至多收 100 页", StringComparison.Ordinal), refused.Text.Contains("写了的话", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true, true));
        (await Counted()).ShouldBe(before);
    }

    // 同一张表单，同一把钥匙，交两次。
    private static async Task<Reply[]> Twice(Visitor visitor, string form, string address, params (string Name, string Value)[] fields)
    {
        var hidden = visitor.Page.Forms.Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form).QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        var values = new Dictionary<string, string> { ["Form.Kind"] = "NaturalPerson", ["Form.IdentityKind"] = "ResidentId", ["Form.Copy"] = "Electronic", ["Form.Delivery"] = "Portal" };
        foreach (var (name, value) in hidden.Concat(fields)) values[name] = value;
        return [await visitor.Post(address, values), await visitor.Post(address, values)];
    }

    private async Task<(int Cases, int Claims)> Counted()
    {
        await using var db = site.City.Database.CreateContext();
        return (await db.RequestCases.CountAsync(), await db.Claims.CountAsync());
    }
}
