using System.Text;
using Gongkai.AnnualReports.Forms;
using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Requests;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Cli.Tests.Import;

/// <summary><c>gongkai import cases</c>：系统启用时接过原来的依申请台账。</summary>
public sealed class ImportCaseTests
{
    private static readonly string[] Columns = ["单位", "案号", "收到日", "申请人类别", "姓名或者名称", "证件号码", "所需信息", "结局", "答复日"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_is_taken_over_its_open_cases_are_carried_in_and_the_next_number_is_free(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var cases = new InventedCases(await InventedOffice.Create(city));
        var (unit, year) = ("云泽市文化广播局", city.Today.Year);
        string[][] rows =
        [
            [unit, $"{year}-0001", $"{year}-01-04", "自然人", "某乙", "999900199001010014", "场馆名录", "", ""],
            [unit, $"{year - 1}-0007", $"{year - 1}-12-28", "公民", "某丙", "", "演出审批", "", ""],
            [unit, $"{year - 1}-0006", $"{year - 1}-12-20", "商业企业", "某公司", "", "招标文件", "不予公开（商业秘密）", $"{year}-01-04"],
            [unit, $"{year - 1}-0001", $"{year - 1}-02-20", "律师事务所", "某所", "", "预算", "（一）予以公开", $"{year - 1}-03-04"],
        ];
        var head = cases.Office.Holder(Role.DisclosureOfficeHead);
        var by = await LoginName(city, head);

        (await Run(city, ImportFiles.Sheet(city, Columns, rows), by, "--dry-run")).Output.ShouldBe("4 行都可以导入；这次只是试，没有存。\n");
        (await Run(city, ImportFiles.Sheet(city, Columns, rows), by)).Output.ShouldBe("导入了依申请公开的案件 4 行。\n");
        (await Run(city, ImportFiles.Sheet(city, Columns, rows), by)).Output.ShouldBe("导入了依申请公开的案件 0 行；4 行已经有一样的，不再存。\n");
        var other = await Run(city, ImportFiles.Sheet(city, Columns, [.. rows[0][..6], "别的信息", "", ""]), by);
        (other.ExitCode, other.Output).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(1), run => run.Output.ShouldContain("已经有这个案号的一件"));

        var who = await cases.Office.Current(head);
        var counted = InventedCity.Done(await cases.Requests.Counting.Of(who, cases.Office.Unit, year, default)).Table;
        (counted.Total(TableThree.NewlyReceived), counted.Total(TableThree.CarriedIn), counted.Count("refusedThirdPartyRights", ApplicantKind.Business), counted.Total(TableThree.CarriedOut)).ShouldBe((1, 2, 1, 2));
        counted.Total(TableThree.CarriedIn).ShouldBe(InventedCity.Done(await cases.Requests.Counting.Of(who, cases.Office.Unit, year - 1, default)).Table.Total(TableThree.CarriedOut));
        (await CaseVerification.Of(city.Database, default)).ShouldBeEmpty();
        (await city.Database.VerifyAudit([], default)).Problems.ShouldBeEmpty();

        // 移入的占了号，新登记的跳过；移入的接着办。
        var added = await cases.Processing();
        (await cases.Open(added.Case)).Line.Number.ShouldBe($"{year}-0002");
        await using var db = city.Database.CreateContext();
        var moved = await db.RequestCases.SingleAsync(row => row.Number == $"{year}-0001");
        await cases.Answer(new(moved.Id), new() { Outcome = CaseOutcome.Granted });
        (await db.AuditRecords.Where(record => record.Changes!.Contains("某乙") || record.Changes.Contains("999900199001010014")).CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Bad_rows_come_back_each_with_its_column_and_nothing_of_them_is_stored(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        string[] good = ["云泽市文化广播局", "甲1", "2025-03-03", "自然人", "某乙", "", "场馆名录", "", ""];
        string[] With(int column, string text, string number) => [.. good.Select((cell, at) => at == column ? text : at == 1 ? number : cell)];
        string[][] rows =
        [
            good, With(4, "999900199001010014", "甲2"), With(6, "本人 999900199001010014 的档案", "甲3"), With(5, "999900199001010015", "甲4"), With(5, "某乙", "甲5"), With(2, "2099-03-03", "甲6"), With(2, "1999-03-03", "甲7"),
            With(7, "办结", "甲8"), With(7, "不予公开", "甲9"), With(8, "2025-03-20", "甲10"), [.. good[..1], "甲11", .. good[2..7], "予以公开", "2025-01-20"], With(3, "外星人", "甲12"), With(0, "没有这个局", "甲13"), With(2, "上个月", "甲14"),
        ];
        var back = Path.Combine(city.Settings.Folder, "back.xlsx");

        var run = await Run(city, ImportFiles.Sheet(city, Columns, rows), await LoginName(city, office.Holder(Role.DisclosureOfficeHead)), "--rejected", back);

        run.ExitCode.ShouldBe(1, run.Error);
        string[] said =
        [
            "第 3 行“姓名或者名称”：像是身份证号码", "第 4 行“所需信息”：像是身份证号码", "第 5 行“证件号码”：居民身份证号码的校验位不对", "第 6 行“证件号码”：有汉字", "第 7 行：2099-03-03 在今天以后", "第 8 行：1999-03-03 早于条例施行之日",
            "第 9 行“结局”：认不出“办结”", "第 10 行“结局”：认不出“不予公开”", "第 11 行：写了答复日，没有写结局", "第 12 行：2025-01-20 早于 2025-03-03", "第 13 行“申请人类别”", "第 14 行“单位”", "第 15 行“收到日”",
        ];
        foreach (var one in said) run.Output.ShouldContain(one);
        run.Output.ShouldContain("导入了依申请公开的案件 1 行；13 行不对");
        ImportFiles.Read(back).Length.ShouldBe(14);
        await using var db = city.Database.CreateContext();
        (await db.RequestCases.CountAsync()).ShouldBe(1);

        // 不是负责人的，一行也导不进。
        (await Run(city, ImportFiles.Sheet(city, Columns, With(0, good[0], "甲20")), await LoginName(city, office.Holder(Role.Handler)))).Output.ShouldContain("审批答复");
    }

    [Theory]
    [InlineData(65001)]
    [InlineData(54936)]
    public async Task A_ledger_kept_as_csv_is_read_in_the_encodings_offices_use(int encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var city = await InventedCity.Create(Engine.Sqlite);
        var office = await InventedOffice.Create(city);
        var file = Path.Combine(city.Settings.Folder, "ledger.csv");
        await File.WriteAllTextAsync(file, $"{string.Join(',', Columns)}\r\n云泽市文化广播局,甲1,2025/3/3,自然人,某乙,,\"场馆名录，\r\n和补助\",予以公开,2025年3月20日\r\n", Encoding.GetEncoding(encoding));

        (await Run(city, file, await LoginName(city, office.Holder(Role.DisclosureOfficeHead)))).Output.ShouldBe("导入了依申请公开的案件 1 行。\n");
        await File.WriteAllTextAsync(file, "单位,\"案号\r\n甲", Encoding.UTF8);
        (await Run(city, file, "x")).Error.ShouldContain("引号不成对");
    }

    [Fact]
    public void Every_row_of_both_forms_is_read_as_an_outcome_that_is_counted_in_that_row()
    {
        foreach (var year in (int[])[2020, 2024])
            foreach (var row in FormCatalogue.ForYear(year)!.Requests.Rows.Where(row => row.IsOutcome))
                OutcomeWords.Read(row.Caption.Official)!.Value.Entry().RowIn(year).ShouldBe(row.Key, row.Caption.Official);
    }

    private static async Task<string> LoginName(InventedCity city, Gongkai.Organisations.People.PersonId id)
    {
        await using var db = city.Database.CreateContext();
        return (await db.People.SingleAsync(row => row.Id == id.Value)).LoginName;
    }

    private static Task<CommandRun> Run(InventedCity city, string file, string by, params string[] more) => CommandLine.Run(["import", "cases", file, "--by", by, "--data", ImportFiles.Configure(city), .. more]);
}
