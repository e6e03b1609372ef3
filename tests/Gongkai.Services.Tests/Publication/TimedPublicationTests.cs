using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Publication;

/// <summary>到了时刻发布不成的：理由给它的人看，隔一会儿再试，毛病去了就发布。</summary>
public sealed class TimedPublicationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_published_is_tried_again_after_a_pause_and_its_people_are_told_why(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await ScheduledByAVanishingPublisher(city, office);

        var first = await office.Publication.Timed.PublishDue(None);
        var atOnce = await office.Publication.Timed.PublishDue(None);
        city.Clock.Advance(TimedPublication.FirstPause);
        var second = await office.Publication.Timed.PublishDue(None);
        city.Clock.Advance(TimedPublication.FirstPause);
        var stillPaused = await office.Publication.Timed.PublishDue(None);

        first.ShouldHaveSingleItem().Why.Reason.ShouldContain("发布机构");
        atOnce.ShouldBeEmpty();
        second.Count.ShouldBe(1);
        stillPaused.ShouldBeEmpty();
        foreach (var role in (Role[])[Role.Handler, Role.DisclosureOfficeHead])
            (await office.Publication.Work.Of(await office.Current(office.Holder(role)), None)).Stuck.ShouldHaveSingleItem().TimingFault!.ShouldContain("发布机构");
        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.CountAsync(record => record.Act == "item.publish-on-time-failed")).ShouldBe(1);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
        (await office.Publication.Catalogue.List(new PublicItemFilter(), 1, None)).Count.ShouldBe(0);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Unschedule));
        (await office.Publication.Work.Of(await office.Current(office.Holder(Role.DisclosureOfficeHead)), None)).Stuck.ShouldBeEmpty();
    }

    private static async Task<ItemId> ScheduledByAVanishingPublisher(InventedCity city, InventedOffice office)
    {
        var input = office.Complete();
        var sports = await city.Establish("云泽市体育局", UnitLevel.City, UnitKind.Department, creditCode: "11341702486344515H");
        var item = await office.Draft(input with
        {
            Metadata = input.Metadata with { Publisher = sports },
            Responsibility = input.Responsibility with { Body = new ResponsibleBody(sports, "云泽市体育局") },
        });
        await office.Approve(item);
        var at = city.Clock.GetUtcNow().AddDays(1);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Schedule, request => request with { ScheduledFor = at, Channels = [Channel.Website] }));
        InventedCity.Done(await city.Services.Units.Merge(city.Administrator, new MergeUnits([sports], city.Culture, city.Today.AddDays(1), "机构改革"), null, None));
        city.Clock.Advance(TimeSpan.FromDays(1));
        return item;
    }
}
