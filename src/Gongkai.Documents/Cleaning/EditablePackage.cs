using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>一个 OOXML 或 OFD 的压缩包，全部装入内存，改好之后重新写：时间固定，只写留下的部件。</summary>
internal sealed class EditablePackage
{
    /// <summary>要改的 XML 部件最大这么多：成为树以后约是十倍。</summary>
    public const int LargestTree = 24 << 20;

    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _parts = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _parts.Keys;

    public static Outcome<EditablePackage> Load(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        var package = new EditablePackage();
        foreach (var name in parts.Names.Where(name => !name.EndsWith('/'))) package._parts[name] = ZipParts.Load(parts.Find(name)!, limits.InflatedPartBytes);
        return package;
    }

    public bool Contains(string name) => _parts.ContainsKey(name);

    public ReadOnlyMemory<byte> this[string name]
    {
        get => _parts[name];
        set => _parts[name] = value;
    }

    public void Remove(string name) => _parts.Remove(name);

    /// <summary>一个 XML 部件的树；没有这个部件的为空。</summary>
    /// <exception cref="InvalidDataException">太大，或者嵌套太深。</exception>
    public XDocument? Tree(string name)
    {
        if (!_parts.TryGetValue(name, out var content)) return null;
        if (content.Length > LargestTree) throw new InvalidDataException("部件太大。");
        using var stream = new MemoryStream(content.ToArray());
        using var reader = XmlReader.Create(stream, Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public void Save(string name, XDocument tree)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false })) tree.Save(writer);
        _parts[name] = stream.ToArray();
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in _parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = FixedTime;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }

        return file.ToArray();
    }
}
