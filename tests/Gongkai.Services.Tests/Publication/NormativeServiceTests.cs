using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Normative;
using Gongkai.Publication.Review;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Publication;

/// <summary>文件库：登记、修改、废止、清理、解读、统计，都经真的库。</summary>
public sealed class NormativeServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly NormativeBasis Decision = new(null, "云政发〔2026〕9号");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_document_repeals_the_old_one_and_both_are_counted(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var old = await office.Register(office.Facts(1, new(2024, 5, 6)));
        var kept = await office.Register(office.Facts(2, new(2025, 5, 6)));

        var successor = await office.Register(office.Facts(3, new(2026, 2, 2)) with { EffectiveOn = new(2026, 3, 1), Supersedes = [old] });

        var library = await office.Publication.Library.Current(None);
        library.Find(old)!.Document.StatusOn(new(2026, 2, 28)).ShouldBe(NormativeStatus.Valid);
        library.Find(old)!.Document.StatusOn(new(2026, 3, 1)).ShouldBe(NormativeStatus.Repealed);
        library.Find(old)!.Basis!.Document.ShouldBe(successor);
        library.Entries.Select(entry => entry.Document.Id).ShouldBe([successor, kept, old]);
        (await office.Publication.Counting.Of(office.Unit, 2024, None)).NormativeDocuments.ShouldBe(new NormativeCounts(1, 0, 1));
        (await office.Publication.Counting.Of(office.Unit, 2025, None)).NormativeDocuments.ShouldBe(new NormativeCounts(1, 0, 2));
        var counts = await office.Publication.Counting.Of(office.Unit, 2026, None);
        (counts.NormativeDocuments, counts.Regulations).ShouldBe((new NormativeCounts(1, 1, 2), new NormativeCounts(0, 0, 0)));
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_are_not_used_twice_a_department_makes_no_regulation_and_a_handler_registers_nothing(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        await office.Register(office.Facts(1, new(2024, 5, 6)));
        var (desk, lawyer) = (office.Publication.Normative, office.Holder(Role.LegalReviewer));

        (await desk.Register(lawyer, office.Unit, NormativeKind.NormativeDocument, office.Facts(1, new(2024, 8, 6)), null, None)).Refusal!.Reason.ShouldContain("已经用了这个文号");
        (await desk.Register(lawyer, office.Unit, NormativeKind.Regulation, office.Facts(2, new(2024, 8, 6)) with { Caption = "题注" }, null, None)).Refusal!.Reason.ShouldStartWith("不能登记规章");
        (await desk.Register(lawyer, office.Unit, NormativeKind.NormativeDocument, office.Facts(2, new(2024, 8, 6)) with { LegalReviewedOn = new(2024, 8, 7) }, null, None)).Refusal!.Reason.ShouldContain("先审核，后印发");
        (await desk.Register(office.Holder(Role.Handler), office.Unit, NormativeKind.NormativeDocument, office.Facts(2, new(2024, 8, 6)), null, None)).Succeeded.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_clean_up_does_what_it_showed_all_or_nothing_and_not_after_the_register_moved(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (one, two, three) = (await office.Register(office.Facts(1, new(2020, 5, 6))), await office.Register(office.Facts(2, new(2021, 5, 6), expires: new(2026, 5, 5))), await office.Register(office.Facts(3, new(2022, 5, 6))));
        var (lawyer, cleanups) = (office.Holder(Role.LegalReviewer), office.Publication.Cleanups);
        var cleanup = new Cleanup(office.Unit, city.Today, Decision, [new(one, CleanupResult.Repeal), new(two, CleanupResult.Extend, new(2031, 5, 5))]);

        var seen = (await cleanups.Preview(await office.Current(lawyer), cleanup, None)).Value;
        seen.Preview.NotListed.ShouldHaveSingleItem().Id.ShouldBe(three);
        (seen.Preview.InForceBefore, seen.Preview.InForceAfter).ShouldBe((3, 2));
        InventedCity.Done(await office.Publication.Normative.Change(lawyer, three, 1, CleanupResult.Amend, city.Today, Decision, null, null, None));
        (await cleanups.Do(lawyer, cleanup, seen.Mark, null, None)).Refusal!.Reason.ShouldContain("重新预览");
        var again = (await cleanups.Preview(await office.Current(lawyer), cleanup, None)).Value;
        var impossible = cleanup with { Entries = cleanup.Entries.Add(new(three, CleanupResult.Extend, new(2031, 1, 1))) };
        (await cleanups.Do(lawyer, impossible, again.Mark, null, None)).Refusal!.Reason.ShouldContain("没有改动任何一件");

        InventedCity.Done(await cleanups.Do(lawyer, cleanup, again.Mark, new CommandKey("按钮", again.Mark), None)).ShouldBe(2);
        InventedCity.Done(await cleanups.Do(lawyer, cleanup, again.Mark, new CommandKey("按钮", again.Mark), None)).ShouldBe(2);

        var library = await office.Publication.Library.Current(None);
        library.Entries.Select(entry => entry.Document.StatusOn(city.Today)).ShouldBe([NormativeStatus.Amended, NormativeStatus.Valid, NormativeStatus.Repealed]);
        library.Find(two)!.Document.Events.Length.ShouldBe(1);
        library.Find(two)!.Document.ExpiresOn.ShouldBe(new DateOnly(2031, 5, 5));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_change_is_told_and_a_correction_gives_its_reason(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var id = await office.Register(office.Facts(1, new(2024, 5, 6)));
        var (desk, lawyer) = (office.Publication.Normative, office.Holder(Role.LegalReviewer));

        var corrected = InventedCity.Done(await desk.Correct(lawyer, id, 1, office.Facts(1, new(2024, 5, 6)) with { Filing = "云备〔2024〕7号", FiledOn = new(2024, 6, 3) }, "补记备案", null, None));
        var stale = await desk.Change(lawyer, id, 1, CleanupResult.Repeal, city.Today, Decision, null, null, None);

        stale.Refusal.ShouldBeOfType<StaleRefusal>().Theirs.ShouldBe(corrected);
        (await desk.Correct(lawyer, id, corrected, office.Facts(1, new(2024, 5, 6)), " ", null, None)).Refusal!.Reason.ShouldContain("缘由");
        (await office.Publication.Library.Current(None)).Find(id)!.Document.Facts.Filing.ShouldBe("云备〔2024〕7号");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_library_and_the_interpretation_follow_the_published_items(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (lawyer, links) = (office.Holder(Role.LegalReviewer), office.Publication.Interpretations);
        var text = await office.Draft();
        var id = await office.Register(office.Facts(1, city.Today, item: text));
        (await office.Publication.Library.Current(None)).Entries.ShouldBeEmpty("全文还没有公开。");
        await office.Approve(text);
        InventedCity.Done(await office.Do(office.Holder(Role.DisclosureOfficeHead), text, ReviewAction.Publish, request => request with { Channels = [Gongkai.Publication.Channels.Channel.Website] }));
        var due = (await office.Publication.NormativeBoard.Open(await office.Current(lawyer), id, None)).Value.Line.InterpretationDue;

        var draft = await office.Draft();
        (await links.Link(lawyer, id, draft, InterpretationKind.Diagram, None)).Refusal!.Reason.ShouldBe("解读要先公开，再关联。");
        var about = await office.Publish(office.Complete("一图读懂场馆管理办法"));
        InventedCity.Done(await links.Link(lawyer, id, about, InterpretationKind.Diagram, None)).ShouldBe(city.Today);
        (await links.Link(lawyer, id, text, InterpretationKind.Text, None)).Refusal!.Reason.ShouldBe("文件不能解读它自己。");

        due.ShouldBe(new DateOnly(2026, 3, 5), "公布之日的次日起三个工作日。");
        (await office.Publication.NormativeBoard.Open(await office.Current(lawyer), id, None)).Value.Line.InterpretationDue.ShouldBeNull();
        var library = await office.Publication.Library.Current(None);
        var entry = library.Entries.ShouldHaveSingleItem();
        entry.PublishedOn.ShouldBe(city.Today);
        library.OfItem(entry.Item!.ShortId).ShouldBe(entry);
        library.InterpretedBy(entry.Interpretations.ShouldHaveSingleItem().Item.ShortId).ShouldBe([entry]);

        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), about, ReviewAction.Withdraw, request => request with { Text = "图有误" }));
        (await office.Publication.Library.Current(None)).Entries.ShouldHaveSingleItem().Interpretations.ShouldBeEmpty();
        InventedCity.Done(await office.Do(office.Holder(Role.SecrecyReviewer), text, ReviewAction.Withdraw, request => request with { Text = "有误" }));
        (await office.Publication.Library.Current(None)).Entries.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_takes_over_a_unit_keeps_and_counts_its_documents(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var culture = await InventedOffice.Create(city);
        var tourism = await InventedOffice.Create(city, city.Tourism, culture.Publication);
        var id = await culture.Register(culture.Facts(1, new(2024, 5, 6)));
        InventedCity.Done(await city.Services.Units.Merge(city.Administrator, new MergeUnits([city.Culture], city.Tourism, new(2026, 3, 1), "机构改革"), null, None));
        var lawyer = tourism.Holder(Role.LegalReviewer);
        var cleanup = new Cleanup(city.Tourism, city.Today, Decision, [new(id, CleanupResult.Repeal)]);

        var seen = (await culture.Publication.Cleanups.Preview(await tourism.Current(lawyer), cleanup, None)).Value;
        InventedCity.Done(await culture.Publication.Cleanups.Do(lawyer, cleanup, seen.Mark, null, None)).ShouldBe(1);

        (await culture.Publication.Counting.Of(city.Tourism, 2026, None)).NormativeDocuments.ShouldBe(new NormativeCounts(0, 1, 0));
        (await culture.Publication.Counting.Of(city.Culture, 2025, None)).NormativeDocuments.ShouldBe(new NormativeCounts(0, 0, 1));
        var entry = (await culture.Publication.Library.Current(None)).Entries.ShouldHaveSingleItem();
        (entry.Document.Unit, entry.UnitName).ShouldBe((city.Culture, "云泽市文化广播局"));
    }
}
