using Gongkai.Data;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Registers;
using Gongkai.Publication.Normative;
using Gongkai.Services.Acting;
using Gongkai.Services.Registers;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.Registers;

/// <summary>年报表二：每个数都追得到文件库的哪几件、台账的哪几笔；没有登记的不写数。</summary>
public sealed class TableTwoTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_form_of_2019_counts_what_was_made_and_published_and_every_figure_leads_to_its_rows(Engine engine)
    {
        await using var scene = await Scene.Create(engine);
        // 2019年印发的两件，一件到2020年才公布；2020年印发一件，印发当年公布。
        await scene.Register(1, new(2019, 5, 6), published: new(2019, 5, 8));
        await scene.Register(2, new(2019, 12, 30), published: new(2020, 1, 6));
        await scene.Register(3, new(2020, 3, 2), published: new(2020, 3, 3));
        await scene.Enter("permits", 2020, 1, ("matter", "演出审批"), ("accepted", "4"), ("decided", "3"), ("granted", "3"), ("refused", "0"), ("announced", "3"));
        await scene.Enter("permits", 2020, 12, ("matter", "演出审批"), ("accepted", "2"), ("decided", "2"), ("granted", "1"), ("refused", "1"), ("announced", "2"));
        await scene.Enter("permits", 2019, 12, ("matter", "演出审批"), ("accepted", "9"), ("decided", "9"), ("granted", "9"), ("refused", "0"), ("announced", "9"));
        await scene.Void(await scene.Enter("permits", 2020, 6, ("matter", "演出审批"), ("accepted", "7"), ("decided", "7"), ("granted", "7"), ("refused", "0"), ("announced", "7")));
        await scene.Enter("penalties", 2020, 2, ("matter", "警告"), ("decided", "1"), ("announced", "1"));
        await scene.Enter("procurement", 2020, 4, ("kind", "货物"), ("projects", "2"), ("amount", "486000.50"), ("announced", "2"));

        (await scene.Values(2019)).ShouldBe(
        [
            "规章·本年新制作数量=0", "规章·本年新公开数量=0", "规章·对外公开总数量=0",
            "规范性文件·本年新制作数量=2", "规范性文件·本年新公开数量=1", "规范性文件·对外公开总数量=1",
            "行政许可·处理决定数量=9",
        ]);
        (await scene.Values(2020)).ShouldBe(
        [
            "规章·本年新制作数量=0", "规章·本年新公开数量=0", "规章·对外公开总数量=0",
            "规范性文件·本年新制作数量=1", "规范性文件·本年新公开数量=2", "规范性文件·对外公开总数量=3",
            "行政许可·处理决定数量=5", "行政处罚·处理决定数量=1", "政府集中采购·采购项目数量=2", "政府集中采购·采购总金额=48.60005",
        ]);
        await scene.EveryRegisterFigureIsTheSumOfItsStandingRows(2020);
        await scene.EveryEmptyCellSaysWhy(2020);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_form_of_2021_counts_what_is_in_force_and_money_in_units_of_ten_thousand(Engine engine)
    {
        await using var scene = await Scene.Create(engine);
        var old = await scene.Register(1, new(2023, 5, 6), published: new(2023, 5, 8));
        await scene.Register(2, new(2024, 5, 6), published: new(2024, 5, 8));
        await scene.Office.Register(scene.Office.Facts(3, new(2025, 2, 3)) with { Supersedes = [old] });
        await scene.Enter("coercion", 2025, 3, ("matter", "查封"), ("decided", "0"));
        await scene.Enter("fees", 2025, 3, ("project", "考试考务费"), ("amount", "35800.10"));
        await scene.Enter("fees", 2025, 4, ("project", "考试考务费"), ("amount", "200"));

        (await scene.Values(2025)).ShouldBe(
        [
            "规章·本年制发件数=0", "规章·本年废止件数=0", "规章·现行有效件数=0",
            "行政规范性文件·本年制发件数=1", "行政规范性文件·本年废止件数=1", "行政规范性文件·现行有效件数=2",
            "行政强制·本年处理决定数量=0", "行政事业性收费·本年收费金额（单位：万元）=3.60001",
        ]);
        await scene.EveryRegisterFigureIsTheSumOfItsStandingRows(2025);
        await scene.EveryEmptyCellSaysWhy(2025);
        (await scene.Cells(2025)).Where(cell => cell.Value is null).Select(cell => cell.Row).ShouldBe(["行政许可", "行政处罚"], "没有登记的不是零");
    }

    private sealed class Scene : IAsyncDisposable
    {
        private readonly InventedCity _city;
        private readonly RegisterServices _registers;

        private Scene(InventedCity city, InventedOffice office) => (_city, Office, _registers) = (city, office, new RegisterServices(city.Database, city.Services, city.Clock));

        public InventedOffice Office { get; }

        private PersonId Clerk => Office.Holder(Role.Handler);

        public static async Task<Scene> Create(Engine engine)
        {
            var city = await InventedCity.Create(engine);
            return new Scene(city, await InventedOffice.Create(city));
        }

        public Task<NormativeId> Register(int number, DateOnly issued, DateOnly published) => Office.Register(Office.Facts(number, issued) with { PublishedOn = published });

        public async Task<RegisterEntryId> Enter(string form, int year, int month, params (string Field, string Text)[] values) => InventedCity.Done(await _registers.Desk.Add(
            Clerk, new RegisterInput(Office.Unit, form, $"{year}-{month:00}", values.ToDictionary(value => value.Field, value => value.Text), null, null, []), null, None)).Entry;

        public async Task Void(RegisterEntryId entry) => InventedCity.Done(await _registers.Desk.Void(Clerk, entry, 1, "重了", None));

        public async Task<IReadOnlyList<TableTwoCell>> Cells(int year) => InventedCity.Done(await _registers.TableTwo.Of(await Current(), Office.Unit, year, None));

        public async Task<IEnumerable<string>> Values(int year) => (await Cells(year)).Where(cell => cell.Value is not null).Select(cell => $"{cell.Row}·{cell.Column}={cell.Value:0.######}");

        public async Task EveryRegisterFigureIsTheSumOfItsStandingRows(int year)
        {
            foreach (var cell in (await Cells(year)).Where(cell => cell is { Source: TableTwoSource.Register, Value: not null }))
            {
                var book = InventedCity.Done(await _registers.Board.Of(await Current(), Office.Unit, cell.Register!, year, None));
                var standing = book.Lines.Where(line => line.Entry.Voided is null).ToList();
                standing.ShouldNotBeEmpty();
                book.Form.TotalledFields.Select(field => standing.Sum(line => RegisterText.NumberOf(line.Entry.Stored(field.Code)))).ShouldContain(
                    sum => sum == cell.Value || sum / 10_000 == cell.Value, $"{cell.Row}·{cell.Column}");
            }
        }

        public async Task EveryEmptyCellSaysWhy(int year) => (await Cells(year)).ShouldAllBe(cell => cell.Value != null || !string.IsNullOrEmpty(cell.Why));

        public ValueTask DisposeAsync() => _city.DisposeAsync();

        private async Task<CurrentPerson> Current() => (await _city.Services.Current.Find(Clerk, None))!;
    }
}
