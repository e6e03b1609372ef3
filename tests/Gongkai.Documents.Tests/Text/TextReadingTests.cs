using System.Text;

namespace Gongkai.Documents.Tests.Text;

public sealed class TextReadingTests
{
    private const string Simplified =
        "云溪市档案局2023年政府信息公开工作年度报告\n本报告依据《中华人民共和国政府信息公开条例》编制，数据统计期限自2023年1月1日起。\n";

    private const string Traditional =
        "雲溪市檔案局2023年政府信息公開工作年度報告\n本報告依據《中華人民共和國政府信息公開條例》編制，數據統計期限自2023年1月1日起。\n";

    static TextReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("gbk")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Simplified_text_is_read_in_its_encoding_without_a_mark(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Simplified);
        Reading.Read(bytes).Lines().ShouldBe(Simplified.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("big5")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void Traditional_text_is_read_in_its_encoding_without_a_mark(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Traditional);
        Reading.Read(bytes).Lines().ShouldBe(Traditional.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_believed_and_removed(string encoding)
    {
        var kind = Encoding.GetEncoding(encoding);
        Reading.Read([.. kind.GetPreamble(), .. kind.GetBytes(Simplified)]).Lines().First().ShouldStartWith("云溪市");
    }

    [Fact]
    public void A_broken_byte_in_utf8_does_not_turn_the_rest_into_another_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified + Simplified);
        var document = Reading.Read([.. bytes[..100], 0xFF, .. bytes[100..]]);
        document.Lines().Last().ShouldContain("中华人民共和国");
        document.Remarks.ShouldHaveSingleItem().Code.ShouldBe("encoding-errors");
    }

    [Fact]
    public void Every_kind_of_line_end_ends_a_line()
    {
        var document = Reading.Read("甲\r乙\n丙\r\n丁\n\n戊");
        document.Lines().ShouldBe(["甲", "乙", "丙", "丁", "", "戊"]);
        document.Blocks.Select(block => block.Place.Line).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void A_form_feed_starts_a_page_and_a_vertical_tab_a_line()
    {
        var document = Reading.Read("甲\n乙\f丙\v丁\n戊");
        document.Lines().ShouldBe(["甲", "乙", "丙", "丁", "戊"]);
        document.Blocks.Select(block => block.Place)
            .ShouldBe([new(1, 1), new(1, 2), new(2, 2), new(2, 2), new(2, 3)]);
    }

    [Fact]
    public void Tabs_and_pipes_stay_as_they_are() =>
        Reading.Read("| 规章 | 0 |\n规章\t0").Lines().ShouldBe(["| 规章 | 0 |", "规章\t0"]);

    [Fact]
    public void Too_many_lines_are_refused() =>
        Reading.Refused(new string('\n', 100) + "文", new ReadLimits { Blocks = 50 }).ShouldContain("超过 50 个");

    [Fact]
    public void A_line_of_a_million_characters_is_fine() =>
        Reading.Read(new string('文', 1_000_000)).Lines().ShouldHaveSingleItem().Length.ShouldBe(1_000_000);
}
