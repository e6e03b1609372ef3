using System.Text;
using Gongkai.Data;
using Gongkai.Data.Attachments;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Testing;
using Gongkai.Testing.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Portal;

/// <summary>运行着的网站，云泽市文化广播局经真的服务在里面发布信息。</summary>
public class PublishingSite : RunningSite
{
    private readonly TestClock _clock = new();

    protected override TimeProvider Clock => _clock;

    public TestClock Time => _clock;

    public InventedCity City { get; private set; } = null!;

    public InventedOffice Office { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        City = await InventedCity.In(Services.GetRequiredService<Database>(), Services.GetRequiredService<OrganisationServices>(), _clock);
        Office = await InventedOffice.Create(City, publication: Services.GetRequiredService<PublicationServices>());
    }

    public static string ShortIdOf(ItemId item) => ShortItemId.Of(item.Value);

    /// <summary>发布一条，答复它的标识与短号。</summary>
    public async Task<(ItemId Id, string ShortId)> Publish(DraftInput? input = null)
    {
        var item = await Office.Publish(input);
        return (item, ShortIdOf(item));
    }

    public async Task Withdraw(ItemId item, string reason = "内容有误") =>
        InventedCity.Done(await Office.Do(Office.Holder(Role.SecrecyReviewer), item, ReviewAction.Withdraw, request => request with { Text = reason }));

    /// <summary>更正：换成新的内容，重新审查，发布。</summary>
    public async Task Correct(ItemId item, DraftInput input, string note)
    {
        InventedCity.Done(await Office.Do(Office.Holder(Role.Handler), item, ReviewAction.Revise, request => request with { Text = "有误" }));
        InventedCity.Done(await Office.Publication.Drafts.Save(Office.Holder(Role.Handler), item, await Office.VersionOf(item), input, null, CancellationToken.None));
        await Office.Approve(item);
        InventedCity.Done(await Office.Do(Office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Publish, request => request with { Text = note, Channels = [Channel.Website] }));
    }

    /// <summary>收下一个纯文字的附件。</summary>
    public async Task<AttachedFile> Attach(string name, string text = "附件的内容，一行字。")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return InventedCity.Done(await City.Database.Attachments.Accept(content, name, CancellationToken.None));
    }

    /// <summary>附件的地址，照页面上写的。</summary>
    public async Task<string> AttachmentAddress(string shortId) => (await Page($"/i/{shortId}")).QuerySelector(".attachment-list a")!.GetAttribute("href")!;

    public Task<HttpResponseMessage> Get(string address) => Client.GetAsync(new Uri(Address, address));

    public async Task<string> Text(string address)
    {
        using var response = await Get(address);
        return await response.Content.ReadAsStringAsync();
    }
}
