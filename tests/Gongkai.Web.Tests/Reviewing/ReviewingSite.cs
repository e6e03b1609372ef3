using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Publication;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Reviewing;

/// <summary>云泽市文化广播局的班子在真的网站上办审查：各人都有账号。</summary>
public class ReviewingSite : CitySite
{
    private readonly HashSet<PersonId> _accounts = [];

    public InventedOffice Office { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Office = await InventedOffice.Create(City, publication: Services.GetRequiredService<PublicationServices>());
    }

    /// <summary>班子里任某个角色的人，登录着。</summary>
    public Task<Visitor> Holder(Role role) => SignedIn(Office.Holder(role));

    /// <summary>一个登记过的人，登录着；写了几个节点的，一次请求换一个。</summary>
    public async Task<Visitor> SignedIn(PersonId person, params Uri[] nodes)
    {
        var visitor = Visitor(nodes);
        await visitor.Follow(await visitor.SignIn(await LoginNameOf(person), Password));
        return visitor;
    }

    /// <summary>一个人的登录名；还没有账号的，给他一个。</summary>
    public async Task<string> LoginNameOf(PersonId person)
    {
        await using var db = City.Database.CreateContext();
        var name = (await db.People.FindAsync(person.Value))!.LoginName;
        if (_accounts.Add(person)) await GiveAccount(person, name);
        return name;
    }

    /// <summary>拟一条，送审。</summary>
    public async Task<ItemId> Submitted(DraftInput? input = null)
    {
        var item = await Office.Draft(input);
        InventedCity.Done(await Office.Do(Office.Holder(Role.Handler), item, ReviewAction.Submit));
        return item;
    }
}

/// <summary>在 PostgreSQL 上的。</summary>
public sealed class ReviewingSiteOnPostgres : ReviewingSite
{
    protected override Engine Engine => Engine.Postgres;
}
