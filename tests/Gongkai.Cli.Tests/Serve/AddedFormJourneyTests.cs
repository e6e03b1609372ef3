using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.AnnualReports.Filing;
using Gongkai.Cli.Frame;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Web.Tests.Reviewing;
using Gongkai.Web.Tests.SigningIn;

namespace Gongkai.Cli.Tests.Serve;

/// <summary>系统管理员在后台添一种虚构的格式，重新启动网站，从编到公布走一遍：表格里改，等式查得出，写成各种文件读回来相同，数据中心看得到；没有改一行代码。</summary>
public sealed class AddedFormJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // 真的 serve 照机器的钟：编的是去年的。
    private static readonly int Year = DateTime.Today.Year - 1;

    private static readonly string Id = Year.ToString(CultureInfo.InvariantCulture);

    private static readonly (string Row, string Column, int Value)[] Filled =
    [
        (InventedForm.Row, "naturalPerson", 1), (InventedForm.Row, InventedForm.Column, 2), (InventedForm.Row, "total", 3),
        ("newlyReceived", "naturalPerson", 1), ("newlyReceived", InventedForm.Column, 2), ("newlyReceived", "total", 3),
        ("totalProcessed", "naturalPerson", 1), ("totalProcessed", InventedForm.Column, 2), ("totalProcessed", "total", 3),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_added_in_the_administration_is_used_from_the_draft_to_the_data_centre(Engine engine)
    {
        var site = new FormSite(engine);
        await site.InitializeAsync();
        await ServedSite.Configure(site.City.Settings);
        await AddForm(site);
        await site.Stop(site.Address);

        using var clock = new CancellationTokenSource(Patience);
        await using (var served = await ServedSite.Start(site.City.Settings.Folder, clock.Token))
        {
            using var administrator = await site.SignedIn(site.Administrator, served.Address);
            (await administrator.Get("/console/forms")).Page.QuerySelector("tbody tr:last-child")!.TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain(Id), text => text.ShouldContain("在用"));
            var published = await Publish(site, served.Address);
            (await administrator.Get("/console/forms")).Text.ShouldContain("拿走格式");
            (await administrator.Submit("remove-form")).Text.ShouldContain("不能拿走");
            await Shown(published, served.Address);
        }

        await site.DisposeAsync();
    }

    private static async Task AddForm(FormSite site)
    {
        site.Administrator = await site.City.Somebody(Role.Administrator, site.City.City);
        using var administrator = await site.SignedIn(site.Administrator);
        await administrator.Get("/console/forms");
        var wrong = await administrator.SubmitFiles("check-form", [("File", "格式.json", Form(form => form["requests"]!["sums"]![0]!["left"]![0] = "nowhere"))]);
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldMatch("第 [0-9]+ 行：表三：等式 T3-01 指着没有的行“nowhere”。");
        wrong.Page.QuerySelector("#f-Text")!.TextContent.ShouldContain("nowhere", Case.Sensitive, "交来的还在，可以接着改。");

        var seen = await administrator.SubmitFiles("check-form", [("File", "格式.json", Form())]);
        seen.Page.QuerySelectorAll(".report-grid th").Select(cell => cell.TextContent).ShouldContain("境外人士", "照印出来的样子看过再添。");
        var early = await administrator.Submit("add-form", ("Act", "add"), ("FromYear", "2020"));
        early.Text.ShouldContain("启用的年度 2020 应在“2021”的 2021 以后");
        var added = await administrator.Follow(await administrator.Submit("add-form", ("Act", "add"), ("FromYear", Id)));
        added.Text.ShouldSatisfyAllConditions(text => text.ShouldContain($"格式 {Id} 已经添上"), text => text.ShouldContain("等重新启动"));
        foreach (var role in new[] { Role.Handler, Role.DisclosureOfficeHead, Role.DeputyLeader }) await site.LoginNameOf(site.Office.Holder(role));
        site.Officer = await site.City.Somebody(Role.AuthorityOfficer, site.City.CityOffice);
        await site.LoginNameOf(site.Officer);
    }

    private static async Task<string> Publish(FormSite site, Uri address)
    {
        using var handler = await site.SignedIn(site.Office.Holder(Role.Handler), address);
        using var head = await site.SignedIn(site.Office.Holder(Role.DisclosureOfficeHead), address);
        using var leader = await site.SignedIn(site.Office.Holder(Role.DeputyLeader), address);
        using var officer = await site.SignedIn(site.Officer, address);
        var report = $"/console/reports/{site.Office.Unit}/{Year}";
        var opened = await handler.Get($"{report}/compile");
        opened.Text.ShouldContain("表三“境外人士”一栏空着：申请的登记里没有这一类。");
        var cells = opened.Page.QuerySelectorAll(".grid-cell").Select(cell => cell.GetAttribute("name")!).Where(name => name.StartsWith("cell.requests.", StringComparison.Ordinal))
            .Where(name => name.EndsWith($".{InventedForm.Column}", StringComparison.Ordinal) || name.Contains($".{InventedForm.Row}.", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => "0");
        foreach (var (row, column, value) in Filled) cells[$"cell.requests.{row}.{column}"] = value.ToString(CultureInfo.InvariantCulture);
        var fields = cells.Select(cell => (cell.Key, cell.Value)).Concat(cells.Keys.Select(name => (name.Replace("cell.", "why.", StringComparison.Ordinal), "照本单位的登记簿填"))).ToArray();
        var broken = await handler.Submit("compile-report", [.. fields, ("Act", "check"), ($"cell.requests.{InventedForm.Row}.{InventedForm.Column}", "7")]);
        broken.Text.ShouldContain("T3-02", Case.Sensitive, "新的一栏也在等式里。");
        var kept = await handler.Follow(await handler.Submit("compile-report", [.. fields, ("Act", "keep"), ("Section1", "本年度新收政府信息公开申请 3 件。"), ("Section5", "存在的主要问题：解读形式单一。")]));
        kept.Text.ShouldNotContain("T3-02");

        await handler.Get(report);
        (await handler.Submit("file-SelfCheck", Explained(handler))).Text.ShouldContain("自查送审：已经办好");
        foreach (var (who, action) in new[] { (head, FilingAction.Pass), (leader, FilingAction.Sign), (officer, FilingAction.Accept), (leader, FilingAction.Publish) })
        {
            await who.Get(report);
            (await who.Submit($"file-{action}", ("Note", "同意"))).Text.ShouldContain($"{action.Caption()}：已经办好");
        }

        return (await leader.Get(report)).Page.QuerySelector("a[href^='/r/']")!.GetAttribute("href")!;
    }

    private static async Task Shown(string portal, Uri address)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "forms"));
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "forms", "a.json"), Form());
        using var client = new HttpClient { BaseAddress = address };
        var published = JsonNode.Parse(await client.GetStringAsync(new Uri($"{portal}/json", UriKind.Relative)))!;
        published["forms"]!["requests"]!.GetValue<string>().ShouldBe(Id);
        published["requests"]![InventedForm.Row]!.AsArray().Select(cell => (int)cell!).ShouldBe([1, 0, 0, 0, 2, 0, 3]);
        foreach (var format in (string[])["docx", "xlsx", "json"])
        {
            var file = Path.Combine(folder.Path, $"a.{format}");
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(new Uri($"{portal}/{format}", UriKind.Relative)));
            Same(published, await Read(folder, file), format);
        }

        var page = Path.Combine(folder.Path, "a.html");
        await File.WriteAllBytesAsync(page, await client.GetByteArrayAsync(new Uri(portal, UriKind.Relative)));
        Same(published, await Read(folder, page), "网页");

        using var ranking = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/data/views/ranking?indicator=requests.{InventedForm.Row}.{InventedForm.Column}", UriKind.Relative)));
        ranking.RootElement.GetProperty("rows")[0].GetProperty("value").GetInt32().ShouldBe(2, "数据中心里有新的一格。");
        (await client.GetStringAsync(new Uri("/data/indicators", UriKind.Relative))).ShouldContain("9.涉及公共卫生处置·境外人士");
    }

    private static void Same(JsonNode published, JsonNode read, string format)
    {
        foreach (var table in (string[])["disclosure", "requests", "review"])
            read[table]!.AsObject().ToDictionary(row => row.Key, row => row.Value!.ToJsonString())
                .ShouldBe(published[table]!.AsObject().ToDictionary(row => row.Key, row => row.Value!.ToJsonString()), ignoreOrder: true, format);
    }

    private static async Task<JsonNode> Read(TemporaryFolder folder, string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "report", "read", file, "--forms", Path.Combine(folder.Path, "forms")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonNode.Parse(output)!;
    }

    private static byte[] Form(Action<JsonNode>? change = null) => Encoding.UTF8.GetBytes(JsonNode.Parse(InventedForm.Json(form =>
    {
        (form["id"], form["fromYear"]) = (Id, Year);
        // 换掉一栏，不多一栏：表三连总计八栏的，PDF 读不回来，签发不了（docs/forms.md）。
        var requests = form["requests"]!;
        requests["columns"]!.AsArray().RemoveAt(4);
        foreach (var sum in requests["sums"]!.AsArray().Where(sum => (string)sum!["rule"]! == "T3-02")) sum!["left"]!.AsArray().RemoveAt(4);
        change?.Invoke(form);
    }))!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    private static (string, string)[] Explained(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("[name^='Explain']").Select(field => (field.GetAttribute("name")!, "照登记，已经核对")), ("Note", "")];

    private sealed class FormSite(Engine engine) : ReviewingSite
    {
        public PersonId Officer { get; set; }

        public PersonId Administrator { get; set; }

        protected override Engine Engine => engine;
    }
}
