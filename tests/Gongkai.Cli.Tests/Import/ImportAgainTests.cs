using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.Import;

/// <summary>再导入一次不重复；退回的改好再导入；公式、合并的表头、写成文字的日期。</summary>
public sealed class ImportAgainTests
{
    private static readonly string[] UnitColumns = ["名称", "层级", "性质", "区划代码", "上级", "设立日期"];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_file_twice_stores_nothing_twice_whatever_the_kind(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var data = ImportFiles.Configure(city);
        await Twice("units", "guanliyuan");
        await Twice("people", "guanliyuan");
        await Twice("items", "mou.jia");
        var unit = (await city.Tree()).Units.Single(unit => unit.Latest.Name == "云泽市林业局").Id;
        await city.Somebody(Role.LegalReviewer, unit, "fazhi");
        await Twice("normative", "fazhi");
        await Twice("register-releases", "mou.jia");
        await Twice("channels", "mou.jia");
        await city.Somebody(Role.DisclosureOfficeHead, unit, "gongkai");
        await Twice("matters", "gongkai");
        await Twice("cases", "gongkai");

        // 改过名称的草稿，还认得是从那一行来的。
        var publication = new PublicationServices(city.Database, city.Services, city.Clock);
        await using var db = city.Database.CreateContext();
        var row = await db.Items.Include(row => row.Versions).Include(row => row.Events).SingleAsync();
        var draft = row.ToItem().Latest.Draft;
        InventedCity.Done(await publication.Drafts.Save(new(row.Drafter), new ItemId(row.Id), row.Version, new DraftInput(draft.Metadata with { Title = "改过的名称" }, draft.Choice, draft.Responsibility, draft.Content.Html), null, default));
        (await Import("items", "mou.jia")).ShouldEndWith("1 行已经有一样的，不再存。\n");
        (await db.Items.CountAsync()).ShouldBe(1);
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();

        async Task Twice(string kind, string by)
        {
            var file = Path.Combine(data, $"{kind}.xlsx");
            (await CommandLine.Run("import", kind, file, "--template")).ExitCode.ShouldBe(0);
            (await Import(kind, by)).ShouldEndWith(" 1 行。\n");
            (await Import(kind, by)).ShouldEndWith(" 0 行；1 行已经有一样的，不再存。\n");
        }

        async Task<string> Import(string kind, string by)
        {
            var run = await CommandLine.Run("import", kind, Path.Combine(data, $"{kind}.xlsx"), "--by", by, "--data", data);
            run.ExitCode.ShouldBe(0, run.Error + run.Output);
            return run.Output;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_the_same_by_its_identity_and_differs_otherwise_is_refused(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var data = ImportFiles.Configure(city);
        await city.Somebody(Role.Handler, city.Culture, "banli");
        string[] item = ["云泽市文化广播局", "关于演出的通告", "概述。", "2024-05-15", "通告", "没有文号", "0602", "2011", "正文。"];
        var file = ImportFiles.Sheet(city, ["单位", "名称", "内容概述", "生成日期", "体裁", "没有文号的原因", "主题分类", "法定公开分类", "正文"], item, item, [.. item[..8], "别的正文。"], [item[0], "关于演出的公告", .. item[2..]]);

        var run = await CommandLine.Run("import", "items", file, "--by", "banli", "--data", data, "--rejected", Path.Combine(data, "back.xlsx"));

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("第 4 行：已经有同一单位、同名、同日、同文号的一条，拟的与填的不一样");
        run.Output.ShouldEndWith($"导入了信息 2 行；1 行已经有一样的，不再存；1 行不对，写在 {Path.Combine(data, "back.xlsx")}，改好再导入它。\n");
        await using var db = city.Database.CreateContext();
        (await db.Items.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_thousand_bad_rows_come_back_with_their_numbers_and_reasons_and_mended_they_are_imported(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var data = ImportFiles.Configure(city);
        await city.Somebody(Role.Handler, city.Culture, "banli");
        string[] columns = ["单位", "日期", "标题", "渠道", "链接", "受众"];
        string[] Row(int number, string audience) => ["云泽市文化广播局", "2026-03-02", $"第{number}条", "微信公众号", "", audience];
        var file = ImportFiles.Sheet(city, columns, [.. Enumerable.Range(1, 2003).Select(number => Row(number, number is 1 or 1000 or 2003 ? "12" : "很多"))]);
        var back = Path.Combine(data, "back.xlsx");

        // 不要退回的，一行也不存。
        var nothing = await Import(file);
        (nothing.ExitCode, nothing.Output.Split('\n')[^2]).ShouldBe((1, "2003 行里有 2000 行不对，一行也没有存。"));
        (await Stored()).ShouldBe(0);

        var some = await Import(file, "--rejected", back);
        (some.ExitCode, some.Output.Split('\n')[^2]).ShouldBe((1, $"导入了渠道发布 3 行；2000 行不对，写在 {back}，改好再导入它。"));
        (await Stored()).ShouldBe(3);
        var rows = ImportFiles.Read(back);
        (rows[0][0], rows[0][^1], rows.Length).ShouldBe(("行号", "理由", 2001));
        rows.Skip(1).Select(row => row[0]).ShouldBe(Enumerable.Range(2, 2003).Where(number => number is not (2 or 1001 or 2004)).Select(number => $"{number}"));
        rows[1][^1].ShouldBe("受众：“受众”里的“很多”不是个数，只写数字。");

        // 已经有的退回文件不覆盖，也不导入。
        (await Import(file, "--rejected", back)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("没有覆盖，也没有导入"));

        // 改好几十行，连同“行号”“理由”两列再导入；再来一次也不重复。
        var audience = Array.IndexOf(rows[0], "受众");
        var mended = ImportFiles.Sheet(city, rows[0], [.. rows.Skip(1).Take(50).Select(row => row.Select((text, at) => at == audience ? "7" : text).ToArray())]);
        (await Import(mended)).Output.ShouldBe("导入了渠道发布 50 行。\n");
        (await Import(mended)).Output.ShouldBe("导入了渠道发布 0 行；50 行已经有一样的，不再存。\n");
        (await Stored()).ShouldBe(53);

        Task<CommandRun> Import(string path, params string[] more) => CommandLine.Run(["import", "register-releases", path, "--by", "banli", "--data", data, .. more]);

        async Task<int> Stored()
        {
            await using var db = city.Database.CreateContext();
            return await db.RegisterEntries.CountAsync();
        }
    }

    [Fact]
    public async Task A_rejects_file_that_cannot_be_written_stops_the_import()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var data = ImportFiles.Configure(city);
        var before = (await city.Tree()).Units.Count();
        var file = ImportFiles.Sheet(city, UnitColumns, ["云泽市林业局", "市级", "部门", "999900", "云泽市人民政府", "2019-01-01"], ["云泽市园林局", "副市级", "部门", "999900", "云泽市人民政府", "2019-01-01"]);

        var run = await CommandLine.Run("import", "units", file, "--by", "guanliyuan", "--data", data, "--rejected", Path.Combine(data, "没有", "back.xlsx"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("写不进去，一行也没有导入");
        (await city.Tree()).Units.Count().ShouldBe(before);
    }

    [Fact]
    public async Task Merged_heads_shared_cells_formulas_with_their_results_and_dates_as_text_are_read()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var data = ImportFiles.Configure(city);
        // 第一行是标题；表头占两行，“名称”竖着合并；上级一格管三行；名称是公式，存着结果；日期有文字、有日期格、有序号写成的文字。
        var rows = ImportFiles.Row(1, "2019年设立的单位")
            + ImportFiles.Row(2, "名称", "基本情况", "", "", "上级", "设立日期")
            + ImportFiles.Row(3, "", "层级", "性质", "区划代码")
            + Unit(4, "<f>\"云泽市\"&amp;\"林业局\"</f><v>云泽市林业局</v>", "２０１９年１月１日", "云泽市人民政府")
            + Unit(5, "<v>云泽市园林局</v>", "2019 / 1 / 1", "")
            + Unit(6, "<v>云泽市档案局</v>", "20190101", "");
        var file = ImportFiles.Raw(city, rows, "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:D2\"/><mergeCell ref=\"E2:E3\"/><mergeCell ref=\"F2:F3\"/><mergeCell ref=\"E4:E6\"/></mergeCells>");

        (await CommandLine.Run("import", "units", file, "--by", "guanliyuan", "--data", data)).Output.ShouldBe("导入了单位 3 行。\n");

        (await city.Tree()).Units.Count(unit => unit.EstablishedOn == new DateOnly(2019, 1, 1) && unit.Latest.Superior == city.City).ShouldBeGreaterThanOrEqualTo(3);

        static string Unit(int row, string name, string date, string superior) =>
            ImportFiles.Row(row, "", "市级", "部门", "999900", superior, date).Replace($"<row r=\"{row}\">", $"<row r=\"{row}\"><c r=\"A{row}\" t=\"str\">{name}</c>", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_without_its_result_a_formula_that_failed_and_cells_below_no_head_are_refused_with_their_place()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var data = ImportFiles.Configure(city);
        var before = (await city.Tree()).Units.Count();
        string[] good = ["云泽市林业局", "市级", "部门", "999900", "云泽市人民政府", "2019-01-01"];
        var head = ImportFiles.Row(1, UnitColumns);

        await Refused(head + ImportFiles.Row(2, good) + "<row r=\"3\"><c r=\"A3\"><f>B3</f></c></row>", 2, "的 A3 等格是公式，没有存着结果");
        await Refused(head + ImportFiles.Row(2, good) + "<row r=\"3\"><c r=\"A3\" t=\"e\"><f>B9</f><v>#REF!</v></c></row>", 1, "第 3 行“名称”：公式算出的是 #REF!。");
        await Refused(head + ImportFiles.Row(2, [.. good, "旁边的话"]), 1, "第 2 行：“旁边的话”不在表头的哪一列之下。");
        (await city.Tree()).Units.Count().ShouldBe(before);

        async Task Refused(string rows, int exitCode, string why)
        {
            var run = await CommandLine.Run("import", "units", ImportFiles.Raw(city, rows), "--by", "guanliyuan", "--data", data);
            run.ExitCode.ShouldBe(exitCode, run.Error);
            (run.Output + run.Error).ShouldContain(why);
        }
    }
}
