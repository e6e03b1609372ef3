using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Opinions;
using Gongkai.Services.Publication.Opinions;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Publication;

/// <summary>意见征集：从登记到正式文本，收意见、归并、几个人同时办，都经真的库。</summary>
public sealed class OpinionServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_round_goes_from_its_draft_to_the_adopted_text(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (opinions, handler, head) = (office.Publication.Opinions, office.Holder(Role.Handler), office.Holder(Role.DisclosureOfficeHead));
        var round = InventedCity.Done(await opinions.Create(handler, office.Unit, InventedRounds.Facts(city.Today), "为了开放场馆。", null, None));
        (await office.Publication.PublicOpinions.Current(None)).Rounds.ShouldBeEmpty("公告还没有发布。");
        var shortId = await InventedRounds.Announce(office, round);

        var receipt = InventedCity.Done(await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("建议夜间也开放", "某甲", "13800138000"), "一", None));
        InventedCity.Done(await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("建议夜间也开放", "某甲", "13800138000"), "一", None)).ShouldBe(receipt, "按两下只收一条。");
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        InventedCity.Done(await office.Publication.OpinionIntake.Enter(handler, round, new OpinionComment("不同意收费", null, null), OpinionChannel.Post, city.Today, null, None));
        (await opinions.DraftResult(handler, round, 1, null, None)).Refusal!.Reason.ShouldContain("征集中");
        city.Clock.Advance(TimeSpan.FromDays(31));
        (await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("晚了", null, null), "二", None)).Refusal!.Reason.ShouldContain("已经截止");

        var seen = InventedCity.Done(await office.Publication.OpinionBoard.Comments(handler, round, OpinionShelf.All, 1, None));
        seen.Entries.Select(entry => entry.Text.Reveal()).ShouldBe(["建议夜间也开放", "不同意收费"]);
        foreach (var (entry, outcome, reason) in seen.Entries.Zip([OpinionOutcome.Adopted, OpinionOutcome.NotAdopted], [null, "收费依据充分"]))
        {
            var group = InventedCity.Done(await office.Publication.OpinionGroups.Add(handler, round, entry.Text.Reveal(), [new PickedComment(entry.Id, null)], null, None));
            InventedCity.Done(await office.Publication.OpinionGroups.Answer(handler, group, 1, entry.Text.Reveal(), outcome, reason, null, None));
        }

        InventedCity.Done(await opinions.DraftResult(handler, round, 1, null, None));
        var result = (await office.Publication.OpinionBoard.Open(await office.Current(handler), round, None)).Value.Result!;
        (await office.Publication.PublicOpinions.Current(None)).Find(shortId)!.Feedback.ShouldBeNull("结果还没有发布。");
        await InventedRounds.Publish(office, result.Id);
        var text = await office.Publish(office.Complete("云泽市公共场馆管理办法"));
        InventedCity.Done(await opinions.Adopt(head, round, 2, text, null, None));

        var shown = (await office.Publication.PublicOpinions.Current(None)).Find(shortId)!;
        shown.Feedback!.Counts.ShouldBe(new OpinionCounts(2, 1, 0, 1, 0));
        (shown.StepOn(city.Today), shown.Adopted!.Title).ShouldBe((OpinionStep.Adopted, "云泽市公共场馆管理办法"));
        var year = (await office.Publication.OpinionBoard.Year(await office.Current(head), office.Unit, 2026, None)).Value;
        (year.Rounds, year.Received, year.Adopted).ShouldBe((1, 2, 1));
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_somebody_wrote_stands_nowhere_in_the_clear_and_who_read_it_is_recorded(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (round, shortId) = await InventedRounds.Open(office);
        InventedCity.Done(await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("隔壁某丙的场馆总是锁着", "某甲", "13800138000"), "一", None));

        (await office.Publication.OpinionBoard.Comments(office.Holder(Role.Proofreader), round, OpinionShelf.All, 1, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        InventedCity.Done(await office.Publication.OpinionBoard.Comments(office.Holder(Role.Handler), round, OpinionShelf.All, 1, None)).Entries.ShouldHaveSingleItem().Contact!.Reveal().ShouldBe("13800138000");

        await using var db = city.Database.CreateContext();
        var records = await db.AuditRecords.AsNoTracking().ToListAsync();
        records.ShouldContain(record => record.Act == "opinion.read" && record.Changes!.Contains("read"));
        foreach (var secret in (string[])["总是锁着", "某甲", "13800138000"]) records.Where(record => record.Changes?.Contains(secret) == true).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_people_grouping_at_once_lose_nothing_of_each_other(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (round, shortId) = await InventedRounds.Open(office);
        for (var number = 0; number < 3; number++) InventedCity.Done(await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment($"第{number}条意见", null, null), $"{number}", None));
        var (one, other, groups) = (office.Holder(Role.Handler), office.Holder(Role.OfficeHead), office.Publication.OpinionGroups);
        var seen = InventedCity.Done(await office.Publication.OpinionBoard.Comments(one, round, OpinionShelf.All, 1, None)).Entries;

        var group = InventedCity.Done(await groups.Add(one, round, "开放时间", [new(seen[0].Id, null), new(seen[1].Id, null)], null, None));
        var late = await groups.Add(other, round, "停车", [new(seen[1].Id, null), new(seen[2].Id, null)], null, None);
        late.Refusal!.Reason.ShouldContain(seen[1].Receipt);
        (await office.Publication.OpinionBoard.Open(await office.Current(other), round, None)).Value.Groups.ShouldHaveSingleItem().Count.ShouldBe(2, "一条也没有动。");
        InventedCity.Done(await groups.Answer(one, group, 1, "开放时间", OpinionOutcome.Adopted, null, null, None));
        (await groups.Answer(other, group, 1, "开放的时间", OpinionOutcome.NotAdopted, "人手不够", null, None)).Refusal.ShouldBeOfType<StaleRefusal>();
        (await groups.Answer(other, group, 2, "开放时间", OpinionOutcome.Partly, " ", null, None)).Refusal!.Reason.ShouldContain("理由");

        InventedCity.Done(await groups.Remove(other, group, 2, null, None)).ShouldBe(2);
        (await office.Publication.OpinionBoard.Open(await office.Current(one), round, None)).Value.Counts.Ungrouped.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_minimum_is_a_setting_and_a_stopped_round_takes_nothing(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (opinions, handler) = (office.Publication.Opinions, office.Holder(Role.Handler));
        var facts = InventedRounds.Facts(city.Today) with { LastDay = city.Today.AddDays(9) };
        (await opinions.Create(handler, office.Unit, facts, null, null, None)).Refusal!.Reason.ShouldContain("不少于 30 天");
        await using (var db = city.Database.CreateContext())
        {
            db.Settings.Add(new() { Unit = Gongkai.Data.Audit.ChainId.System.Value, Name = "opinions.minimum-days", Value = "\"10\"" });
            await db.SaveChangesAsync();
        }

        var round = InventedCity.Done(await opinions.Create(handler, office.Unit, facts, null, null, None));
        var shortId = await InventedRounds.Announce(office, round);
        (await opinions.Edit(handler, round, 1, facts, null, None)).Refusal!.Reason.ShouldContain("征集中");
        (await opinions.Stop(handler, round, 1, "另行起草", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        InventedCity.Done(await opinions.Stop(office.Holder(Role.DisclosureOfficeHead), round, 1, "另行起草", null, None));

        (await office.Publication.OpinionIntake.Submit(shortId, new OpinionComment("还来得及吗", null, null), "一", None)).Refusal!.Reason.ShouldContain("已经中止：另行起草");
        (await office.Publication.PublicOpinions.Current(None)).Find(shortId)!.StepOn(city.Today).ShouldBe(OpinionStep.Stopped);
    }
}
