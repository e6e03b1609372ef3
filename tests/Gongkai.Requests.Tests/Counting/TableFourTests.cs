using FsCheck;
using FsCheck.Fluent;
using Gongkai.Requests.Counting;

namespace Gongkai.Requests.Tests.Counting;

/// <summary>表四：当年审结的按结果，年底没有审结的计入尚未审结，往年审结的不再计。</summary>
public sealed class TableFourTests
{
    [Theory]
    [InlineData("2025-03-01", null, 2025, "pending")]
    [InlineData("2025-03-01", null, 2026, "pending")]
    [InlineData("2025-03-01", "2026-01-10", 2025, "pending")]
    [InlineData("2025-03-01", "2026-01-10", 2026, "upheld")]
    [InlineData("2025-03-01", "2025-06-10", 2026, null)]
    [InlineData("2027-03-01", null, 2026, null)]
    public void A_remedy_stands_in_one_column_of_each_year_it_touches(string filed, string? ended, int year, string? column)
    {
        var remedy = new CountedRemedy("reconsideration", DateOnly.Parse(filed), ended is null ? null : "upheld", ended is null ? null : DateOnly.Parse(ended));
        var table = TableFour.Of([remedy], year);

        (table.Total(), column is null ? 0 : table.Count("reconsideration", column)).ShouldBe(column is null ? (0, 0) : (1, 1));
    }

    [Fact]
    public void Every_row_adds_up_and_what_is_decided_once_is_never_counted_as_decided_again()
    {
        var years = Gen.Choose(2022, 2026);
        var remedies = (from row in Gen.Elements("reconsideration", "directLitigation", "litigationAfterReconsideration")
                        from filed in years
                        from ended in Gen.OneOf(Gen.Constant((int?)null), years.Select(year => (int?)Math.Max(year, filed)))
                        from result in Gen.Elements("upheld", "corrected", "otherResult")
                        select new CountedRemedy(row, new DateOnly(filed, 5, 1), ended is null ? null : result, ended is { } year ? new DateOnly(year, 6, 1) : null)).ListOf();
        Prop.ForAll(remedies.ToArbitrary(), all =>
        {
            var tables = Enumerable.Range(2021, 7).Select(year => TableFour.Of(all, year)).ToList();
            foreach (var table in tables)
                foreach (var row in all.Select(one => one.Row).Distinct())
                    table.Total(row).ShouldBe(new[] { "upheld", "corrected", "otherResult", TableFour.Pending }.Sum(column => table.Count(row, column)));
            tables.Sum(table => table.Total() - all.Select(one => one.Row).Distinct().Sum(row => table.Count(row, TableFour.Pending))).ShouldBe(all.Count(one => one.ResultOn is not null));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_the_register_says_is_read_and_a_result_without_its_date_is_pending()
    {
        var filed = new DateOnly(2026, 3, 2);
        TableFour.Read(filed, new Dictionary<string, string> { ["stage"] = "行政诉讼（复议后起诉）", ["result"] = "结果纠正", ["resultOn"] = "2026-05-20" })
            .ShouldBe(new CountedRemedy("litigationAfterReconsideration", filed, "corrected", new DateOnly(2026, 5, 20)));
        TableFour.Read(filed, new Dictionary<string, string> { ["stage"] = "行政复议", ["result"] = "结果维持" }).ShouldBe(new CountedRemedy("reconsideration", filed, null, null));
        TableFour.Read(filed, new Dictionary<string, string> { ["stage"] = "信访" }).ShouldBeNull();
    }
}
