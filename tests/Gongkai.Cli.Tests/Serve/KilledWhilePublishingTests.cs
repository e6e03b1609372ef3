using System.Collections.Concurrent;
using System.Net;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.Serve;

/// <summary>几个人在页面上一条接一条地发布，正办着 kill −9：网站答复过“办了”的都在，没有答复的再办一次不重，重启接着办。</summary>
public sealed class KilledWhilePublishingTests
{
    private const int Items = 100;

    private const int Publishers = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_acknowledged_before_the_kill_is_there_and_the_rest_is_published_once(Engine engine)
    {
        var site = await Approved(engine);
        var city = site.City;
        await ServedSite.Configure(city.Settings);
        var waiting = new ConcurrentQueue<ItemId>(site.Items);
        List<ItemId> acknowledged = [];

        foreach (var until in new[] { 15, 60, Items })
        {
            acknowledged.AddRange(await PublishUntil(site, waiting, until - acknowledged.Count));
            await KilledSiteTests.Check(city, acknowledged.ConvertAll(item => ShortItemId.Of(item.Value)));
        }

        await using var db = city.Database.CreateContext();
        (await PublicItemQueries.Visible(db).Select(row => row.IndexNumber).Distinct().CountAsync()).ShouldBe(Items);
        (await db.AuditRecords.CountAsync(record => record.Act == "item.publish")).ShouldBe(Items);
        await site.DisposeAsync();
    }

    /// <summary>一百条审查通过、等着发布的；网站停下了，人的账号都在库里。</summary>
    private static async Task<ApprovedSite> Approved(Engine engine)
    {
        var site = new ApprovedSite(engine);
        await site.InitializeAsync();
        InventedCity.Done(await site.City.Database.Acts.Together<int>(
            async () =>
            {
                for (var number = 0; number < Items; number++)
                {
                    var item = await site.Team.Draft(site.Team.Complete($"第{number}号公告"));
                    await site.Team.Approve(item);
                    site.Items.Add(item);
                }

                return site.Items.Count;
            },
            default));
        await site.LoginNameOf(site.Team.Holder(Role.DisclosureOfficeHead));
        await site.Stop(site.Address);
        return site;
    }

    /// <summary>启动网站，四个浏览器一起发布，答复了这么多条就杀掉；答复过的各条。没有答复的放回去。</summary>
    private static async Task<IReadOnlyCollection<ItemId>> PublishUntil(ApprovedSite site, ConcurrentQueue<ItemId> waiting, int enough)
    {
        using var clock = new CancellationTokenSource(Patience);
        await using var served = await ServedSite.Start(site.City.Settings.Folder, clock.Token);
        var acknowledged = new ConcurrentBag<ItemId>();
        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(async _ =>
        {
            using var head = await site.SignedIn(site.Team.Holder(Role.DisclosureOfficeHead), served.Address);
            while (!clock.IsCancellationRequested && waiting.TryDequeue(out var item))
            {
                if (!await IsAcknowledged(head, item))
                {
                    waiting.Enqueue(item);
                    return;
                }

                acknowledged.Add(item);
                if (acknowledged.Count >= enough) served.Kill();
            }
        }));
        return acknowledged;
    }

    /// <summary>按下“发布”，网站答复办了没有；网站没了的，没有答复。上一回其实办成了的，案卷上已经公开。</summary>
    private static async Task<bool> IsAcknowledged(Visitor head, ItemId item)
    {
        try
        {
            var dossier = await head.Get($"/console/items/{item}");
            if (dossier.Page.QuerySelector("#act-publish") is null) return dossier.Page.QuerySelector("a[href^='/i/']") is not null;
            await head.Get($"/console/items/{item}/acts/publish");
            return (await head.Submit("act")).Status == HttpStatusCode.Redirect;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private sealed class ApprovedSite(Engine engine) : ReviewingSite
    {
        /// <summary>办到审查通过的一班人：和 <see cref="CitySite.City"/> 用一个库，可以成批地办。</summary>
        public InventedOffice Team { get; private set; } = null!;

        public List<ItemId> Items { get; } = [];

        protected override Engine Engine => engine;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Team = await InventedOffice.Create(City);
        }
    }
}
