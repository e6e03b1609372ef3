using Gongkai.Documents.Word;
using static Gongkai.Documents.Tests.Word.Docx;

namespace Gongkai.Documents.Tests.Word;

public sealed class NumberingTests
{
    private const string Scheme = """
        <w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/><w:suff w:val="nothing"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%4"/><w:isLgl/></w:lvl>
        <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="多级"/></w:abstractNum>
        <w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num>
        """;

    private const string Styling = """
        <w:style w:styleId="多级"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="标题二"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="标题二之子"><w:basedOn w:val="标题二"/></w:style>
        """;

    [Fact]
    public void Levels_count_and_start_again_under_the_next_heading() =>
        Draw(
            P("总体情况", Num(7)) + P("主动公开", Num(7, 1)) + P("网站", Num(7, 2)) + P("微信", Num(7, 2)) + P("依申请公开", Num(7, 1))
            + P("申请", Num(7, 3)) + P("主动公开政府信息情况", Num(7)) + P("其一", Num(7, 1)) + P("点", Num(7, 4)),
            Scheme).ShouldBe("一、总体情况\n（一）主动公开\n1. 网站\n2. 微信\n（二）依申请公开\n1.2.1 申请\n二、主动公开政府信息情况\n（一）其一\n点");

    [Fact]
    public void Another_list_of_the_same_scheme_goes_on_unless_it_says_where_to_start() =>
        Draw(P("甲", Num(7)) + P("乙", Num(9)) + P("丙", Num(8)) + P("丁", Num(8)), Scheme, Styling)
            .ShouldBe("一、甲\n二、乙\n五、丙\n六、丁");

    [Fact]
    public void A_style_brings_its_numbering_and_zero_takes_it_away() =>
        Draw(
            P("甲", "<w:pStyle w:val=\"标题二之子\"/>") + P("乙", "<w:pStyle w:val=\"标题二\"/>" + Num(0)) + P("丙", "<w:pStyle w:val=\"标题二\"/>"),
            Scheme, Styling).ShouldBe("（一）甲\n乙\n（二）丙");

    [Fact]
    public void An_empty_numbered_paragraph_counts_but_shows_nothing() =>
        Draw(P("甲", Num(7)) + P("", Num(7)) + P("丙", Num(7)), Scheme).ShouldBe("一、甲\n三、丙");

    [Fact]
    public void A_list_that_is_not_defined_numbers_nothing() => Draw(P("甲", Num(99))).ShouldBe("甲");

    [Theory]
    [InlineData(1, "chineseCounting", "一")]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(11, "chineseCountingThousand", "十一")]
    [InlineData(20, "chineseCountingThousand", "二十")]
    [InlineData(105, "chineseCountingThousand", "一百零五")]
    [InlineData(110, "chineseCountingThousand", "一百一十")]
    [InlineData(1001, "chineseCountingThousand", "一千零一")]
    [InlineData(23, "chineseLegalSimplified", "贰拾叁")]
    [InlineData(2024, "ideographDigital", "二〇二四")]
    [InlineData(3, "ideographTraditional", "丙")]
    [InlineData(12, "ideographZodiac", "亥")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(21, "decimalEnclosedCircle", "21")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(14, "lowerRoman", "xiv")]
    [InlineData(4, "none", "")]
    [InlineData(0, "chineseCounting", "0")]
    [InlineData(4, "something", "4")]
    public void Numbers_are_written_as_word_writes_them(int number, string format, string expected) =>
        NumberFormat.Format(number, format).ShouldBe(expected);
}
