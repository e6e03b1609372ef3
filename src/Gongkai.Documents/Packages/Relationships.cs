using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Packages;

/// <summary>OPC 的关系：从一个部件到它引用的各部件。</summary>
internal sealed class Relationships
{
    private readonly List<(string Id, string Type, string Target)> _all = [];

    /// <param name="part">部件的路径；空串指整个包。</param>
    public static Relationships Of(ZipParts parts, string part, FlowBudget budget)
    {
        var slash = part.LastIndexOf('/') + 1;
        var result = new Relationships();
        foreach (var link in ReadFrom(parts, $"{part[..slash]}_rels/{part[slash..]}.rels", budget))
            if (!link.External)
                result._all.Add((link.Id, link.Type, link.Target));
        return result;
    }

    /// <summary>一个关系部件里的各个关系，连同指到包外的；没有这个部件时为空。</summary>
    /// <param name="relations">关系部件的路径，例如 <c>word/_rels/document.xml.rels</c>。</param>
    public static List<PackageLink> ReadFrom(ZipParts parts, string relations, FlowBudget budget)
    {
        var links = new List<PackageLink>();
        if (parts.Find(relations) is not { } entry) return links;
        var folder = relations[..(relations.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : 0)];
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name != "Relationship") continue;
            var (target, external) = (xml.Attribute("Target") ?? "", xml.Attribute("TargetMode") == "External");
            links.Add(new PackageLink(xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", external ? target : Resolve(folder, target), external));
        }

        return links;
    }

    /// <summary>某一类关系（按类型的最后一节，例如 <c>officeDocument</c>）所指的第一个部件。</summary>
    public string? OfType(string name) =>
        _all.Find(one => one.Type.EndsWith("/" + name, StringComparison.Ordinal)).Target;

    /// <summary>某一类关系所指的全部部件。</summary>
    public IEnumerable<string> AllOfType(string name) =>
        _all.Where(one => one.Type.EndsWith("/" + name, StringComparison.Ordinal)).Select(one => one.Target);

    public string? OfId(string id) => _all.Find(one => one.Id == id).Target;

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var segments = new List<string>();
        foreach (var segment in (folder + target.Replace('\\', '/')).Split('/'))
        {
            if (segment == "..") segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment is not ("." or "")) segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}

/// <summary>一个关系。</summary>
/// <param name="Type">种类，是一个网址，最后一节是它的名字。</param>
/// <param name="Target">包内是部件的完整路径；包外照写。</param>
internal readonly record struct PackageLink(string Id, string Type, string Target, bool External)
{
    /// <summary>种类的名字，例如 hyperlink、oleObject。</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}
