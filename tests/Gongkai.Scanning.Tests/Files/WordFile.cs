using System.IO.Compression;
using System.Text;

namespace Gongkai.Scanning.Tests.Files;

/// <summary>手写的最小 docx：正文的 XML，另加几个部件。</summary>
internal sealed class WordFile
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _links = new();

    public WordFile(string body)
    {
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"{Package}/metadata/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/></Relationships>");
        Part("word/document.xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>");
    }

    public static string P(string content, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{(content.StartsWith('<') ? content : R(content))}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{(cell.StartsWith('<') ? cell : P(cell))}</w:tc>"))}</w:tr>"))}</w:tbl>";

    public WordFile Word(string name, string xml) => Part($"word/{name}.xml", $"<w:{name} {Names}>{xml}</w:{name}>");

    public WordFile Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public WordFile Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public WordFile Link(string kind, string target, bool external = false)
    {
        _links.Append($"<Relationship Id=\"x{_links.Length}\" Type=\"{Office}/{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return Part("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Package}\">{_links}</Relationships>");
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in _parts)
                using (var part = archive.CreateEntry(name).Open())
                    part.Write(content);
        return file.ToArray();
    }

    /// <summary>扫描它，缩略图除外（每份都有）。</summary>
    public IReadOnlyList<ScanFinding> Scan() => [.. ScanAll().Where(finding => finding.Kind != ScanKind.Thumbnail)];

    public IReadOnlyList<ScanFinding> ScanAll() =>
        FileScanner.Scan(ToBytes(), "试.docx", Gongkai.Documents.ReadLimits.Default, ScanOptions.Default, CancellationToken.None).Value;
}
