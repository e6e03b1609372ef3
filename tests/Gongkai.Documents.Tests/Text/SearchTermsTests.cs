using Gongkai.Documents.Text;

namespace Gongkai.Documents.Tests.Text;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("政府信息", "政府 府信 信息")]
    [InlineData("政府，信息", "政府 信息")]
    [InlineData("共 22 件", "共 22 件")]
    [InlineData("第３号ＡＰＰ", "第 3 号 app")]
    [InlineData("open data 2024", "open data 2024")]
    [InlineData("政府\n信息", "政府 府信 信息")]
    [InlineData("政府信息公开（IPv6）", "政府 府信 信息 息公 公开 ipv6")]
    [InlineData("——《》", "")]
    [InlineData("", "")]
    public void Text_becomes_pairs_of_ideographs_and_words(string text, string terms) => string.Join(' ', Terms(text)).ShouldBe(terms);

    [Fact]
    public void Every_pair_of_neighbouring_ideographs_can_be_found() =>
        Terms("依申请公开").ShouldBe(["依申", "申请", "请公", "公开"]);

    [Fact]
    public void A_word_without_end_is_cut() => Terms(new string('a', 1000)).ShouldBe([new string('a', SearchTerms.LongestWord)]);

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        foreach (var term in SearchTerms.Of(NormalisedText.Of(text), stackalloc char[SearchTerms.LongestWord])) terms.Add(term.ToString());
        return terms;
    }
}
