using static Gongkai.Documents.Tests.Word.Docx;

namespace Gongkai.Documents.Tests.Word;

/// <summary>段落的排法：几级标题、居中居右、项目符号，直接写的与由样式来的都认。</summary>
public sealed class LineShapeTests
{
    [Fact]
    public void Headings_alignment_and_bullets_are_read_whether_written_on_the_paragraph_or_in_its_style()
    {
        const string styles =
            """
            <w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:styleId="Sub"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/><w:jc w:val="center"/></w:pPr></w:style>
            """;
        const string numbering =
            """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """;
        var content = Of(
            P("一级", "<w:pStyle w:val=\"H1\"/>") + P("二级", "<w:pStyle w:val=\"Sub\"/>") + P("改回正文", "<w:pStyle w:val=\"Sub\"/><w:outlineLvl w:val=\"9\"/><w:jc w:val=\"both\"/>")
            + P("落款", "<w:jc w:val=\"right\"/>") + P("一项", Num(1)) + P("正文"),
            numbering,
            styles);

        Reading.Read(content).Blocks.OfType<TextLine>().Select(line => line.Shape).ShouldBe(
        [
            new LineShape(1, LineAlignment.Usual, false), new LineShape(2, LineAlignment.Center, false), default, new LineShape(0, LineAlignment.End, false), new LineShape(0, LineAlignment.Usual, true), default,
        ]);
    }
}
