using Gongkai.Testing;
using static Gongkai.Documents.Tests.Word.Docx;

namespace Gongkai.Documents.Tests.Word;

public sealed class WordReadingTests
{
    [Fact]
    public void Paragraphs_are_lines_and_runs_are_joined() =>
        Draw(P("一、总体情况") + P(R("收到申请") + R("3") + R("件")) + P("")).ShouldBe("一、总体情况\n收到申请3件");

    [Fact]
    public void Tabs_and_breaks_are_kept() =>
        Draw(P("<w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t><w:br/><w:t>行政许可</w:t><w:cr/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"))
            .ShouldBe("规章\t0\n行政许可\na-b");

    [Fact]
    public void Links_fields_and_controls_show_their_result()
    {
        Draw(P($"<w:hyperlink>{R("甲")}</w:hyperlink><w:smartTag>{R("乙")}</w:smartTag><w:fldSimple w:instr=\"PAGE\">{R("3")}</w:fldSimple>"))
            .ShouldBe("甲乙3");
        Draw(P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>" + R("代码里的字")
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("2024年") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + R("1月")))
            .ShouldBe("2024年1月");
        Draw($"<w:sdt><w:sdtPr/><w:sdtContent>{P("块")}</w:sdtContent></w:sdt>" + P($"<w:sdt><w:sdtContent>{R("内")}</w:sdtContent></w:sdt>"))
            .ShouldBe("块\n内");
    }

    [Fact]
    public void A_placeholder_is_no_content() =>
        Draw(P("甲") + $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{P("单击此处输入文字")}</w:sdtContent></w:sdt>").ShouldBe("甲");

    [Fact]
    public void A_field_that_never_ends_does_not_swallow_the_next_paragraph() =>
        Draw(P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("代码")) + P("正文")).ShouldBe("正文");

    [Fact]
    public void Deleted_and_moved_text_is_not_read_inserted_text_is_and_both_are_noted()
    {
        var document = Reading.Read(Of(P(
            R("收到") + $"<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>{R("4")}</w:ins><w:moveFrom>{R("搬走")}</w:moveFrom>" + R("件"))));
        document.Draw().ShouldBe("收到4件");
        document.Remarks.ShouldHaveSingleItem().ShouldBe(new SourceRemark("tracked-changes", "有 3 处修订：删除的文字未读入"));
    }

    [Fact]
    public void A_deleted_row_takes_no_place_and_a_deleted_paragraph_mark_joins_two_lines()
    {
        Draw(Tbl(Tc("甲") + Tc("1"), "<w:trPr><w:del/></w:trPr>" + Tc("乙") + Tc("2"), Tc("丙") + Tc("3"))).ShouldBe("[2×2]\n甲 | 1\n丙 | 3");
        Draw(P("上半", "<w:rPr><w:del/></w:rPr>") + P("下半")).ShouldBe("上半下半");
    }

    [Theory]
    [InlineData("<w:vanish/>", "", "甲", 1)]
    [InlineData("<w:vanish w:val=\"0\"/>", "", "甲乙", 0)]
    [InlineData("<w:rStyle w:val=\"隐藏\"/>", "", "甲", 1)]
    [InlineData("", "<w:pStyle w:val=\"隐藏之子\"/>", "", 2)]
    public void Hidden_text_is_not_read_but_noted(string run, string paragraph, string expected, int places)
    {
        const string styles =
            "<w:style w:styleId=\"隐藏\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"隐藏之子\"><w:basedOn w:val=\"隐藏\"/></w:style>";
        var document = Reading.Read(Of(P("标题") + P(R("甲") + R("乙", run), paragraph), styles: styles));
        document.Draw().ShouldBe(expected.Length == 0 ? "标题" : "标题\n" + expected);
        document.Remarks.Count(remark => remark.Code == "hidden-text" && remark.Message.Contains($"{places} 处")).ShouldBe(places > 0 ? 1 : 0);
    }

    [Fact]
    public void Comments_and_footnotes_are_noted()
    {
        var document = Reading.Read(Of(P(R("甲") + "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>")));
        document.Draw().ShouldBe("甲");
        document.Remarks.Select(remark => remark.Code).ShouldBe(["comments", "footnotes"]);
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        var box = $"<w:txbxContent>{P("框内")}</w:txbxContent>";
        Draw(P(R("前") + $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + R("后")))
            .ShouldBe("前后\n框内");
    }

    [Fact]
    public void Cells_merge_across_and_down()
    {
        const string start = "<w:vMerge w:val=\"restart\"/>";
        const string go = "<w:vMerge/>";
        Draw(Tbl(
            Tc("不予公开", start) + Tc("1.属于国家秘密") + Tc("0"),
            Tc("", go) + Tc("2.其他") + Tc("1"),
            Tc("总计", "<w:gridSpan w:val=\"2\"/>") + Tc("1")))
            .ShouldBe("[3×3]\n不予公开(2×1) | 1.属于国家秘密 | 0\n2.其他 | 1\n总计(1×2) | 1");
    }

    [Fact]
    public void A_merge_that_continues_nothing_keeps_its_text() =>
        Draw(Tbl(Tc("甲", "<w:vMerge/>") + Tc("1"), Tc("乙", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"))).ShouldBe("[2×2]\n甲 | 1\n乙(1×2)");

    [Fact]
    public void A_row_may_begin_further_right_and_cells_may_hold_lines() =>
        Draw(Tbl(Tc("甲") + Tc(P("乙") + P("丙")), "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Tc("2")))
            .ShouldBe("[2×2]\n甲 | 乙⏎丙\n2");

    [Fact]
    public void The_second_row_begins_in_the_second_column()
    {
        var table = Reading.Read(Of(Tbl(Tc("甲") + Tc("乙"), "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Tc("2"))))
            .Blocks.OfType<TableBlock>().Single();
        table.Cells[^1].Column.ShouldBe(1);
    }

    [Fact]
    public void A_nested_table_is_taken_out_of_the_table_that_only_lays_it_out() =>
        Draw(Tbl(Tc(P("前") + Tbl(Tc("规章") + Tc("0")) + P("后")))).ShouldBe("前\n[1×2]\n规章 | 0\n后");

    [Fact]
    public void Formulas_are_read_as_their_letters() =>
        Draw(P("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")).ShouldBe("a+b");

    [SharedFact]
    public void The_official_template_has_its_tables_and_captions()
    {
        var path = Path.Combine(Repository.Shared!, "corpus", "docx", "template-2021-blank.docx");
        var document = Reading.Read(File.ReadAllBytes(path), path);
        document.Format.ShouldBe(SourceFormat.Docx);
        document.Lines().Count(line => line is ['一' or '二' or '三' or '四' or '五' or '六', '、', ..]).ShouldBe(6);
        var tables = document.Blocks.OfType<TableBlock>().ToList();
        foreach (var table in tables) table.ShouldBeSound();
        tables.Count.ShouldBe(3);
        tables[1].Columns.ShouldBe(10);
        tables[2].Columns.ShouldBe(15);
        var texts = tables[1].Cells.Select(cell => cell.Text).ToList();
        texts.ShouldContain("自然人");
        texts.ShouldContain("四、结转下年度继续办理");
    }
}
