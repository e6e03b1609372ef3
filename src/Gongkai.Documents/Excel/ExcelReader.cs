using System.Xml;
using Gongkai.Documents.Flow;
using Gongkai.Documents.Packages;
using Gongkai.Law;

namespace Gongkai.Documents.Excel;

/// <summary>读 xlsx：每张看得见的工作表是一张表，公式取已经算好的值。</summary>
internal static class ExcelReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var opened = ZipParts.Open(content, limits);
        if (!opened.Succeeded) return opened.Refusal!;
        using var parts = opened.Value;
        try
        {
            return Read(parts, new FlowBudget(limits, cancel));
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

    private static Outcome<SourceDocument> Read(ZipParts parts, FlowBudget budget)
    {
        var main = Relationships.Of(parts, "", budget).OfType("officeDocument") ?? "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) return Unreadable.NotADocument(Say("二进制工作簿（xlsb），请另存为 xlsx", "a binary workbook (xlsb); save it as xlsx"));
        if (parts.Find(main) is not { } entry) return Unreadable.Incomplete("xlsx", Say("工作簿", "workbook"));
        var workbook = Workbook.Read(entry, budget);
        var related = Relationships.Of(parts, main, budget);
        var values = new CellValues(
            SharedStrings.Read(parts, related.OfType("sharedStrings"), budget),
            NumberStyles.Read(parts, related.OfType("styles"), budget),
            workbook.StartsIn1904);
        var blocks = new List<Block>();
        var remarks = new List<SourceRemark>();
        foreach (var sheet in workbook.Sheets)
        {
            if (sheet.Hidden)
                remarks.Add(new SourceRemark("hidden-sheet", Say($"工作表“{sheet.Name}”是隐藏的，未读入", $"the sheet “{sheet.Name}” is hidden and was not read")));
            else if (related.OfId(sheet.RelationId) is { } path && parts.Find(path) is { } part)
                ReadSheet(SheetReader.Read(part, values, budget), sheet.Name);
        }

        return blocks.Count == 0 ? Unreadable.NoText(Say("工作簿", "the workbook")) : new SourceDocument(SourceFormat.Xlsx, blocks, remarks);

        void ReadSheet(Sheet read, string name)
        {
            if (read.HiddenLines > 0)
                remarks.Add(new SourceRemark("hidden-rows", Say($"工作表“{name}”有 {read.HiddenLines} 处隐藏的行或列，已照读",
                    $"the sheet “{name}” has {read.HiddenLines} hidden rows or columns, which were read")));
            if (read.UnsavedFormulas.Count > 0)
                remarks.Add(new SourceRemark(ExcelRemarks.UnsavedFormula, Say($"工作表“{name}”的 {string.Join("、", read.UnsavedFormulas)} 等格是公式，没有存着结果；请用表格软件打开，保存以后再来",
                    $"{string.Join(", ", read.UnsavedFormulas)} of the sheet “{name}” are formulas without a saved result; open and save it in a spreadsheet program first")));
            if (SheetGrid.ToTable(read, budget, new Place(Table: blocks.Count + 1)) is { } table) blocks.Add(table);
        }
    }
}

/// <summary>读 xlsx 时的提示，别处要认得的几个。</summary>
public static class ExcelRemarks
{
    /// <summary>有公式没有存着结果，按空格读入。</summary>
    public const string UnsavedFormula = "unsaved-formula";
}
