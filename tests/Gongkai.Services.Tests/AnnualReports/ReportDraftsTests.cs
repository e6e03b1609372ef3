using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Services.AnnualReports;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>由登记编的一份接着改：改动留着，登记变了没有改的跟着变；两个人同时改的合成一份，改得不同的请人选，谁的也不丢。</summary>
public sealed class ReportDraftsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CellPath Penalties = new(TableKind.Disclosure, "penalties", "decisions");
    private static readonly CellPath Coercions = new(TableKind.Disclosure, "coercions", "decisions");
    private static readonly CellPath Fees = new(TableKind.Disclosure, "fees", "amount");

    [Theory, OnSqlite, OnPostgres]
    public async Task Edits_are_kept_when_the_records_change_and_what_was_not_edited_follows(Engine engine)
    {
        await using var desk = await Desk.Create(engine);
        await desk.Train("45");
        var start = await desk.Start();
        var text = (await desk.Compile(ReportEdits.None)).Report.Section(1)!.Text;
        text.ShouldContain("开展培训 1 次，参加 45 人次。");
        var edited = text.Replace("本年度没有通过政府网站公开信息。", "本年度网站在改版，没有公开信息。", StringComparison.Ordinal);
        InventedCity.Done(await desk.Save(start, Desk.Edits(start, edited, (Penalties, 3)))).Edition!.Number.ShouldBe(1);
        await desk.Train("20");
        await desk.Office.Publish();

        var reopened = await desk.Start();
        var compiled = await desk.Compile(reopened.Kept);
        compiled.Report.Section(1)!.Text.ShouldSatisfyAllConditions(
            now => now.ShouldContain("本年度网站在改版，没有公开信息。", Case.Sensitive, "改过的留着。"),
            now => now.ShouldContain("开展培训 2 次，参加 65 人次。", Case.Sensitive, "没有改的跟着登记变。"));
        compiled.Overrides.ShouldHaveSingleItem().Value.ShouldBe(3);
        compiled.Marks.ShouldBeEmpty("信息是今年发布的，编的是去年的。");
        await desk.Train("5", "记错了日子");
        var typed = await desk.Compile(reopened.Kept with { Texts = reopened.Kept.Texts.SetItem(1, edited.Replace("参加 45 人次", "参加 46 人次", StringComparison.Ordinal)) });
        typed.Findings.ShouldContain(finding => finding.Rule == "TX-11" && finding.Message.Contains("登记的是 70", StringComparison.Ordinal), "改的数与登记不同，随即指出来。");
        (await desk.Compile(ReportEdits.None)).Findings.ShouldNotContain(finding => finding.Rule == "TX-11");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_only_one_of_two_changed_is_merged_and_what_both_changed_is_asked(Engine engine)
    {
        await using var desk = await Desk.Create(engine);
        var (start, other) = (await desk.Start(), await desk.Start());
        InventedCity.Done(await desk.Save(other, Desk.Edits(other, null, (Coercions, 2)), desk.Second)).Edition!.Number.ShouldBe(1);

        var merged = InventedCity.Done(await desk.Save(start, Desk.Edits(start, "只有我改了第一部分。", (Penalties, 3))));
        (merged.Edition!.Number, merged.Theirs!.Edition, merged.Theirs.By!.StartsWith("某甲", StringComparison.Ordinal)).ShouldBe((2, 1, true));
        merged.Edition.Overrides.Select(one => (one.Cell, one.Value)).ShouldBe([(Penalties, 3), (Coercions, 2)], ignoreOrder: true);

        var (mine, theirs) = (await desk.Start(), await desk.Start());
        InventedCity.Done(await desk.Save(theirs, Desk.Edits(theirs, "对方改的。", (Coercions, 8), (Fees, 1)), desk.Second));
        var asked = InventedCity.Done(await desk.Save(mine, Desk.Edits(mine, "我改的。", (Coercions, 7))));
        (asked.Edition, asked.Theirs!.Edition).ShouldBe((null, 3), "改得不同的不存，谁的也不丢。");
        asked.Merged!.Conflicts.ShouldBe(["disclosure.coercions.decisions", "section.1"]);
        asked.Merged.Compiled.Overrides.Select(one => (one.Cell, one.Value)).ShouldBe([(Penalties, 3), (Coercions, 7), (Fees, 1)], ignoreOrder: true);
        (await desk.Start()).Edition.ShouldBe(3);

        var chosen = asked.Merged.Compiled.Edits;
        InventedCity.Done(await desk.Save(asked.Theirs, chosen)).Edition!.Number.ShouldBe(4);
        (await desk.Start()).Kept.Texts[1].ShouldBe("我改的。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_saving_sent_twice_is_one_edition_and_a_closed_report_is_not_saved_over(Engine engine)
    {
        await using var desk = await Desk.Create(engine);
        var (start, key) = (await desk.Start(), new CommandKey("report-again", new { text = "一" }));
        var first = InventedCity.Done(await desk.Save(start, Desk.Edits(start, "一", (Penalties, 3)), key: key));
        InventedCity.Done(await desk.Save(start, Desk.Edits(start, "一", (Penalties, 3)), key: key)).Edition!.Number.ShouldBe(first.Edition!.Number, "断了网又交一次，还是这一版。");
        var open = await desk.Start();
        await new InventedFiling(desk.Office, desk.Office.Holder(Role.Handler), desk.Year).Do(Gongkai.AnnualReports.Filing.FilingAction.SelfCheck, desk.Office.Holder(Role.Handler), "照登记");
        (await desk.Save(open, Desk.Edits(open, "二"))).Refusal!.Reason.ShouldContain("不能“存一版”");
    }

    /// <summary>一个机关去年的年报，两个编报的人。</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private InventedCity _city = null!;
        private RegisterServices _registers = null!;
        private ReportCompiler _compiler = null!;
        private ReportDrafts _drafts = null!;

        public InventedOffice Office { get; private set; } = null!;

        public PersonId Second { get; private set; }

        public int Year => _city.Today.Year - 1;

        public static async Task<Desk> Create(Engine engine)
        {
            var city = await InventedCity.Create(engine);
            var office = await InventedOffice.Create(city);
            var (cases, registers) = (new InventedCases(office), new RegisterServices(city.Database, city.Services, city.Clock));
            var compiler = new ReportCompiler(city.Database, registers.TableTwo, cases.Requests.Years, cases.Requests.Fees, office.Publication.OpinionBoard);
            return new Desk { _city = city, _registers = registers, _compiler = compiler, _drafts = new ReportDrafts(city.Database, compiler, office.Publication.Reports), Office = office, Second = await city.Somebody(Role.Handler, office.Unit, "fangwen") };
        }

        public async Task Train(string people, string topic = "公开的期限") => InventedCity.Done(await _registers.Desk.Add(
            Office.Holder(Role.Handler), new RegisterInput(Office.Unit, "trainings", $"{Year}-06-0{people[0]}", new Dictionary<string, string> { ["topic"] = topic, ["people"] = people }, null, null, []), null, None));

        public async Task<DraftStart> Start() => InventedCity.Done(await _drafts.Start(await Who(null), Office.Unit, Year, null, None));

        public async Task<CompiledReport> Compile(ReportEdits edits) => InventedCity.Done(await _compiler.Of(await Who(null), Office.Unit, Year, edits, None));

        public static ReportEdits Edits(DraftStart start, string? text, params (CellPath Cell, decimal Value)[] cells) => start.Kept with
        {
            Cells = cells.Aggregate(start.Kept.Cells, (all, one) => all.SetItem(one.Cell, new CellEdit(one.Value, "另有记录"))),
            Texts = text is null ? start.Kept.Texts : start.Kept.Texts.SetItem(1, text),
        };

        public async Task<Outcome<DraftSaving>> Save(DraftStart start, ReportEdits mine, PersonId? by = null, CommandKey? key = null) => await _drafts.Save(await Who(by), Office.Unit, Year, start, mine, key, None);

        private async Task<Services.Acting.CurrentPerson> Who(PersonId? by) => await Office.Current(by ?? Office.Holder(Role.Handler));

        public ValueTask DisposeAsync() => _city.DisposeAsync();
    }
}
