using System.Collections.Immutable;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>年报由登记编出来：每一格、每个数都来自记录，存成的一版由另一个人签发。</summary>
public sealed class ReportCompilerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_year_of_records_becomes_a_report_that_somebody_else_signs(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var (cases, registers, year) = (new InventedCases(office), new RegisterServices(city.Database, city.Services, city.Clock), city.Today.Year);
        await office.Publish();
        await cases.Answer((await cases.Processing()).Case, new() { Outcome = CaseOutcome.Granted });
        await cases.Processing();
        await Register("remedies", $"{city.Today:yyyy-MM-dd}", new() { ["number"] = "云政复〔2026〕3号", ["stage"] = "行政复议", ["claim"] = "不服答复", ["result"] = "结果维持", ["resultOn"] = $"{city.Today:yyyy-MM-dd}" });
        await Register("trainings", $"{city.Today:yyyy-MM-dd}", new() { ["topic"] = "依申请公开的办理", ["people"] = "45" });
        await Register("permits", $"{city.Today:yyyy-MM}", new() { ["matter"] = "营业性演出审批", ["accepted"] = "6", ["decided"] = "6", ["granted"] = "6", ["refused"] = "0", ["announced"] = "6" });
        city.Clock.Advance(TimeSpan.FromDays(366));
        var compiler = new ReportCompiler(city.Database, registers.TableTwo, cases.Requests.Years, cases.Requests.Fees, office.Publication.OpinionBoard);
        var handler = office.Holder(Role.Handler);

        var compiled = InventedCity.Done(await compiler.Of(await office.Current(handler), office.Unit, year, ReportEdits.None, None));
        compiled.Report.ShouldSatisfyAllConditions(
            report => report.Title.ShouldBe($"云泽市文化广播局{year}年政府信息公开工作年度报告"),
            report => Number(report.Requests, "newlyReceived", "naturalPerson").ShouldBe(2), report => Number(report.Requests, "granted", "total").ShouldBe(1), report => Number(report.Requests, "carriedOut", "total").ShouldBe(1),
            report => Number(report.Review, "reconsideration", "upheld").ShouldBe(1), report => Number(report.Disclosure, "licences", "decisions").ShouldBe(6),
            report => report.Disclosure!.Find("penalties", "decisions")!.Value.State.ShouldBe(CellState.Blank, "没有登记的空着，不写零。"));
        var text = compiled.Report.Section(1)!.Text;
        foreach (var said in (string[])["公开信息 1 条", "新收政府信息公开申请 2 件", "行政复议 1 件", "培训 1 次，参加 45 人次"]) text.ShouldContain(said);
        compiled.Missing.ShouldContain(missing => missing.Contains("行政处罚", StringComparison.Ordinal));
        string.Join('\n', compiled.Findings.Select(finding => finding.Message)).ShouldContain("行政处罚", Case.Sensitive, "空着的格子查得出来。");

        var contradicted = InventedCity.Done(await compiler.Of(await office.Current(handler), office.Unit, year, new ReportEdits { Texts = new Dictionary<int, string> { [1] = text.Replace("新收政府信息公开申请 2 件", "新收政府信息公开申请 9 件", StringComparison.Ordinal) }.ToImmutableDictionary() }, None));
        contradicted.Findings.Length.ShouldBeGreaterThan(compiled.Findings.Length, "与表对不上的数查得出来。");

        var cell = new CellPath(TableKind.Disclosure, "penalties", "decisions");
        var silent = InventedCity.Done(await compiler.Of(await office.Current(handler), office.Unit, year, new ReportEdits { Cells = new Dictionary<CellPath, CellEdit> { [cell] = new(3, null), [new(TableKind.Requests, "granted", "total")] = new(1, null) }.ToImmutableDictionary() }, None));
        silent.Overrides.ShouldHaveSingleItem("与数出来的相同的不算改。").ShouldBe(new CellOverride(cell, "行政处罚，本年处理决定数量", null, 3, null));
        Number(silent.Report.Disclosure, "penalties", "decisions").ShouldBe(3);
        (await office.Publication.Reports.Put(handler, silent, year, 0, null, None)).Refusal!.Reason.ShouldBe("改过的格子要写理由：行政处罚，本年处理决定数量。");
        compiled = InventedCity.Done(await compiler.Of(await office.Current(handler), office.Unit, year, new ReportEdits { Cells = new Dictionary<CellPath, CellEdit> { [cell] = new(3, "系统外办的三件") }.ToImmutableDictionary() }, None));
        InventedCity.Done(await office.Publication.Reports.Put(handler, compiled, year, 0, null, None));
        InventedCity.Done(await office.Publication.ReportBoard.Open(await office.Current(office.Holder(Role.DeputyLeader)), office.Unit, year, None)).Report!.Latest.Overrides.ShouldHaveSingleItem().Reason.ShouldBe("系统外办的三件");
        var filing = new InventedFiling(office, await city.Somebody(Role.AuthorityOfficer, city.CityOffice), year);
        (await filing.Try(FilingAction.SelfCheck, handler, 1)).Refusal!.Reason.ShouldContain("没有写说明");
        await filing.Do(FilingAction.SelfCheck, handler, "照登记");
        await filing.Do(FilingAction.Pass, office.Holder(Role.DisclosureOfficeHead));
        await WrongWriters(office, year);
        await filing.Do(FilingAction.Sign, office.Holder(Role.DeputyLeader));
        (await office.Publication.PublicReports.Find(office.Unit, year, None)).ShouldBeNull("签发报送了，还没有公布。");
        await filing.Publish();
        (await office.Publication.PublicReports.Find(office.Unit, year, None))!.Report.Requests!.Find("newlyReceived", "total")!.Value.Number.ShouldBe(2);

        async Task Register(string form, string on, Dictionary<string, string> values) =>
            InventedCity.Done(await registers.Desk.Add(office.Holder(Role.Handler), new RegisterInput(office.Unit, form, on, values, null, null, []), null, None));
    }

    // 写错一个数的、什么也写不出来的，哪一种格式都签不成：还等着签发，没有冻结什么。
    private static async Task WrongWriters(InventedOffice office, int year)
    {
        var opened = InventedCity.Done(await office.Publication.Reports.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None))!;
        foreach (var format in ReportExport.Published.Formats)
        {
            var wrong = await Sign(new ReportExport([format], (report, to, cancel) => ReportWriter.Write(report with { Requests = report.Requests!.With(cells => cells[0] = Cell.Of(1)) }, to, cancel)));
            wrong.ShouldContain($"写成 {ReportFormats.Extension(format)} 再读回来，与原来的不一样：requests.newlyReceived.naturalPerson 应为2，读回来是1");
        }

        (await Sign(new ReportExport([ReportFormat.Pdf], (_, _, _) => new Refusal("LibreOffice 没有转换成 PDF")))).ShouldBe("LibreOffice 没有转换成 PDF");
        var still = InventedCity.Done(await office.Publication.Reports.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None))!;
        (still.Stage, still.Version, still.Signing).ShouldBe((FilingStage.LeaderSign, opened.Version, null));

        async Task<string> Sign(ReportExport export) => (await office.Publication.Filings.Checking(export)
            .Do(office.Holder(Role.DeputyLeader), office.Unit, year, opened.Version, new FilingCommand(FilingAction.Sign), null, null, None)).Refusal!.Reason;
    }

    private static decimal? Number(ReportTable? table, string row, string column) => table!.Find(row, column)!.Value.Number;
}
