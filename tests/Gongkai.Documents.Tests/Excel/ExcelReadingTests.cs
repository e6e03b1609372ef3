using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Excel;

public sealed class ExcelReadingTests
{
    [Fact]
    public void Strings_of_every_kind_are_read() =>
        Xlsx.Table(Xlsx.Of(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t> 行内 </t></is></c><c r="B2" t="str"><f>A1</f><v>公式_x000D_
            结果</v></c></row>
            <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#DIV/0!</v></c></row>
            """,
            shared: "<si><t>规章</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>xing</t></rPh></si>")).Draw()
            .ShouldBe("[3×2]\n规章 | 行政许可\n行内 | 公式⏎结果\nTRUE | #DIV/0!");

    [Theory]
    [InlineData("3", 0, "3")]
    [InlineData("3.0", 0, "3")]
    [InlineData("2887.4506999999999", 0, "2887.4507")]
    [InlineData("-2", 0, "-2")]
    [InlineData("1E-3", 0, "0.001")]
    [InlineData("12345678901234", 0, "12345678901234")]
    [InlineData("0.123", 1, "12.3%")]
    [InlineData("45322", 2, "2024-01-31")]
    [InlineData("45322.5", 3, "2024-01-31 12:00")]
    [InlineData("0.75", 4, "18:00")]
    [InlineData("45322", 5, "2024-01-31")]
    [InlineData("1.5", 6, "1.5")]
    [InlineData("7", 7, "7")]
    [InlineData("9e99", 2, "9E+99")]
    [InlineData("不是数", 0, "不是数")]
    [InlineData("3", 999, "3")]
    public void Numbers_look_as_a_reader_sees_them(string value, int style, string expected)
    {
        const string styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[红色]0.00_ &quot;d&quot;"/>
            <numFmt numFmtId="166" formatCode="[$-804]yyyy\-mm\-dd\ hh:mm"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/></cellXfs>
            """;
        Xlsx.Table(Xlsx.Of($"<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>{value}</v></c></row>", styles: styles)).Cells[0].Text.ShouldBe(expected);
    }

    [Fact]
    public void Dates_counted_from_1904_are_four_years_later() =>
        Xlsx.Table(Xlsx.Of(
            [("表", "", "<sheetData><row><c s=\"0\"><v>43860</v></c></row></sheetData>")],
            styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", properties: "<workbookPr date1904=\"1\"/>")).Cells[0].Text.ShouldBe("2024-01-31");

    [Fact]
    public void Cells_keep_their_coordinates_and_blanks_between_them_are_blank()
    {
        var table = Xlsx.Table(Xlsx.Of("<row r=\"2\"><c r=\"C2\"><v>1</v></c></row>"));
        table.Draw().ShouldBe("[2×3]\n |  | \n |  | 1");
        table.ShouldBeSound();
    }

    [Fact]
    public void Cells_without_an_address_follow_one_another() =>
        Xlsx.Table(Xlsx.Of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>")).Draw().ShouldBe("[2×2]\n1 | 2\n | 3");

    [Fact]
    public void Merged_ranges_are_one_cell_and_overlapping_ones_are_ignored()
    {
        var table = Xlsx.Table(Xlsx.Of(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲</v></c><c r=\"B1\"><v>9</v></c><c r=\"C1\"><v>1</v></c></row><row r=\"2\"><c r=\"C2\"><v>2</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"C9:D10\"/><mergeCell ref=\"坏\"/></mergeCells>"));
        table.Draw().ShouldBe("[2×3]\n甲(2×2) | 1\n2");
        table.ShouldBeSound();
    }

    [Fact]
    public void Hidden_sheets_are_noted_and_left_out()
    {
        const string cell = "<sheetData><row><c><v>1</v></c></row></sheetData>";
        var document = Reading.Read(Xlsx.Of([("表一", "visible", cell), ("底稿", "hidden", cell), ("底稿二", "veryHidden", cell), ("空表", "", "<sheetData/>")]));
        document.Blocks.Count.ShouldBe(1);
        document.Remarks.Select(remark => remark.Message).ShouldBe(["工作表“底稿”是隐藏的，未读入", "工作表“底稿二”是隐藏的，未读入"]);
    }

    [Fact]
    public void Hidden_rows_are_read_and_noted()
    {
        var document = Reading.Read(Xlsx.Of("<row hidden=\"1\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"));
        document.Draw().ShouldBe("[2×1]\n1\n2");
        document.Remarks.ShouldHaveSingleItem().Code.ShouldBe("hidden-rows");
    }

    [Fact]
    public void A_cell_a_million_rows_down_takes_no_room()
    {
        var table = Xlsx.Table(Xlsx.Of(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"B1048576\"><v>3</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:B1048576\"/></mergeCells>"));
        table.Draw().ShouldBe("[2×3]\n1(2×2) | 2\n");
        table.ShouldBeSound();
    }

    [Fact]
    public void A_workbook_without_cells_is_refused() => Reading.Refused(Xlsx.Of("")).ShouldContain("没有文字");

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = Sample();
        for (var length = 4; length < whole.Length; length += 3) Reading.Refused(whole[..length]).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_part_with_random_damage_is_read_or_refused()
    {
        var whole = Sample();
        var random = new Random(41);
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(whole));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var part = new MemoryStream();
            stream.CopyTo(part);
            for (var round = 0; round < (LongRun.Enabled ? 20_000 : 200); round++)
            {
                var outcome = Reading.Of(Zips.With(whole, entry.FullName, Mutation.Of(part.ToArray(), random)));
                if (outcome.Succeeded)
                    foreach (var table in outcome.Value.Blocks.OfType<TableBlock>())
                        table.ShouldBeSound();
            }
        }
    }

    private static byte[] Sample() => Xlsx.Of(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45322</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><f>A2</f><v>2</v></c></row>",
        "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>", "<si><t>规章</t></si>", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
}
