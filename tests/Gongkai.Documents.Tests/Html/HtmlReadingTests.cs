using System.Text;

namespace Gongkai.Documents.Tests.Html;

public sealed class HtmlReadingTests
{
    [Theory]
    [InlineData("<p>一、总体<span>情况</span></p><p>二、</p>", "一、总体情况\n二、")]
    [InlineData("<p>甲<br>乙</p>", "甲\n乙")]
    [InlineData("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙")]
    [InlineData("<p>甲<p>乙<h2>丙</h2><ul><li>丁<li>戊</ul>", "甲\n乙\n丙\n丁\n戊")]
    [InlineData("<p>　　&nbsp;甲&nbsp;乙&nbsp; </p>", "甲 乙")]
    [InlineData("<p>甲\n   乙</p>", "甲 乙")]
    [InlineData("<p><b>2019</b> <b>12</b></p>", "2019 12")]
    [InlineData("<p>&nbsp;</p><p> </p><p>甲</p>", "甲")]
    [InlineData("<p>甲<!-- 注释 -->乙<![if !supportLists]>丙<![endif]></p>", "甲乙丙")]
    [InlineData("<p>甲</p><!--[if gte mso 9]><xml><w:p>乙</w:p></xml><![endif]-->", "甲")]
    [InlineData("<p>甲<o:p></o:p></p><v:shape><v:textbox><p>乙</p></v:textbox></v:shape>", "甲\n乙")]
    [InlineData("<p>甲</p><script>if (1<2) document.write('<p>乙</p>')</script><style>p{}</style><noscript>丙</noscript>", "甲")]
    [InlineData("<p>甲</p><template><p>乙</p></template><select><option>丙</select><button>打印</button>", "甲")]
    [InlineData("<pre>甲  1\n乙  2</pre>", "甲  1\n乙  2")]
    [InlineData("<p>A&amp;B &lt;C&gt; &#19968;&#x4e8c;</p>", "A&B <C> 一二")]
    public void Text_is_cut_into_lines_as_a_browser_shows_it(string html, string expected) =>
        Reading.Read("<html><body>" + html).Draw().ShouldBe(expected);

    [Theory]
    [InlineData("<p hidden>乙</p>")]
    [InlineData("<p style='display: none'>乙</p>")]
    [InlineData("<p style='color:red;DISPLAY:NONE !important;'>乙</p>")]
    [InlineData("<span style='mso-hide:all'>乙</span>")]
    [InlineData("<div style='visibility:hidden'><p>乙</p></div>")]
    [InlineData("<table style='display:none'><tr><td>乙<td>丙</table>")]
    public void What_is_not_shown_is_not_read_but_noted(string hidden)
    {
        var document = Reading.Read($"<html><body><p>甲甲甲</p>{hidden}");
        document.Draw().ShouldBe("甲甲甲");
        document.Remarks.ShouldContain(remark => remark.Code == "hidden-text" && remark.Message.Contains("1 处"));
    }

    [Fact]
    public void A_page_that_waits_for_a_script_to_show_it_is_read()
    {
        var document = Reading.Read("<html><body><p>导航</p><div style='display:none'><p>一、总体情况</p></div>");
        document.Draw().ShouldBe("导航\n一、总体情况");
        document.Remarks.ShouldContain(remark => remark.Code == "hidden-text" && remark.Message.Contains("已照读"));
    }

    [Fact]
    public void A_hidden_cell_keeps_its_place() =>
        Reading.Read("<table><tr><td>甲甲<td style='display:none'>乙<td>丙<tr><td>1<td>2<td>3</table>")
            .Draw().ShouldBe("[2×3]\n甲甲 |  | 丙\n1 | 2 | 3");

    [Fact]
    public void Title_and_date_of_publication_are_handed_on()
    {
        var document = Reading.Read(
            "<html><head><title> 云溪市档案局年报 </title><meta name='PubDate' content='2024-01-31 10:00'></head><body><p>甲");
        document.Remarks.ShouldBe([new("title", "云溪市档案局年报"), new("published", "2024-01-31 10:00")]);
    }

    [Fact]
    public void Places_count_lines_and_tables()
    {
        var document = Reading.Read("<p>甲<p>乙<table><tr><td>1<td>2</table><p>丙<table><tr><td>1<td>2</table>");
        document.Blocks.Select(block => block.Place.ToString()).ShouldBe(["第1行", "第2行", "表1", "第3行", "表2"]);
    }

    [Theory]
    [InlineData("utf-8", "gb2312")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("big5", "big5")]
    public void The_bytes_decide_where_the_declared_encoding_is_wrong(string actual, string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "本年度主動公開政府信息";
        var bytes = Encoding.GetEncoding(actual).GetBytes($"<html><head><meta charset=\"{declared}\"></head><body><p>{text}</p>");
        Reading.Read(bytes).Draw().ShouldBe(text);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>甲")]
    [InlineData("\uFEFF  \n<!-- 由系统生成 -->\n<html><body>甲")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html><body>甲")]
    [InlineData("<TABLE><TR><TD>甲</TABLE>")]
    [InlineData("<div class='x'>甲</div>")]
    public void A_page_is_known_by_its_content(string html) =>
        Reading.Read(html, "年报.doc").ShouldSatisfyAllConditions(
            document => document.Format.ShouldBe(SourceFormat.Html),
            document => document.Draw().ShouldBe("甲"),
            document => document.Remarks.ShouldContain(remark => remark.Code == "wrong-extension"));

    [Fact]
    public void Other_xml_is_no_document() =>
        Reading.Refused("<?xml version=\"1.0\"?><data><a>1</a></data>").ShouldContain("XML");

    [Fact]
    public void Text_about_markup_is_text() =>
        Reading.Read("网站<br>标签不规范 <p> 的问题已整改").Format.ShouldBe(SourceFormat.Text);

    [Fact]
    public void A_page_without_text_is_refused() => Reading.Refused("<html><body><img src=a.png></body>").ShouldContain("没有文字");

    [Theory]
    [InlineData("quoted-printable", "<p>=E7=94=B2=\r\n=E4=B9=99</p>", "甲乙")]
    [InlineData("base64", "PHA+\r\n55SyPC9wPg==", "甲")]
    [InlineData("8bit", "<p>甲</p>", "甲")]
    public void A_page_wrapped_as_mail_is_unwrapped(string coding, string body, string expected)
    {
        var mail = $"""
            From: <由浏览器保存>
            MIME-Version: 1.0
            Content-Type: multipart/related;
            	type="text/html";
            	boundary="----=_边界"

            这是多部分邮件。

            ------=_边界
            Content-Type: image/gif
            Content-Transfer-Encoding: base64

            R0lGODlh
            ------=_边界
            Content-Type: text/html;
            	charset="utf-8"
            Content-Transfer-Encoding: {coding}

            {body}
            ------=_边界--
            """.ReplaceLineEndings("\r\n").Replace("边界", "NextPart", StringComparison.Ordinal);
        var document = Reading.Read(mail, "年报.mht");
        document.Format.ShouldBe(SourceFormat.Html);
        document.Draw().ShouldBe(expected);
        document.Remarks.ShouldBeEmpty();
    }
}
