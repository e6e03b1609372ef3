using Gongkai.AnnualReports.Writing;
using Gongkai.Data.Outbox;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Registers;
using Gongkai.Publication.Channels;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Requests.Claims;
using Gongkai.Requests.Files;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Requests.Redaction;
using Gongkai.Services.Demonstration;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;
using Gongkai.Services.Requests.Claims;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.EndToEnd.Tests;

/// <summary>文化广播局的审查班子和一个浏览器：各人登录着来办；地址里的 {名字} 换成真的。</summary>
public sealed class OfficeInBrowser : ReviewingSite, IAsyncLifetime
{
    private readonly Dictionary<string, string> _places = [];
    private readonly Dictionary<PersonId, string> _signedIn = [];
    private TestBrowser? _browser;
    private Leases _leases = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (!TestBrowser.IsInstalled) return;
        await Fill();
        _browser = await TestBrowser.Launch();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await DisposeAsync();
    }

    /// <summary>某人登录着，打开一页；不登录的给空。</summary>
    public async Task<Visit> Open(string path, PersonId? person, Look look)
    {
        var visit = await _browser!.Visit(Address, look, person is { } known ? await SignedInState(known) : null);
        await visit.Page.GotoAsync(Real(path));
        return visit;
    }

    // 登录一次，以后的浏览器沿用：登录是按来源限频次的。
    private async Task<string> SignedInState(PersonId person)
    {
        if (_signedIn.TryGetValue(person, out var state)) return state;
        await using var visit = await _browser!.Visit(Address, new Look(1440));
        var page = visit.Page;
        await page.GotoAsync("/console/sign-in");
        await page.FillAsync("input[name='Form.LoginName']", await LoginNameOf(person));
        await page.FillAsync("input[name='Form.Password']", Password);
        await page.ClickAsync("main button[type=submit]");
        await Visit.Arrive(page, "/console");
        return _signedIn[person] = await page.Context.StorageStateAsync();
    }

    /// <summary>班子里任某个角色的人登录着，打开一页。</summary>
    public Task<Visit> Open(string path, Role role, int width = 1440) => Open(path, role == Role.AuthorityOfficer ? Officer : Office.Holder(role), new Look(width));

    /// <summary>主管部门的人。</summary>
    private PersonId Officer { get; set; }

    /// <summary>把地址里的记号换成真的。</summary>
    public string Real(string path) => _places.Aggregate(path, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));

    // 一个月的许可：有一件没有公示。
    private async Task<RegisterEntryId> Registered(string month, int decided, int announced)
    {
        var evidence = InventedCity.Done(await City.Database.Attachments.Accept(new MemoryStream("许可月报。"u8.ToArray()), "许可月报.txt", CancellationToken.None));
        var values = new Dictionary<string, string>
        {
            ["matter"] = "营业性演出审批", ["accepted"] = $"{decided}", ["decided"] = $"{decided}", ["granted"] = $"{decided}", ["refused"] = "0", ["announced"] = $"{announced}",
        };
        var input = new RegisterInput(Office.Unit, "permits", month, values, null, null, [evidence]);
        return InventedCity.Done(await Services.GetRequiredService<RegisterServices>().Desk.Add(Office.Holder(Role.Handler), input, null, CancellationToken.None)).Entry;
    }

    private async Task<string> Claimed(InventedCases cases)
    {
        var content = new ClaimContent("房屋登记的面积", "登记为八十平方米，应当是九十平方米。", "登记证复印件", null);
        var receipt = InventedCity.Done(await cases.Requests.ClaimIntake.Submit(new ClaimEntry(Office.Unit, ClaimKind.Correction, InventedCases.Application(), content), [], "claim", CancellationToken.None));
        InventedCity.Done(await cases.Requests.ClaimIntake.Enter(Office.Holder(Role.Handler), new ClaimEntry(Office.Unit, ClaimKind.Complaint, InventedCases.Application(), content with { About = "某局", Text = "逾期没有答复申请" }), ClaimWay.Phone, [], "complaint", CancellationToken.None));
        foreach (var (at, action, details) in ((long, ClaimAction, ClaimDetails)[])[(1, ClaimAction.Register, ClaimDetails.None), (2, ClaimAction.Accept, ClaimDetails.None), (3, ClaimAction.Record, new() { Text = "调阅登记簿", Evidence = "登记簿第三页" })])
            InventedCity.Done(await cases.Requests.ClaimDesk.Do(Office.Holder(Role.Handler), new ClaimAct(receipt.Claim, at, action, City.Today, details), null, CancellationToken.None));
        return receipt.Claim.ToString();
    }

    // 一张看得出各种情形的桌子：逾期的、退回的、有问题的、报请的、定时的、公开着的。
    private async Task Fill()
    {
        var overdue = Office.Complete("关于全市公共文化场馆春节期间开放安排的通知");
        _places["{review}"] = (await Submitted(overdue with { Metadata = overdue.Metadata with { CreatedOn = City.Today.AddDays(-45) } })).ToString();
        await Submitted(Office.Complete("关于公布第三批非物质文化遗产代表性项目名录的通知"));
        var returned = await Submitted(Office.Complete("关于举办市民文化节的通知"));
        InventedCity.Done(await Office.Do(Office.Holder(Role.OfficeHead), returned, ReviewAction.Return, request => request with { Text = "活动时间前后不一致；附件里的联系人要去掉" }));
        var faulty = await Office.Draft(Office.Complete("关于公布文化市场检查结果的通报", "<p>某甲，身份证号11010519491231002X，电话13800138000，应当改正。</p>"));
        _places["{draft}"] = faulty.ToString();
        await Connect();
        _places["{published}"] = (await Office.Publish(Office.Complete("关于市图书馆延长开放时间的通知", "<p>为了方便群众，市图书馆自三月二日起延长开放时间。</p><table><caption>开放时间</caption><tr><th>日子</th><th>时间</th></tr><tr><td>星期二至星期日</td><td>九时至二十二时</td></tr></table>"))).ToString();
        await Deliver();
        var timed = await Office.Draft(Office.Complete("关于市美术馆闭馆检修的公告"));
        await Office.Approve(timed);
        InventedCity.Done(await Office.Do(Office.Holder(Role.DisclosureOfficeHead), timed, ReviewAction.Schedule, request => request with { ScheduledFor = City.Clock.GetUtcNow().AddDays(2), Channels = [Channel.Website] }));
        _places["{timed}"] = timed.ToString();
        _places["{unit}"] = Office.Unit.ToString();
        _places["{entry}"] = (await Registered("2026-01", 6, 5)).ToString();
        await Registered("2026-02", 4, 4);
        var cases = new InventedCases(Office, Services.GetRequiredService<RequestServices>());
        await cases.Submit(InventedCases.Application("市图书馆新馆 2025 年的采购合同"));
        var processing = (await cases.Processing()).Case;
        await cases.Done(processing, Role.DisclosureOfficeHead, CaseAction.ConsultThirdParty, new() { Party = "某文化公司" });
        InventedCity.Done(await cases.Attach(processing, CaseFilePurpose.Answer, await File.ReadAllBytesAsync(Testing.Repository.PathOf("samples", "10-市司法局2025.pdf")), "年报.pdf"));
        InventedCity.Done(await cases.Requests.Redactions.Mark(Office.Holder(Role.Handler), processing, 1, "1.0.1", new(RedactionGround.Privacy) { Texts = ["司法局"] }, CancellationToken.None));
        InventedCity.Done(await cases.Attach(processing, CaseFilePurpose.Answer, await File.ReadAllBytesAsync(Testing.Repository.PathOf("samples", "09-市民政局2025.docx")), "报告.docx"));
        var receipt = await cases.Processing();
        var answered = receipt.Case;
        await cases.Answer(answered, new() { Outcome = CaseOutcome.Granted });
        var pass = new TrackPass(receipt.TrackCode, "0014");
        InventedCity.Done(await cases.Requests.Voices.Rate(pass, 4, "答得清楚，只是等得久了一些。", "rate", CancellationToken.None));
        InventedCity.Done(await cases.Requests.Voices.Wish(pass, "wish", CancellationToken.None));
        InventedCity.Done(await cases.Requests.Publications.Link(Office.Holder(Role.Handler), answered, _places["{published}"], null, null, CancellationToken.None));
        _places["{claim}"] = await Claimed(cases);
        (_places["{case}"], _places["{answered}"]) = (processing.ToString(), answered.ToString());
        await cases.TakenOver("2014-0003", new(2014, 4, 3), CaseOutcome.Granted, new(2014, 4, 20));
        await cases.TakenOver("2025-0007", new(2025, 12, 20));
        await cases.TakenOver("2025-0003", new(2025, 4, 3), CaseOutcome.NotExisting, new(2025, 4, 20));
        InventedCity.Done(await cases.Requests.Years.Take(Office.Holder(Role.DisclosureOfficeHead), Office.Unit, 2025, 0, null, CancellationToken.None));
        await Collected();
        var poisoned = await Poisoned("关于公告送达文书的通知");
        _places["{poisoned}"] = poisoned.ToString();
        _places["{finding}"] = await Asked(poisoned);
    }

    // 主管部门代收了两份一样的，催了一个单位；本单位更早一年的存了一版，还没有自查。
    private async Task Collected()
    {
        Officer = await City.Somebody(Role.AuthorityOfficer, City.CityOffice, "shouji");
        var (year, who, none) = (City.Today.Year - 1, await Office.Current(Officer), CancellationToken.None);
        (_places["{authority}"], _places["{county}"]) = (City.CityOffice.ToString(), City.County.ToString());
        await Office.Publication.Collection.TakeIn(who, City.CityOffice, year, [Report("云泽市旅游局", year), Report("苇溪县人民政府", year)], none);
        InventedCity.Done(await Office.Publication.Collection.Remind(Officer, City.CityOffice, year, [Office.Unit], "请于三日内报送。", null, none));
        var (content, name) = Report("云泽市文化广播局", year - 1, "requests.carriedOut.total", 9);
        InventedCity.Done(await Office.Publication.Reports.Put(Office.Holder(Role.Handler), Office.Unit, year - 1, 0, content, name, none));

        static (Stream, string) Report(string agency, int year, string? cell = null, int number = 0)
        {
            var built = cell is null ? ReportBuilder.Clean2021() : ReportBuilder.Clean2021().Set(cell, number);
            return (new MemoryStream(ReportWriter.Write(built.Build() with { Agency = agency, Year = year, Title = $"{agency}{year}年政府信息公开工作年度报告" }, ReportFormat.Docx).Value), $"{agency}{year}年报.docx");
        }
    }

    // 两个接了自动发布的账号：一个送得到，一个的文件夹写不进去、试够了次数。待发的由这里送，网站自己的那一轮没有租约。
    private async Task Connect()
    {
        _leases = new Leases(City.Database, City.Clock, Guid.NewGuid());
        await _leases.Take("outbox", TimeSpan.FromDays(1), CancellationToken.None);
        _places["{account}"] = (await Account("上级门户", "市政府门户转载", "portal")).ToString();
        _places["{stopped}"] = (await Account("宣传栏", "一楼电子宣传栏", "board")).ToString();
        Directory.CreateDirectory(City.Settings.OutgoingPath);
        await File.WriteAllTextAsync(Path.Combine(City.Settings.OutgoingPath, "board"), "");
    }

    private async Task Deliver()
    {
        await new OutboxDispatcher(City.Database, City.Clock, _leases, Office.Publication.ChannelSender.Senders).RunOnce(CancellationToken.None);
        await using var db = City.Database.CreateContext();
        await db.Outbox.Where(message => message.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(message => message.GivenUpAt, (DateTimeOffset?)City.Clock.GetUtcNow()));
    }

    private async Task<ChannelAccountId> Account(string platform, string name, string folder)
    {
        var facts = new ChannelAccountFacts { Platform = platform, Name = name, Filing = "YZ-2026-0013", Operator = "云泽融媒体运营中心（虚构）", OpenedOn = City.Today.AddYears(-2) };
        var id = InventedCity.Done(await Office.Publication.Channels.Add(Office.Holder(Role.Handler), Office.Unit, facts, null, CancellationToken.None));
        InventedCity.Done(await Office.Publication.Channels.SetAdapter(Office.Holder(Role.DisclosureOfficeHead), id, 1, new ChannelAdapter(AdapterKind.FileDrop, folder), null, null, CancellationToken.None));
        return id;
    }

    /// <summary>附着毒文件的一条，送审到保密审查：看不见的由净化去掉，看得见的身份证号要处置。</summary>
    public async Task<ItemId> Poisoned(string title)
    {
        var file = DemoPoison.Write("送达公告", $"当事人王某，身份证号{DemoPoison.ResidentId}，现公告送达。");
        var added = InventedCity.Done(await City.Database.Attachments.Accept(new MemoryStream(file), "送达公告.docx", CancellationToken.None));
        var item = await Submitted(Office.Complete(title) with { Added = [added] });
        for (var step = ReviewStep.FirstReview; step != ReviewStep.SecrecyReview; step++) InventedCity.Done(await Office.Do(Office.HolderOf(step), item, ReviewAction.Pass));
        return item;
    }

    // 申请了豁免、还没有决定的一处，它的地址。
    private async Task<string> Asked(ItemId item)
    {
        var dossier = (await Office.Publication.Desk.Open(await Office.Current(Office.Holder(Role.Handler)), item, CancellationToken.None)).Value;
        var print = dossier.Screening.Findings.Single(answered => answered.Blocks).Finding.Print;
        InventedCity.Done(await Office.Publication.Exemptions.Ask(Office.Holder(Role.Handler), item, print, "依法公告送达", null, CancellationToken.None));
        return $"/console/items/{item}/findings/{print}";
    }
}
