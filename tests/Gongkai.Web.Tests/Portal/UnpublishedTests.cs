using System.Net;
using System.Net.Http.Headers;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Portal;

/// <summary>未发布、已撤回、没有到时的，从任何地址、订阅、检索、摘录、网站地图、附件、接口、缓存都到不了。</summary>
public sealed class UnpublishedTests(PublishingSite site) : IClassFixture<PublishingSite>
{
    [Fact]
    public async Task A_draft_is_nowhere_at_any_step_of_its_review()
    {
        var secret = Secret();
        var item = await site.Office.Draft(await WithAttachment(secret));
        await NothingTells(secret, item, HttpStatusCode.NotFound);

        await site.Office.Approve(item);

        await NothingTells(secret, item, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_at_once_from_every_place_and_from_the_cache()
    {
        var secret = Secret();
        var (item, shortId) = await site.Publish(await WithAttachment(secret));
        var attachment = await site.AttachmentAddress(shortId);
        List<(string Address, EntityTagHeaderValue? Tag)> cached = [];
        foreach (var address in Places(secret, shortId).Append(attachment)) cached.Add((address, await Warm(address)));
        (await site.Text($"/search?q={secret}")).ShouldContain($"<mark>{secret}</mark>");

        await site.Withdraw(item);

        foreach (var (address, tag) in cached)
        {
            using var plain = await site.Get(address);
            (await plain.Content.ReadAsStringAsync()).Replace($"检索：{secret}", "", StringComparison.Ordinal).ShouldNotContain($"关于{secret}", customMessage: address);
            if (tag is null) continue;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.IfNoneMatch.Add(tag);
            using var asked = await site.Client.SendAsync(request);
            asked.StatusCode.ShouldNotBe(HttpStatusCode.NotModified, address);
        }

        await NothingTells(secret, item, HttpStatusCode.Gone, attachment);
    }

    [Fact]
    public async Task A_page_that_was_being_made_during_a_withdrawal_is_not_kept()
    {
        var pages = site.Services.GetRequiredService<Gongkai.Web.Caching.PublicPages>();
        var (item, _) = await site.Publish();
        var before = pages.Generation;

        await site.Withdraw(item);

        pages.Generation.ShouldBeGreaterThan(before, "撤回以后的缓存要用新的键：撤回时还在做的页面存在旧的键下，再也取不到。");
    }

    [Fact]
    public async Task A_timed_item_is_nowhere_before_its_time()
    {
        var secret = Secret();
        var item = await site.Office.Draft(await WithAttachment(secret));
        await site.Office.Approve(item);
        var at = site.Time.GetUtcNow().AddHours(2);
        InventedCity.Done(await site.Office.Do(site.Office.Holder(Role.DisclosureOfficeHead), item, ReviewAction.Schedule, request => request with { ScheduledFor = at, Channels = [Channel.Website] }));
        await NothingTells(secret, item, HttpStatusCode.NotFound);

        site.Time.Advance(TimeSpan.FromHours(3));
        (await site.Office.Publication.Timed.PublishDue(CancellationToken.None)).ShouldBeEmpty();

        (await site.Text($"/i/{PublishingSite.ShortIdOf(item)}")).ShouldContain(secret);
    }

    [Fact]
    public async Task What_a_correction_replaced_is_gone_with_its_attachment()
    {
        var secret = Secret();
        var (item, shortId) = await site.Publish(await WithAttachment(secret));
        var attachment = await site.AttachmentAddress(shortId);

        await site.Correct(item, site.Office.Complete("更正以后的通知", "<p>更正以后的内容。</p>"), "更正名称与内容");

        foreach (var address in Places(secret, shortId)) (await site.Text(address)).ShouldNotContain($"关于{secret}", customMessage: address);
        using var file = await site.Get(attachment);
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Page($"/i/{shortId}")).QuerySelector(".change-history")!.TextContent.ShouldContain("更正名称与内容");
    }

    [Fact]
    public async Task The_original_of_a_cleaned_file_is_nowhere_only_the_copy_is()
    {
        var original = Services.Demonstration.DemoPoison.Write("名录", "名录共十二项。");
        var secret = Secret();
        using var content = new MemoryStream(original);
        var added = InventedCity.Done(await site.City.Database.Attachments.Accept(content, "名录.docx", CancellationToken.None));
        var (item, shortId) = await site.Publish(site.Office.Complete($"关于{secret}的通知", $"<p>关于{secret}。</p>") with { Added = [added] });
        var file = await site.AttachmentAddress(shortId);

        foreach (var address in Places(secret, shortId).Append($"/i/{shortId}?print=1"))
            (await site.Text(address)).ShouldNotContain(added.Hash, customMessage: address);
        using var response = await site.Get(file);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var sent = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        sent.ShouldNotBe(added.Hash);
        response.Headers.ETag!.Tag.ShouldBe($"\"{sent}\"");
        (await site.Text($"/api/v1/items/{shortId}")).ShouldContain(sent, customMessage: "接口说的散列就是下载到的一份的。");
        foreach (var guess in await AttachmentsOf(item))
        {
            using var guessed = await site.Get(guess);
            (await guessed.Content.ReadAsByteArrayAsync()).ShouldBe(bytes, guess);
        }

        // 带着原件的标签来问，也不会答“没有变”。
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(file, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{added.Hash}\""));
        using var asked = await site.Client.SendAsync(request);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var staff = await site.Get($"/console/items/{item.Value}/files/{file.Split('/')[4]}/x.docx");
        staff.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_attachment_is_not_served_under_another_item()
    {
        var (_, first) = await site.Publish(await WithAttachment(Secret()));
        var (_, second) = await site.Publish();
        var borrowed = (await site.AttachmentAddress(first)).Replace(first, second, StringComparison.Ordinal);

        using var response = await site.Get(borrowed);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_of_a_withdrawn_item_tells_when_and_why_and_never_what()
    {
        var secret = Secret();
        var (item, shortId) = await site.Publish(await WithAttachment(secret));
        await site.Withdraw(item, "名单有误，核对后重新公开");

        using var response = await site.Get($"/i/{shortId}");
        var page = await RunningSite.Document(response);

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.QuerySelector("main")!.TextContent.ShouldContain("名单有误，核对后重新公开");
        page.QuerySelector("main time")!.GetAttribute("datetime")!.ShouldStartWith("2026-03-02");
        page.DocumentElement.OuterHtml.ShouldNotContain(secret);
    }

    private async Task NothingTells(string secret, ItemId item, HttpStatusCode own, string? attachment = null)
    {
        var shortId = PublishingSite.ShortIdOf(item);
        foreach (var address in Places(secret, shortId))
        {
            var text = await site.Text(address);
            text.ShouldNotContain($"关于{secret}", customMessage: address);
            if (!address.StartsWith("/i/", StringComparison.Ordinal) && !address.StartsWith("/api/v1/items/", StringComparison.Ordinal)) text.ShouldNotContain(shortId, customMessage: address);
        }

        foreach (var address in (string[])[$"/i/{shortId}", $"/api/v1/items/{shortId}"])
        {
            using var response = await site.Get(address);
            response.StatusCode.ShouldBe(own, address);
        }

        foreach (var address in attachment is null ? await AttachmentsOf(item) : [attachment])
        {
            using var response = await site.Get(address);
            response.StatusCode.ShouldBe(own, address);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain($"{secret}的内容");
        }
    }

    private IEnumerable<string> Places(string secret, string shortId) =>
    [
        "/", "/catalogue", $"/catalogue?year={site.City.Today.Year}", PortalAddress.OfUnit(site.Office.Unit), $"/search?q={secret}", "/search?q=%E6%96%87%E5%8C%96%E5%9C%BA%E9%A6%86",
        "/feed", $"{PortalAddress.OfUnit(site.Office.Unit)}/feed", "/feed?category=2001", $"/search/feed?q={secret}", $"/search/suggestions?q={secret}", "/sitemap.xml", "/api/v1/items", $"/api/v1/items?q={secret}",
        $"/i/{shortId}", $"/api/v1/items/{shortId}",
    ];

    // 攻击的人猜得到的：库里各版的附件，哪一版也不行。
    private async Task<IReadOnlyList<string>> AttachmentsOf(ItemId item)
    {
        await using var db = site.City.Database.CreateContext();
        var stored = (await Data.Queries.Publication.ItemQueries.Find(db, item, CancellationToken.None))!;
        var addresses = stored.Versions.SelectMany(version => version.Draft.Content.Attachments).Select(file => PortalAddress.OfAttachment(PublishingSite.ShortIdOf(item), file)).ToList();
        addresses.ShouldNotBeEmpty();
        return addresses;
    }

    private async Task<Services.Publication.DraftInput> WithAttachment(string secret) =>
        site.Office.Complete($"关于{secret}的通知", $"<p>关于{secret}，正文第一句。</p>") with { Added = [await site.Attach($"关于{secret}.txt", $"{secret}的内容，第一行。")] };

    private async Task<EntityTagHeaderValue?> Warm(string address)
    {
        using var first = await site.Get(address);
        using var again = await site.Get(address);
        first.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return again.Headers.ETag;
    }

    // 每个测试各有一串别处没有的汉字。
    private static string Secret() => string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(value => (char)('一' + (value * 17))));
}
