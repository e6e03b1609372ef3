using Gongkai.AnnualReports.Indicators;
using Gongkai.AnnualReports.Model;
using Gongkai.Organisations.Units;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Indicators;

/// <summary>按列放着的数字，与一份一份看报告得到的一样；口径不同的分开，空白不当作零。</summary>
public sealed class FigureStoreTests
{
    [Fact]
    public void Every_cell_of_every_report_comes_out_as_it_was_printed()
    {
        var reports = Enumerable.Range(0, 60).Select(seed => (Fact: Fact($"b{seed % 12}", 2019 + (seed / 12)), Report: ReportGenerator.Create(seed, new ReportShape { Year = 2019 + (seed / 12), BlankPercent = 5, RawPercent = 5 }))).ToList();
        var store = FigureStore.Empty.With([], [.. reports.Select(one => PublishedFigures.Of(one.Fact, one.Report))]);

        foreach (var indicator in store.Indicators.All.Where(indicator => CellPath.Parse(indicator.Key) is { Column: not null }))
        {
            var path = CellPath.Parse(indicator.Key)!.Value;
            var expected = reports.Where(one => one.Report.Table(path.Table)!.Find(path.Row!, path.Column!) is { IsNumber: true }).ToDictionary(one => one.Fact, one => (double)one.Report.Table(path.Table)!.Find(path.Row!, path.Column!)!.Value.Value);
            store.Values(indicator, new FigureFilter()).ToDictionary(value => value.Fact, value => value.Value).ShouldBe(expected, indicator.Key);
        }

        var blank = reports.SelectMany(one => one.Report.Requests!.Form.Rows.SelectMany(row => row.Columns.Select(column => (one.Fact, Path: one.Report.Requests.PathOf(row, column), Cell: one.Report.Requests[row, column])))).First(cell => cell.Cell.State == CellState.Blank);
        store.Cell(blank.Fact.Body, blank.Fact.Year, blank.Path)!.Value.State.ShouldBe("blank");
    }

    [Fact]
    public void Changing_a_few_reports_gives_what_building_anew_gives()
    {
        var all = Enumerable.Range(0, 80).Select(seed => PublishedFigures.Of(Fact($"b{seed % 10}", 2018 + 1 + (seed / 20)), ReportGenerator.Create(seed, new ReportShape { Year = 2019 + (seed / 20) }))).DistinctBy(one => (one.Fact.Body, one.Fact.Year)).ToList();
        var replaced = PublishedFigures.Of(all[3].Fact, ReportGenerator.Create(999, new ReportShape { Year = all[3].Fact.Year }));
        var changed = FigureStore.Empty.With([], all).With([(all[0].Fact.Body, all[0].Fact.Year)], [replaced]);
        var anew = FigureStore.Empty.With([], [.. all.Skip(1).Where(one => one != all[3]), replaced]);

        changed.Facts.ShouldBe(anew.Facts);
        foreach (var indicator in anew.Indicators.All)
            changed.Values(indicator, new FigureFilter()).ToDictionary(value => value.Fact, value => value.Value).ShouldBe(anew.Values(indicator, new FigureFilter()).ToDictionary(value => value.Fact, value => value.Value), indicator.Key);
    }

    [Fact]
    public void A_ratio_of_several_bodies_is_the_sum_over_the_sum_and_a_body_without_denominator_is_left_out()
    {
        var store = FigureStore.Empty.With([], [Of("a", 2023, granted: 9, processed: 10), Of("b", 2023, granted: 0, processed: 90), Of("c", 2023, granted: 0, processed: 0)]);

        var values = store.Values(store.Indicators.Find("share.granted")!, new FigureFilter(Year: 2023));

        values.Select(value => value.Value).Order().ShouldBe([0, 90]);
        FigureValue.Together(values, true).ShouldBe(9);
    }

    [Fact]
    public void The_line_of_table_two_breaks_between_the_forms_and_says_so_and_table_three_goes_on()
    {
        var store = FigureStore.Empty.With([], [.. new[] { 2019, 2020, 2021, 2022 }.Select(year => PublishedFigures.Of(Fact("a", year), ReportGenerator.Create(year, new ReportShape { Year = year })))]);
        DataView Trend(string key) => DataViews.Trend(store.Indicators.Find(key)!, store.Values(store.Indicators.Find(key)!, new FigureFilter()));

        Trend("disclosure.licences.decisions").Rows.Select(row => row[1].Text).ShouldBe(["2019 年格式", "2019 年格式", "2021 年格式", "2021 年格式"]);
        Trend("disclosure.licences.decisions").Notes.ShouldHaveSingleItem().ShouldContain("口径不同，前后不可比");
        Trend("requests.granted.total").Notes.ShouldBeEmpty();
        Trend("requests.other.total").Rows.Count.ShouldBe(2);
        DataViews.Composition(store, new FigureFilter()).Rows.Count.ShouldBe(4);
        DataViews.Categories(DataViews.Composition(store, new FigureFilter())).ShouldBe(["（一）予以公开", "（二）部分公开", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"]);
    }

    [Fact]
    public void Timeliness_follows_the_level_of_the_body_and_what_is_unknown_is_not_counted()
    {
        var report = ReportGenerator.Create(1, new ReportShape { Year = 2023 });
        var store = FigureStore.Empty.With([],
        [
            PublishedFigures.Of(Fact("a", 2023) with { PublishedOn = new(2024, 1, 31) }, report), PublishedFigures.Of(Fact("b", 2023) with { PublishedOn = new(2024, 2, 1) }, report),
            PublishedFigures.Of(Fact("c", 2023) with { Kind = UnitKind.Government, PublishedOn = new(2024, 3, 31) }, report), PublishedFigures.Of(Fact("d", 2023) with { PublishedOn = null }, report),
        ]);

        FigureValue.Together(store.Values(store.Indicators.Find("published.onTime")!, new FigureFilter()), true)!.Value.ShouldBe(66.67, 0.01);
    }

    [Fact]
    public void The_bodies_out_of_line_are_named_with_the_bound_and_where_it_comes_from()
    {
        var store = FigureStore.Empty.With([], [.. Enumerable.Range(1, 9).Select(number => Of($"b{number}", 2023, granted: number == 9 ? 100 : number, processed: 100))]);
        var indicator = store.Indicators.Find("requests.granted.total")!;

        DataViews.Outliers(indicator, 2023, store.Values(indicator, new FigureFilter())).ShouldBe(["机关b9：100 件，高于上界 13（上四分位 7 ＋ 1.5 × 四分位距 4）。"]);
    }

    private static ReportFact Fact(string body, int year) => new(body, $"机关{body}", year, UnitLevel.County, UnitKind.Department, "990100", null);

    private static PublishedFigures Of(string body, int year, int granted, int processed) => PublishedFigures.Of(
        Fact(body, year), ReportBuilder.Clean2021().Set("requests.granted.total", granted).Set("requests.partlyGranted.total", 0).Set("requests.totalProcessed.total", processed).Build());
}
