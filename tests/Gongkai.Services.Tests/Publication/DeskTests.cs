using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>办公桌：各人看见等他办的、退回给他的；一条信息说清楚谁能办什么、为什么不能。</summary>
public sealed class DeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_work_list_holds_what_waits_for_this_person_in_order_of_the_clock(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var later = await Submitted(office, office.Complete("关于后到期的通知"));
        var sooner = await Submitted(office, Created(office.Complete("关于先到期的通知"), city.Today.AddDays(-60)));
        var draft = await office.Draft(office.Complete("关于还没有送审的通知"));

        var head = await Work(office, Role.OfficeHead);
        var handler = await Work(office, Role.Handler);
        var leader = await Work(office, Role.DeputyLeader);

        head.Waiting.Select(entry => entry.Item.Id).ShouldBe([sooner, later]);
        head.Waiting[0].Item.DaysLeft!.Value.ShouldBeLessThan(0);
        head.Waiting[1].Item.DaysLeft.ShouldBe(20);
        handler.Waiting.ShouldBeEmpty();
        handler.Drafts.ShouldHaveSingleItem().Item.Id.ShouldBe(draft);
        handler.UnderWay.Select(entry => entry.Item.Id).ShouldBe([later, sooner], ignoreOrder: true);
        leader.IsEmpty.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_returned_comes_back_to_its_drafter_with_the_reason_and_by_whom(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await Submitted(office);
        InventedCity.Done(await office.Do(office.Holder(Role.OfficeHead), item, ReviewAction.Return, request => request with { Text = "开放时间没有写" }));

        var returned = (await Work(office, Role.Handler)).Returned.ShouldHaveSingleItem();

        returned.Last!.Text.ShouldBe("开放时间没有写");
        returned.LastBy.ShouldNotBeNullOrEmpty();
        (await Work(office, Role.OfficeHead)).IsEmpty.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_held_the_step_before_is_told_so_before_trying(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var head = office.Holder(Role.OfficeHead);
        await city.Appoint(head, Role.Proofreader, office.Unit);
        var item = await Submitted(office);
        InventedCity.Done(await office.Do(head, item, ReviewAction.Pass));

        var dossier = await Open(office, head, item);

        (await office.Publication.Work.Of(await office.Current(head), None)).Waiting.ShouldHaveSingleItem().NotForMe!.Reason.ShouldContain("一审是您办的");
        dossier.Acts.Single(act => act.Action == ReviewAction.Pass).Why!.Reason.ShouldContain("相邻");
        dossier.Permitted.ShouldBe([ReviewAction.Return]);
        dossier.Handlers.Count(handler => handler.Why is null).ShouldBe(2);
        dossier.Handlers.Single(handler => handler.Why is not null).Role.ShouldBe("校对");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dossier_offers_exactly_what_the_table_permits_and_says_what_each_will_do(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var auditor = await city.Somebody(Role.Auditor, city.City);
        var item = await office.Draft();

        var handler = await Open(office, office.Holder(Role.Handler), item);
        var reader = await Open(office, auditor, item);
        var stranger = await office.Publication.Desk.Open(await office.Current(await city.Somebody(Role.Handler, city.Tourism)), item, None);

        handler.Permitted.ShouldBe([ReviewAction.Submit]);
        handler.Acts[0].Consequence.ShouldContain("一审，由科室负责人办理");
        handler.MayDraft.ShouldBeTrue();
        handler.Round[0].Standing.ShouldBe(RoundStanding.Current);
        handler.Deadline!.Days.ShouldNotBeEmpty();
        reader.Acts.ShouldBeEmpty();
        reader.MayDraft.ShouldBeFalse();
        stranger.Refusal.ShouldBeOfType<AccessRefusal>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Findings_quote_their_sentence_with_the_numbers_masked(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft(office.Complete(html: "<p>先说别的。联系人证件号11010519491231002X，手机13800138000。</p>"));

        var findings = (await Open(office, office.Holder(Role.Handler), item)).Screening.Findings;

        findings.Length.ShouldBeGreaterThanOrEqualTo(2);
        findings.ShouldAllBe(found => found.Finding.Sentence!.StartsWith("联系人证件号") && !found.Finding.Sentence.Contains("19491231") && !found.Finding.Sentence.Contains("13800138000"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_of_a_unit_is_filtered_and_counted_by_step(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        await office.Publish(Created(office.Complete("关于去年的通知"), new DateOnly(2025, 12, 30)));
        var submitted = await Submitted(office, office.Complete("关于图书馆的通知"));
        await office.Draft(office.Complete("关于博物馆的通知") with { Choice = new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "涉及内部管理" } });

        (await List(office, new DeskFilter(office.Unit))).ByStep.ShouldBe(new Dictionary<ReviewStep, int> { [ReviewStep.Draft] = 1, [ReviewStep.FirstReview] = 1, [ReviewStep.Published] = 1 });
        (await List(office, new DeskFilter(office.Unit) { Step = ReviewStep.FirstReview })).Entries.ShouldHaveSingleItem().Id.ShouldBe(submitted);
        (await List(office, new DeskFilter(office.Unit) { Text = "图书馆" })).Count.ShouldBe(1);
        (await List(office, new DeskFilter(office.Unit) { Mode = DisclosureMode.OnRequest })).Count.ShouldBe(1);
        (await List(office, new DeskFilter(office.Unit) { Year = 2025 })).Entries.ShouldHaveSingleItem().Title.ShouldBe("关于去年的通知");
        (await List(office, new DeskFilter(office.Unit) { Category = "没有的类" })).Count.ShouldBe(0);
        (await List(office, new DeskFilter(office.Unit) { Text = "%" })).Count.ShouldBe(0);
        (await List(office, new DeskFilter(office.Unit))).Years.ShouldBe([2026, 2025]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_says_first_which_will_be_refused_then_does_the_others_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (whole, wanting, gone) = (await office.Draft(), await office.Draft(office.Complete(html: "")), await Submitted(office));
        var who = await office.Current(office.Holder(Role.Handler));

        var lines = InventedCity.Done(await office.Publication.Bulk.Preview(who, ReviewAction.Submit, [whole, wanting, gone], None));
        List<ReviewRequest> requests = [.. lines.Select(line => new ReviewRequest(line.Id, line.Version, ReviewAction.Submit))];
        var done = InventedCity.Done(await office.Publication.Bulk.Do(who.Id, requests, "一批", None));
        var again = InventedCity.Done(await office.Publication.Bulk.Do(who.Id, requests, "一批", None));

        lines.Single(line => line.Id == whole).Why.ShouldBeNull();
        lines.Single(line => line.Id == wanting).Why!.Reason.ShouldContain("正文");
        lines.Single(line => line.Id == gone).Why!.Reason.ShouldContain("待一审");
        done.Select(result => result.Why is null).ShouldBe(lines.Select(line => line.Why is null));
        again.Single(result => result.Id == whole).Why.ShouldBeNull();
        (await Open(office, who.Id, whole)).Item.Events.Length.ShouldBe(1);
        (await office.Publication.Bulk.Preview(who, ReviewAction.EscalateToAuthority, [whole], None)).Refusal!.Reason.ShouldContain("一条一条");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_ledger_holds_what_was_published_corrected_and_withdrawn_in_the_period(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Publish();
        await office.Draft();
        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), item, ReviewAction.Withdraw, request => request with { Text = "内容有误" }));
        var who = await office.Current(office.Holder(Role.Handler));

        var ledger = InventedCity.Done(await office.Publication.Ledger.Of(who, office.Unit, city.Today, city.Today, None));

        ledger.Rows.Select(row => row.Kind).ShouldBe([LedgerEntryKind.First, LedgerEntryKind.Withdrawal]);
        (ledger.Summary.Items, ledger.Summary.Withdrawals, ledger.Summary.Releases).ShouldBe((1, 1, 1));
        InventedCity.Done(await office.Publication.Ledger.Of(who, office.Unit, city.Today.AddDays(1), city.Today.AddDays(9), None)).Rows.ShouldBeEmpty();
        (await office.Publication.Ledger.Of(who, city.Tourism, city.Today, city.Today, None)).Refusal.ShouldBeOfType<AccessRefusal>();
        (await office.Publication.Ledger.Of(who, office.Unit, city.Today.AddYears(-1), city.Today, None)).Refusal!.Reason.ShouldContain("一年");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_of_one_act_is_not_a_key_of_another_and_the_answer_is_the_version_now(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var item = await office.Draft();
        await office.Approve(item);
        var chief = office.Holder(Role.DisclosureOfficeHead);

        var published = InventedCity.Done(await office.Do(chief, item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }, new CommandKey("发布", "一")));
        var other = await office.Do(chief, item, ReviewAction.Withdraw, request => request with { Text = "有误" }, new CommandKey("发布", "二"));

        published.ShouldBe(await office.VersionOf(item));
        other.Refusal!.Reason.ShouldContain("同一把钥匙");
    }

    private static DraftInput Created(DraftInput input, DateOnly on) => input with { Metadata = input.Metadata with { CreatedOn = on } };

    private static async Task<ItemId> Submitted(InventedOffice office, DraftInput? input = null)
    {
        var item = await office.Draft(input);
        InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Submit));
        return item;
    }

    private static async Task<WorkList> Work(InventedOffice office, Role role) => await office.Publication.Work.Of(await office.Current(office.Holder(role)), None);

    private static async Task<ItemDossier> Open(InventedOffice office, PersonId person, ItemId item) =>
        InventedCity.Done(await office.Publication.Desk.Open(await office.Current(person), item, None));

    private static async Task<DeskPage> List(InventedOffice office, DeskFilter filter) =>
        InventedCity.Done(await office.Publication.Desk.Of(await office.Current(office.Holder(Role.Handler)), filter, 1, None));
}
