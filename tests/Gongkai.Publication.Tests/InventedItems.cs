using System.Collections.Immutable;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;

namespace Gongkai.Publication.Tests;

/// <summary>虚构的云泽市文化和旅游局的一条信息，各项齐全；测试再改其中一项。</summary>
internal static class InventedItems
{
    public static readonly DateOnly Today = new(2025, 3, 10);
    public static readonly UnitId Unit = new(new Guid("0190aaaa-0000-7000-8000-000000000003"));
    public static readonly UnitFacts Publisher = new()
    {
        Name = "云泽市文化和旅游局", Level = UnitLevel.City, Kind = UnitKind.Department, RegionCode = "999900", CreditCode = "11341702486344515H",
    };

    public static readonly ItemMetadata Metadata = new()
    {
        Title = "关于公布云泽市第三批非物质文化遗产代表性项目名录的通知",
        Description = "公布第三批名录，共十二项。",
        CreatedOn = new(2025, 3, 3),
        Publisher = Unit,
        DocumentNumber = new DocumentNumber("云文旅发", 2025, 7),
        Subject = "1201",
        Genre = Genre.Circular,
        DisclosureCategory = "2015",
    };

    public static readonly Responsibility OwnWork = new() { Source = SourceKind.Made, Body = new ResponsibleBody(Unit, Publisher.Name) };

    public static readonly ItemContent Content = new("<p>现将名录予以公布。</p>", ["现将名录予以公布。"], []);

    public static readonly ItemDraft Draft = new(Metadata, DisclosureChoice.Active, OwnWork, Content);

    public static readonly PersonId Handler = Person(1), Head = Person(2), Proof = Person(3), Leader = Person(4), Secrecy = Person(5), Chief = Person(6);

    public static readonly ImmutableArray<ReviewQuality> All = [.. Enum.GetValues<ReviewQuality>()];

    public static PersonId Person(int number) => new(new Guid($"0190cccc-0000-7000-8000-{number:000000000000}"));

    public static DateTimeOffset At(int minutes) => new DateTimeOffset(2025, 3, 10, 1, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    public static Item Item(ItemDraft? draft = null) =>
        ItemDecisions.Create(new ItemId(new Guid("0190dddd-0000-7000-8000-000000000001")), Unit, draft ?? Draft, Handler, At(0)).Value
            .Apply(new IndexNumber("486344515/2025-00001"));

    /// <summary>依次由各人办理，直到待发布。</summary>
    public static Item Approved(ReviewPlan plan = ReviewPlan.ThreeReviews, ItemDraft? draft = null) => Reviewed(Item(draft), plan);

    public static Item Reviewed(Item item, ReviewPlan plan = ReviewPlan.ThreeReviews)
    {
        item = Do(item, Command(ReviewAction.Submit, ReviewRole.Handler, Handler), plan);
        while (item.State.Step != ReviewStep.Approved) item = Do(item, Pass(item), plan);
        return item;
    }

    public static Item Published(ItemDraft? draft = null) => Do(Approved(draft: draft), Publish);

    public static ReviewCommand Publish { get; } = Command(ReviewAction.Publish, ReviewRole.DisclosureOfficeHead, Chief) with { Channels = [Channel.Website], Text = "说明" };

    /// <summary>由惯常的人通过当前的一步。</summary>
    public static ReviewCommand Pass(Item item) => item.State.Step switch
    {
        ReviewStep.FirstReview => Command(ReviewAction.Pass, ReviewRole.OfficeHead, Head),
        ReviewStep.SecondReview => Command(ReviewAction.Pass, ReviewRole.DeputyLeader, Leader),
        ReviewStep.SecrecyReview => Command(ReviewAction.Pass, ReviewRole.SecrecyReviewer, Secrecy),
        ReviewStep.ThirdReview => Command(ReviewAction.Pass, ReviewRole.DisclosureOfficeHead, Chief),
        _ => Command(ReviewAction.Pass, ReviewRole.Proofreader, Proof),
    };

    public static ReviewCommand Command(ReviewAction action, ReviewRole role, PersonId? by) =>
        new() { Action = action, Role = role, By = by, At = At(1), Confirmed = All };

    public static Item Do(Item item, ReviewCommand command, ReviewPlan plan = ReviewPlan.ThreeReviews, params ImmutableArray<UnresolvedFinding> findings)
    {
        var outcome = Decide(item, command, plan, findings);
        outcome.Refusal?.Reason.ShouldBeNull();
        return item.Apply(outcome.Value);
    }

    public static string Refused(Item item, ReviewCommand command, params ImmutableArray<UnresolvedFinding> findings) =>
        Decide(item, command, ReviewPlan.ThreeReviews, findings).Refusal.ShouldNotBeNull().Reason;

    /// <summary>附件都查过了，照原样公开。</summary>
    public static ItemScreening Screened(Item item) => new([], [.. item.Latest.Draft.Content.Attachments.Select(file =>
        new ReleasedFile(file.Id, file.FileName, file.ContentHash, file.Size, file.MediaType, file.ContentHash, At(0), "扫描器"))]);

    private static Law.Outcome<ImmutableArray<ReviewEvent>> Decide(Item item, ReviewCommand command, ReviewPlan plan, ImmutableArray<UnresolvedFinding> findings)
    {
        var facts = ItemDecisions.FactsOf(item, plan, Publisher, Screened(item), Today) with { Findings = findings };
        return ReviewDecisions.Decide(item.State, command, facts);
    }
}
