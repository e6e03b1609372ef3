using System.Text;
using Gongkai.Testing;
using static Gongkai.Documents.Tests.Word.Docx;

namespace Gongkai.Documents.Tests.Word;

public sealed class HostileDocxTests
{
    private static readonly byte[] Whole = Of(
        P("一、总体情况", Num(1)) + Tbl(Tc("甲", "<w:vMerge w:val=\"restart\"/>") + Tc("1"), Tc("", "<w:vMerge/>") + Tc(Tbl(Tc("2") + Tc("3")))) + P($"<w:ins>{R("乙")}</w:ins>"),
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        for (var length = 4; length < Whole.Length; length += 3)
            Reading.Refused(Whole[..length]).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_with_random_damage_is_read_or_refused()
    {
        var random = new Random(17);
        for (var round = 0; round < (LongRun.Enabled ? 200_000 : 2_000); round++)
            ShouldBeReadOrRefused(Reading.Of(Mutation.Of(Whole, random)));
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/numbering.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("_rels/.rels")]
    public void A_part_with_random_damage_is_read_or_refused(string name)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(Whole));
        using var stream = archive.GetEntry(name)!.Open();
        using var part = new MemoryStream();
        stream.CopyTo(part);
        var random = new Random(29);
        for (var round = 0; round < (LongRun.Enabled ? 50_000 : 500); round++)
            ShouldBeReadOrRefused(Reading.Of(Zips.With(Whole, name, Mutation.Of(part.ToArray(), random))));
    }

    [Fact]
    public void A_document_type_with_entities_is_refused() =>
        Reading.Refused(Zips.With(Whole, "word/document.xml", Encoding.UTF8.GetBytes(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>"))).ShouldContain("已损坏");

    [Fact]
    public void Tables_nested_too_deep_are_refused() =>
        Reading.Refused(Of(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000)) + P("文")
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 20_000)))).ShouldContain("超过 512 层");

    [Fact]
    public void Unknown_elements_nested_deep_are_passed_over() =>
        Draw(P("文") + string.Concat(Enumerable.Repeat("<w:x>", 20_000)) + string.Concat(Enumerable.Repeat("</w:x>", 20_000))).ShouldBe("文");

    [Fact]
    public void A_part_that_is_larger_than_the_directory_says_is_refused()
    {
        var content = Of(P(new string('文', 5_000)));
        var directory = content.AsSpan().LastIndexOf("word/document.xml"u8);
        var sizeAt = directory - 46 + 24;
        BitConverter.TryWriteBytes(content.AsSpan(sizeAt), 100).ShouldBeTrue();
        Reading.Refused(content).ShouldContain("已损坏");
    }

    [Fact]
    public void A_file_without_its_text_is_named_as_incomplete() =>
        Reading.Refused(Zips.Of(("[Content_Types].xml", "<Types/>"), ("word/styles.xml", "<x/>"))).ShouldContain("缺少正文");

    [Fact]
    public void Too_many_paragraphs_are_refused() =>
        Reading.Refused(Of(string.Concat(Enumerable.Repeat(P("文"), 100))), limits: new ReadLimits { Blocks = 50 }).ShouldContain("超过 50 个");

    private static void ShouldBeReadOrRefused(Gongkai.Law.Outcome<SourceDocument> outcome)
    {
        if (!outcome.Succeeded)
        {
            outcome.Refusal!.Reason.ShouldNotBeEmpty();
            return;
        }

        foreach (var table in outcome.Value.Blocks.OfType<TableBlock>()) table.ShouldBeSound();
    }
}
