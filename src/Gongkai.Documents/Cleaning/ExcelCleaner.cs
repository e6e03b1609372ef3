using System.Xml;
using System.Xml.Linq;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Inspection;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Cleaning;

/// <summary>净化 xlsx：隐藏的工作表去掉，隐藏的行列与看不见的格清空，公式换成算好的数，批注、宏、链接、缓存、属性去掉；版式照旧。</summary>
internal static class ExcelCleaner
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "officeDocument", "worksheet", "chartsheet", "styles", "sharedStrings", "theme", "drawing", "image", "hyperlink", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "table",
        "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    };

    private static readonly string[] OfWorkbook =
        ["fileSharing", "externalReferences", "AlternateContent", "customWorkbookViews", "pivotCaches", "extLst", "functionGroups", "webPublishing", "webPublishObjects", "smartTagPr", "smartTagTypes", "fileRecoveryPr", "revisionPtr", "bookViews", "calcPr"];

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
            var main = Relationships.Of(parts, "", budget).OfType("officeDocument") ?? "xl/workbook.xml";
            if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || parts.Find(main) is not { } entry) return Unreadable.NotADocument(Say("二进制工作簿（xlsb），请另存为 xlsx", "a binary workbook (xlsb); save it as xlsx"));
            var workbook = Workbook.Read(entry, budget);
            if (workbook.Sheets.All(sheet => sheet.Hidden)) return new Refusal(Say("工作表全是隐藏的，净化之后什么也不剩", "all sheets are hidden; nothing would remain"));
            return Clean(loaded.Value, main, workbook, Relationships.Of(parts, main, budget), ExcelLooks.Read(parts, budget), budget);
        }
        catch (LimitException limit)
        {
            return limit.Refusal;
        }
        catch (Exception error) when (error is XmlException || ZipParts.IsDamage(error))
        {
            return Unreadable.Damaged("xlsx");
        }
    }

    private static Outcome<CleanedFile> Clean(
        EditablePackage package, string main, Workbook workbook, Relationships related, ExcelLooks looks, FlowBudget budget)
    {
        var removed = new RemovedMatter();
        var relations = new PackageRelations(package, Kept, removed) { IsPublic = PublicAddress.IsLink };
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Hidden))
        {
            removed.Add(Say("隐藏的工作表", "hidden sheets"));
            if (related.OfId(sheet.RelationId) is { } path) relations.Unwanted.Add(path);
        }

        relations.Prune();
        var strings = new HashSet<int>();
        foreach (var name in package.Names.Where(IsXml).ToList())
        {
            if (package.Tree(name) is not { Root: { } root } tree) continue;
            if (name.Equals(main, StringComparison.OrdinalIgnoreCase)) CleanWorkbook(root, workbook);
            if (root.Name.LocalName == "worksheet") new SheetCleaner(root, looks, Tables(package, name), strings, budget, removed).Clean();
            if (root.Name.LocalName == "table") CleanTable(root);
            relations.Unlink(name, root);
            foreach (var data in root.Descendants().Where(element => element.Name.LocalName == "externalData").ToList()) data.Remove();
            package.Save(name, tree);
        }

        CleanStrings(package, related.OfType("sharedStrings") ?? "xl/sharedStrings.xml", strings);
        ImageCleaner.CleanAll(package, "/media/", removed);
        return new CleanedFile(package.ToBytes(), ".xlsx", removed.Sentences);
    }

    private static void CleanWorkbook(XElement root, Workbook workbook)
    {
        foreach (var element in root.Elements().Where(element => OfWorkbook.Contains(element.Name.LocalName, StringComparer.Ordinal)).ToList()) element.Remove();
        foreach (var sheet in root.Descendants().Where(element => element.Name.LocalName == "sheet" && (string?)element.Attribute("state") is "hidden" or "veryHidden").ToList()) sheet.Remove();
        root.Elements().FirstOrDefault(element => element.Name.LocalName == "workbookPr")?.Attribute("codeName")?.Remove();
        var order = workbook.Sheets.Index().Where(one => !one.Item.Hidden).Select(one => one.Index).ToList();
        foreach (var name in root.Descendants().Where(element => element.Name.LocalName == "definedName").ToList())
        {
            // 公式已经换成数，名称只有打印的范围与标题还用得着。
            var at = (string?)name.Attribute("localSheetId") is { } text && int.TryParse(text, out var index) ? order.IndexOf(index) : -1;
            if (at < 0 || (string?)name.Attribute("name") is not ("_xlnm.Print_Area" or "_xlnm.Print_Titles")) name.Remove();
            else name.SetAttributeValue("localSheetId", at);
        }

        foreach (var names in root.Elements().Where(element => element.Name.LocalName == "definedNames" && !element.HasElements).ToList()) names.Remove();
    }

    private static void CleanTable(XElement root)
    {
        root.Attribute("tableType")?.Remove();
        foreach (var element in root.Descendants().Where(element => element.Name.LocalName is "calculatedColumnFormula" or "totalsRowFormula" or "xmlColumnPr" or "extLst" or "filterColumn").ToList()) element.Remove();
    }

    private static List<MergedRange> Tables(EditablePackage package, string sheet)
    {
        var tables = new List<MergedRange>();
        foreach (var relation in package.Tree(PackageRelations.PathOf(sheet))?.Root?.Elements() ?? [])
            if (((string?)relation.Attribute("Type") ?? "").EndsWith("/table", StringComparison.Ordinal)
                && package.Tree("xl/tables/" + Path.GetFileName((string?)relation.Attribute("Target") ?? ""))?.Root is { } table
                && CellReference.Range((string?)table.Attribute("ref")) is { } range)
                tables.Add(range);
        return tables;
    }

    /// <summary>没有一格再用到的共享字符串清空：位置不变，别的格的序号就不用改。</summary>
    private static void CleanStrings(EditablePackage package, string name, HashSet<int> used)
    {
        if (package.Tree(name) is not { Root: { } root } tree) return;
        foreach (var (index, text) in root.Elements().Where(element => element.Name.LocalName == "si").ToList().Index())
            if (!used.Contains(index)) text.ReplaceNodes(new XElement(root.Name.Namespace + "t"));
            else
                foreach (var reading in text.Elements().Where(element => element.Name.LocalName is "rPh" or "phoneticPr").ToList()) reading.Remove();
        package.Save(name, tree);
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && name != "[Content_Types].xml" && !name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
}
