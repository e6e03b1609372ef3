using Gongkai.Documents.Excel;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>xlsx 的痕迹：隐藏的工作表、行、列与格，批注，缓存的数据，指到别的工作簿的名称，共享工作簿的修订记录。</summary>
internal static class ExcelTraces
{
    public static FileTraces Read(ZipParts parts, FlowBudget budget)
    {
        var main = Relationships.Of(parts, "", budget).OfType("officeDocument") ?? "xl/workbook.xml";
        var workbook = parts.Find(main) is { } entry && !main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? Workbook.Read(entry, budget) : new Workbook([], false);
        var related = Relationships.Of(parts, main, budget);
        var (hidden, asides) = (new List<HiddenText>(), new List<AsideText>());
        foreach (var (sheet, traces) in Sheets(parts, workbook, related, budget))
        {
            using var xml = XmlCursor.Open(sheet, budget);
            hidden.AddRange(traces.Read(xml));
            asides.AddRange(traces.Asides);
        }

        hidden.AddRange(ExcelCaches.Read(parts, budget));
        return FileTraces.None with
        {
            Hidden = hidden,
            Asides = asides,
            Comments = [.. ExcelComments.Read(parts, budget)],
            Links = [.. workbook.Names.Where(one => IsExternal(one.Formula)).Select(one => new ExternalLink(Say($"名称“{one.Name}”", $"name “{one.Name}”"), "definedName", one.Formula))],
            Properties = workbook.SavedAt is { } path ? [new FileProperty("app", "absPath", path)] : [],
            Changes = [.. parts.Names.Where(name => Under(name, "xl/revisions/")).Order(StringComparer.Ordinal).Take(1)
                .Select(name => new TrackedChange(name, ChangeKind.Inserted, "", Say("共享工作簿的修订记录", "the revision log of the shared workbook")))],
        };
    }

    private static IEnumerable<(System.IO.Compression.ZipArchiveEntry Part, SheetTraces Traces)> Sheets(
        ZipParts parts, Workbook workbook, Relationships related, FlowBudget budget)
    {
        var looks = ExcelLooks.Read(parts, budget);
        var values = new CellValues(
            SharedStrings.Read(parts, related.OfType("sharedStrings"), budget),
            NumberStyles.Read(parts, related.OfType("styles"), budget),
            workbook.StartsIn1904);
        foreach (var sheet in workbook.Sheets)
        {
            if (related.OfId(sheet.RelationId) is not { } path || parts.Find(path) is not { } part) continue;
            var traces = new SheetTraces(sheet.Name, sheet.Hidden, looks, values, budget);
            foreach (var table in Relationships.Of(parts, path, budget).AllOfType("table"))
                if (parts.Find(table) is { } definition)
                {
                    using var xml = XmlCursor.Open(definition, budget);
                    if (CellReference.Range(xml.Attribute("ref")) is { } range) traces.Table(range);
                }

            yield return (part, traces);
        }
    }

    /// <summary>方括号开头、不接在表名后面的，是别的工作簿；写着路径的也是。</summary>
    private static bool IsExternal(string formula)
    {
        if (formula.Contains(":\\", StringComparison.Ordinal) || formula.Contains("\\\\", StringComparison.Ordinal)) return true;
        for (var at = formula.IndexOf('[', StringComparison.Ordinal); at >= 0; at = formula.IndexOf('[', at + 1))
            if (at == 0 || "'=(,+-*/&! ".Contains(formula[at - 1], StringComparison.Ordinal)) return true;
        return false;
    }

    internal static bool Under(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
