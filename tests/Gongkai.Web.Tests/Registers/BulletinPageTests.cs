using System.Net;
using System.Text;
using Gongkai.Documents;
using Gongkai.Documents.Text;
using Gongkai.Organisations.Access;
using Gongkai.Services.Acting;
using Gongkai.Services.Registers;
using Gongkai.Testing;
using Gongkai.Testing.Organisations;
using Gongkai.Web.Console.Registers;
using Gongkai.Web.Tests.SigningIn;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Registers;

/// <summary>信息报送的月度通报与渠道发布的月度统计：页面、DOCX、XLSX。</summary>
public sealed class BulletinPageTests(CitySite site) : IClassFixture<CitySite>
{
    [Fact]
    public async Task The_bulletin_of_a_month_is_a_page_a_word_file_and_a_workbook_and_reads_as_the_golden_one()
    {
        var clerk = await site.City.Somebody(Role.Handler, site.City.Culture);
        var registers = site.Services.GetRequiredService<RegisterServices>();
        await Enter("2026-01-05", ("title", "非遗展演吸引群众万余人次"), ("to", "上级单位"), ("receiver", "市政府办公室"), ("adopted", "是"), ("adoptedOn", "2026-02-03"));
        await Enter("2026-02-04", ("title", "图书馆延长开放"), ("to", "合作媒体"), ("receiver", "云泽日报"), ("adopted", "是"));
        await Enter("2026-02-10", ("title", "场馆安全检查"), ("to", "本级政府"), ("adopted", "否"));
        using var visitor = await site.SignedIn(Role.Handler, site.City.Culture);
        var address = $"/console/registers/submissions/bulletin?unit={site.City.Culture}&month=2026-02";

        var page = await visitor.Get(address);

        page.Page.QuerySelector("h1")!.TextContent.ShouldBe("云泽市文化广播局2026年2月信息报送情况通报");
        page.Text.ShouldContain("共报送信息 2 条，采用 2 条次");
        foreach (var format in new[] { "docx", "xlsx" })
        {
            var (_, content) = await visitor.Download(address.Replace("bulletin?", $"bulletin.{format}?", StringComparison.Ordinal));
            DocumentReader.Read(content, $"a.{format}", ReadLimits.Default, default).Value.Blocks.OfType<TableBlock>().ShouldContain(table => table.Cells.Any(cell => cell.Text.Contains("《图书馆延长开放》（云泽日报）", StringComparison.Ordinal)), format);
        }

        var person = (await site.Services.GetRequiredService<CurrentPeople>().Find(clerk, default))!;
        var bulletin = InventedCity.Done(await registers.Bulletins.Of(person, site.City.Culture, new DateOnly(2026, 2, 1), false, default));
        using var written = new MemoryStream();
        MarkdownWriter.Write(BulletinLayout.Of(bulletin), written);
        var markdown = Encoding.UTF8.GetString(written.ToArray());
        var golden = Repository.PathOf("tests", "Gongkai.Web.Tests", "Registers", "bulletin.golden.md");
        if (Environment.GetEnvironmentVariable("GONGKAI_UPDATE_DOCS") == "1") await File.WriteAllTextAsync(golden, markdown);
        (await File.ReadAllTextAsync(golden)).ShouldBe(markdown);

        var units = await visitor.Get(address + "&by=unit");
        units.Text.ShouldContain("各单位共报送信息 2 条");
        (await visitor.Get("/console/registers/submissions/bulletin?month=2099-01")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Get($"/console/registers/submissions/bulletin?unit={site.City.Tourism}&month=2026-02")).Text.ShouldNotContain("共报送信息");

        async Task Enter(string on, params (string Field, string Text)[] values) => InventedCity.Done(await registers.Desk.Add(
            clerk, new RegisterInput(site.City.Culture, "submissions", on, values.ToDictionary(value => value.Field, value => value.Text), null, null, []), null, default));
    }

    [Fact]
    public async Task Releases_are_counted_by_month_and_account_on_a_page_and_in_a_workbook()
    {
        using var clerk = await site.SignedIn(Role.Handler, site.City.Tourism);
        await clerk.Get("/console/registers/releases");
        await clerk.Submit("add-entry", ("on", "2026-02-03"), ("f-channel", "微信公众号"), ("f-account", "云泽旅游"), ("f-title", "一图看懂"), ("f-audience", "1200"));

        var page = await clerk.Get($"/console/registers/releases/months?unit={site.City.Tourism}&year=2026");

        page.Page.QuerySelectorAll("tbody tr td").Select(cell => cell.TextContent.Trim()).ShouldContain("1200");
        var (_, content) = await clerk.Download($"/console/registers/releases/months.xlsx?unit={site.City.Tourism}&year=2026");
        DocumentReader.Read(content, "a.xlsx", ReadLimits.Default, default).Value.Blocks.OfType<TableBlock>().SelectMany(table => table.Cells).ShouldContain(cell => cell.Text == "云泽旅游");
    }
}
