using System.IO.Compression;
using System.Text;

namespace Gongkai.AnnualReports.Tests.Reading;

/// <summary>把一份好文件弄坏的办法。</summary>
internal static class FuzzDamage
{
    private static readonly string[] Scraps =
        ["0", "|", "\t", "\n", "第二十条第（一）项", "（七）总计", "9999999999999999999999", "．", "（", "-", "１２", "增", "三、收到和处理政府信息公开申请情况", "\0", "𠀀", "<td rowspan=65535>"];

    /// <summary>标记里常见的要紧处：数、名字、引号、尖括号。</summary>
    private static readonly string[] MarkupScraps =
        ["<", ">", "/>", "\"", "=", "&", "&amp;", "-1", "0", "99999999999", "1e308", "NaN", "w:val=\"0\"", "<w:p>", "</w:p>", "<w:tbl>", "<w:vanish/>", "r=\"A1048577\"", "<c t=\"s\"><v>-5</v></c>", "null", "{", "}", "[", "]", ",", "12", "1.5", "\"requests\":", "\u0000", "字"];

    /// <summary>改、删字节，截短。</summary>
    public static byte[] Bytes(byte[] source, Random random)
    {
        var bytes = source.ToArray();
        for (var count = random.Next(1, 40); count > 0; count--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes[..(random.Next(3) == 0 ? random.Next(bytes.Length / 2, bytes.Length) : bytes.Length)];
    }

    /// <summary>删一段、插一个词、重复一段、插一串怪字、改一个数。</summary>
    public static byte[] Text(byte[] source, Random random) => Text(source, random, Scraps);

    /// <inheritdoc cref="Text(byte[], Random)"/>
    public static byte[] Markup(byte[] source, Random random) => Text(source, random, MarkupScraps);

    /// <summary>压缩包：一成改压缩包自己的字节，其余改一个部件里的标记，再装回去。</summary>
    public static byte[] Package(byte[] source, Random random)
    {
        if (random.Next(10) == 0) return Bytes(source, random);
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(source), ZipArchiveMode.Read))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var damaged = random.Next(from.Entries.Count);
            foreach (var (index, entry) in from.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var part = entry.Open()) part.CopyTo(content);
                using var written = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(index == damaged || IsMain(entry.FullName) ? Markup(content.ToArray(), random) : content.ToArray());
            }
        }

        return file.ToArray();
    }

    /// <summary>正文总是弄坏：毛病多半出在这里。</summary>
    private static bool IsMain(string name) =>
        name is "word/document.xml" or "xl/worksheets/sheet3.xml" || name.EndsWith("Content.xml", StringComparison.Ordinal);

    private static byte[] Text(byte[] source, Random random, string[] scraps)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(source));
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            if (text.Length == 0) text.Append('年');
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 200), text.Length - at)); break;
                case 1: text.Insert(at, scraps[random.Next(scraps.Length)]); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 400), text.Length - at))); break;
                case 3: text.Insert(at, new string((char)random.Next(33, 0x9FFF), random.Next(1, 30))); break;
                default: text[at] = (char)('0' + random.Next(10)); break;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
