using Gongkai.Documents;

namespace Gongkai.AnnualReports.Reading;

/// <summary>
/// 工作簿排成阅读的次序：只有一列的工作表是正文，一行一段；表二、表三、表四各占一个工作表的，
/// 移到正文里它们所属的部分之后，这样与别的格式同样读。
/// </summary>
internal static class WorkbookOrder
{
    /// <summary>各部分的标题怎样开头，它的表里一定有什么字样。</summary>
    private static readonly (string Heading, string Mark)[] Tables =
        [("二、", "第二十条"), ("三、", "结转下年度"), ("四、", "复议后起诉")];

    private const int LongestHeading = 30;

    /// <summary>表三左上角的提示语；原来粘连的报告里它跟在标题后面，标题就长了。</summary>
    private const string TableHint = "（本列数据的勾稽关系";

    public static IReadOnlyList<Block> Arrange(IReadOnlyList<Block> blocks)
    {
        List<Block> prose = [.. blocks.SelectMany(block => block is TableBlock { Columns: 1 } sheet ? Lines(sheet) : [block])];
        foreach (var (heading, mark) in Tables)
        {
            var from = prose.FindIndex(block => Opens(block, heading));
            var table = prose.FindIndex(block => block is TableBlock grid && Contains(grid, mark));
            if (from < 0 || table < 0) continue;
            var until = prose.FindIndex(from + 1, Opens);
            if (until < 0 || table < until) continue;
            var moved = prose[table];
            prose.RemoveAt(table);
            prose.Insert(until, moved);
        }

        return prose;
    }

    private static IEnumerable<Block> Lines(TableBlock sheet) =>
        sheet.Cells.SelectMany(cell => cell.Text.Split('\n').Select(line => new TextLine(line, sheet.Place with { Row = cell.Row + 1 })));

    private static bool Opens(Block block) => "一二三四五六".Any(number => Opens(block, $"{number}、"));

    private static bool Opens(Block block, string heading) =>
        block is TextLine line
        && line.Text.TrimStart().StartsWith(heading, StringComparison.Ordinal)
        && (line.Text.Length <= LongestHeading || line.Text.Contains(TableHint, StringComparison.Ordinal));

    private static bool Contains(TableBlock table, string mark) =>
        table.Cells.Any(cell => string.Concat(cell.Text.Where(character => !char.IsWhiteSpace(character))).Contains(mark, StringComparison.Ordinal));
}
