using FsCheck;
using FsCheck.Fluent;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Catalogue;

public sealed class IndexNumberTests
{
    private static readonly IndexIssuer Issuer = new("11341702486344515H", "yzwlj");

    [Theory]
    [InlineData(IndexPattern.Standard, "486344515/2024-00013")]
    [InlineData("{信用代码}/{年}{月}-{流水:5}", "11341702486344515H/202410-00013")]
    [InlineData("{短码}/{年}-{流水:5}", "yzwlj/2024-00013")]
    public void The_pattern_decides_the_form(string pattern, string expected) =>
        IndexPattern.Parse(pattern).Value.Next(Issuer, new(2024, 10, 8), 12).Value.Value.ShouldBe(expected);

    [Fact]
    public void The_standard_form_has_twenty_characters() =>
        IndexPattern.Parse(IndexPattern.Standard).Value.Next(Issuer, new(2024, 10, 8), 0).Value.Value.Length.ShouldBe(20);

    [Theory]
    [InlineData("{机构代码}/{年}", "要有一个流水")]
    [InlineData("{机构代码}-{流水:5}", "要有一个 {年}")]
    [InlineData("{年}-{流水:5}", "之一")]
    [InlineData("{机构代码}/{年}-{流水:5}{流水:3}", "要有一个流水")]
    [InlineData("{机构代码}/{年}-{流水:2}", "没有“{流水:2}”")]
    [InlineData("{机构代码} {年}-{流水:5}", "只用字母、数字")]
    [InlineData("{机构}/{年}-{流水:5}", "没有“{机构}”这个记号")]
    public void A_pattern_that_could_not_be_unique_is_refused(string pattern, string reason) =>
        IndexPattern.Parse(pattern).Refusal.ShouldNotBeNull().Reason.ShouldContain(reason);

    [Fact]
    public void A_body_without_the_code_gets_no_number() =>
        IndexPattern.Parse(IndexPattern.Standard).Value.Next(new IndexIssuer(null, null), new(2024, 10, 8), 0).Refusal.ShouldNotBeNull().Reason.ShouldContain("还没有统一社会信用代码");

    [Fact]
    public void A_sequence_that_is_used_up_is_refused() =>
        IndexPattern.Parse("{短码}/{年}-{流水:3}").Value.Next(Issuer, new(2024, 10, 8), 999).Refusal.ShouldNotBeNull().Reason.ShouldContain("已经用尽");

    [Fact]
    public void Numbers_of_one_sequence_or_of_different_sequences_never_coincide() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            (from day in Gen.Choose(0, 3000) from last in Gen.Choose(0, 99_998) select (Day: new DateOnly(2020, 1, 1).AddDays(day), Last: last)).ArrayOf(2).ToArbitrary(),
            pair =>
            {
                var pattern = IndexPattern.Parse("{短码}/{年}{月}-{流水:5}").Value;
                var numbers = pair.Select(one => pattern.Next(Issuer, one.Day, one.Last).Value).ToList();
                var sameSequence = pattern.SequenceKey(Issuer, pair[0].Day).Value == pattern.SequenceKey(Issuer, pair[1].Day).Value;
                (numbers[0] == numbers[1]).ShouldBe(sameSequence && pair[0].Last == pair[1].Last);
            }));

    [Fact]
    public void An_allocated_number_never_changes() =>
        ItemDecisions.Allocate(Item(), IndexPattern.Parse(IndexPattern.Standard).Value, Issuer, Today, 5).Refusal.ShouldNotBeNull().Reason
            .ShouldBe("索引号 486344515/2025-00001 已经分配，不再改变。");
}
