using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Review;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Requests;

/// <summary>答复以后：转为主动公开两边看得见，评价一件一次、只有合起来的数对外，登记了的删不掉。都经真的库。</summary>
public sealed class CaseVoiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Cases_turned_into_proactive_publication_are_seen_from_both_sides_and_counted_once_published(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (handler, links, office) = (cases.Office.Holder(Role.Handler), cases.Requests.Publications, cases.Office);
        var (first, second) = (await cases.Processing(), await cases.Processing());
        var who = await office.Current(handler);
        var item = await office.Draft();
        (await links.Link(handler, first.Case, "没有这一条", null, null, None)).Refusal!.Reason.ShouldContain("本单位没有这一条信息");
        (await links.Link(handler, first.Case, $"/console/items/{item}", "2026-0002、2026-9999", null, None)).Refusal!.Reason.ShouldContain("2026-9999", Case.Sensitive, "有一件写错，一件也不连。");
        var key = new CommandKey("link", "1");
        InventedCity.Done(await links.Link(handler, first.Case, $"/console/items/{item}", "2026-0002", key, None)).ShouldBe(2);
        InventedCity.Done(await links.Link(handler, first.Case, $"/console/items/{item}", "2026-0002", key, None)).ShouldBe(2, "双击只连一次。");
        (await links.Link(handler, second.Case, item.ToString(), null, null, None)).Refusal!.Reason.ShouldContain("已经连着");
        (await links.CasesOf(item, None)).Select(one => one.Caption).ShouldBe(["2026-0001", "2026-0002"]);
        (await links.Of(who, first.Case, None)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.IsPublished.ShouldBeFalse(), one => one.Title.ShouldNotBeNull());
        (await links.Published(first.TrackCode, None)).ShouldBeEmpty("没有公开的，申请人看不见。");
        (await links.Count(office.Unit, city.Today.Year, None)).ShouldBe((0, 0));

        await office.Approve(item);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
        (await links.Of(who, second.Case, None)).ShouldHaveSingleItem().IsPublished.ShouldBeTrue();
        (await links.Published(first.TrackCode, None)).ShouldHaveSingleItem();
        (await links.Count(office.Unit, city.Today.Year, None)).ShouldBe((1, 2));
        InventedCity.Done(await links.Unlink(handler, second.Case, item, null, None));
        (await links.Count(office.Unit, city.Today.Year, None)).ShouldBe((1, 1));

        var elsewhere = await InventedOffice.Create(city, city.Tourism);
        (await links.Link(elsewhere.Holder(Role.Handler), first.Case, item.ToString(), null, null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await links.Link(handler, first.Case, (await elsewhere.Draft()).ToString(), null, null, None)).Refusal!.Reason.ShouldContain("本单位没有这一条信息");
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rating_is_given_once_after_the_answer_its_words_are_for_the_staff_and_only_sums_leave(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (receipt, voices) = (await cases.Processing(), cases.Requests.Voices);
        var pass = new TrackPass(receipt.TrackCode, "0014");
        (await voices.Rate(pass, 5, null, "k0", None)).Refusal!.Reason.ShouldContain("还没有答复");
        (await voices.Wish(pass, "k0", None)).Succeeded.ShouldBeFalse();
        await cases.Answer(receipt.Case, new() { Outcome = CaseOutcome.Granted });

        (await voices.Rate(pass with { LastFour = "9999" }, 5, null, "k1", None)).Refusal!.Reason.ShouldContain("没有查到");
        (await voices.Rate(pass, 9, null, "k1", None)).Refusal!.Reason.ShouldContain("1 至 5 分");
        InventedCity.Done(await voices.Rate(pass, 4, "某丙 13800138111 答得很快", "k2", None));
        InventedCity.Done(await voices.Rate(pass, 4, "某丙 13800138111 答得很快", "k2", None));
        (await voices.Rate(pass, 1, null, "k3", None)).Refusal!.Reason.ShouldContain("一件只评一次");
        InventedCity.Done(await voices.Wish(pass, "k4", None));
        (await voices.Wish(pass, "k5", None)).Refusal!.Reason.ShouldContain("已经请求过");

        var who = await cases.Office.Current(cases.Office.Holder(Role.Handler));
        (await voices.Of(who, receipt.Case, None)).ShouldSatisfyAllConditions(one => one!.Score.ShouldBe(4), one => one!.Comment.ShouldBe("某丙 13800138111 答得很快"), one => one!.WishedOn.ShouldBe(city.Today));
        (await voices.OfApplicant(pass, None))!.Comment.ShouldBeNull();
        (await voices.Figures(cases.Office.Unit, null, city.Today, None)).ShouldSatisfyAllConditions(one => one.Count.ShouldBe(1), one => one.Average.ShouldBe(4m), one => one.Wishes.ShouldBe(1));
        (await voices.Figures(cases.Office.Unit, null, city.Today.AddDays(-1), None)).Count.ShouldBe(0, "门户上只数到昨日。");
        var like = await cases.Processing();
        InventedCity.Done(await cases.Requests.Likeness.Of(cases.Office.Holder(Role.Handler), like.Case, None)).Single(one => one.Id == receipt.Case).WishesPublication.ShouldBeTrue();

        (await voices.Hide(cases.Office.Holder(Role.Handler), receipt.Case, "写了别人的电话", null, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await voices.Hide(cases.Office.Holder(Role.DisclosureOfficeHead), receipt.Case, " ", null, None)).Refusal!.Reason.ShouldContain("为什么");
        InventedCity.Done(await voices.Hide(cases.Office.Holder(Role.DisclosureOfficeHead), receipt.Case, "写了别人的电话", null, None));
        (await voices.Of(who, receipt.Case, None)).ShouldSatisfyAllConditions(one => one!.Comment.ShouldBeNull(), one => one!.Score.ShouldBe(4, "分数照样计。"));
        await using var db = city.Database.CreateContext();
        System.Text.Encoding.UTF8.GetString((await db.RequestVoices.SingleAsync()).Comment!).ShouldNotContain("13800138111", Case.Sensitive, "封着。");
        (await db.AuditRecords.Select(record => record.Changes).ToListAsync()).ShouldNotContain(changes => changes != null && changes.Contains("13800138111"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RQ_12_a_registered_case_and_what_happened_in_it_cannot_be_deleted_even_in_the_database(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var id = (await cases.Processing()).Case;
        await using var db = city.Database.CreateContext();

        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM request_event WHERE \"case\" = {id.Value}"))).Message.ShouldContain("RQ-12");
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlAsync($"DELETE FROM request_case WHERE id = {id.Value}"))).Message.ShouldContain("RQ-12");
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.RequestCases.Where(row => row.Id == id.Value).ExecuteDeleteAsync())).Message.ShouldContain("RQ-12");
        (await cases.Open(id)).State.EventCount.ShouldBeGreaterThan(3);
        CaseRules.Kept.Sentence.ShouldContain("不删除");
    }
}
