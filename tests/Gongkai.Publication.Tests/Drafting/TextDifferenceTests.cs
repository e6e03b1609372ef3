using FsCheck;
using FsCheck.Fluent;
using Gongkai.Publication.Drafting;

namespace Gongkai.Publication.Tests.Drafting;

public sealed class TextDifferenceTests
{
    [Fact]
    public void A_changed_paragraph_shows_the_characters_that_changed()
    {
        var difference = TextDifference.Between(["第一段。", "共十二项，自三月一日起施行。"], ["第一段。", "共十三项，自三月一日起施行。"]);

        difference.Select(paragraph => paragraph.Kind).ShouldBe([DifferenceKind.Same, DifferenceKind.Changed]);
        difference[1].Before.ShouldBe([new("共十", DifferenceKind.Same), new("二", DifferenceKind.Removed), new("项，自三月一日起施行。", DifferenceKind.Same)]);
        difference[1].After.ShouldBe([new("共十", DifferenceKind.Same), new("三", DifferenceKind.Added), new("项，自三月一日起施行。", DifferenceKind.Same)]);
    }

    [Fact]
    public void Added_and_removed_paragraphs_stand_alone()
    {
        TextDifference.Between(["甲。"], ["甲。", "乙。"]).Select(paragraph => paragraph.Kind).ShouldBe([DifferenceKind.Same, DifferenceKind.Added]);
        TextDifference.Between(["甲。", "乙。"], ["乙。"]).Select(paragraph => paragraph.Kind).ShouldBe([DifferenceKind.Removed, DifferenceKind.Same]);
    }

    [Fact]
    public void Both_versions_can_be_read_back_out_of_the_difference() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            (from before in Text from after in Text select (before, after)).ToArbitrary(),
            pair =>
            {
                var difference = TextDifference.Between(pair.before, pair.after);
                difference.Where(paragraph => paragraph.Kind != DifferenceKind.Added).Select(paragraph => Whole(paragraph.Before)).ShouldBe(pair.before);
                difference.Where(paragraph => paragraph.Kind != DifferenceKind.Removed).Select(paragraph => Whole(paragraph.After)).ShouldBe(pair.after);
            }));

    private static Gen<string[]> Text => Gen.Elements("甲", "乙", "甲乙", "乙甲丙", "自三月一日起施行", "自四月一日起施行").ArrayOf(4);

    private static string Whole(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
