using System.IO.Compression;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;

namespace Gongkai.Documents.Excel;

/// <summary>工作簿里的一张表：名字，关系号，是不是隐藏的。</summary>
internal readonly record struct WorkbookSheet(string Name, string RelationId, bool Hidden);

/// <summary>工作簿（workbook.xml）：有哪些表，日期从哪一年数起。</summary>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool StartsIn1904)
{
    /// <summary>定义的名称及其公式。</summary>
    public IReadOnlyList<(string Name, string Formula)> Names { get; init; } = [];

    /// <summary>最后存在哪个文件夹（x15ac:absPath）；没有写的为空。</summary>
    public string? SavedAt { get; init; }

    private static readonly string[] RelationNamespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    public static Workbook Read(ZipArchiveEntry entry, FlowBudget budget)
    {
        var sheets = new List<WorkbookSheet>();
        var names = new List<(string Name, string Formula)>();
        var from1904 = false;
        string? savedAt = null;
        using var xml = XmlCursor.Open(entry, budget);
        for (var depth = xml.Enter(); xml.Next(depth);)
        {
            if (xml.Name == "workbookPr") from1904 = xml.Attribute("date1904") is "1" or "true";
            if (xml.Name == "AlternateContent") savedAt ??= PathIn(xml);
            if (xml.Name == "definedNames")
                for (var inner = xml.Enter(); xml.Next(inner);)
                {
                    budget.Spend(1);
                    names.Add((xml.Attribute("name") ?? "", xml.Text()));
                }

            if (xml.Name != "sheets") continue;
            for (var inner = xml.Enter(); xml.Next(inner);)
                sheets.Add(new WorkbookSheet(
                    xml.Attribute("name") ?? "",
                    RelationNamespaces.Select(ns => xml.Attribute("id", ns)).FirstOrDefault(id => id is not null) ?? "",
                    xml.Attribute("state") is "hidden" or "veryHidden"));
        }

        return new Workbook(sheets, from1904) { Names = names, SavedAt = savedAt };
    }

    private static string? PathIn(XmlCursor xml)
    {
        string? path = null;
        for (var depth = xml.Enter(); xml.Next(depth);)
            for (var inner = xml.Enter(); xml.Next(inner);)
                if (xml.Name == "absPath") path = xml.Attribute("url");
        return path;
    }
}
