using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Html;

public sealed class HtmlTableTests
{
    [Theory]
    [InlineData("<tr><td>甲<td>乙<tr><td>1<td>2", "[2×2]\n甲 | 乙\n1 | 2")]
    [InlineData("<tr><th colspan=2>甲<tr><td>1<td>2", "[2×2]\n甲(1×2)\n1 | 2")]
    [InlineData("<tr><td rowspan=2>甲<td>1<tr><td>2", "[2×2]\n甲(2×1) | 1\n2")]
    [InlineData("<tr><td>甲<br>乙<td><p>丙</p><p>丁</p>", "[1×2]\n甲⏎乙 | 丙⏎丁")]
    [InlineData("<tr><td><td>&nbsp;", "[1×2]\n | ")]
    [InlineData("<thead><tr><td rowspan=9>甲<td>乙</thead><tbody><tr><td>1<td>2", "[2×2]\n甲 | 乙\n1 | 2")]
    [InlineData("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", "[3×2]\n甲(3×1) | 1\n2\n3")]
    [InlineData("<tr><td>1<td rowspan=2>甲<tr><td colspan=2>2<td>3", "[2×3]\n1 | 甲(2×1)\n2 | 3")]
    [InlineData("<tr><td colspan=1000>甲<td>乙<tr><td>1<td>2", "[2×3]\n甲(1×2) | 乙\n1 | 2")]
    [InlineData("<tr><td colspan=abc rowspan=-1>甲<td colspan=''>乙", "[1×2]\n甲 | 乙")]
    [InlineData("<tr><td>甲<td>乙<tr><tr><td>1<td>2", "[2×2]\n甲 | 乙\n1 | 2")]
    [InlineData("<tr style='display:none'><td>x<td>y<tr><td>甲甲<td>乙乙", "[1×2]\n甲甲 | 乙乙")]
    [InlineData("<caption>表一</caption><tr><td>甲<td>乙", "表一\n[1×2]\n甲 | 乙")]
    [InlineData("<tr><td>甲<tr><td>乙", "甲\n乙")]
    public void Cells_stand_where_a_browser_puts_them(string rows, string expected) =>
        Reading.Read($"<table>{rows}</table>").Draw().ShouldBe(expected);

    [Fact]
    public void A_table_for_layout_is_taken_apart() =>
        Reading.Read("<table><tr><td>导航<td><p>一、总体情况</p><table><tr><td>规章<td>0</table><p>二、</p><tr><td>版权<td>备案</table>")
            .Draw().ShouldBe("导航\n一、总体情况\n[1×2]\n规章 | 0\n二、\n[1×2]\n版权 | 备案");

    [Fact]
    public void A_cell_of_prose_is_taken_out_and_the_rows_around_it_stay_a_table()
    {
        var prose = new string('文', 300);
        Reading.Read($"<table><tr><td colspan=2>{prose}<tr><td>规章<td>0<tr><td>行政许可<td>1</table>")
            .Draw().ShouldBe($"{prose}\n[2×2]\n规章 | 0\n行政许可 | 1");
    }

    [Fact]
    public void A_cell_that_wraps_its_text_in_a_table_of_one_cell_is_a_cell() =>
        Reading.Read("<table><tr><td><table><tr><td>规章</table><td>0</table>").Draw().ShouldBe("[1×2]\n规章 | 0");

    [Fact]
    public void Markup_lost_inside_a_table_is_read_before_it() =>
        Reading.Read("<table><p>单位：件</p><tr><td>规章<td>0</table>").Draw().ShouldBe("单位：件\n[1×2]\n规章 | 0");

    [Fact]
    public void Any_spans_give_cells_that_do_not_overlap()
    {
        var cell = Gen.Choose(0, 5).Two();
        var rows = cell.ListOf().ListOf();
        Prop.ForAll(rows.ToArbitrary(), table =>
        {
            var html = new StringBuilder("<table>");
            foreach (var row in table)
            {
                html.Append("<tr>");
                foreach (var (rowSpan, columnSpan) in row) html.Append($"<td rowspan={rowSpan} colspan={columnSpan}>x");
            }

            var cells = table.Sum(row => row.Count);
            if (cells == 0) return;
            var document = Reading.Read(html.ToString());
            var read = 0;
            foreach (var block in document.Blocks)
            {
                if (block is not TableBlock grid)
                {
                    read++;
                    continue;
                }

                grid.ShouldBeSound();
                read += grid.Cells.Count;
            }

            read.ShouldBe(cells);
        }).QuickCheckThrowOnFailure();
    }

    [SharedFact]
    public void The_tables_of_a_real_page_have_their_dimensions()
    {
        var path = Path.Combine(Repository.Shared!, "corpus", "html", "shanghai-office-2019.html");
        var document = Reading.Read(File.ReadAllBytes(path), path);
        var tables = document.Blocks.OfType<TableBlock>().ToList();
        foreach (var table in tables) table.ShouldBeSound();
        tables.Count.ShouldBe(3);
        var requests = tables[1];
        (requests.Rows, requests.Columns).ShouldBe((26, 10));
        requests.Cells[0].Text.ShouldStartWith("（本列数据的勾稽关系为");
        var review = tables[2];
        review.Columns.ShouldBe(15);
        document.Blocks.OfType<TextLine>().First().Text.ShouldBe("2019年上海市人民政府办公厅政府信息公开工作年度报告");
    }
}
