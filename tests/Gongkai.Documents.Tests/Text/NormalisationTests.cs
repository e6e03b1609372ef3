using FsCheck;
using FsCheck.Fluent;
using Gongkai.Documents.Text;

namespace Gongkai.Documents.Tests.Text;

public sealed class NormalisationTests
{
    [Theory]
    [InlineData("（七） 总　计", "(七)总计")]
    [InlineData("第二十条第（一）项", "第二十条第(一)项")]
    [InlineData("采购总金额：１，２３４．５０ 万元", "采购总金额:1,234.50万元")]
    [InlineData("危及“三安全一稳定”", "危及\"三安全一稳定\"")]
    [InlineData("危及「三安全一穩定」", "危及\"三安全一稳定\"")]
    [InlineData("屬於國家秘密", "属于国家秘密")]
    [InlineData("結轉下年度繼續辦理", "结转下年度继续办理")]
    [InlineData("国办公开办函〔2021〕30号", "国办公开办函[2021]30号")]
    [InlineData("\u200B零\uFEFF宽\u00AD字\u00A0符", "零宽字符")]
    [InlineData("⼀、总体情况", "一、总体情况")]
    [InlineData("⺠政局", "民政局")]
    [InlineData("二○二四年", "二〇二四年")]
    [InlineData("著名的乾县", "著名的乾县")]
    [InlineData("①38件", "①38件")]
    [InlineData("－3", "-3")]
    [InlineData("\0", "")]
    public void Forms_of_the_same_thing_become_one(string source, string expected)
    {
        Normalisation.Apply(source).ShouldBe(expected);
        Normalisation.Same(source, expected).ShouldBeTrue();
    }

    [Fact]
    public void Text_that_is_normal_already_is_returned_itself()
    {
        var text = new string("一、总体情况".ToCharArray());
        Normalisation.Apply(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var once = Normalisation.Apply(text ?? "");
            return Normalisation.Apply(once) == once;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_maps_to_one_that_maps_to_itself() =>
        Enumerable.Range(0, char.MaxValue + 1)
            .Where(c => Normalisation.Of(Normalisation.Of((char)c)) != Normalisation.Of((char)c))
            .ShouldBeEmpty();

    [Fact]
    public void Each_normalised_character_points_at_its_source() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var source = text ?? "";
            var normalised = NormalisedText.Of(source);
            return normalised.Text == Normalisation.Apply(source)
                && Enumerable.Range(0, normalised.Length)
                    .All(i => Normalisation.Of(source[normalised.SourceIndex(i)]) == normalised.Text[i]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stretch_is_given_back_as_it_was_printed()
    {
        var text = NormalisedText.Of("收到 申请（含 转来） ３ 件。");
        var at = text.Text.IndexOf("申请(含转来)3件", StringComparison.Ordinal);
        text.SourceText(at, 9).ShouldBe("申请（含 转来） ３ 件");
        text.SourceRange(at, 0).ShouldBe((3, 3));
        text.SourceIndex(text.Length).ShouldBe(text.Source.Length);
    }

    [Fact]
    public void Same_agrees_with_comparing_the_normalised_texts()
    {
        var texts = ArbMap.Default.ArbFor<string?>();
        Prop.ForAll(texts, texts, (left, right) =>
            Normalisation.Same(left, right) == (Normalisation.Apply(left ?? "") == Normalisation.Apply(right ?? "")))
            .QuickCheckThrowOnFailure();
    }
}
