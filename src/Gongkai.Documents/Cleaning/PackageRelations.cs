using System.Xml.Linq;

namespace Gongkai.Documents.Cleaning;

/// <summary>
/// OOXML 的部件只留说得出用处的：关系的种类不在名单里的去掉，指到外面的只留公开的网址，
/// 然后从头走一遍，走不到的部件一律不写。宏、嵌入的文件、批注、属性、缩略图、塞进去的文件，都这样去掉。
/// </summary>
internal sealed class PackageRelations(EditablePackage package, IReadOnlySet<string> kept, RemovedMatter removed)
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>值得一说的种类；别的（打印机设置、主题之外的杂项）不必说。</summary>
    private static readonly Dictionary<string, Bilingual> Captions = new(StringComparer.Ordinal)
    {
        ["core-properties"] = ("文件属性", "file properties"), ["extended-properties"] = ("文件属性", "file properties"), ["custom-properties"] = ("文件属性", "file properties"), ["thumbnail"] = ("缩略图", "thumbnails"),
        ["package"] = ("嵌入的文件", "embedded files"), ["oleObject"] = ("嵌入的对象", "embedded objects"), ["vbaProject"] = ("宏", "macros"), ["xlMacrosheet"] = ("宏表", "macro sheets"), ["xlIntlMacrosheet"] = ("宏表", "macro sheets"), ["control"] = ("控件", "controls"),
        ["comments"] = ("批注", "comments"), ["threadedComment"] = ("批注", "comments"), ["attachedTemplate"] = ("外部的模板", "external templates"), ["externalLink"] = ("外部工作簿的链接", "links to other workbooks"),
        ["pivotCacheDefinition"] = ("透视表的缓存", "caches of pivot tables"), ["connections"] = ("数据连接", "data connections"), ["customXml"] = ("自定义数据", "custom data"), ["printerSettings"] = ("打印机设置", "printer settings"), ["hyperlink"] = ("指到本机或内网的链接",
            "links to this machine or an internal network"),
        ["image"] = ("指到文件之外的图片", "pictures outside the file"),
    };

    private readonly Dictionary<string, HashSet<string>> _dropped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>一个部件里已经去掉的关系的编号。</summary>
    public IReadOnlySet<string> DroppedFrom(string part) => _dropped.TryGetValue(part, out var ids) ? ids : new HashSet<string>();

    /// <summary>另外要去掉的部件：隐藏的工作表。</summary>
    public HashSet<string> Unwanted { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>外部的网址可以留。</summary>
    public required Func<string, bool> IsPublic { get; init; }

    /// <summary>去掉关系，再去掉走不到的部件。</summary>
    public void Prune()
    {
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "[Content_Types].xml" };
        var waiting = new Queue<string>([""]);
        while (waiting.TryDequeue(out var part))
        {
            var relations = PathOf(part);
            if (package.Tree(relations) is not { Root: { } root } tree) continue;
            var dropped = _dropped[part] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var relation in root.Elements().ToList())
            {
                var (kind, target, external) = Read(relation, part);
                if (IsWanted(kind, target, external))
                {
                    if (!external && reached.Add(target)) waiting.Enqueue(target);
                    continue;
                }

                dropped.Add((string?)relation.Attribute("Id") ?? "");
                if (Captions.TryGetValue(kind, out var caption) && (kind != "image" || external)) removed.Add(caption);
                relation.Remove();
            }

            if (!root.HasElements) continue;
            reached.Add(relations);
            package.Save(relations, tree);
        }

        foreach (var name in package.Names.Where(name => !reached.Contains(name)).ToList()) package.Remove(name);
        DeclareTypes();
    }

    private bool IsWanted(string kind, string target, bool external)
    {
        if (!kept.Contains(kind) || Unwanted.Contains(target)) return false;
        return external ? kind == "hyperlink" && IsPublic(target) : package.Contains(target);
    }

    private static (string Kind, string Target, bool External) Read(XElement relation, string part)
    {
        var type = (string?)relation.Attribute("Type") ?? "";
        var target = (string?)relation.Attribute("Target") ?? "";
        var external = (string?)relation.Attribute("TargetMode") == "External";
        return (type[(type.LastIndexOf('/') + 1)..], external ? target : Resolve(part, target), external);
    }

    private static string Resolve(string part, string target)
    {
        var steps = new List<string>();
        if (!target.StartsWith('/')) steps.AddRange(part.Split('/')[..^1]);
        foreach (var step in target.Replace('\\', '/').Split('/'))
            if (step == "..") steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step is not ("." or "")) steps.Add(step);
        return string.Join('/', steps);
    }

    /// <summary>一个部件的关系写在哪里；空串指整个包。</summary>
    public static string PathOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>内容类型只留还在的部件；带宏的与模板的，改成寻常的。</summary>
    private void DeclareTypes()
    {
        if (package.Tree("[Content_Types].xml") is not { Root: { } root } tree) return;
        foreach (var item in root.Elements(Types + "Override").ToList())
            if (!package.Contains(((string?)item.Attribute("PartName") ?? "").TrimStart('/'))) item.Remove();
            else item.SetAttributeValue("ContentType", ((string?)item.Attribute("ContentType") ?? "")
                .Replace("application/vnd.ms-word.document.macroEnabled", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", StringComparison.Ordinal)
                .Replace("application/vnd.ms-word.template.macroEnabledTemplate", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", StringComparison.Ordinal)
                .Replace("application/vnd.ms-excel.sheet.macroEnabled", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", StringComparison.Ordinal)
                .Replace("application/vnd.ms-excel.template.macroEnabled", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", StringComparison.Ordinal)
                .Replace("wordprocessingml.template.main", "wordprocessingml.document.main", StringComparison.Ordinal)
                .Replace("spreadsheetml.template.main", "spreadsheetml.sheet.main", StringComparison.Ordinal));
        package.Save("[Content_Types].xml", tree);
    }

    /// <summary>部件的 XML 里用到已去掉的关系的地方：链接去掉外壳留下字，图片与页面设置只去掉那个属性，别的连元素一起去掉。</summary>
    public void Unlink(string part, XElement root)
    {
        var dropped = DroppedFrom(part);
        if (dropped.Count == 0) return;
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(IsRelation).Where(attribute => dropped.Contains(attribute.Value)).ToList())
        {
            if (attribute.Parent is not { } element) continue;
            switch (element.Name.LocalName)
            {
                case "hyperlink" when element.HasElements:
                    element.ReplaceWith(element.Nodes());
                    break;
                case "pageSetup" or "blip" or "sheet" or "document" or "workbook":
                    attribute.Remove();
                    break;
                default:
                    element.Remove();
                    break;
            }
        }
    }

    private static bool IsRelation(XAttribute attribute) => attribute.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal);
}
