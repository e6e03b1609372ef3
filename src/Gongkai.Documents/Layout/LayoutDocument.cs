namespace Gongkai.Documents.Layout;

/// <summary>要写出去的文件：标题、正文、表格、落款，按顺序。与格式无关，docx、xlsx、html、md 都由它写出。</summary>
/// <param name="Title">标题。</param>
/// <param name="Blocks">标题之后的内容，按阅读顺序。</param>
public sealed record LayoutDocument(string Title, IReadOnlyList<LayoutBlock> Blocks)
{
    /// <summary>编制机关，写进文件属性；不写个人。没有时为空。</summary>
    public string? Organisation { get; init; }

    /// <summary>文件属性里的日期，取成文日期，不取机器的时钟；没有时为空。</summary>
    public DateOnly? Date { get; init; }

    /// <summary>发布日期，只有网页写得下（<c>PubDate</c>）；没有时为空。</summary>
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>文件的一块。</summary>
public abstract record LayoutBlock;

/// <summary>标题：一级是“一、……”，二级是“（一）……”。</summary>
public sealed record LayoutHeading(int Level, string Text) : LayoutBlock;

/// <summary>正文的一段。</summary>
public sealed record LayoutParagraph(string Text) : LayoutBlock;

/// <summary>发文字号：标题之下居中。</summary>
public sealed record LayoutDocumentNumber(string Text) : LayoutBlock;

/// <summary>主送：正文之上顶格。</summary>
public sealed record LayoutAddressee(string Text) : LayoutBlock;

/// <summary>落款：机关一行，日期一行。</summary>
public sealed record LayoutClosing(IReadOnlyList<string> Lines) : LayoutBlock
{
    /// <summary>要加盖印章：上面留出盖章的地方，各行以日期为准居中，日期右空四字；只有 docx 分得出。</summary>
    public bool IsSealed { get; init; }
}

/// <summary>表格：合并的单元格只出现一次，各格连同跨度铺满整个网格。</summary>
/// <param name="Name">简称，作工作表的名字：“表二”。</param>
/// <param name="Caption">说明这是什么表，给读屏软件和打印页眉用，不是正文。</param>
/// <param name="Widths">各列的相对宽度。</param>
/// <param name="HeaderRows">换页要重复的表头行数；每块各有表头的表为 0。</param>
/// <param name="Cells">按行、列排序。</param>
public sealed record LayoutTable(string Name, string Caption, IReadOnlyList<int> Widths, int HeaderRows, IReadOnlyList<LayoutCell> Cells) : LayoutBlock
{
    public int Columns => Widths.Count;

    public int Rows { get; } = Cells.Count == 0 ? 0 : Cells.Max(cell => cell.Row + cell.RowSpan);
}

/// <summary>单元格：行列从 0 起，跨度至少为 1。</summary>
public sealed record LayoutCell(int Row, int Column, int RowSpan, int ColumnSpan, LayoutRole Role, string Text)
{
    /// <summary>数字单元格的数；不是数字时为空。</summary>
    public decimal? Number { get; init; }

    /// <summary>给读的人的提示（例如为什么读不准）；没有时为空。</summary>
    public string? Hint { get; init; }

    public bool CoversRow(int row) => Row <= row && row < Row + RowSpan;

    public bool CoversColumn(int column) => Column <= column && column < Column + ColumnSpan;
}

/// <summary>单元格的作用，决定它的样子和读屏软件怎样念它。</summary>
public enum LayoutRole
{
    /// <summary>横贯整表的块标题：“第二十条第（一）项”。它以下的列标题只管到下一个块标题。</summary>
    Band,

    /// <summary>列标题。</summary>
    ColumnHeader,

    /// <summary>行标题。</summary>
    RowHeader,

    /// <summary>填写的内容。</summary>
    Value,
}
