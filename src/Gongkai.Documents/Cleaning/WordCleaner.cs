using System.Xml;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化 docx：接受修订，去掉批注、隐藏文字、嵌入的对象、外部链接、宏、属性与自定义数据；版式照旧。</summary>
internal static class WordCleaner
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "officeDocument", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "font", "theme", "numbering", "footnotes", "endnotes", "header", "footer",
        "image", "hyperlink", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    };

    private static readonly string[] Stories = ["header", "footer", "footnotes", "endnotes", "document"];

    private static readonly string[] Settings = ["rsids", "attachedTemplate", "docVars", "trackRevisions", "mailMerge", "saveThroughXslt", "hdrShapeDefaults"];

    public static Outcome<CleanedFile> Clean(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        var loaded = EditablePackage.Load(content, limits);
        if (!loaded.Succeeded) return loaded.Refusal!;
        try
        {
            var budget = new FlowBudget(limits, cancel);
            return Clean(loaded.Value, WordLooks.Read(parts, budget), budget);
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("docx");
        }
    }

    private static Outcome<CleanedFile> Clean(EditablePackage package, WordLooks looks, FlowBudget budget)
    {
        var removed = new RemovedMatter();
        var relations = new PackageRelations(package, Kept, removed) { IsPublic = PublicAddress.IsLink };
        relations.Prune();
        foreach (var name in package.Names.Where(IsXml).ToList())
        {
            if (package.Tree(name) is not { Root: { } root } tree) continue;
            if (root.Descendants().Any(element => element.Name.LocalName == "altChunk"))
                return new Refusal(Say("文件里有没有展开的并入文档：请用 Word 打开、另存以后再净化", "the file has imported documents that are not yet expanded: open and save it in Word first"));
            if (Stories.Any(story => IsStory(name, story))) new WordStoryCleaner(root, looks, budget, removed).Clean();
            relations.Unlink(name, root);
            foreach (var element in root.Descendants().Where(element => element.Name.LocalName is "externalData" || (name.EndsWith("settings.xml", StringComparison.OrdinalIgnoreCase) && Settings.Contains(element.Name.LocalName, StringComparer.Ordinal))).ToList())
                element.Remove();
            package.Save(name, tree);
        }

        ImageCleaner.CleanAll(package, "/media/", removed);
        return new CleanedFile(package.ToBytes(), ".docx", removed.Sentences);
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && name != "[Content_Types].xml";

    private static bool IsStory(string name, string story) => name.StartsWith("word/" + story, StringComparison.OrdinalIgnoreCase);
}
