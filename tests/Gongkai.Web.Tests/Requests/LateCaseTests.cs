using Gongkai.Organisations.Access;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>过了期限的一件：时钟要往前走，所以另开一个网站。</summary>
public sealed class LateCaseTests(ReviewingSite site) : IClassFixture<ReviewingSite>
{
    [Fact]
    public async Task An_extension_and_a_fee_notice_after_the_due_date_are_refused()
    {
        var cases = new InventedCases(site.Office, site.Services.GetRequiredService<RequestServices>());
        var id = (await cases.Processing()).Case;
        site.City.Clock.Advance(TimeSpan.FromDays(60));
        using var head = await site.SignedIn(await site.City.Somebody(Role.DisclosureOfficeHead, site.Office.Unit));
        (await head.Get($"/console/cases/{id}")).Page.QuerySelector(".dossier-standing .wrong")!.TextContent.ShouldContain("逾期");
        (await head.Get("/console/cases?overdue=true")).Page.QuerySelector($"a[href='/console/cases/{id}']").ShouldNotBeNull();

        await head.Get($"/console/cases/{id}/acts/approve-extension");
        (await head.Submit("act", ("days", "20"), ("text", "来不及"))).Text.ShouldContain("RQ-05");
        await head.Get($"/console/cases/{id}/acts/issue-fee-notice");
        (await head.Submit("act", ("mode", "Pages"), ("count", "300"), ("text", "多"), ("payment", "到专户"))).Text.ShouldContain("RQ-10");
    }
}
