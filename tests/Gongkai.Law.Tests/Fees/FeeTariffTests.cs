using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Fees;

namespace Gongkai.Law.Tests.Fees;

public sealed class FeeTariffTests
{
    private static readonly DateOnly Day = new(2025, 3, 3);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 2000)]
    [InlineData(31, 2200)]
    [InlineData(40, 4000)]
    [InlineData(41, 4300)]
    [InlineData(50, 7000)]
    public void By_items_the_fee_is_the_known_one(int items, int fee) => FeeTariff.ByItems(items, 0, Day).Value.Fee.ShouldBe(fee);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(100, 700)]
    [InlineData(101, 720)]
    [InlineData(200, 2700)]
    [InlineData(201, 2740)]
    [InlineData(300, 6700)]
    public void By_pages_the_fee_is_the_known_one(int pages, int fee) => FeeTariff.ByPages(pages, Day).Value.Fee.ShouldBe(fee);

    [Fact]
    public void Items_of_the_same_month_count_on_from_the_earlier_ones() =>
        FeeTariff.ByItems(2, 29, Day).Value.Steps.ShouldBe([new FeeStep(30, 30, 100), new FeeStep(31, 31, 200)]);

    [Fact]
    public void Every_step_is_explained() =>
        FeeTariff.ByItems(41, 0, Day).Value.Steps.ShouldBe(
            [new FeeStep(1, 10, 0), new FeeStep(11, 30, 100), new FeeStep(31, 40, 200), new FeeStep(41, 41, 300)]);

    [Fact]
    public void Before_the_tariff_there_is_nothing_to_charge()
    {
        FeeTariff.ByItems(40, 0, new DateOnly(2020, 12, 31)).Refusal.ShouldNotBeNull().Reason.ShouldContain("没有施行中的");
        FeeTariff.ByItems(40, 0, new DateOnly(2021, 1, 1)).Value.Fee.ShouldBe(4000);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(100_001, 0)]
    [InlineData(1, -1)]
    public void Impossible_numbers_are_refused(int items, int earlier) => FeeTariff.ByItems(items, earlier, Day).Succeeded.ShouldBeFalse();

    [Fact]
    public void The_fee_equals_the_formula_of_the_measures_for_every_number()
    {
        for (var n = 0; n <= 1000; n++)
        {
            FeeTariff.ByItems(n, 0, Day).Value.Fee.ShouldBe(ByItemFormula(n));
            FeeTariff.ByPages(n, Day).Value.Fee.ShouldBe((Math.Max(0, Math.Min(n, 100) - 30) * 10) + (Math.Max(0, Math.Min(n, 200) - 100) * 20) + (Math.Max(0, n - 200) * 40));
        }
    }

    [Fact]
    public void More_never_costs_less() => Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts, (one, more) =>
    {
        FeeTariff.ByItems(one + more, 0, Day).Value.Fee.ShouldBeGreaterThanOrEqualTo(FeeTariff.ByItems(one, 0, Day).Value.Fee);
        FeeTariff.ByPages(one + more, Day).Value.Fee.ShouldBeGreaterThanOrEqualTo(FeeTariff.ByPages(one, Day).Value.Fee);
    }));

    [Fact]
    public void Charging_in_two_parts_costs_as_much_as_at_once() => Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts, (earlier, now) =>
        (FeeTariff.ByItems(earlier, 0, Day).Value.Fee + FeeTariff.ByItems(now, earlier, Day).Value.Fee)
            .ShouldBe(FeeTariff.ByItems(earlier + now, 0, Day).Value.Fee)));

    private static Arbitrary<int> Counts => Gen.Choose(0, 400).ToArbitrary();

    private static int ByItemFormula(int n) =>
        (Math.Max(0, Math.Min(n, 30) - 10) * 100) + Enumerable.Range(31, Math.Max(0, n - 30)).Sum(k => 100 * (((k - 31) / 10) + 2));
}
