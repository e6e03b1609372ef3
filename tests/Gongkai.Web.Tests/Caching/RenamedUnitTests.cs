using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Portal;

namespace Gongkai.Web.Tests.Caching;

/// <summary>单位更名，存着的页面随即写新的名称。</summary>
public sealed class RenamedUnitTests(PublishingSite site) : IClassFixture<PublishingSite>
{
    [Fact]
    public async Task A_renamed_unit_is_called_by_its_new_name_on_pages_that_were_cached()
    {
        await site.Publish();
        await site.Page("/");
        var address = PortalAddress.OfUnit(site.City.Culture);
        (await site.Page(address)).QuerySelector("h1")!.TextContent.ShouldContain("云泽市文化广播局");
        var unit = (await site.City.Tree()).Find(site.City.Culture)!;

        InventedCity.Done(await site.City.Services.Units.Rename(site.City.Administrator, site.City.Culture, "云泽市文化和旅游局", site.City.Today, "机构改革", unit.Version, CancellationToken.None));

        (await site.Page(address)).QuerySelector("h1")!.TextContent.ShouldContain("云泽市文化和旅游局");
        (await site.Page("/")).Body!.TextContent.ShouldContain("云泽市文化和旅游局");
    }
}
