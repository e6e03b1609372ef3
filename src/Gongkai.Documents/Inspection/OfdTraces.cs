using System.Xml;
using Gongkai.Documents.Ofd;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Inspection;

/// <summary>OFD 的痕迹：文档信息，附件，批注，不显示与被盖住的字，留着的旧版本，图片的标签。</summary>
internal sealed class OfdTraces(ZipParts parts, OfdPackage package, ReadLimits limits)
{
    private const long LargestAttachment = 16L << 20;

    private static readonly string[] Information = ["Author", "Subject", "Abstract", "Keyword", "Creator", "CustomData"];

    private readonly List<FileProperty> _properties = [];
    private readonly List<HiddenText> _hidden = [];
    private readonly List<FileComment> _comments = [];
    private readonly List<EmbeddedFile> _embedded = [];
    private readonly List<ExternalLink> _links = [];
    private int _pages;

    public static Outcome<FileTraces> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        if (OfdReader.IsEncrypted(parts)) return Unreadable.Encrypted;
        try
        {
            return new OfdTraces(parts, new OfdPackage(parts, limits), limits).Collect(cancel);
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("OFD");
        }
    }

    private FileTraces Collect(CancellationToken cancel)
    {
        var roots = new List<string>();
        using (var xml = package.Open("OFD.xml") ?? throw new InvalidDataException("没有 OFD.xml。"))
            foreach (var element in package.Elements(xml))
                if (element.LocalName == "DocRoot") roots.Add(OfdPackage.Resolve("OFD.xml", TextOf(element)));
                else if (element.LocalName == "Version") _properties.Add(new FileProperty("history", PdfTraces.Revisions, element.GetAttribute("ID") ?? ""));
                else if (Information.Contains(element.LocalName, StringComparer.Ordinal)) Property(element);
        foreach (var root in roots)
        {
            cancel.ThrowIfCancellationRequested();
            Document(root, cancel);
        }

        Images();
        return FileTraces.None with
        {
            Properties = _properties, Hidden = _hidden, Comments = _comments, Embedded = _embedded, Links = _links,
        };
    }

    private void Property(XmlReader element)
    {
        var (name, custom) = (element.LocalName, element.GetAttribute("Name"));
        if (TextOf(element) is { Length: > 0 } value)
            _properties.Add(name == "CustomData" ? new FileProperty("custom", custom ?? "", value) : new FileProperty("ofd", name == "Keyword" ? "Keywords" : name, value));
    }

    private void Document(string root, CancellationToken cancel)
    {
        if (OfdDocument.Read(package, root) is not { } document) return;
        var covering = new OfdCovering(OfdImages.Opaque(package, parts, root));
        foreach (var page in document.Pages)
        {
            cancel.ThrowIfCancellationRequested();
            _pages++;
            using var xml = package.Open(page);
            if (xml is not null) _hidden.AddRange(covering.Find(package.Elements(xml), Say($"第{_pages}页", $"page {_pages}")));
        }

        using var reader = package.Open(root);
        if (reader is null) return;
        foreach (var element in package.Elements(reader))
            switch (element.LocalName)
            {
                case "Attachments":
                    Attachments(OfdPackage.Resolve(root, TextOf(element)));
                    break;
                case "Annotations":
                    Annotations(OfdPackage.Resolve(root, TextOf(element)));
                    break;
                case "URI" when element.GetAttribute("URI") is { } target:
                    _links.Add(new ExternalLink(Say("链接", "link"), "hyperlink", target));
                    break;
            }
    }

    private void Attachments(string path)
    {
        using var xml = package.Open(path);
        if (xml is null) return;
        var name = Say("附件", "attachment");
        foreach (var element in package.Elements(xml))
            if (element.LocalName == "Attachment") name = element.GetAttribute("Name") ?? name;
            else if (element.LocalName == "FileLoc" && parts.Find(OfdPackage.Resolve(path, TextOf(element))) is { } entry)
                _embedded.Add(new EmbeddedFile(Named(name, entry.FullName), "attachment", ZipParts.Load(entry, LargestAttachment)));
    }

    /// <summary>附件的名字往往不带扩展名。</summary>
    private static string Named(string name, string path) => Path.HasExtension(name) ? name : name + Path.GetExtension(path);

    private void Annotations(string path)
    {
        var files = new List<string>();
        using (var xml = package.Open(path))
        {
            if (xml is null) return;
            foreach (var element in package.Elements(xml))
                if (element.LocalName == "FileLoc") files.Add(OfdPackage.Resolve(path, TextOf(element)));
        }

        foreach (var file in files) Annotation(file);
    }

    private void Annotation(string path)
    {
        using var xml = package.Open(path);
        if (xml is null) return;
        FileComment? comment = null;
        foreach (var element in package.Elements(xml))
            if (element.LocalName == "Annot")
            {
                Keep(comment);
                // 链接、水印与签章的样子不是批注。
                comment = element.GetAttribute("Type") is "Link" or "Watermark" or "Stamp" ? null : new FileComment(Say($"批注{_comments.Count + 1}", $"comment {_comments.Count + 1}"), element.GetAttribute("Creator") ?? "", "");
            }
            else if (element.LocalName is "Remark" or "TextCode" && comment is not null) comment = comment with { Text = comment.Text + TextOf(element) };
        Keep(comment);

        void Keep(FileComment? one)
        {
            if (one is null) return;
            if (_comments.Count >= limits.Blocks) throw new InvalidDataException("批注过多。");
            _comments.Add(one);
        }
    }

    private void Images()
    {
        foreach (var name in parts.Names.Where(name => name.Contains("/Res/", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var traces = ImageTraces.Read(ZipParts.Load(parts.Find(name)!, LargestAttachment));
            _properties.AddRange(traces.Properties);
            _embedded.AddRange(traces.Embedded.Select(one => one with { Name = Say($"{name} 的{one.Name}", $"{one.Name} of {name}") }));
        }
    }

    private static string TextOf(XmlReader element)
    {
        if (element.IsEmptyElement) return "";
        using var inner = element.ReadSubtree();
        inner.Read();
        return inner.ReadElementContentAsString().Trim();
    }
}
