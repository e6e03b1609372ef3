using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Reading.Solving;

namespace Gongkai.AnnualReports.Tests.Reading.Solving;

public sealed class SplitSolverProperties
{
    private static readonly SplitSum[] SevenColumns = [new SplitSum([0, 1, 2, 3, 4, 5], 6)];

    /// <summary>六类与总计：多数是零，少数几件，偶尔成百上千。</summary>
    private static readonly Gen<long[]> Rows =
        Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 9)), (2, Gen.Choose(10, 99)), (1, Gen.Choose(100, 9_999)))
            .ArrayOf(6)
            .Select(parts => parts.Append(parts.Sum()).Select(value => (long)value).ToArray());

    [Fact]
    public void The_split_that_was_printed_is_always_among_those_found() =>
        ForRows(row =>
        {
            var found = SplitSolver.Solve([string.Concat(row)], 7, SevenColumns);
            if (found.Count < SplitSolver.MaxCandidates) found.ShouldContain(split => split.SequenceEqual(row));
        });

    [Fact]
    public void Every_split_found_keeps_the_digits_and_the_sum() =>
        ForRows(row =>
        {
            foreach (var split in SplitSolver.Solve([string.Concat(row)], 7, SevenColumns))
            {
                string.Concat(split).ShouldBe(string.Concat(row));
                split[..6].Sum().ShouldBe(split[6]);
            }
        });

    [Fact]
    public void Blanks_that_were_printed_narrow_the_splits_and_never_lose_the_right_one() =>
        ForRows(row =>
        {
            var tokens = new[] { string.Concat(row[..3]), string.Concat(row[3..]) };
            var found = SplitSolver.Solve(tokens, 7, SevenColumns);
            if (found.Count >= SplitSolver.MaxCandidates) return;
            found.ShouldContain(split => split.SequenceEqual(row));
            found.Count.ShouldBeLessThanOrEqualTo(SplitSolver.Solve([string.Concat(row)], 7, SevenColumns).Count);
        });

    [Theory]
    [InlineData("713000074", "71,3,0,0,0,0,74")]
    [InlineData("0000000", "0,0,0,0,0,0,0")]
    [InlineData("640020470", "64,0,0,2,0,4,70")]
    [InlineData("1100002", "1,1,0,0,0,0,2")]
    public void A_row_of_the_corpus_has_one_split(string printed, string split) =>
        SplitSolver.Solve([printed], 7, SevenColumns).Select(values => string.Join(',', values)).ShouldBe([split]);

    [Theory]
    [InlineData("123456")]
    [InlineData("3000004")]
    public void What_satisfies_no_sum_has_no_split(string printed) => SplitSolver.Solve([printed], 7, SevenColumns).ShouldBeEmpty();

    private static void ForRows(Action<long[]> holds) =>
        Prop.ForAll(Rows.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
