using System.IO.Compression;
using System.Security;
using System.Text;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;

namespace Gongkai.Testing.Samples;

/// <summary>在一份干净的 docx 里藏东西：批注、修订、隐藏文字、文件属性、嵌入的表格、外部链接。</summary>
internal sealed class HazardousDocx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Revised = "w:date=\"2025-12-30T09:12:00Z\"";

    private readonly SortedDictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _comments = new();
    private int _marks;

    private HazardousDocx(byte[] clean)
    {
        using var archive = new ZipArchive(new MemoryStream(clean), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var part = entry.Open()) part.CopyTo(content);
            _parts[entry.FullName] = content.ToArray();
        }
    }

    public static byte[] Write(byte[] clean, SampleHazards hazards)
    {
        var docx = new HazardousDocx(clean);
        docx.Edit("docProps/core.xml", xml => Element(Element(xml, "dc:creator", hazards.Author), "cp:lastModifiedBy", hazards.LastModifiedBy));
        docx.Edit("docProps/app.xml", xml => Element(xml, "Company", hazards.Company));
        foreach (var hazard in hazards.Hidden) docx.Hide(hazard);
        docx.WriteComments();
        if (hazards.Attachment is { } attachment) docx.Attach(attachment);
        if (hazards.Link is { } link) docx.LinkTo(link);
        return docx.ToBytes();
    }

    private void Hide(SampleHazard hazard)
    {
        var (author, id) = ($"w:author=\"{hazard.Author}\"", _marks++);
        After(hazard.After, hazard.Kind switch
        {
            "批注" => $"<w:r><w:commentReference w:id=\"{Comment(hazard)}\"/></w:r>",
            "删除" => $"<w:del w:id=\"{id}\" {author} {Revised}><w:r><w:delText>{hazard.Text}</w:delText></w:r></w:del>",
            "插入" => $"<w:ins w:id=\"{id}\" {author} {Revised}><w:r><w:t>{hazard.Text}</w:t></w:r></w:ins>",
            _ => $"<w:r><w:rPr>{Invisible(hazard.How!)}</w:rPr><w:t>{hazard.Text}</w:t></w:r>",
        });
    }

    private static string Invisible(string how) => how switch
    {
        "vanish" => "<w:vanish/>",
        "白字" => "<w:color w:val=\"FFFFFF\"/>",
        "小字" => "<w:sz w:val=\"2\"/>",
        _ => throw new InvalidOperationException($"不会这样隐藏：{how}。"),
    };

    private int Comment(SampleHazard hazard)
    {
        var id = _marks++;
        _comments.Append($"<w:comment w:id=\"{id}\" w:author=\"{hazard.Author}\" {Revised}><w:p><w:r><w:t>{hazard.Text}</w:t></w:r></w:p></w:comment>");
        return id;
    }

    private void WriteComments()
    {
        if (_comments.Length == 0) return;
        AddPart("word/comments.xml", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><w:comments xmlns:w=\"{Word}\">{_comments}</w:comments>"), "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
        Relate("comments", "comments.xml");
    }

    private void Attach(string name)
    {
        using var workbook = new MemoryStream();
        string[] cells = ["姓名", "身份证号", "张小明", "11010519491231002X"];
        ExcelWriter.Write(new LayoutDocument(Path.GetFileNameWithoutExtension(name), [new LayoutTable("底稿", "底稿", [1, 1], 1, [.. cells.Select((text, index) => new LayoutCell(index / 2, index % 2, 1, 1, LayoutRole.Value, text))])]), workbook);
        AddPart($"word/embeddings/{name}", workbook.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        After("养老机构查询页面", $"<w:r><w:object xmlns:o=\"urn:schemas-microsoft-com:office:office\"><o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\" r:id=\"{Relate("package", $"embeddings/{name}")}\"/></w:object></w:r>");
    }

    private void LinkTo(string target) => Relate("attachedTemplate", target, external: true, "word/_rels/settings.xml.rels");

    private void After(string text, string xml) => Edit("word/document.xml", document =>
        document.Split(text) is [var before, var after]
            ? $"{before}{text}</w:t></w:r>{xml}<w:r><w:t xml:space=\"preserve\">{after}"
            : throw new InvalidOperationException($"正文里应当恰好有一处“{text}”。"));

    private string Relate(string kind, string target, bool external = false, string part = "word/_rels/document.xml.rels")
    {
        const string End = "</Relationships>";
        if (!_parts.ContainsKey(part)) _parts[part] = Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{End}");
        var id = $"rIdX{_marks++}";
        Edit(part, xml => xml.Replace(End, $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{SecurityElement.Escape(target)}\"{(external ? " TargetMode=\"External\"" : "")}/>{End}", StringComparison.Ordinal));
        return id;
    }

    private void AddPart(string name, byte[] content, string type)
    {
        _parts[name] = content;
        Edit("[Content_Types].xml", xml => xml.Replace("</Types>", $"<Override PartName=\"/{name}\" ContentType=\"{type}\"/></Types>", StringComparison.Ordinal));
    }

    private void Edit(string part, Func<string, string> change) => _parts[part] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(_parts[part])));

    private static string Element(string xml, string name, string? value)
    {
        var start = xml.IndexOf($"<{name}>", StringComparison.Ordinal) + name.Length + 2;
        return value is null ? xml : string.Concat(xml.AsSpan(0, start), value, xml.AsSpan(xml.IndexOf($"</{name}>", StringComparison.Ordinal)));
    }

    private byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in _parts)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(content);
            }

        return file.ToArray();
    }
}
