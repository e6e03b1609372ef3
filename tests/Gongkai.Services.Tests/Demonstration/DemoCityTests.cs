using Gongkai.Data;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Normative;
using Gongkai.Publication.Opinions;
using Gongkai.Publication.Review;
using Gongkai.Requests.Process;
using Gongkai.Services.Demonstration;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Normative;
using Gongkai.Services.Publication.Opinions;
using Gongkai.Services.Registers;
using Gongkai.Services.SigningIn;
using Gongkai.Services.Upkeep;
using Gongkai.Testing;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Tests.Demonstration;

/// <summary>演示的城市：三年的事按先后做成，审计链是真的，每一步都有等人办的，人人都登录得了。</summary>
public sealed class DemoCityTests
{
    // 少做一些：停在各步的约两百条，另有一些三年里办完的。
    private const int Few = 260;

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_years_of_work_are_in_order_sealed_and_leave_everybody_something_waiting(Engine engine)
    {
        await using var test = await TestDatabase.CreateEmpty(engine);
        // 做演示费时，所以中途停了再做也在这里看：没有做完的从头再做，做完了的接着用。
        if (engine == Engine.Sqlite) await LeaveUnfinished(test);
        var made = InventedCity.Done(await DemoCity.Prepare(test.Settings, Few, test.Clock, _ => { }, None));
        made.IsNew.ShouldBeTrue();
        made.Items.ShouldBeGreaterThanOrEqualTo(Few);
        InventedCity.Done(await DemoCity.Prepare(test.Settings, Few, test.Clock, _ => { }, None)).ShouldBe(made with { IsNew = false });

        using var database = (await DatabaseOpening.OpenExisting(test.Settings, test.Clock, None)).Value;
        (await database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
        (await database.VerifyAttachments(None)).ShouldBeEmpty();
        (await DataUpkeep.VerifySearch(database, None)).ShouldBeEmpty();
        await using var db = database.CreateContext();
        (await db.Items.CountAsync()).ShouldBe(made.Items);
        foreach (var step in Enum.GetValues<ReviewStep>()) (await db.Items.CountAsync(row => row.Step == step)).ShouldBeGreaterThan(0, $"没有停在“{step.Caption()}”的");
        await TheLibraryIsLinkedBothWays(database, test.Clock);
        (await db.Items.SingleAsync(row => row.Title == DemoFindings.Poisoned)).Step.ShouldBe(ReviewStep.SecrecyReview);
        (await db.Exemptions.SingleAsync()).Standing.ShouldBe(Gongkai.Publication.Findings.ExemptionStanding.Asked);
        await EveryStandingOfAnOpinionRoundIsThere(database, test.Clock);
        foreach (var stage in (CaseStage[])[CaseStage.Unconfirmed, CaseStage.Registered, CaseStage.AwaitingCorrection, CaseStage.Processing, CaseStage.InReview, CaseStage.Approved, CaseStage.Replied, CaseStage.Archived])
            (await db.RequestCases.CountAsync(row => row.Stage == stage)).ShouldBeGreaterThan(0, $"没有停在“{stage.Caption()}”的申请");
        (await db.RegisterEntries.Select(row => row.Form).Distinct().ToListAsync()).Order().ShouldBe(RegisterCatalogue.All.Select(form => form.Code).Order(), "每本台账在演示里都有。");
        (await db.RequestCases.Select(row => row.Outcome).Distinct().CountAsync()).ShouldBeGreaterThan(8, "各样结局都有。");
        var records = await db.AuditRecords.OrderBy(row => row.Chain).ThenBy(row => row.Sequence).Select(row => new { row.Chain, row.At }).ToListAsync();
        foreach (var chain in records.GroupBy(row => row.Chain)) chain.Select(row => row.At).ShouldBeInOrder(SortDirection.Ascending);
        records.Max(row => row.At).ShouldBeLessThanOrEqualTo(test.Clock.GetUtcNow());
        var published = await PublicItemQueries.Visible(db).Select(row => row.FirstPublishedAt!.Value).ToListAsync();
        (published.Max() - published.Min()).TotalDays.ShouldBeGreaterThan(900);
        await EverybodySignsInAndFindsWork(database, test.Clock);
    }

    [Fact]
    public async Task Other_data_is_not_taken_for_a_demonstration()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        (await DemoCity.Prepare(city.Settings, 1, city.Clock, _ => { }, None)).Refusal!.Reason.ShouldContain("不是演示的");
        (await DemoCity.IsIn(city.Database, None)).ShouldBeFalse();
    }

    [Fact]
    public void The_same_day_always_plans_the_same_work()
    {
        var now = new TestClock().GetUtcNow();
        var (first, again) = (DemoPlan.Of(1, now, Few), DemoPlan.Of(1, now, Few));

        first.Select(story => (story.Number, story.Unit.Key, story.Template.Title, story.DocumentNumber, story.Steps.Length, story.Steps[0].At))
            .ShouldBe(again.Select(story => (story.Number, story.Unit.Key, story.Template.Title, story.DocumentNumber, story.Steps.Length, story.Steps[0].At)));
    }

    private static async Task LeaveUnfinished(TestDatabase test)
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => DemoCity.Prepare(test.Settings, Few, test.Clock, _ => stop.Cancel(), stop.Token));
    }

    private static async Task TheLibraryIsLinkedBothWays(Database database, TimeProvider clock)
    {
        await using var db = database.CreateContext();
        var trees = new OrganisationServices(database, clock).Trees;
        var library = await new PublicLibrary(database, trees).Current(None);
        var documents = library.Entries.ToList();
        foreach (var kind in Enum.GetValues<NormativeKind>())
        {
            var own = documents.Where(entry => entry.Document.Kind == kind).ToList();
            own.ShouldContain(entry => entry.Document.Events.OfType<NormativeAmended>().Any(), $"{kind} 没有修改过的");
            own.ShouldContain(entry => entry.Document.StatusOn(LegalTime.Today(clock)) == NormativeStatus.Repealed, $"{kind} 没有废止的");
            own.ShouldContain(entry => entry.Item != null && entry.Interpretations.Length > 0, $"{kind} 没有全文和解读都在的");
        }

        foreach (var entry in documents.Where(entry => entry.Interpretations.Length > 0))
            foreach (var reading in entry.Interpretations) library.InterpretedBy(reading.Item.ShortId).ShouldContain(entry, "解读的页面指不回文件");
        (await db.NormativeDocuments.CountAsync()).ShouldBe(documents.Count, "都看得见");
    }

    private static async Task EveryStandingOfAnOpinionRoundIsThere(Database database, TimeProvider clock)
    {
        var rounds = (await new PublicOpinions(database, new OrganisationServices(database, clock).Trees).Current(None)).Rounds;
        rounds.Select(round => round.StepOn(LegalTime.Today(clock))).ShouldBe([OpinionStep.Open, OpinionStep.Closed, OpinionStep.Adopted]);
        rounds[^1].Feedback!.Received.ShouldBe(6);
    }

    private static async Task EverybodySignsInAndFindsWork(Database database, TimeProvider clock)
    {
        var organisations = new OrganisationServices(database, clock);
        var signIn = new SignInServices(database, organisations, clock).Desk;
        var items = new WorkDesk(database, clock);
        foreach (var role in DemoRole.All)
        {
            var loginName = role.LoginNames(DemoUnit.All.First(unit => unit.Key == (role.Only ?? "jiaotong"))).First();
            var signedIn = InventedCity.Done(await signIn.WithPassword(loginName, DemoCity.Password, SignInOrigin.Unknown, None)).ShouldBeOfType<SignedIn>();
            var who = (await organisations.Current.Find(signedIn.Person, None))!;
            if (role.Role.InReview() is not null) (await items.Of(who, None)).IsEmpty.ShouldBeFalse($"{loginName} 没有等着办的");
        }
    }
}

/// <summary>一批事：同做同不做。</summary>
public sealed class TogetherTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_that_is_refused_leaves_nothing_and_one_that_is_done_leaves_everything(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);

        var refused = await city.Database.Acts.Together<int>(
            async () =>
            {
                await office.Draft();
                return new Refusal("不办了");
            },
            None);

        refused.Refusal!.Reason.ShouldBe("不办了");
        (await Count(city)).ShouldBe(0);
        InventedCity.Done(await city.Database.Acts.Together<int>(
            async () =>
            {
                // 后一件看得见前一件；其中被拒绝的一件不连累别的。
                var item = await office.Draft();
                (await office.Do(office.Holder(Role.OfficeHead), item, ReviewAction.Pass)).Succeeded.ShouldBeFalse();
                InventedCity.Done(await office.Do(office.Holder(Role.Handler), item, ReviewAction.Submit));
                return 1;
            },
            None));
        (await Count(city)).ShouldBe(1);
        (await city.Database.VerifyAudit([], None)).Problems.ShouldBeEmpty();
    }

    private static async Task<int> Count(InventedCity city)
    {
        await using var db = city.Database.CreateContext();
        return await db.Items.CountAsync();
    }
}
