using System.Text;
using Gongkai.Testing;

namespace Gongkai.Documents.Tests.Html;

public sealed class HostileHtmlTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg>")]
    [InlineData("<font color=1>")]
    public void A_hundred_thousand_nested_tags_are_refused(string tag)
    {
        var outcome = Reading.Of(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(tag, 100_000)) + "文"));
        outcome.Succeeded.ShouldBeFalse();
        outcome.Refusal!.Reason.ShouldContain("超过 512 层");
    }

    [Fact]
    public void Paragraphs_never_closed_are_not_nested() =>
        Reading.Read("<body>" + string.Concat(Enumerable.Repeat("<p>文", 5_000))).Blocks.Count.ShouldBe(5_000);

    [Fact]
    public void Millions_of_elements_are_refused() =>
        Reading.Refused("<html>" + string.Concat(Enumerable.Repeat("<i>x</i>", 450_000))).ShouldContain("超过");

    [Fact]
    public void Wide_spans_in_every_cell_take_neither_memory_nor_time()
    {
        var row = "<tr>" + string.Concat(Enumerable.Repeat("<td colspan=1000 rowspan=65534>1", 300));
        var table = Reading.Read("<table>" + string.Concat(Enumerable.Repeat(row, 30))).Blocks.ShouldHaveSingleItem();
        ((TableBlock)table).Cells.Count.ShouldBe(9_000);
    }

    [Fact]
    public void The_markup_of_a_word_processor_is_read_quickly()
    {
        var html = new StringBuilder("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>");
        html.Append(string.Concat(Enumerable.Repeat("p.MsoNormal{mso-style-name:正文;margin:0cm}\n", 2_000))).Append("</style></head><body>");
        const string style = "style='font-size:16.0pt;font-family:\"仿宋_GB2312\",serif;mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt'";
        for (var i = 0; i < 2_000; i++)
            html.Append($"<p class=MsoNormal {style}><span lang=EN-US {style}>第{i}段<o:p></o:p></span><span {style}>文字</span></p>");
        var document = Reading.Read(html.ToString());
        document.Blocks.Count.ShouldBe(2_000);
        document.Lines().First().ShouldBe("第0段文字");
    }

    [Fact]
    public void A_page_cut_anywhere_is_read_or_refused()
    {
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var length = 1; length < whole.Length; length++) Reading.Of(whole[..length]).ShouldNotBe(default);
    }

    [Fact]
    public void A_page_with_random_damage_is_read_or_refused()
    {
        var random = new Random(3);
        var whole = Encoding.UTF8.GetBytes(Sample);
        var rounds = LongRun.Enabled ? 200_000 : 2_000;
        for (var round = 0; round < rounds; round++)
        {
            var damaged = Mutation.Of(whole, random);
            var outcome = Reading.Of(damaged);
            if (outcome.Succeeded)
                foreach (var table in outcome.Value.Blocks.OfType<TableBlock>())
                    table.ShouldBeSound();
        }
    }

    private const string Sample = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title><style>td{}</style></head><body>
        <p style="display:block">一、总体情况&nbsp;&#19968;</p><table border=1><thead><tr><th colspan="3" rowspan=2>甲</th><td>乙</td></tr>
        <tr><td rowspan=0>丙</td></tr></thead><tbody><tr><td>1<td colspan=2>2<td><table><tr><td>3</table></td></tr></tbody></table>
        <ul><li>丁<b><i>戊</b></i></ul><pre>己
        庚</pre><script>var a='</p>';</script><svg><g/></svg><!-- 注 --></body></html>
        """;
}
