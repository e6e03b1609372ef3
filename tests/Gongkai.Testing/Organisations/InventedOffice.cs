using Gongkai.Data.Acts;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Gongkai.Services.Demonstration;
using Gongkai.Services.Publication;

namespace Gongkai.Testing.Organisations;

/// <summary>云泽市文化广播局的公开工作班子：三审三校的各个角色各有一人，可以把一条信息从拟稿办到发布。</summary>
public sealed class InventedOffice
{
    private static readonly Role[] Roles = [Role.Handler, Role.OfficeHead, Role.Proofreader, Role.DeputyLeader, Role.SecrecyReviewer, Role.DisclosureOfficeHead, Role.LegalReviewer, Role.FeeClerk];

    private DemoTeam _team = null!;

    private InventedOffice(InventedCity city, UnitId unit, PublicationServices publication) => (City, Unit, Publication) = (city, unit, publication);

    public InventedCity City { get; }

    public UnitId Unit { get; }

    public PublicationServices Publication { get; }

    /// <param name="unit">哪个单位；不写是文化广播局。</param>
    /// <param name="publication">用哪一套服务；不写另开一套。</param>
    public static async Task<InventedOffice> Create(InventedCity city, UnitId? unit = null, PublicationServices? publication = null)
    {
        var office = new InventedOffice(city, unit ?? city.Culture, publication ?? new PublicationServices(city.Database, city.Services, city.Clock));
        List<(Role Role, PersonId Person)> held = [];
        // 相邻的两步不能一个人办：校对有两人。
        foreach (var role in Roles.Append(Role.Proofreader)) held.Add((role, await city.Somebody(role, office.Unit)));
        office._team = new DemoTeam(office.Unit, held.ToLookup(one => one.Role, one => one.Person));
        return office;
    }

    /// <summary>另一名校对。</summary>
    public PersonId SecondProofreader => _team.HolderOf(ReviewStep.SecondProof);

    /// <summary>任某个角色的人。</summary>
    public PersonId Holder(Role role) => _team.People[role].First();

    /// <summary>审查的一步由谁办。</summary>
    public PersonId HolderOf(ReviewStep step) => _team.HolderOf(step);

    /// <summary>一条填得齐全、主动公开的稿。</summary>
    public DraftInput Complete(string title = "关于开放全市公共文化场馆的通知", string html = "<p>全市公共文化场馆自今日起免费开放。</p>") => new(
        new ItemMetadata
        {
            Title = title, Description = "公共文化场馆免费开放。", CreatedOn = City.Today, Publisher = Unit, Genre = Genre.Circular, WithoutNumber = "便民通知，不编文号",
            Subject = Gongkai.Publication.Catalogue.Subject.All[0].Code, DisclosureCategory = DisclosureCategory.All[0].Code, Keywords = ["场馆"],
        },
        DisclosureChoice.Active,
        new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(Unit, "云泽市文化广播局") },
        html);

    /// <summary>拟一条。</summary>
    public async Task<ItemId> Draft(DraftInput? input = null) =>
        InventedCity.Done(await Publication.Drafts.Create(Holder(Role.Handler), Unit, input ?? Complete(), null, CancellationToken.None));

    /// <summary>现在的并发版本。</summary>
    public async Task<long> VersionOf(ItemId item)
    {
        await using var db = City.Database.CreateContext();
        return (await db.Items.FindAsync(item.Value))!.Version;
    }

    /// <summary>办一件。</summary>
    public async Task<Outcome<long>> Do(PersonId by, ItemId item, ReviewAction action, Func<ReviewRequest, ReviewRequest>? with = null, CommandKey? key = null)
    {
        var request = new ReviewRequest(item, await VersionOf(item), action) { Confirmed = [.. Enum.GetValues<ReviewQuality>()] };
        return await Publication.Reviews.Do(by, with?.Invoke(request) ?? request, key, CancellationToken.None);
    }

    /// <summary>从拟稿办到审查通过。</summary>
    public async Task Approve(ItemId item)
    {
        InventedCity.Done(await Do(Holder(Role.Handler), item, ReviewAction.Submit));
        for (var step = ReviewStep.FirstReview; ReviewSteps.IsHeldBySomebody(step); step++) InventedCity.Done(await Do(_team.HolderOf(step), item, ReviewAction.Pass));
    }

    /// <summary>从拟稿办到发布，在政府网站。</summary>
    public async Task<ItemId> Publish(DraftInput? input = null)
    {
        var item = await Draft(input);
        await Approve(item);
        InventedCity.Done(await Do(Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Channels = [Channel.Website] }));
        return item;
    }

    /// <summary>一个人，今天的身份。</summary>
    public async Task<CurrentPerson> Current(PersonId person) => (await City.Services.Current.Find(person, CancellationToken.None))!;
}
