using Gongkai.Documents.Flow;

namespace Gongkai.Documents.Packages;

/// <summary>OPC 的关系：从一个部件到它引用的各部件。</summary>
internal sealed class Relationships
{
    private readonly List<(string Id, string Type, string Target)> _all = [];

    /// <param name="part">部件的路径；空串指整个包。</param>
    public static Relationships Of(ZipParts parts, string part, FlowBudget budget)
    {
        var result = new Relationships();
        var slash = part.LastIndexOf('/') + 1;
        if (parts.Find($"{part[..slash]}_rels/{part[slash..]}.rels") is not { } entry) return result;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External")
                result._all.Add((xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", Resolve(part[..slash], xml.Attribute("Target") ?? "")));
        return result;
    }

    /// <summary>某一类关系（按类型的最后一节，例如 <c>officeDocument</c>）所指的第一个部件。</summary>
    public string? OfType(string name) =>
        _all.Find(one => one.Type.EndsWith("/" + name, StringComparison.Ordinal)).Target;

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
