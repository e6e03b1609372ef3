using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Testing.Builders;

namespace Gongkai.AnnualReports.Tests.Collection;

/// <summary>主管部门收集：谁要报、谁加进总数、早晚、逐格由哪几份来、雷同。</summary>
public sealed class CollectionTests
{
    private static readonly DateOnly Start = new(2019, 1, 1);
    private static readonly UnitId City = Id(1), Office = Id(2), Culture = Id(3), Branch = Id(4), County = Id(5), CountyBureau = Id(6), Elsewhere = Id(7);

    [Fact]
    public void Whoever_is_overseen_reports_and_what_is_in_a_lower_governments_total_is_not_added_again()
    {
        var scope = CollectionScope.Of(Tree().At(new DateOnly(2025, 12, 31)), Office);

        scope.Government.ShouldBe(City);
        scope.Reporting.ShouldBe([City, Office, Culture, Branch, County, CountyBureau], ignoreOrder: true);
        scope.Parts.ShouldBe([Office, Culture, Branch, County], ignoreOrder: true);
        CollectionScope.Of(Tree().At(new DateOnly(2025, 12, 31)), Elsewhere).Reporting.ShouldBeEmpty();
    }

    [Fact]
    public void A_total_says_of_every_cell_which_reports_it_came_from()
    {
        var total = CollectedTotal.Of([Part(Culture, 4), Part(County, 7)], [], Enumerable.Empty<(UnitId, UnitId)>().ToLookup(pair => pair.Item1, pair => pair.Item2), "云泽市人民政府").Value;
        var cell = new CellPath(TableKind.Review, "reconsideration", "upheld");

        total.Total.Total.Review!.Find("reconsideration", "upheld")!.Value.Number.ShouldBe(11);
        total.PartsOf(cell).Select(one => (one.Part.Unit, one.Cell.Number)).ShouldBe([(County, 7m), (Culture, 4m)]);
    }

    [Fact]
    public void Bodies_that_share_a_name_on_paper_are_still_two_bodies()
    {
        var total = CollectedTotal.Of([Part(Culture, 4), Part(Branch, 4)], [], Enumerable.Empty<(UnitId, UnitId)>().ToLookup(pair => pair.Item1, pair => pair.Item2), null).Value;
        total.Total.Total.Review!.Find("reconsideration", "upheld")!.Value.Number.ShouldBe(8, "报告上都写“某某市示范局”，单位不同，各算各的。");
    }

    [Fact]
    public void What_was_carried_out_last_year_is_looked_for_also_in_what_was_merged_in()
    {
        var earlier = new[] { Carried(Culture, "carriedOut", 2), Carried(Branch, "carriedOut", 3) };
        var merged = new[] { (Culture, Branch) }.ToLookup(pair => pair.Item1, pair => pair.Item2);
        CollectedTotal.Of([Carried(Culture, "carriedIn", 5)], earlier, merged, null).Value.Carried.ShouldBeEmpty();

        var difference = CollectedTotal.Of([Carried(Culture, "carriedIn", 4)], earlier, merged, null).Value.Carried.ShouldHaveSingleItem();
        (difference.CarriedOut, difference.CarriedIn, difference.Absorbed[0]).ShouldBe((5, 4, NameOf(Branch)));
    }

    [Theory]
    [InlineData("2026-01-31", null, Timeliness.Awaited, 0)]
    [InlineData("2026-02-03", null, Timeliness.Overdue, 3)]
    [InlineData("2026-02-20", "2026-01-31", Timeliness.OnTime, 0)]
    [InlineData("2026-02-20", "2026-02-01", Timeliness.Late, 1)]
    public void The_day_it_was_first_signed_decides_whether_it_was_in_time(string today, string? submitted, Timeliness standing, int days)
    {
        var report = submitted is null ? null : Signed(DateOnly.Parse(submitted));
        var line = new CollectedReport(Culture, "某局", UnitKind.Department, FilingDeadline.Of(2025, UnitKind.Department, null), report);

        (line.StandingOn(DateOnly.Parse(today)), line.DaysLateOn(DateOnly.Parse(today))).ShouldBe((standing, days));
    }

    [Fact]
    public void Copied_text_is_found_and_what_everybody_has_is_not_counted()
    {
        var boilerplate = "本报告根据《中华人民共和国政府信息公开条例》的规定编制，数据统计期限为全年。";
        string[] own = ["我局组织了三次文化下乡演出并公开了全部经费。", "图书馆延长开放时间，新购古籍二千册供读者借阅。", "水库移民后期扶持资金逐户张榜，接受群众监督。"];
        var texts = Enumerable.Range(0, 12).Select(at => boilerplate + (at < 3 ? own[at] : $"{(char)('甲' + at)}{new string((char)('一' + at * 7), 3)}自己的一段话{(char)('东' + at * 3)}各不相同{(char)('西' + at * 5)}。")).ToList();
        texts.Add(boilerplate + own[1] + "另有一句。");

        var pair = CopiedReports.Among(texts).ShouldHaveSingleItem();
        (pair.First, pair.Second).ShouldBe((1, 12));
        pair.Share.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void However_the_parts_fall_the_total_of_a_cell_is_the_sum_of_its_parts() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        ArbMap.Default.ArbFor<NonNegativeInt[]>().Filter(numbers => numbers.Length is > 0 and < 30),
        numbers =>
        {
            var parts = numbers.Select((number, at) => Part(Id(100 + at), number.Get)).ToList();
            var total = CollectedTotal.Of(parts, [], Enumerable.Empty<(UnitId, UnitId)>().ToLookup(pair => pair.Item1, pair => pair.Item2), null).Value;
            var cell = new CellPath(TableKind.Review, "reconsideration", "upheld");
            return total.Total.Total.Review!.Find("reconsideration", "upheld")!.Value.Number == numbers.Sum(number => (decimal)number.Get)
                && total.PartsOf(cell).Sum(one => one.Cell.Value) == numbers.Sum(number => (decimal)number.Get);
        }));

    private static TotalPart Part(UnitId unit, int upheld) => new(unit, NameOf(unit), ReportBuilder.Clean2021().Set("review.reconsideration.upheld", upheld).Build());

    private static TotalPart Carried(UnitId unit, string row, int total) => new(unit, NameOf(unit), ReportBuilder.Clean2021().Set($"requests.{row}.total", total).Build());

    private static PublishedReport Signed(DateOnly on)
    {
        var at = new DateTimeOffset(on, new TimeOnly(23, 30), TimeSpan.FromHours(8)).ToUniversalTime();
        var report = new PublishedReport(Guid.NewGuid(), 0, Culture, 2025, [], []).Apply(new ReportEdition(1, null, null, [], 0, new PersonId(Guid.NewGuid()), at));
        return report.Apply(new FilingEvent(2, FilingAction.Sign, FilingStage.LeaderSign, FilingStage.Submitted, new PersonId(Guid.NewGuid()), at, 1) { Hash = "散列" });
    }

    private static UnitTree Tree() => UnitTree.Empty.Apply(
    [
        Established(City, UnitKind.Government, UnitLevel.City, null, Office), Established(Office, UnitKind.Department, UnitLevel.City, City), Established(Culture, UnitKind.Department, UnitLevel.City, City),
        Established(Branch, UnitKind.AuthorizedOrganisation, UnitLevel.City, Culture), Established(County, UnitKind.Government, UnitLevel.County, City), Established(CountyBureau, UnitKind.Department, UnitLevel.County, County),
        Established(Elsewhere, UnitKind.Department, UnitLevel.City, null),
    ]);

    private static UnitEstablished Established(UnitId unit, UnitKind kind, UnitLevel level, UnitId? superior, UnitId? authority = null) =>
        new(unit, Start, "设立", new UnitFacts { Name = NameOf(unit), Kind = kind, Level = level, Superior = superior, CompetentAuthority = authority });

    private static string NameOf(UnitId unit) => $"单位{unit.Value.ToString()[^2..]}";

    private static UnitId Id(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)number]));
}
