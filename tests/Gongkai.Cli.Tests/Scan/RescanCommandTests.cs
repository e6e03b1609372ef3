using System.Text.Json;
using Gongkai.Cli.Tests.Import;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Services.Demonstration;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Cli.Tests.Scan;

/// <summary><c>gongkai rescan</c>：已发布的再扫描一遍，不等网站；查出错误的列出来，遮盖着。</summary>
public sealed class RescanCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_published_is_scanned_and_what_no_longer_stands_is_listed(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var data = ImportFiles.Configure(city);
        var office = await InventedOffice.Create(city);
        await office.Publish();
        var (handler, secrecy, desk) = (office.Holder(Role.Handler), office.Holder(Role.SecrecyReviewer), office.Publication.Exemptions);
        var item = await office.Draft(office.Complete("被执行人名单", $"<p>被执行人证件号{DemoPoison.ResidentId}。</p>"));
        var print = (await office.Publication.Desk.Open(await office.Current(handler), item, default)).Value.Screening.Findings.Single(answered => answered.Blocks).Finding.Print;
        var exemption = InventedCity.Done(await desk.Ask(handler, item, print, "依法公告的信息", null, default));
        InventedCity.Done(await desk.Decide(secrecy, item, exemption, 1, true, "核对过", null, default));
        await office.Approve(item);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, Gongkai.Publication.Review.ReviewAction.Publish, request => request with { Channels = [Gongkai.Publication.Channels.Channel.Website] }));

        var first = await CommandLine.Run("rescan", "--data", data);
        (first.ExitCode, first.Output).ShouldBe((0, "扫了 2 条；公开着的有 0 条查出错误。\n"), first.Error);
        (await CommandLine.Run("rescan", "--data", data)).Output.ShouldBe("扫了 0 条；公开着的有 0 条查出错误。\n");
        (await CommandLine.Run("rescan", "--data", data, "--all")).Output.ShouldBe("扫了 2 条；公开着的有 0 条查出错误。\n");
        InventedCity.Done(await desk.Revoke(secrecy, item, exemption, 2, "批准错了", null, default));

        var found = await CommandLine.Run("rescan", "--data", data, "--json");

        found.ExitCode.ShouldBe(1);
        found.Output.ShouldNotContain(DemoPoison.ResidentId);
        using var json = JsonDocument.Parse(found.Output);
        json.RootElement.GetProperty("scanned").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("found")[0].GetProperty("title").GetString().ShouldBe("被执行人名单");
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();
    }
}
