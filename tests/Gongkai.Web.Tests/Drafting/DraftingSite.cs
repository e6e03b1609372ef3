using System.Globalization;
using Gongkai.Data.Queries.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Web.Tests.Drafting;

/// <summary>云泽市文化广播局的经办在后台拟稿：填表单的办法，和看库里存成了什么的办法。</summary>
public class DraftingSite : CitySite
{
    public const string Edit = "draft";

    public Task<Visitor> Handler() => SignedIn(Role.Handler, City.Culture);

    public (string Name, string Value)[] Complete(string title = "关于开放全市公共文化场馆的通知", params (string Name, string Value)[] others) => Complete(City.Today, title, others);

    /// <summary>一条填得齐全的稿在表单里的样子。</summary>
    public static (string Name, string Value)[] Complete(DateOnly today, string title, params (string Name, string Value)[] others) =>
    [
        ("Form.Title", title), ("Form.Description", "公共文化场馆免费开放。"), ("Form.CreatedOn", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("Form.Genre", nameof(Genre.Circular)), ("Form.DocumentNumber", "云文广发〔2026〕8号"), ("Form.Subject", "1201"), ("Form.Category", "2001"), ("Form.Keywords", "场馆、开放"),
        ("Form.Mode", nameof(DisclosureMode.Active)), ("Form.Html", "<p>全市公共文化场馆自今日起免费开放。</p>"), .. others,
    ];

    /// <summary>新拟一条，答复它的标识；页面停在改稿的地方。</summary>
    public async Task<ItemId> Draft(Visitor visitor, params (string Name, string Value)[] others)
    {
        await visitor.Get("/console/items/new");
        var reply = await visitor.Submit(Edit, Complete(others: others));
        var address = reply.Location.ShouldNotBeNull(reply.Text);
        await visitor.Get(address);
        return IdOf(address);
    }

    public static ItemId IdOf(string address) => new(Guid.Parse(address.Split('/')[3]));

    /// <summary>存着的样子。</summary>
    public async Task<Item> Stored(ItemId id)
    {
        await using var db = City.Database.CreateContext();
        return (await ItemQueries.Find(db, id, CancellationToken.None))!;
    }

    /// <summary>一共存了几条。</summary>
    public async Task<int> Count()
    {
        await using var db = City.Database.CreateContext();
        return db.Items.Count();
    }
}
