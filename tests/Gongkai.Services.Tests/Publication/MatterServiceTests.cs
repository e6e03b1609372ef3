using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Matters;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>事项清单：登记、改、停用，信息归入，公开以后状态随即变，过时了自己看得出；五公开的条数。</summary>
public sealed class MatterServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_matter_is_missing_until_it_is_published_and_stale_when_its_time_has_passed(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var matter = await Add(office, Facts("群众文化活动"));
        (await Standing(office, matter)).ShouldBe((MatterState.Never, 0));
        var draft = await office.Draft(Sorted(office, matter));
        (await Standing(office, matter)).ShouldBe((MatterState.Never, 0), "拟了还不算公开");

        var item = await office.Publish(Sorted(office, matter));
        (await Standing(office, matter)).ShouldBe((MatterState.Current, 1));
        (await office.Publication.MatterBoard.Wanting(await office.Current(office.Holder(Role.Handler)), None)).ShouldBeEmpty();

        city.Clock.Advance(TimeSpan.FromDays(70));
        (await Standing(office, matter)).ShouldBe((MatterState.Stale, 1));
        (await office.Publication.MatterBoard.Wanting(await office.Current(office.Holder(Role.Handler)), None)).Single().Counts.ShouldBe(new MatterCounts(0, 1, 0, 0));
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Withdraw, request => request with { Text = "日期有误" }));
        (await Standing(office, matter)).ShouldBe((MatterState.Never, 0), "撤回了的不算公开");
        var dossier = InventedCity.Done(await office.Publication.MatterBoard.Open(await office.Current(office.Holder(Role.Handler)), matter, None));
        dossier.Items.Select(entry => entry.Id).ShouldBe([item, draft], ignoreOrder: true);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_oldest_draft_that_waits_sets_the_clock_of_twenty_workdays(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var matter = await Add(office, Facts("规范性文件") with { Rhythm = new MatterRhythm(MatterFrequency.OnMaking) });
        await office.Publish(Sorted(office, matter));
        (await Standing(office, matter)).State.ShouldBe(MatterState.Current);

        var old = Sorted(office, matter);
        await office.Draft(old with { Metadata = old.Metadata with { CreatedOn = city.Today.AddDays(-60) } });
        await office.Draft(old);

        var line = (await Lines(office)).Single();
        (line.Standing.State, line.Record.WaitingSince).ShouldBe((MatterState.Stale, city.Today.AddDays(-60)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_matter_is_not_registered_twice_changed_by_version_and_ended_with_a_reason(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (desk, head) = (office.Publication.Matters, office.Holder(Role.DisclosureOfficeHead));
        var matter = await Add(office, Facts("群众文化活动"));

        (await Add(office, Facts(" 群众文化活动"))).ShouldBe(matter, "同样的一项，不重复");
        (await desk.Add(head, office.Unit, Facts("群众文化活动") with { Basis = "别的依据" }, null, None)).Refusal.ShouldBeOfType<MatterRefusal>().Reason.ShouldContain("已经有“群众文化活动”");
        var other = await Add(office, Facts("展览与讲座"));
        (await desk.Change(head, other, 1, Facts("群众文化活动"), null, None)).Refusal.ShouldBeOfType<MatterRefusal>();
        InventedCity.Done(await desk.Change(head, other, 1, Facts("展览") with { Audience = "未成年人" }, null, None)).ShouldBe(2);
        (await desk.Change(head, other, 1, Facts("讲座"), null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
        (await desk.End(head, other, 2, " ", None)).Refusal!.Reason.ShouldBe("停用要写明缘由。");
        InventedCity.Done(await desk.End(head, other, 2, "并入群众文化活动", None)).ShouldBe(3);

        (await Lines(office)).Select(line => line.Matter.Id).ShouldBe([matter]);
        (await desk.Change(head, other, 3, Facts("展览"), null, None)).Refusal!.Reason.ShouldContain("已经停用");
        // 停用的让出了名字。
        (await Add(office, Facts("展览"))).ShouldNotBe(other);
        (await office.Publication.Drafts.Create(office.Holder(Role.Handler), office.Unit, Sorted(office, other), null, None)).Refusal!.Reason.ShouldContain("已经停用");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_not_is_told_and_an_item_of_another_unit_is_not_taken(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var (office, tourism) = (await InventedOffice.Create(city), await InventedOffice.Create(city, city.Tourism));
        var matter = await Add(office, Facts("群众文化活动"));

        (await office.Publication.Matters.Add(office.Holder(Role.Handler), office.Unit, Facts("展览"), null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.MatterBoard.Of(await tourism.Current(tourism.Holder(Role.Handler)), [office.Unit], None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await tourism.Publication.Drafts.Create(tourism.Holder(Role.Handler), tourism.Unit, Sorted(tourism, matter), null, None)).Refusal!.Reason.ShouldContain("没有这一项");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_public_sees_the_list_with_its_latest_items_and_nothing_unpublished(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (events, talks) = (await Add(office, Facts("群众文化活动")), await Add(office, Facts("展览与讲座")));
        for (var number = 1; number <= 4; number++)
        {
            await office.Publish(Sorted(office, events, $"第{number}场群众文化活动"));
            city.Clock.Advance(TimeSpan.FromHours(1));
        }

        await office.Draft(Sorted(office, talks, "还没有公开的讲座"));

        var matters = await office.Publication.PublicMatters.Of(office.Unit, None);
        matters.Select(matter => (matter.Matter.Id, matter.Published, string.Join('、', matter.Latest.Select(entry => entry.Title)))).ShouldBe(
            [(talks, 0, ""), (events, 4, "第4场群众文化活动、第3场群众文化活动、第2场群众文化活动")], ignoreOrder: true);
        (await office.Publication.PublicMatters.Counts(None)).ShouldBe(new Dictionary<Guid, int> { [office.Unit.Value] = 2 });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Items_marked_with_aspects_are_counted_and_filtered_and_what_is_not_published_is_not(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        await office.Publish(office.Complete("决策和结果") with { Aspects = OpennessAspects.Decision | OpennessAspects.Result });
        await office.Publish(office.Complete("结果") with { Aspects = OpennessAspects.Result });
        await office.Publish(office.Complete("没有标"));
        await office.Draft(office.Complete("没有公开") with { Aspects = OpennessAspects.Service });
        var who = await office.Current(office.Holder(Role.Handler));

        var line = InventedCity.Done(await office.Publication.MatterBoard.Aspects(who, [office.Unit], city.Today.Year, None)).Single();

        (line.All, line.Unmarked, string.Join(' ', line.Each)).ShouldBe((3, 1, "1 0 0 0 2"));
        InventedCity.Done(await office.Publication.MatterBoard.Aspects(who, [office.Unit], city.Today.Year - 1, None)).Single().All.ShouldBe(0);
        (await office.Publication.Catalogue.List(new() { Aspect = OpennessAspects.Result }, 1, None)).Count.ShouldBe(2);
        (await office.Publication.Catalogue.List(new() { Aspect = OpennessAspects.Service }, 1, None)).Entries.ShouldBeEmpty();
        (await office.Publication.Catalogue.Counts(None)).ByAspect(new()).ShouldBe(new Dictionary<OpennessAspects, int> { [OpennessAspects.Decision] = 1, [OpennessAspects.Result] = 2 }, ignoreOrder: true);
        InventedCity.Done(await office.Publication.Desk.Of(who, new DeskFilter(office.Unit) { Aspect = OpennessAspects.Service }, 1, None)).Entries.Single().Title.ShouldBe("没有公开");
    }

    private static MatterFacts Facts(string name) => new()
    {
        Group = "公共文化服务", Name = name, Elements = "时间、地点、内容", Basis = "《政府信息公开条例》第二十一条", Category = "2102", Rhythm = new MatterRhythm(MatterFrequency.Monthly),
        Channels = [Channel.Website], Levels = [UnitLevel.City],
    };

    private static DraftInput Sorted(InventedOffice office, MatterId matter, string title = "关于举办群众文化活动的通知") => office.Complete(title) with { Matter = matter };

    private static async Task<MatterId> Add(InventedOffice office, MatterFacts facts) => InventedCity.Done(await office.Publication.Matters.Add(office.Holder(Role.DisclosureOfficeHead), office.Unit, facts, null, None));

    private static async Task<IReadOnlyList<MatterLine>> Lines(InventedOffice office) => InventedCity.Done(await office.Publication.MatterBoard.Of(await office.Current(office.Holder(Role.Handler)), [office.Unit], None));

    private static async Task<(MatterState State, int Published)> Standing(InventedOffice office, MatterId matter)
    {
        var line = (await Lines(office)).Single(line => line.Matter.Id == matter);
        return (line.Standing.State, line.Record.Published);
    }
}
