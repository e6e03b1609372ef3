using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Indicators;

namespace Gongkai.AnnualReports.Tests.Indicators;

/// <summary>四分位与离群，对照另一种算法和查得到的数。</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(new double[] { 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49 }, 25.5, 40, 42.5)]
    [InlineData(new double[] { 7, 15, 36, 39, 40, 41 }, 20.25, 37.5, 39.75)]
    [InlineData(new double[] { 3 }, 3, 3, 3)]
    [InlineData(new double[] { 0, 0, 0, 10 }, 0, 0, 2.5)]
    public void The_quartiles_are_those_that_a_spreadsheet_gives(double[] values, double lower, double median, double upper)
    {
        var spread = Distribution.Of(values)!;

        (spread.Lower, spread.Median, spread.Upper).ShouldBe((lower, median, upper));
    }

    [Fact]
    public void The_quartiles_and_the_outliers_agree_with_an_independent_count_over_any_numbers() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>().Filter(values => values.Length > 0),
            given =>
            {
                var values = given.Select(value => value % 1000 / 4.0).ToArray();
                var spread = Distribution.Of(values)!;
                var (lower, upper) = (Oracle(values, 1), Oracle(values, 3));
                ((decimal)spread.Lower).ShouldBe(lower, 0.000001m);
                ((decimal)spread.Median).ShouldBe(Oracle(values, 2), 0.000001m);
                ((decimal)spread.Upper).ShouldBe(upper, 0.000001m);
                foreach (var value in values)
                {
                    var distance = Math.Max((decimal)value - upper, lower - (decimal)value);
                    spread.IsOutlier(value).ShouldBe(values.Length >= 8 && upper > lower && distance > 1.5m * (upper - lower));
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void What_is_too_few_or_all_alike_has_no_outliers_and_says_why()
    {
        Distribution.Of([1, 1, 1, 1, 1, 1, 90])!.WhyNoOutliers.ShouldBe("只有 7 个机关，少于 8 个，不判离群。");
        Distribution.Of([0, 0, 0, 0, 0, 0, 0, 0, 90])!.WhyNoOutliers.ShouldNotBeNull().ShouldContain("四分位距为零");
        Distribution.Of([]).ShouldBeNull();
    }

    // 四分之几处的数：每个数摊成四份之间的间隔，数到第 k·(n−1) 个四分之一格。不用排好以后取位置的写法。
    private static decimal Oracle(double[] values, int quarter)
    {
        decimal Smallest(int rank) => values.Select(value => (decimal)value).First(candidate => values.Count(value => (decimal)value < candidate) <= rank && values.Count(value => (decimal)value <= candidate) > rank);
        var quarters = quarter * (values.Length - 1);
        var below = Smallest(quarters / 4);
        return quarters % 4 == 0 ? below : below + ((Smallest((quarters / 4) + 1) - below) * (quarters % 4) / 4);
    }
}
