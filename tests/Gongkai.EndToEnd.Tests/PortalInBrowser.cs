using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Normative;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Portal;
using Gongkai.Web.Tests.Portal;

namespace Gongkai.EndToEnd.Tests;

/// <summary>公开着几条信息的门户和一个浏览器；地址里的 {item}、{withdrawn}、{unit} 换成真的。</summary>
public sealed class PortalInBrowser : PublishingSite, IAsyncLifetime
{
    private const string Body = """
        <p style="text-align:center">云泽市文化广播局</p><p>为了方便群众，全市公共文化场馆自三月二日起免费开放。</p><h2>一、开放的场馆</h2>
        <table><caption>开放时间</caption><tr><th>场馆</th><th>开放时间</th><th>地址</th><th>联系电话</th><th>备注</th></tr><tr><td>市图书馆</td><td>九时至二十一时</td><td>文化路一号</td><td>见馆内公告</td><td>星期一闭馆，节假日另行通知</td></tr></table>
        <h2>二、注意事项</h2><ul><li>凭有效证件入馆；</li><li>团体参观请提前预约。</li></ul><p style="text-align:right">2026年3月2日</p>
        """;

    private readonly Dictionary<string, string> _places = [];
    private TestBrowser? _browser;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Fill();
        _browser = await TestBrowser.Launch();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await DisposeAsync();
    }

    /// <summary>打开一个访客的浏览器，打开一页。</summary>
    public async Task<Visit> Open(string path, Look look)
    {
        var visit = await _browser!.Visit(Address, look);
        await visit.Page.GotoAsync(Real(path));
        return visit;
    }

    /// <summary>把地址里的记号换成真的。</summary>
    public string Real(string path) => _places.Aggregate(path, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));

    private async Task Fill()
    {
        for (var number = 1; number <= 22; number++) await Publish(Office.Complete($"关于调整第{number}批公共文化场馆开放时间的通知"));
        var (item, shortId) = await Publish(Office.Complete("关于全市公共文化场馆免费开放的通知", Body) with { Added = [await Attach("免费开放的公共文化场馆名单.txt")] });
        await Correct(item, Office.Complete("关于全市公共文化场馆免费开放的通知", Body) with { Kept = [new(await FirstAttachment(item))] }, "更正了市图书馆的开放时间");
        await FillRegisters();
        var withdrawn = await Publish();
        await Withdraw(withdrawn.Id, "内容有误，核对后重新公开");
        (_places["{item}"], _places["{withdrawn}"], _places["{unit}"]) = (shortId, withdrawn.ShortId, PortalAddress.KeyOf(Office.Unit));
    }

    // 指南两版、一项制度、三件文件（一件有全文和解读，一件失效，一件废止）、一份年报。
    private async Task FillRegisters()
    {
        var version = await Office.PublishGuide();
        await Office.PublishGuide(version, "<p>可以在本网站查阅、下载，也可以到下列场所查阅：</p><ul><li>市档案馆；</li><li>市图书馆；</li><li>政务服务大厅。</li></ul>");
        await Office.PublishSystem("review", "<h2>第一章　总则</h2><p>公开以前，按照三审三校的程序审查，先审查、后公开。</p><h2>第二章　程序</h2><p>谁提供、谁审核、谁公开。</p>", from: new DateOnly(2026, 4, 1));
        await Office.PublishSystem("adjustment", "<p>每年评估一次不予公开的信息，可以公开的及时公开。</p>");
        var text = await Publish(Office.Complete("云泽市公共文化场馆管理办法", "<p>第一条　为了规范公共文化场馆的管理，制定本办法。</p><p>第二条　本办法自发布之日起施行。</p>"));
        var old = await Office.Register(Office.Facts(1, new(2021, 6, 1)) with { Title = "云泽市公共文化场馆管理办法（试行）" });
        var id = await Office.Register(Office.Facts(2, City.Today, item: text.Id, expires: new(2031, 3, 1)) with { Title = "云泽市公共文化场馆管理办法", Supersedes = [old] });
        await Office.Register(Office.Facts(3, new(2019, 5, 20), expires: new(2024, 5, 19)) with { Title = "云泽市广播电视设施保护若干规定" });
        var about = await Publish(Office.Complete("一图读懂《云泽市公共文化场馆管理办法》"));
        InventedCity.Done(await Office.Publication.Interpretations.Link(Office.Holder(Role.LegalReviewer), id, about.Id, InterpretationKind.Diagram, CancellationToken.None));
        await Office.PublishReport();
        await FillYears();
        (_places["{regulated}"], _places["{normative}"]) = (text.ShortId, ShortIdOf(new(id.Value)));
        _places["{system}"] = (await Office.Publication.PublicPages.Systems(Office.Unit, CancellationToken.None))[0].ShortId;
    }

    // 数据中心：十四个局，六年，跨着两种格式；本局的 2023 年度已经公布。
    private async Task FillYears()
    {
        List<Guid> bureaus = [];
        foreach (var name in (string[])["教育", "财政", "民政", "司法", "水利", "统计", "审计", "商务", "体育", "林业", "粮食", "气象", "信访", "医疗保障"])
            bureaus.Add((await City.Establish($"云泽市{name}局", UnitLevel.City, UnitKind.Department)).Value);
        await PublishedYears.Fill(City.Database, bureaus, [2019, 2020, 2021, 2022, 2023, 2024]);
        await PublishedYears.Fill(City.Database, [Office.Unit.Value, City.City.Value, City.County.Value], [2019, 2020, 2021, 2022]);
    }

    private async Task<AttachmentId> FirstAttachment(ItemId item)
    {
        await using var db = City.Database.CreateContext();
        return (await Data.Queries.Publication.ItemQueries.Find(db, item, CancellationToken.None))!.Latest.Draft.Content.Attachments[0].Id;
    }
}
