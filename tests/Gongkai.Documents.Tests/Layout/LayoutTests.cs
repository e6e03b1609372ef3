using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Tests.Layout;

public sealed class LayoutTests
{
    [Fact]
    public void A_line_is_split_at_its_wide_gaps()
    {
        var line = PageLines.Of(new SketchedPage().Write(72, 100, "一、本年新收 数量").Write(220, 100, "21").Write(260, 100, "0").Page).Single();
        LineRuns.Split(line).Select(run => run.Text).ShouldBe(["一、本年新收数量", "21", "0"]);
        LineRuns.Split(line, gap: 100).ShouldHaveSingleItem().Text.ShouldBe(line.Text);
    }

    [Fact]
    public void Characters_stacked_in_a_narrow_cell_are_one_vertical_run()
    {
        var page = new SketchedPage()
            .Stack(76, 200, "本年度办理结果").Write(110, 200, "予以公开").Write(110, 214, "部分公开").Write(110, 242, "不予公开")
            .Stack(300, 200, "000").Stack(340, 200, "总计").Page;
        var text = VerticalText.Of(page);
        var run = text.Runs.ShouldHaveSingleItem();
        run.Text.ShouldBe("本年度办理结果");
        (run.Left, run.Top, run.Right, run.Bottom).ShouldBe((76, 200, 88, 296));
        text.Others.Count.ShouldBe(page.Words.Count - 7);
    }

    [Fact]
    public void Single_characters_inside_sentences_are_not_vertical()
    {
        var page = new SketchedPage().Write(72, 100, "年 月 日").Write(72, 114, "年 月 日").Write(72, 128, "年 月 日").Page;
        VerticalText.Of(page).Runs.ShouldBeEmpty();
    }

    [Fact]
    public void A_turned_word_is_a_vertical_run_of_its_own() =>
        VerticalText.Of(new SketchedPage().Box("办理结果", 72, 100, 84, 160).Write(100, 100, "予以公开").Page)
            .Runs.Select(run => run.Text).ShouldBe(["办理结果"]);

    [Fact]
    public void Figures_of_different_width_make_one_column()
    {
        var page = new SketchedPage();
        string[][] rows = [["21", "0", "7730.28"], ["0", "3", "195"], ["104", "0", "0"]];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < 3; column++)
                page.Write(300 + column * 60 - rows[row][column].Length * 3, 100 + row * 20, rows[row][column]);
        page.Write(520, 100, "7");
        var columns = NumberColumns.Of(PageLines.Of(page.Page));
        columns.Select(column => (column.Count, column.Centre)).ShouldBe([(3, 300), (3, 360), (3, 420)]);
    }

    [Fact]
    public void Headers_footers_and_page_numbers_are_taken_off_and_figures_kept()
    {
        string[] numbers = ["— 1 —", "-2-", "第 3 页 共 5 页", "4", "5 / 5"];
        var pages = numbers.Select((number, index) => new SketchedPage(index + 1)
            .Write(72, 40, $"云溪市人民政府 {2019 + index} 年度报告").Write(72, 400, $"第{index + 1}段正文").Write(300, 700, "4")
            .Write(280, 800, number).Page).ToList();
        PageText.Of(pages).Select(line => line.Text).ShouldBe(
            ["第1段正文", "4", "第2段正文", "4", "第3段正文", "4", "第4段正文", "4", "第5段正文", "4"]);
        PageText.Of(pages)[2].Place.ShouldBe(new Place(Page: 2, Line: 1));
    }

    [Fact]
    public void A_table_heading_repeated_on_two_pages_only_is_kept()
    {
        var pages = Enumerable.Range(1, 4).Select(number =>
        {
            var page = new SketchedPage(number).Write(72, 300, "正文");
            if (number > 2) page.Write(72, 60, "信息内容 本年处理决定数量");
            return page.Page;
        }).ToList();
        PageText.Of(pages).Count(line => line.Text.StartsWith("信息内容", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_new_paragraphs_begin_where_they_are_indented()
    {
        var page = new SketchedPage()
            .Write(96, 100, new string('甲', 33)).Write(72, 120, new string('乙', 34)).Write(72, 140, "丙丙")
            .Write(96, 160, new string('丁', 33)).Write(96, 180, "另起一段");
        Paragraphs.Of(PageLines.Of(page.Page)).Select(paragraph => (paragraph.Text.Distinct().Count(), paragraph.Lines.Count))
            .ShouldBe([(3, 3), (1, 1), (4, 1)]);
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page()
    {
        PlacedPage[] pages =
        [
            new SketchedPage(1).Write(72, 700, new string('甲', 36)).Write(72, 720, new string('甲', 36)).Page,
            new SketchedPage(2).Write(72, 100, "续完。").Write(96, 120, "下一段").Write(72, 500, new string('乙', 36)).Page,
        ];
        var paragraphs = Paragraphs.Of([.. PageFurniture.Removed(pages).SelectMany(lines => lines)]);
        paragraphs[0].Text.ShouldEndWith("甲续完。");
        paragraphs[0].Place.Page.ShouldBe(1);
        paragraphs[1].Text.ShouldBe("下一段");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_page_whose_words_are_turned_is_set_upright(bool clockwise)
    {
        var upright = new SketchedPage(1, 842, 595)
            .Write(72, 100, "abcdef ghijkl").Write(72, 120, "mnopqr stuvwx").Write(72, 140, "yzabcd efghij").Page;
        var turned = upright with
        {
            Width = 595,
            Height = 842,
            Words = [.. upright.Words.Select(word => clockwise
                ? new PlacedWord(word.Text, 595 - word.Bottom, word.Left, 595 - word.Top, word.Right)
                : new PlacedWord(word.Text, word.Top, 842 - word.Right, word.Bottom, 842 - word.Left))],
        };
        var read = UprightPage.Of(turned);
        (read.Width, read.Height).ShouldBe((842, 595));
        read.Words.ShouldBe(upright.Words);
        UprightPage.Of(upright).ShouldBeSameAs(upright);
    }
}
