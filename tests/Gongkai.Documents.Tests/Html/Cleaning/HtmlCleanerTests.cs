using System.Text;
using AngleSharp.Html.Parser;
using Gongkai.Documents.Html.Cleaning;

namespace Gongkai.Documents.Tests.Html.Cleaning;

/// <summary>贴来的正文：好的留下，坏的一样不留。</summary>
public sealed class HtmlCleanerTests
{
    private static readonly string[] Tags = ["p", "br", "hr", "blockquote", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "ul", "ol", "li", "a", "img", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];

    private static readonly string[] Attributes = ["href", "src", "alt", "class", "colspan", "rowspan", "scope", "start"];

    private static readonly string[] Scraps =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<br>", "<a href=\"https://example.cn/\">", "</a>",
        "<script>alert(1)</script>", "<style>p{}</style>", "<svg onload=alert(1)>", "</svg>", "<img src=x onerror=alert(1)>", "<iframe src=//x></iframe>", "<a href=\"javascript:alert(1)\">", "<math><mi>",
        "<p style=\"display:none\">藏", "<![CDATA[", "<!--", "-->", "<template><p>", "</template>", "<form><input value=1>", "文", "字 ", "&lt;script&gt;", "&#0;", "\0", "\"", "'", "<", ">", "<p onclick=\"x\" class=\"y\" id=z>",
        "<td colspan=99999>", "<blockquote>", "<ol start=3>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea>", "</textarea>", "<select><option>", "<title></title>",
    ];

    [Theory]
    [InlineData("<p>正文</p>", "<p>正文</p>")]
    [InlineData("<div><div>一</div><div>二</div></div>", "<p>一</p><p>二</p>")]
    [InlineData("裸的文字<b>粗</b>", "<p>裸的文字<strong>粗</strong></p>")]
    [InlineData("<h1>大标题</h1><p>&nbsp;</p><p>正文</p>", "<h2>大标题</h2><p>正文</p>")]
    [InlineData("<p style=\"text-align: center; color:red\" class=\"MsoNormal\" lang=\"EN-US\">标题</p>", "<p class=\"text-center\">标题</p>")]
    [InlineData("<p align=right>二〇二五年一月一日</p>", "<p class=\"text-end\">二〇二五年一月一日</p>")]
    [InlineData("<p class=\"text-center\">标题</p><p class=\"text-end other\">落款</p>", "<p class=\"text-center\">标题</p><p class=\"text-end\">落款</p>")]
    [InlineData("<table><tr><td>\n<p>甲</p></td></tr></table>", "<table><tbody><tr><td>\n甲</td></tr></tbody></table>")]
    [InlineData("<ul><li>一<li>二</ul>", "<ul><li>一</li><li>二</li></ul>")]
    [InlineData("<table><tr><td rowspan=2><p>甲</p><p>乙</p></td><td>丙</td></tr></table>", "<table><tbody><tr><td rowspan=\"2\">甲<br>乙</td><td>丙</td></tr></tbody></table>")]
    [InlineData("<b><p>一</p><p>二</p></b>", "<p>一</p><p>二</p>")]
    [InlineData("<p>a<table><tr><td>b</td></tr></table>c</p>", "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table><p>c</p>")]
    [InlineData("<a href=\"https://www.example.cn/a?b=1&amp;c=2\" target=_blank>链接</a>", "<p><a href=\"https://www.example.cn/a?b=1&amp;c=2\">链接</a></p>")]
    [InlineData("1 < 2 && \"引号\"", "<p>1 &lt; 2 &amp;&amp; &quot;引号&quot;</p>")]
    public void What_a_document_needs_stays(string pasted, string expected) => Clean(pasted).Html.ShouldBe(expected);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<iframe src=\"https://example.cn/\"></iframe>")]
    [InlineData("<object data=x></object><embed src=x>")]
    [InlineData("<form action=x><input name=y><button>按</button></form>")]
    [InlineData("<p style=\"display:none\">藏起来的</p>")]
    [InlineData("<p style='mso-hide:all'>藏起来的</p>")]
    [InlineData("<img src=\"https://example.cn/track.gif\">")]
    [InlineData("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">")]
    [InlineData("<img src=\"attachment:../../etc/passwd\">")]
    [InlineData("<template><p>一</p></template>")]
    public void What_could_harm_or_hide_is_gone_and_said(string pasted)
    {
        var cleaned = Clean(pasted);

        cleaned.Html.ShouldBe("");
        cleaned.Paragraphs.ShouldBeEmpty();
        cleaned.Removed.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVaScRiPt:alert(1)")]
    [InlineData("java&#10;script:alert(1)")]
    [InlineData("java&#9;script:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.cn/x")]
    [InlineData("/\\example.cn/x")]
    [InlineData("https://user:word@example.cn/")]
    public void A_link_that_is_no_plain_address_keeps_only_its_words(string address) =>
        Clean($"<p><a href=\"{address}\">字</a></p>").Html.ShouldBe("<p>字</p>");

    [Theory]
    [InlineData("/i/3k9")]
    [InlineData("#附件1")]
    [InlineData("mailto:office@example.cn")]
    [InlineData("http://example.cn")]
    public void A_plain_address_stays(string address) => Clean($"<a href=\"{address}\">字</a>").Html.ShouldBe($"<p><a href=\"{address}\">字</a></p>");

    [Fact]
    public void A_picture_of_the_items_own_attachments_stays_with_its_description()
    {
        var picture = $"<img src=\"attachment:{Guid.Empty:D}\" alt=\"流程图\">";

        Clean($"<p>{picture}</p>").Html.ShouldBe($"<p>{picture}</p>");
    }

    [Fact]
    public void The_plain_text_has_a_line_a_paragraph_and_a_line_a_row()
    {
        var cleaned = Clean("<h1>通知</h1><p>各县（市、区）：<br>第二行</p><table><tr><th>姓名</th><th>数量</th></tr><tr><td><p>甲</p><p>乙</p></td><td> 3 </td></tr></table><ol><li>一</li><li>二</li></ol>");

        cleaned.Paragraphs.ShouldBe(["通知", "各县（市、区）：", "第二行", "姓名\t数量", "甲 乙\t3", "一", "二"]);
    }

    [Fact]
    public void Text_that_is_too_long_or_too_deep_is_refused_in_a_sentence()
    {
        HtmlCleaner.Clean(new string('字', 5 << 20), CancellationToken.None).Refusal!.Reason.ShouldContain("太长");
        HtmlCleaner.Clean(string.Concat(Enumerable.Repeat("<div>", 100_000)), CancellationToken.None).Refusal!.Reason.ShouldContain("嵌套");
    }

    [Fact]
    public void Whatever_comes_in_only_allowed_markup_comes_out_and_cleaning_again_changes_nothing()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var soup = new StringBuilder();
            for (var count = random.Next(1, 25); count > 0; count--) soup.Append(Scraps[random.Next(Scraps.Length)]);
            var cleaned = Clean(soup.ToString());
            var said = $"{seed}：{soup} → {cleaned.Html}";

            var body = new HtmlParser().ParseDocument(cleaned.Html).Body!;
            foreach (var element in body.QuerySelectorAll("*"))
            {
                Tags.ShouldContain(element.LocalName, said);
                foreach (var attribute in element.Attributes)
                {
                    Attributes.ShouldContain(attribute.Name, said);
                    attribute.Value.ShouldNotContain("script:", Case.Insensitive, said);
                }
            }

            Clean(cleaned.Html).Html.ShouldBe(cleaned.Html, said);
        }
    }

    private static CleanedHtml Clean(string html) => HtmlCleaner.Clean(html, CancellationToken.None).Value;
}
