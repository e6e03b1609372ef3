using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Gongkai.Documents.Packages;

/// <summary>写 OOXML 的压缩包：部件按写的顺序，时间固定，所以同样的内容总是同样的字节。</summary>
internal sealed class PackageWriter : IDisposable
{
    /// <summary>ZIP 能表示的最早时间。</summary>
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    private readonly ZipArchive _archive;

    public PackageWriter(Stream output) => _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>写一个 XML 部件。</summary>
    public void Part(string name, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(Open(name), Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    /// <summary>照抄一个随程序附带的部件。</summary>
    public void Resource(string name, string resource)
    {
        using var source = typeof(PackageWriter).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"程序里没有附带 {resource}。");
        using var target = Open(name);
        source.CopyTo(target);
    }

    public void Dispose() => _archive.Dispose();

    private Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }
}
