using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Indicators;
using Gongkai.AnnualReports.Writing;
using Gongkai.Data;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Organisations.Access;
using Gongkai.Services.AnnualReports.DataCentre;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Databases;
using Gongkai.Testing.Organisations;

namespace Gongkai.Services.Tests.AnnualReports;

/// <summary>数据中心的数字总是公布着的那一版：公布、更正、撤下都跟着变，没有公布的不在其中。</summary>
public sealed class PublishedSourceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_figures_follow_publication_correction_and_withdrawal(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var office = await InventedOffice.Create(city);
        var source = new PublishedSource(city.Database, city.Services.Trees);
        (await source.Current(None)).Facts.ShouldBeEmpty();

        var version = await Put(office, 0, 5);
        (await source.Current(None)).Facts.ShouldBeEmpty("交来还没有公布。");
        version = await Publish(office, version);
        (await Fees(source)).ShouldBe([5]);
        var first = await source.Current(None);
        (await source.Current(None)).ShouldBeSameAs(first, "没有变的，不重做。");

        version = await office.DoFiling(2023, version, FilingAction.Correct, "少计了");
        version = await Put(office, version, 8);
        (await Fees(source)).ShouldBe([5]);
        version = await Publish(office, version);
        (await Fees(source)).ShouldBe([8]);
        var fact = (await source.Current(None)).Facts.ShouldHaveSingleItem();
        (fact.Body, fact.Name, fact.Year).ShouldBe((ShortItemId.Of(office.Unit.Value), "云泽市文化广播局", 2023));
        (await source.Open(fact.Body, 2023, None))!.Disclosure!.Find("fees", "amount")!.Value.Value.ShouldBe(8);
        (await source.Lines(None).CountAsync()).ShouldBe(1);

        await office.DoFiling(2023, version, FilingAction.Withdraw, "数字有误");
        (await source.Current(None)).Facts.ShouldBeEmpty();
        (await source.Open(fact.Body, 2023, None)).ShouldBeNull();
        (await source.Lines(None).CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reports_published_in_between_are_added_and_all_together_are_the_same_as_read_at_once(Engine engine)
    {
        await using var city = await InventedCity.Create(engine);
        var source = new PublishedSource(city.Database, city.Services.Trees);
        await PublishedYears.Fill(city.Database, [city.Culture.Value, city.Tourism.Value], [2019, 2020, 2021]);
        (await source.Current(None)).Facts.Length.ShouldBe(6);
        await PublishedYears.Fill(city.Database, [city.County.Value], [2020, 2021, 2022]);

        var grown = await source.Current(None);
        var anew = await new PublishedSource(city.Database, city.Services.Trees).Current(None);

        grown.Facts.ShouldBe(anew.Facts);
        grown.Years.ShouldBe([2019, 2020, 2021, 2022]);
        foreach (var indicator in anew.Indicators.All)
            grown.Values(indicator, new FigureFilter()).Select(value => (value.Fact, value.Value)).ShouldBe(anew.Values(indicator, new FigureFilter()).Select(value => (value.Fact, value.Value)), ignoreOrder: true);
    }

    private static async Task<long> Put(InventedOffice office, long version, int fees)
    {
        using var page = new MemoryStream(ReportWriter.Write(ReportBuilder.Clean2021().Set("disclosure.fees.amount", fees).Build(), ReportFormat.Html).Value);
        InventedCity.Done(await office.Publication.Reports.Put(office.Holder(Role.Handler), office.Unit, 2023, version, page, "年报.html", None));
        return version + 1;
    }

    private static Task<long> Publish(InventedOffice office, long version) => office.DoFiling(2023, version, FilingAction.AddPast, "名称按当年的机构");

    private static async Task<IEnumerable<double>> Fees(PublishedSource source)
    {
        var store = await source.Current(None);
        return store.Values(store.Indicators.Find("disclosure.fees.amount")!, new FigureFilter()).Select(value => value.Value);
    }
}
