using Gongkai.Law.Calendar;
using Gongkai.Organisations.Access;
using Gongkai.Services.Requests;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.EndToEnd.Tests;

/// <summary>虚构的城市的后台和一个浏览器；以某个角色登录着去看。</summary>
public sealed class CityInBrowser : CitySite, IAsyncLifetime
{
    private readonly Dictionary<Role, string> _logins = [];
    private Gongkai.Publication.Normative.NormativeId _normative;
    private Guid _holiday;
    private TestBrowser? _browser;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await FillRegisters();
        _browser = await TestBrowser.Launch();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await DisposeAsync();
    }

    /// <summary>打开一页；给了角色的，先登录。</summary>
    public async Task<Visit> Open(string path, Role? role, Look look)
    {
        var visit = await _browser!.Visit(Address, look);
        if (role is { } held) await SignInto(visit.Page, held);
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>把地址里的记号换成真的；城市的登记簿第一次要用时才填。</summary>
    public string Real(string path) => path.Replace("{culture}", City.Culture.ToString()).Replace("{city}", City.City.ToString())
        .Replace("{administrator}", City.Administrator.ToString()).Replace("{normative}", _normative.ToString()).Replace("{holiday}", _holiday.ToString());

    // 市政府的指南有一版待发布，制度有一项，文件有三件，年报有一份待签发。
    private async Task FillRegisters()
    {
        var office = await InventedOffice.Create(City, City.City);
        var none = CancellationToken.None;
        var version = await office.PublishGuide();
        InventedCity.Done(await office.Publication.Pages.Save(office.Holder(Role.Handler), office.Unit, null, [.. InventedRegisters.GuideTexts("<p>也可以到市图书馆查阅。</p>").Where(text => text.Code != "fax")], version, null, none));
        InventedCity.Done(await office.Publication.Pages.Save(office.Holder(Role.Handler), office.Unit, "review", [new("body", "<h2>一、审查的程序</h2><p>三审三校，先审查、后公开。</p>")], 0, null, none));
        var old = await office.Register(office.Facts(1, new(2021, 6, 1)) with { Title = "云泽市公共场馆管理办法（试行）" });
        _normative = await office.Register(office.Facts(2, new(2026, 2, 26), expires: new(2026, 12, 31)) with { Title = "云泽市公共场馆管理办法", Supersedes = [old], Filing = "云备〔2026〕2号", FiledOn = new(2026, 3, 2) });
        await office.Register(office.Facts(3, new(2025, 6, 1)) with { Title = "云泽市城区停车管理若干规定" });
        await FillHolidays(office);
        await using var file = InventedRegisters.ReportFile();
        InventedCity.Done(await office.Publication.Reports.Put(office.Holder(Role.Handler), office.Unit, 2023, 0, file, "年报.docx", none));
    }

    // 一份草稿，施行了有一件的期限会变。
    private async Task FillHolidays(InventedOffice office)
    {
        var cases = new InventedCases(office, Services.GetRequiredService<RequestServices>());
        await cases.Processing();
        var notice = new HolidayNotice { Title = "关于调整市民运动会期间放假的通知", Number = "云政办发〔2026〕3号", Year = 2026, Source = "市政府网站“通知公告”", Off = [new(new(2026, 3, 20), "市民运动会")], MakeUp = [new(new(2026, 4, 11), "市民运动会")] };
        _holiday = InventedCity.Done(await cases.Requests.Holidays.Draft(City.Administrator, notice, null, null, CancellationToken.None));
    }

    private async Task SignInto(IPage page, Role role)
    {
        if (!_logins.TryGetValue(role, out var login)) _logins[role] = login = (await Somebody(role)).LoginName;
        await page.GotoAsync("/console/sign-in");
        await page.FillAsync("input[name='Form.LoginName']", login);
        await page.FillAsync("input[name='Form.Password']", Password);
        await page.ClickAsync("main button[type=submit]");
        await Visit.Arrive(page, "/console");
    }
}
