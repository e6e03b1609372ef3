using System.IO.Compression;
using System.Xml;

namespace Gongkai.Bench;

/// <summary>docx：读与查，对照把同样的文件解压、把其中的 XML 从头读到尾的空循环。</summary>
internal static class WordBench
{
    // 设计没有给 docx 定线，比照网页：读与查不慢于单独解析的一半。
    private const double Bar = 0.5;

    public static void Run(byte[][] documents)
    {
        var (bare, full) = Measurement.Pair(documents.Length, () => Measurement.Each(documents, Bare), () => Measurement.Each(documents, Product.ReadAndCheck));
        Figure.AtLeast("docx，读＋查 ÷ 解压并解析 XML", full / bare, Bar, $"读＋查 {full:0} 份/秒，空循环 {bare:0} 份/秒，{documents.Length} 份各不相同，平均 {documents.Average(document => document.Length) / 1024:0.0} KB");
    }

    private static void Bare(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
            {
            }
        }
    }
}
