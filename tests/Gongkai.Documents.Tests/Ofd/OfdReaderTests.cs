using Gongkai.Documents.Layout;
using Gongkai.Documents.Ofd;
using Gongkai.Testing.Builders;

namespace Gongkai.Documents.Tests.Ofd;

public sealed class OfdReaderTests
{
    private const string Title = "云溪市2023年政府信息公开工作年度报告";

    [Fact]
    public void Text_objects_become_words_where_they_stand()
    {
        var document = Read(new OfdSample().Text(30, 40, Title).Text(30, 60, "新收申请").Text(120, 60, "104").EndPage().Text(30, 40, "第二页"));
        document.Format.ShouldBe(SourceFormat.Ofd);
        document.Remarks.ShouldBeEmpty();
        var pages = document.Blocks.Cast<PlacedPage>().Select(InMillimetres).ToList();
        pages.Select(page => (page.Number, page.Width, page.Height)).ShouldBe([(1, 210, 297), (2, 210, 297)]);
        pages[0].Words.Select(word => word.Text).ShouldBe([Title, "新收申请", "104"]);
        ShouldStand(pages[0].Words[1], 30, 60, 46, 64);
        ShouldStand(pages[0].Words[2], 120, 60, 126.6, 64);
    }

    [Fact]
    public void A_repeated_offset_is_counted_out()
    {
        var words = Words(Coded("""<ofd:TextCode X="0" Y="3.52" DeltaX="g 3 4 20 g 2 2.2">自然人数21 0</ofd:TextCode>"""));
        words.Select(word => word.Text).ShouldBe(["自然人数", "21", "0"]);
        ShouldStand(words[0], 30, 40, 46, 44);
        ShouldStand(words[1], 62, 40, 66.4, 44);
        words[2].Left.ShouldBe(62 + 2.2 * 3, 0.001);
    }

    [Fact]
    public void Too_few_offsets_repeat_the_last_and_none_at_all_means_the_natural_width()
    {
        Words(Coded("""<ofd:TextCode X="0" Y="3.52" DeltaX="4">政府信息</ofd:TextCode>"""))
            .ShouldHaveSingleItem().Right.ShouldBe(46, 0.001);
        Words(Coded("""<ofd:TextCode X="0" Y="3.52">政府21</ofd:TextCode>""")).ShouldHaveSingleItem().Right.ShouldBe(30 + 8 + 4.4, 0.001);
    }

    [Fact]
    public void A_billion_repeats_cost_nothing() =>
        Words(Coded("""<ofd:TextCode X="0" Y="3.52" DeltaX="g 999999999 4 g 5">信息</ofd:TextCode>""")).ShouldHaveSingleItem().Text.ShouldBe("信息");

    [Fact]
    public void Text_running_down_is_one_word_a_character()
    {
        var page = Page(Coded("""<ofd:TextCode X="0" Y="3.52" DeltaX="0 0 0" DeltaY="g 3 5">办理结果</ofd:TextCode>"""));
        VerticalText.Of(page).Runs.ShouldHaveSingleItem().Text.ShouldBe("办理结果");
    }

    [Fact]
    public void A_second_run_without_position_goes_on_from_the_first() =>
        Words(Coded("""<ofd:TextCode X="10" Y="3.52">甲</ofd:TextCode><ofd:TextCode Y="23.52">乙</ofd:TextCode>"""))
            .Select(word => (word.Text, Math.Round(word.Left, 3), Math.Round(word.Top, 3))).ShouldBe([("甲", 40, 40), ("乙", 40, 60)]);

    [Fact]
    public void The_matrix_scales_and_turns()
    {
        var scaled = Words(new OfdSample().Text(30, 40, "公开", "CTM=\"2 0 0 2 1 1\"")).ShouldHaveSingleItem();
        ShouldStand(scaled, 31, 41, 47, 49);
        // 顺时针转九十度：向右的字变成向下。
        var turned = Words(new OfdSample().Text(30, 40, "公开", "CTM=\"0 1 -1 0 0 0\"")).ShouldHaveSingleItem();
        ShouldStand(turned, 26, 40, 30, 48);
    }

    [Fact]
    public void Characters_that_are_objects_of_their_own_are_joined_to_words()
    {
        var sample = new OfdSample();
        foreach (var (index, character) in "104".Index()) sample.Text(100 + index * 2.2, 50, character.ToString());
        Words(sample.Text(120, 50, "0")).Select(word => word.Text).ShouldBe(["104", "0"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_of_figures_is_read_as_it_was_set(bool everyCharacterApart)
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 22).Select(row => new[] { $"第{row + 1}项办理结果" }
            .Concat(Enumerable.Range(0, 7).Select(_ => random.Next(3) == 0 ? $"{random.Next(2000)}" : "0")).ToArray()).ToList();
        var sample = new OfdSample();
        for (var row = 0; row < rows.Count; row++)
            for (var column = 0; column < 8; column++)
            {
                var text = rows[row][column];
                var left = column == 0 ? 20 : 70 + column * 16 - text.Length * 1.1;
                if (!everyCharacterApart) sample.Text(left, 30 + row * 9, text);
                else foreach (var character in text) left += Put(sample, left, 30 + row * 9, character);
            }

        var lines = PageLines.Of(Page(sample));
        lines.Select(line => line.Words.Select(word => word.Text)).ShouldBe(rows);
        NumberColumns.Of(lines).Select(column => column.Count).ShouldBe(Enumerable.Repeat(22, 7));

        static double Put(OfdSample sample, double left, double top, char character)
        {
            sample.Text(left, top, character.ToString());
            return OfdSample.Size * (character < '\u2E80' ? 0.55 : 1);
        }
    }

    [Fact]
    public void Template_pages_lie_under_the_pages_that_use_them()
    {
        var sample = new OfdSample { CommonData = """<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>""" }
            .Part("Doc_0/Tpls/Tpl_0/Content.xml", OfdSample.Page("", Object(30, 10, "松川县人民政府")))
            .Head("""<ofd:Template TemplateID="2" ZOrder="Background"/>""").Text(30, 40, "一").EndPage()
            .Head("""<ofd:Template TemplateID="2"/><ofd:Template TemplateID="7"/>""").Text(30, 40, "二").EndPage()
            .Text(30, 40, "三");
        Pages(sample).Select(page => string.Join('|', page.Words.Select(word => word.Text)))
            .ShouldBe(["松川县人民政府|一", "松川县人民政府|二", "三"]);
    }

    [Fact]
    public void A_page_has_its_own_size_and_origin()
    {
        var page = Page(new OfdSample().Head("<ofd:Area><ofd:PhysicalBox>10 20 297 210</ofd:PhysicalBox></ofd:Area>").Text(30, 40, "横"));
        (page.Width, page.Height).ShouldBe((297, 210));
        ShouldStand(page.Words[0], 20, 20, 24, 24);
    }

    [Fact]
    public void Several_documents_annotations_signatures_and_hidden_text_are_remarked()
    {
        var sample = new OfdSample
        {
            Documents = 2,
            DocumentTail = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
            OfdTail = "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        };
        var document = Read(sample.Text(30, 40, "公开").Text(30, 50, "不公开", "Visible=\"false\"").EndPage().EndPage());
        document.Blocks.Count.ShouldBe(4);
        document.Remarks.Select(remark => remark.Code)
            .ShouldBe(["several-documents", "hidden-text", "annotations", "signature", "no-text-layer"]);
        document.Remarks[^1].Message.ShouldStartWith("第2、4页");
    }

    [Fact]
    public void Pages_of_pictures_only_are_said_to_be_a_scan() =>
        Refused(new OfdSample().Raw("""<ofd:ImageObject ID="3" ResourceID="5" Boundary="0 0 210 297"/>""")).ShouldContain("扫描件");

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var sample = new OfdSample().Text(1, 1, "一").EndPage().Text(1, 1, "二").EndPage();
        OfdReader.Read(sample.ToBytes(), new ReadLimits { Pages = 1 }, CancellationToken.None).Refusal!.Reason.ShouldContain("超过 1 页");
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><ofd:Document xmlns:ofd=\"o\">&b;</ofd:Document>")]
    [InlineData("<ofd:Document xmlns:ofd=\"o\">")]
    [InlineData("")]
    public void A_damaged_or_hostile_part_is_refused_in_one_sentence(string part)
    {
        var sample = new OfdSample { OfdTail = "</ofd:DocBody><ofd:DocBody><ofd:DocRoot>/Bad.xml</ofd:DocRoot>" }.Part("Bad.xml", part).Text(1, 1, "一");
        Refused(sample).ShouldBe("OFD 文件已损坏，无法读入");
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Refused(new OfdSample().Raw(string.Concat(Enumerable.Repeat("<a>", 600)) + string.Concat(Enumerable.Repeat("</a>", 600))))
            .ShouldBe("OFD 文件已损坏，无法读入");

    [Fact]
    public void A_missing_page_is_remarked_and_the_others_are_read()
    {
        var document = Read(new OfdSample { Documents = 1, CommonData = "<ofd:Page BaseLoc=\"../../nowhere.xml\"/>" }.Text(30, 40, "公开"));
        document.Remarks.ShouldHaveSingleItem().Code.ShouldBe("damaged");
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_in_one_sentence()
    {
        var whole = new OfdSample().Text(30, 40, Title).EndPage().Text(30, 40, "第二页").ToBytes();
        for (var length = 0; length < whole.Length - 1; length += 11)
            OfdReader.Read(whole.AsMemory(0, length), ReadLimits.Default, CancellationToken.None).Refusal!.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_with_any_byte_changed_never_fails_otherwise_than_in_one_sentence()
    {
        var whole = new OfdSample().Text(30, 40, Title).ToBytes();
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var changed = whole.ToArray();
            for (var i = 0; i < 3; i++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var outcome = OfdReader.Read(changed, ReadLimits.Default, CancellationToken.None);
            if (!outcome.Succeeded) outcome.Refusal!.Reason.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml")]
    [InlineData("Doc_0/Document.xml", "/Doc_1/./A.xml", "Doc_1/A.xml")]
    [InlineData("Doc_0/Pages/P/Content.xml", "..\\..\\Res\\a.png", "Doc_0/Res/a.png")]
    [InlineData("OFD.xml", "../../../etc/passwd", "etc/passwd")]
    public void Locations_are_resolved_inside_the_package(string container, string location, string expected) =>
        OfdPackage.Resolve(container, location).ShouldBe(expected);

    private static OfdSample Coded(string codes) =>
        new OfdSample().Raw($"""<ofd:TextObject ID="1" Boundary="30 40 100 10" Font="3" Size="4">{codes}</ofd:TextObject>""");

    private static string Object(double left, double top, string text) =>
        $"""<ofd:TextObject Boundary="{left} {top} 100 10" Size="4"><ofd:TextCode X="0" Y="3.52">{text}</ofd:TextCode></ofd:TextObject>""";

    private static SourceDocument Read(OfdSample sample)
    {
        var outcome = OfdReader.Read(sample.ToBytes(), ReadLimits.Default, CancellationToken.None);
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }

    private static List<PlacedPage> Pages(OfdSample sample) => [.. Read(sample).Blocks.Cast<PlacedPage>().Select(InMillimetres)];

    private static PlacedPage InMillimetres(PlacedPage page)
    {
        const double scale = 25.4 / 72;
        return page with
        {
            Width = Math.Round(page.Width * scale, 6),
            Height = Math.Round(page.Height * scale, 6),
            Words = [.. page.Words.Select(word => new PlacedWord(
                word.Text, word.Left * scale, word.Top * scale, word.Right * scale, word.Bottom * scale))],
        };
    }

    private static PlacedPage Page(OfdSample sample) => Pages(sample).ShouldHaveSingleItem();

    private static IReadOnlyList<PlacedWord> Words(OfdSample sample) => Page(sample).Words;

    private static string Refused(OfdSample sample) =>
        OfdReader.Read(sample.ToBytes(), ReadLimits.Default, CancellationToken.None).Refusal!.Reason;

    private static void ShouldStand(PlacedWord word, double left, double top, double right, double bottom)
    {
        word.Left.ShouldBe(left, 0.001);
        word.Top.ShouldBe(top, 0.001);
        word.Right.ShouldBe(right, 0.001);
        word.Bottom.ShouldBe(bottom, 0.001);
    }
}
