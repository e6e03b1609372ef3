using Gongkai.Documents.Excel;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Inspection;

/// <summary>xlsx 的痕迹：隐藏的工作表与批注。</summary>
internal static class ExcelTraces
{
    public static FileTraces Read(ZipParts parts, FlowBudget budget)
    {
        var workbook = parts.Find("xl/workbook.xml") is { } entry ? Workbook.Read(entry, budget) : new Workbook([], false);
        return FileTraces.None with
        {
            Hidden = [.. workbook.Sheets.Where(sheet => sheet.Hidden).Select(sheet => new HiddenText($"工作表“{sheet.Name}”", HiddenHow.Sheet, sheet.Name))],
            Comments = [.. parts.Names.Where(IsComments).Order(StringComparer.Ordinal).SelectMany(part => Comments(parts, part, budget))],
        };
    }

    private static bool IsComments(string name) =>
        name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && name.Contains("comments", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static List<FileComment> Comments(ZipParts parts, string part, FlowBudget budget)
    {
        var authors = new List<string>();
        var comments = new List<FileComment>();
        using var xml = XmlCursor.Open(parts.Find(part)!, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            var inAuthors = xml.Name == "authors";
            for (var inner = xml.Enter(); xml.Next(inner);)
            {
                budget.Spend(1);
                if (inAuthors) authors.Add(xml.Text());
                else if (xml.Name is "comment" or "threadedComment")
                {
                    var author = int.TryParse(xml.Attribute("authorId"), out var index) ? authors.ElementAtOrDefault(index) : null;
                    comments.Add(new FileComment($"批注（{xml.Attribute("ref")}）", author ?? "", xml.Text()));
                }
            }
        }

        return comments;
    }
}
