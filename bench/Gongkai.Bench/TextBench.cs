using System.Text;
using Gongkai.Data.Search;

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
    /// 基线：把同样的文字交给检索库之前必做的事——解码，用产品的归一、产品建索引的切词（<see cref="SearchTokens"/>：
    /// 汉字二字组，西文词与数字），得出要给索引的每一个词。除了数一数，什么也不做。
    /// </summary>
    public static void Bare(byte[] content)
    {
        var count = 0;
        foreach (var token in SearchTokens.ForIndex(Encoding.UTF8.GetString(content))) count += token.Length;
        if (count == 0) throw new InvalidOperationException("一个词也没有切出来，量错了东西。");
    }
}
