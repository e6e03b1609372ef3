using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using Gongkai.Testing;
using Gongkai.Testing.Builders;
using Gongkai.Testing.Samples;

namespace Gongkai.Cli.Tests.BadInput;

/// <summary>一文件夹的坏文件：空的、残缺的、加密的、装成别的、大得出奇的。建一次，各测试共用。</summary>
public sealed class BadFiles : IDisposable
{
    private const string WordNames = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private readonly TemporaryFolder _folder = new();

    public BadFiles()
    {
        Write("空的.txt", []);
        Write("乱码.bin", Noise(200_000));
        Write("不是文档.docx", Noise(5_000));
        foreach (var extension in (string[])["docx", "xlsx", "pdf", "ofd"]) Write($"残缺.{extension}", Truncated(extension));
        Write("加密.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptionInfo"), .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[2048]]);
        Write("加密.pdf", TinyPdf.Encrypted());
        Write("别的事.pdf", TinyPdf.Of("Minutes of a meeting about the canteen menu"));
        Write("别的事.txt", Encoding.UTF8.GetBytes("会议纪要\n\n今天讨论食堂菜单，大家同意周三吃面。\n"));
        Write("图片装成.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[5_000]]);
        WordBody("压缩炸弹.docx", "<w:p><w:r><w:t>", new string('a', 1 << 20), 1_500, "");
        WordBody("一段两千万字.docx", "<w:p><w:r><w:t>", new string('字', 1_000), 20_000, "</w:t></w:r></w:p></w:body></w:document>");
        WordBody("万层嵌套.docx", "", "<w:sdt><w:sdtContent>", 100_000, "");
        WordBody("实体炸弹.docx", "", "&lol;", 1_000, "</w:body></w:document>", "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY lol \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>");
        Write("万层嵌套.html", Repeated("<div>", 200_000));
        Write("万层表格.html", Repeated("<table><tr><td>", 50_000));
        Write("万层嵌套.json", Repeated("{\"a\":", 200_000));
        Write("万层数组.json", Repeated("[", 300_000));
        Write("万层嵌套.xml", Repeated("<a>", 300_000));
        Sparse("五百兆.txt", 500L << 20);
        Sparse("二十兆.txt", 20L << 20);
        Write("十五兆年报.txt", Repeated("一、总体情况 0 0 0 1 2 3 4 5 6 7\n", 390_000));
        Write("八百万个数.txt", Repeated("1 ", 7 << 20));
        Directory.CreateDirectory(PathOf("文件夹"));
        using var pipe = Process.Start("mkfifo", [PathOf("管道")]);
        pipe.WaitForExit();
    }

    public string PathOf(string name) => name[0] == '/' ? name : Path.Combine(_folder.Path, name);

    /// <summary>谁也没有权限的文件；root 除外。</summary>
    [UnsupportedOSPlatform("windows")]
    public string Forbidden()
    {
        var path = Write("没有权限.txt", "一、总体情况"u8.ToArray());
        File.SetUnixFileMode(path, UnixFileMode.None);
        // 别的用户要走得到这里，才轮得到文件自己的权限。
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static byte[] Truncated(string extension)
    {
        var whole = File.ReadAllBytes(SampleSource.All.First(source => source.Extension == extension).FilePath);
        return whole[..(whole.Length * 2 / 3)];
    }

    private static byte[] Repeated(string part, int times) => Encoding.UTF8.GetBytes(new StringBuilder(part.Length * times).Insert(0, part, times).ToString());

    /// <summary>开头是文字，其余是空洞：不占磁盘。</summary>
    private void Sparse(string name, long length)
    {
        using var file = File.Create(PathOf(name));
        file.Write(Repeated("政府信息公开工作年度报告\n", 200));
        file.SetLength(length);
    }

    /// <summary>流着写，不在内存里展开。</summary>
    private void WordBody(string name, string head, string part, int times, string tail, string declaration = "")
    {
        using var archive = ZipFile.Open(PathOf(name), ZipArchiveMode.Create);
        using var writer = new StreamWriter(archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open());
        writer.Write($"{declaration}<w:document {WordNames}><w:body>{head}");
        for (var count = 0; count < times; count++) writer.Write(part);
        writer.Write(tail);
    }
}
