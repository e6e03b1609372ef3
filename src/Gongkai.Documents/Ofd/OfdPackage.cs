using System.Xml;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Ofd;

/// <summary>OFD 压缩包：按 OFD 的规矩解析部件之间的路径，XML 一律流式地读，不许有 DTD。</summary>
internal sealed class OfdPackage(ZipParts parts, ReadLimits limits)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>打开一个 XML 部件；没有这个部件时为空。</summary>
    public XmlReader? Open(string path) =>
        parts.Find(path) is { } entry ? XmlReader.Create(ZipParts.Read(entry), Settings) : null;

    /// <summary>依次走过各元素；嵌套过深的当作损坏。</summary>
    public IEnumerable<XmlReader> Elements(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > limits.Depth) throw new InvalidDataException("嵌套过深。");
            if (reader.NodeType == XmlNodeType.Element) yield return reader;
        }
    }

    /// <summary>部件里写的位置变成包内的路径：以斜线开头的从根算起，其余从所在的目录算起。</summary>
    public static string Resolve(string container, string location)
    {
        location = location.Trim().Replace('\\', '/');
        var steps = new List<string>();
        if (!location.StartsWith('/')) steps.AddRange(container.Split('/')[..^1]);
        foreach (var step in location.Split('/'))
        {
            if (step is "" or ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
