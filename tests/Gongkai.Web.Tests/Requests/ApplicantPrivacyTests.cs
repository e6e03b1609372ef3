using System.Collections.Concurrent;
using System.Net;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Components.Panels;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Web.Tests.Requests;

/// <summary>申请人的个人信息不从旁路漏出去：日志，收条的二维码，网址，别人的后四位。</summary>
public sealed class ApplicantPrivacyTests : IAsyncLifetime
{
    private static readonly string[] Personal = ["某乙某", "999900199001010014", "13800138000", "yi@example.cn", "湖滨路", "免费开放补助的发放名册"];

    private static readonly (string, string)[] Whole =
    [
        ("Form.Name", "某乙某"), ("Form.IdentityNumber", "999900199001010014"), ("Form.Phone", "13800138000"), ("Form.Email", "yi@example.cn"), ("Form.Address", "云泽市湖滨路 1 号"), ("Form.Wanted", "免费开放补助的发放名册"),
    ];

    private readonly ReviewingSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Logs_hold_nothing_of_the_applicant_even_when_something_breaks()
    {
        using var log = new KeptLog();
        _site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var visitor = _site.Visitor();
        await visitor.Get(Apply);
        await visitor.Submit("apply", [.. Whole, ("Form.Delivery", "Pigeon")]);
        await visitor.Get(Apply);
        var code = (await visitor.Follow(await visitor.Submit("apply", Whole))).Page.QuerySelector(".receipt-number")!.TextContent;
        await visitor.Get("/track");
        await visitor.Submit("track", ("Form.Code", code), ("Form.LastFour", "9999"));
        await visitor.Get("/track");
        (await visitor.Submit("track", ("Form.Code", code), ("Form.LastFour", "0014"))).Location.ShouldBe("/track/case");
        await visitor.Get("/track/case");
        await visitor.Get(Apply);
        await using (var db = _site.City.Database.CreateContext()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE personal_datum RENAME TO somewhere_else");

        var broken = await visitor.Submit("apply", Whole);

        broken.Status.ShouldBe(HttpStatusCode.InternalServerError);
        foreach (var one in Personal) broken.Text.ShouldNotContain(one);
        log.Lines.ShouldContain(line => line.Contains("遇到意外", StringComparison.Ordinal), "出了什么事，日志里有。");
        foreach (var one in (string[])[.. Personal, code, "0014"]) log.Lines.Where(line => line.Contains(one, StringComparison.Ordinal)).ShouldBeEmpty(one);
    }

    [Fact]
    public async Task The_picture_on_the_receipt_is_the_address_with_the_code_behind_the_hash_and_nothing_else()
    {
        using var visitor = _site.Visitor();
        await visitor.Get(Apply);
        var receipt = await visitor.Follow(await visitor.Submit("apply", Whole));

        var code = receipt.Page.QuerySelector(".receipt-number")!.TextContent;
        receipt.Page.QuerySelector(".receipt svg.qr-picture path")!.GetAttribute("d").ShouldBe(QrCode.Of($"{new Uri(_site.Address, "/track")}#{code}").Path);
        foreach (var one in Personal) receipt.Text.ShouldNotContain(one);
        receipt.Page.QuerySelector(".receipt")!.TextContent.ShouldNotContain("0014");
    }

    [Fact]
    public async Task A_code_can_be_tried_twenty_times_an_hour_and_not_for_days_on_end()
    {
        var cases = new InventedCases(_site.Office, _site.Services.GetRequiredService<RequestServices>());
        var receipt = await cases.Submit();
        var guard = _site.Services.GetRequiredService<Gongkai.Web.Portal.Requests.TrackGuard>();

        Enumerable.Range(0, 25).Count(_ => guard.Allows($" {receipt.TrackCode.ToLowerInvariant()} ")).ShouldBe(20, "大小写、空格换来换去，还是同一个。");
        guard.Allows("SQ9999999999").ShouldBeTrue("别的码不受牵连。");
        using var strict = new Gongkai.Web.Portal.Requests.TrackGuard(mostAnHour: 100, mostADay: 60);
        Enumerable.Range(0, 100).Count(_ => strict.Allows(receipt.TrackCode)).ShouldBe(60, "一小时接一小时地试，一天也只有六十次。");
        using var visitor = _site.Visitor();
        await visitor.Get("/track");
        (await visitor.Submit("track", ("Form.Code", receipt.TrackCode), ("Form.LastFour", "0014"))).Status.ShouldBe(HttpStatusCode.TooManyRequests, "试完了，写对了也要等：否则还是一道试得出的题。");
    }

    [Fact]
    public async Task Pages_of_another_unit_asked_for_by_its_address_show_nothing()
    {
        var elsewhere = new InventedCases(await InventedOffice.Create(_site.City, _site.City.Tourism, _site.Office.Publication), _site.Services.GetRequiredService<RequestServices>());
        var theirs = await elsewhere.Processing(InventedCases.Application("请公开某某景区的门票批文"));
        using var handler = await _site.Holder(Role.DisclosureOfficeHead);
        foreach (var address in (string[])["/console/cases", "/console/cases/counts", "/console/cases/years", "/console/cases/retention", "/console/cases/new", "/console/cases.xlsx", "/console/claims"])
        {
            using var reply = await handler.Raw($"{address}?unit={_site.City.Tourism}&year={_site.City.Today.Year}");
            var text = await reply.Content.ReadAsStringAsync();
            if (reply.IsSuccessStatusCode && reply.Content.Headers.ContentType?.MediaType != "text/html") text = "给了一个文件：门票批文";
            foreach (var secret in (string[])[theirs.TrackCode, theirs.Case.ToString(), "门票批文"]) text.ShouldNotContain(secret, Case.Sensitive, address);
        }

        await elsewhere.Done(theirs.Case, Role.Handler, CaseAction.RecordSearch, new() { Search = new("档案室", "门票", "某甲") });
        (await handler.Get($"/console/cases/{theirs.Case}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private string Apply => $"{PortalAddress.OfUnit(_site.Office.Unit)}/requests/apply";

    /// <summary>照网站自己的设置记下来的各行，连同异常。</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() => Lines.Clear();
    }
}
