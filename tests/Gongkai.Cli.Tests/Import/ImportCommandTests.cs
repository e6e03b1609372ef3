using System.Text.Json;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Publication.Normative;
using Gongkai.Publication.Review;
using Gongkai.Services.Importing;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.Import;

/// <summary><c>gongkai import</c>：一份表全部导入，或者一行也不存；每一行错在哪里都说得出。</summary>
public sealed class ImportCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_examples_of_the_templates_can_be_imported_one_after_another(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var data = ImportFiles.Configure(city);

        var tried = await Import("units", "guanliyuan", "--dry-run");
        (tried.ExitCode, tried.Output).ShouldBe((0, "1 行都可以导入；这次只是试，没有存。\n"));
        (await city.Tree()).Units.ShouldNotContain(unit => unit.Latest.Name == "云泽市林业局");
        (await Import("units", "guanliyuan")).Output.ShouldBe("导入了单位 1 行。\n");
        (await Import("people", "guanliyuan")).Output.ShouldBe("导入了人员 1 行。\n");
        (await Import("items", "mou.jia")).Output.ShouldBe("导入了信息 1 行。\n");
        await city.Somebody(Role.LegalReviewer, (await city.Tree()).Units.Single(unit => unit.Latest.Name == "云泽市林业局").Id, "fazhi");
        (await Import("normative", "fazhi")).Output.ShouldBe("导入了规章和规范性文件 1 行。\n");

        await using var db = city.Database.CreateContext();
        var item = await db.Items.SingleAsync();
        // 没有审查过的不算发布：成为草稿。
        (item.Step, item.VisibleVersion, item.Title).ShouldBe((ReviewStep.Draft, null, "关于加强古树名木保护的通知"));
        (await db.NormativeDocuments.Include(row => row.Events).SingleAsync()).ToDocument().StatusOn(city.Today).ShouldBe(NormativeStatus.Valid);
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();

        async Task<(int ExitCode, string Output)> Import(string kind, string by, params string[] more)
        {
            var file = Path.Combine(city.Settings.Folder, $"{kind}-{more.Length}.xlsx");
            (await CommandLine.Run("import", kind, file, "--template")).ExitCode.ShouldBe(0);
            var run = await CommandLine.Run(["import", kind, file, "--by", by, "--data", data, .. more]);
            run.Error.ShouldBe("");
            return (run.ExitCode, run.Output);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Matters_are_imported_once_tried_without_a_trace_and_an_item_finds_its_matter_and_aspects(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        await city.Somebody(Role.DisclosureOfficeHead, city.Culture, "gongkai");
        string[] columns = ["公开主体", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "法定公开分类", "公开时限", "公开渠道和载体"];
        string[] first = ["云泽市文化广播局", "公共文化服务", "群众文化活动", "时间、地点", "《政府信息公开条例》第二十一条", "2102", "每月10日以前", "政府网站、政务新媒体"];
        string[] second = ["云泽市文化广播局", "机构信息", "机构职能", "职能、联系方式", "《政府信息公开条例》第二十条第二项", "2002", "长期公开", "政府网站"];

        (await Run("matters", ImportFiles.Sheet(city, columns, first, second), "--dry-run")).Output.ShouldBe("2 行都可以导入；这次只是试，没有存。\n");
        (await Stored()).ShouldBe(0);
        (await Run("matters", ImportFiles.Sheet(city, columns, first, second))).Output.ShouldBe("导入了事项清单 2 行。\n");
        (await Run("matters", ImportFiles.Sheet(city, columns, first, second))).Output.ShouldBe("导入了事项清单 0 行；2 行已经有一样的，不再存。\n");
        (await Stored()).ShouldBe(2, "同一份表导两次，不重复");
        var refused = await Run("matters", ImportFiles.Sheet(city, columns, [.. first[..6], "每周", first[7]], [.. second[..7], "口口相传"], [.. second[..4], "别的依据", .. second[5..]], [.. first[..5], "2151", .. first[6..]]));
        refused.ExitCode.ShouldBe(1);
        foreach (var said in new[] { "公开时限“每周”认不出", "没有“口口相传”", "已经有“机构职能”", "不适用于市级" }) refused.Output.ShouldContain(said);
        (await Stored()).ShouldBe(2);

        string[] item = ["云泽市文化广播局", "关于举办市民合唱节的通知", "举办市民合唱节。", "2026-01-05", "其他", "0602", "2102", "群众文化活动", "服务公开、结果公开", "正文一段。"];
        string[] heads = ["单位", "名称", "内容概述", "生成日期", "体裁", "主题分类", "法定公开分类", "公开事项", "五公开", "正文"];
        (await Run("items", ImportFiles.Sheet(city, heads, [.. item[..7], "没有这一项", .. item[8..]], [.. item[..8], "全部公开", item[9]]))).Output.ShouldContain("事项清单里没有“没有这一项”");
        (await Run("items", ImportFiles.Sheet(city, heads, item))).ExitCode.ShouldBe(0);
        (await Run("items", ImportFiles.Sheet(city, heads, [.. item[..8], "服务公开", item[9]]))).Output.ShouldContain("拟的与填的不一样");
        await using var db = city.Database.CreateContext();
        var row = await db.Items.SingleAsync();
        (row.Aspects, row.Matter).ShouldBe((8 + 16, (await db.Matters.SingleAsync(matter => matter.Facts.Contains("群众文化活动"))).Id));
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();

        async Task<CommandRun> Run(string kind, string file, params string[] more) => await CommandLine.Run(["import", kind, file, "--by", "gongkai", "--data", ImportFiles.Configure(city), .. more]);

        async Task<int> Stored()
        {
            await using var stored = city.Database.CreateContext();
            return await stored.Matters.CountAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_bad_row_and_nothing_is_stored_every_bad_row_is_named(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var before = (await city.Tree()).Units.Count();
        var file = ImportFiles.Sheet(
            city,
            ["名称", "层级", "性质", "区划代码", "上级", "设立日期"],
            ["云泽市林业局", "市级", "部门", "999900", "云泽市人民政府", "2019年1月1日"],
            ["云泽市林业局种苗站", "市级", "部门", "999900", "云泽市林业局", "2020-01-01"],
            ["云泽市林业局", "县级", "部门", "999921", "云泽市人民政府", "2019-01-01"],
            ["云泽市园林局", "副市级", "部门", "999900", "云泽市人民政府", "2019-01-01"],
            ["云泽市粮食局", "市级", "部门", "999900", "云泽县人民政府", "2019-01-01"],
            ["云泽市档案局", "市级", "部门", "999900", "云泽市人民政府", "去年"],
            ["", "市级", "部门", "999900", "", "2019-01-01"]);

        var run = await CommandLine.Run("import", "units", file, "--by", "guanliyuan", "--data", ImportFiles.Configure(city), "--json");

        run.ExitCode.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        (json.RootElement.GetProperty("rows").GetInt32(), json.RootElement.GetProperty("imported").GetInt32()).ShouldBe((7, 0));
        json.RootElement.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("row").GetInt32(), fault.GetProperty("column").GetString())).ShouldBe(
            [(4, null), (5, "层级"), (6, "上级"), (7, "设立日期"), (8, "名称")]);
        (await city.Tree()).Units.Count().ShouldBe(before);
        await using var db = city.Database.CreateContext();
        (await db.AuditRecords.CountAsync(record => record.Act == "unit.establish")).ShouldBe(before - 1);
    }

    [Fact]
    public async Task What_cannot_be_imported_is_one_sentence_and_exit_code_2()
    {
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var data = ImportFiles.Configure(city);
        var file = ImportFiles.Sheet(city, ["名称", "层级"], ["甲", "市级"]);
        var strange = ImportFiles.Sheet(city, [.. ImportKind.All[1].Columns.Where(column => column.Required).Select(column => column.Name), "工资"], [.. Enumerable.Repeat("甲", 6)]);
        var text = Path.Combine(data, "a.xlsx");
        await File.WriteAllTextAsync(text, "不是表格");

        await Refused("--by", "units", file, "--data", data);
        await Refused("没有登录名为“nobody”的人员", "people", await Template("people"), "--by", "nobody", "--data", data);
        await Refused("“性质”、“设立日期”", "units", file, "--by", "guanliyuan", "--data", data);
        await Refused("“工资”不认得", "people", strange, "--by", "guanliyuan", "--data", data);
        await Refused("xlsx", "units", text, "--by", "guanliyuan", "--data", data);
        await Refused("没有文件", "units", Path.Combine(data, "没有.xlsx"), "--by", "guanliyuan", "--data", data);
        await Refused("没有覆盖", "units", file, "--template");

        async Task<string> Template(string kind)
        {
            var path = Path.Combine(data, $"{kind}.xlsx");
            await CommandLine.Run("import", kind, path, "--template");
            return path;
        }

        static async Task Refused(string why, params string[] arguments)
        {
            var run = await CommandLine.Run(["import", .. arguments]);
            (run.ExitCode, run.Output).ShouldBe((2, ""));
            run.Error.Trim().ShouldContain(why);
            run.Error.Trim().ShouldNotContain("\n");
        }
    }
}
