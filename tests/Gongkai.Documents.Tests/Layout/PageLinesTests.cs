using FsCheck;
using FsCheck.Fluent;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Tests.Layout;

public sealed class PageLinesTests
{
    [Fact]
    public void Words_of_one_height_are_one_line_from_left_to_right()
    {
        var page = new SketchedPage().Write(220, 100, "21").Write(72, 100, "新收政府信息公开申请数量").Write(300, 100, "0").Page;
        var line = PageLines.Of(page).ShouldHaveSingleItem();
        line.Text.ShouldBe("新收政府信息公开申请数量21 0");
        (line.Left, line.Top, line.Bottom).ShouldBe((72, 100, 112));
        line.Words.Select(word => word.Text).ShouldBe(["新收政府信息公开申请数量", "21", "0"]);
    }

    [Fact]
    public void Letters_of_another_size_on_the_same_line_stay_with_it()
    {
        var page = new SketchedPage().Write(72, 100, "二〇二三年", 16).Write(152, 98, "2023", 20).Write(200, 102, "号", 12).Page;
        PageLines.Of(page).ShouldHaveSingleItem().Text.ShouldBe("二〇二三年2023号");
    }

    [Fact]
    public void A_label_in_two_lines_beside_its_figure_does_not_draw_the_rows_together()
    {
        var page = new SketchedPage()
            .Write(72, 100, "部分公开区分处理的").Write(72, 114, "只计这一情形").Write(300, 107, "4")
            .Write(72, 135, "属于国家秘密").Write(300, 135, "1").Page;
        PageLines.Of(page).Select(line => line.Text).ShouldBe(["部分公开区分处理的", "4", "只计这一情形", "属于国家秘密 1"]);
    }

    [Fact]
    public void Small_marks_of_recognised_text_stay_in_their_line()
    {
        var page = new SketchedPage()
            .Box("公开", 72, 100, 96, 112).Box("，", 98, 109, 100, 114).Box("一", 104, 105, 116, 107).Box("项", 118, 100, 130, 112).Page;
        PageLines.Of(page).ShouldHaveSingleItem().Text.ShouldBe("公开，一项");
    }

    [Fact]
    public void A_word_set_upright_beside_several_lines_does_not_glue_them()
    {
        var page = new SketchedPage()
            .Box("办理结果", 72, 100, 84, 160).Write(100, 100, "予以公开").Write(100, 124, "部分公开").Write(100, 148, "不予公开").Page;
        PageLines.Of(page).Select(line => line.Text).ShouldBe(["予以公开", "部分公开", "办理结果", "不予公开"], ignoreOrder: true);
    }

    [Fact]
    public void Boxes_two_lines_tall_are_drawn_in_around_the_middle_of_their_letters()
    {
        var tall = new SketchedPage()
            .Box("予以公开的申请", 72, 88, 156, 124).Box("21", 220, 88, 232, 124)
            .Box("不予公开的申请", 72, 108, 156, 144).Box("0", 220, 108, 226, 144)
            .Page;
        PageLines.Of(FittedPage.Of(tall)).Select(line => line.Text).ShouldBe(["予以公开的申请 21", "不予公开的申请 0"]);
        var usual = new SketchedPage().Write(72, 100, "予以公开的申请").Write(220, 100, "21").Page;
        FittedPage.Of(usual).ShouldBeSameAs(usual);
    }

    [Fact]
    public void Spaces_stand_between_latin_words_and_wide_gaps_only()
    {
        var page = new SketchedPage().Write(72, 100, "annual report").Write(156, 100, "公开").Write(186, 100, "申请").Write(240, 100, "数量").Page;
        PageLines.Of(page).ShouldHaveSingleItem().Text.ShouldBe("annual report公开申请 数量");
    }

    [Fact]
    public void Each_word_stands_in_exactly_one_line_whatever_the_page()
    {
        var word = from left in Gen.Choose(0, 500)
                   from top in Gen.Choose(0, 800)
                   from width in Gen.Choose(0, 200)
                   from height in Gen.Choose(0, 200)
                   from text in Gen.Elements("一", "21", "政府", "abc")
                   select new PlacedWord(text, left, top, left + width, top + height);
        Prop.ForAll(word.ListOf().ToArbitrary(), words =>
        {
            var lines = PageLines.Of(new PlacedPage(1, 595, 842, [.. words], default));
            var sorted = lines.Zip(lines.Skip(1)).All(pair => pair.First.Middle <= pair.Second.Middle);
            return sorted && lines.SelectMany(line => line.Words).Order(Everything).SequenceEqual(words.Order(Everything));
        }).QuickCheckThrowOnFailure();
    }

    private static readonly IComparer<PlacedWord> Everything = Comparer<PlacedWord>.Create((a, b) =>
        (a.Text, a.Left, a.Top, a.Right, a.Bottom).CompareTo((b.Text, b.Left, b.Top, b.Right, b.Bottom)));
}
