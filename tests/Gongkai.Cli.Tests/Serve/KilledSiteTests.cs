using System.Net;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Upkeep;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.Serve;

/// <summary>真的 <c>gongkai serve</c>，正在发布定了时的三十条，kill −9：读者看到过的都在，审计链、检索与正文一致，重启接着发布，一条不重。</summary>
public sealed class KilledSiteTests
{
    private const int Items = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_while_timed_items_are_published_nothing_that_was_seen_is_lost(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        await ServedSite.Configure(city.Settings);
        var scheduled = await Schedule(city);

        foreach (var until in new[] { 10, 20, Items })
        {
            await ServeUntil(city.Settings.Folder, scheduled.Take(until).ToList());
            await Check(city, scheduled.Take(until).ToList());
        }

        await using var db = city.Database.CreateContext();
        (await PublicItemQueries.Visible(db).Select(row => row.IndexNumber).Distinct().CountAsync()).ShouldBe(Items);
        (await db.AuditRecords.CountAsync(record => record.Act == "item.publish-on-time")).ShouldBe(Items);
    }

    /// <summary>三十条审查通过、定了时的：时刻早已过了，网站一启动就逐条发布。答复各条的短号，先到的在前。</summary>
    private static async Task<List<string>> Schedule(InventedCity city)
    {
        var office = await InventedOffice.Create(city);
        var at = city.Clock.GetUtcNow().AddMinutes(1);
        List<ItemId> items = [];
        InventedCity.Done(await city.Database.Acts.Together<int>(
            async () =>
            {
                for (var number = 0; number < Items; number++)
                {
                    var item = await office.Draft(office.Complete($"第{number}号公告"));
                    await office.Approve(item);
                    InventedCity.Done(await office.Do(
                        office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Schedule, request => request with { ScheduledFor = at.AddSeconds(number), Channels = [Channel.Website] }));
                    items.Add(item);
                }

                return items.Count;
            },
            default));
        return items.ConvertAll(item => ShortItemId.Of(item.Value));
    }

    /// <summary>启动网站，等到读者看得见这些，杀掉。</summary>
    private static async Task ServeUntil(string folder, IReadOnlyList<string> seen)
    {
        using var clock = new CancellationTokenSource(Patience);
        await using var site = await ServedSite.Start(folder, clock.Token);
        using var client = new HttpClient { BaseAddress = site.Address };
        foreach (var shortId in seen)
            while (await Status(client, shortId, clock.Token) != HttpStatusCode.OK) clock.Token.ThrowIfCancellationRequested();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string shortId, CancellationToken cancel)
    {
        using var response = await client.GetAsync(new Uri($"/i/{shortId}", UriKind.Relative), cancel);
        return response.StatusCode;
    }

    /// <summary>答复过的都在，审计链、检索与正文一致。</summary>
    internal static async Task Check(InventedCity city, IReadOnlyList<string> seen)
    {
        await using var db = city.Database.CreateContext();
        var visible = await PublicItemQueries.Visible(db).Select(row => row.ShortId).ToListAsync();
        seen.Except(visible).ShouldBeEmpty("答复过的，不见了");
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();
        (await DataUpkeep.VerifySearch(city.Database, default)).ShouldBeEmpty();
    }
}
