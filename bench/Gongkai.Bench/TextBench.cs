using System.Runtime.InteropServices;
using System.Text;
using Gongkai.Documents.Text;

namespace Gongkai.Bench;

/// <summary>纯文本：读与查，对照只做解码、归一、切词的空循环。</summary>
internal static class TextBench
{
    private const double Bar = 0.6;

    private const double LeastPerSecond = 3_000;

    public static void Run(byte[][] texts)
    {
        var (bare, full) = Measurement.Pair(texts.Length, () => Measurement.Each(texts, Bare), () => Measurement.Each(texts, Product.ReadAndCheck));
        Figure.AtLeast("文本，读＋查 ÷ 空循环", full / bare, Bar, $"读＋查 {full:0} 份/秒，空循环 {bare:0} 份/秒，{texts.Length} 份各不相同，平均 {texts.Average(text => text.Length) / 1024:0.0} KB");
        Figure.AtLeast("文本，读＋查（千份/秒，机器要安静）", full / 1000, LeastPerSecond / 1000, "");
    }

    /// <summary>
    /// 基线：把同样的文字交给检索库之前必做的事——解码、用产品的归一、用产品的切词（二字组与西文单词），
    /// 得出这一份有哪些词、各出现几次。词表用散列表，重复的词不再造字符串，是这件事平常的、不拖沓的写法。
    /// </summary>
    public static void Bare(byte[] content)
    {
        var normalised = NormalisedText.Of(Encoding.UTF8.GetString(content));
        var counts = new Dictionary<string, int>(normalised.Length / 2, StringComparer.Ordinal);
        var terms = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in SearchTerms.Of(normalised, stackalloc char[SearchTerms.LongestWord]))
            CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _)++;
    }
}
