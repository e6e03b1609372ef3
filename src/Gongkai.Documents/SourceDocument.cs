namespace Gongkai.Documents;

/// <summary>读入的文件：按阅读顺序排列的块。各种格式在这里变成同一样东西，后面的步骤不再关心格式。</summary>
/// <param name="Format">文件的真实格式，由内容判定，不信扩展名。</param>
/// <param name="Blocks">按阅读顺序排列的块。</param>
/// <param name="Remarks">读入时忽略或推断了什么，例如“已忽略 3 处修订”。</param>
public sealed record SourceDocument(SourceFormat Format, IReadOnlyList<Block> Blocks, IReadOnlyList<SourceRemark> Remarks);

/// <summary>文件格式，由内容判定。</summary>
public enum SourceFormat
{
    Text,
    Json,
    Html,
    Docx,
    Xlsx,
    Pdf,
    Ofd,

    /// <summary>经 LibreOffice 转换的旧式文档（doc、wps、rtf）。</summary>
    Office,

    /// <summary>没有文字层、经光学识别的扫描件。</summary>
    Scanned,
}

/// <summary>读入时的备注：<paramref name="Code"/> 供程序辨认（tracked-changes、ocr、hidden-sheet……），<paramref name="Message"/> 给人看。</summary>
public sealed record SourceRemark(string Code, string Message);

/// <summary>块：一行文字、一张表格或一页有坐标的文字。</summary>
public abstract record Block(Place Place);

/// <summary>一行或一段文字，原样保留制表符与竖线；HTML 与 Word 的一个段落也是一行。</summary>
public sealed record TextLine(string Text, Place Place) : Block(Place)
{
    /// <summary>排法；只有 Word 文件说得清，别的格式都是寻常的一段。</summary>
    public LineShape Shape { get; init; }
}

/// <summary>一段的排法：几级标题（寻常的段为 0），怎样对齐，是不是带项目符号。</summary>
public readonly record struct LineShape(int Heading, LineAlignment Alignment, bool IsListed);

/// <summary>对齐。</summary>
public enum LineAlignment
{
    /// <summary>寻常：居左或者两端对齐。</summary>
    Usual,

    /// <summary>居中。</summary>
    Center,

    /// <summary>居右。</summary>
    End,
}

/// <summary>表格：合并单元格已经展开成坐标，单元格内的换行保留为 <c>\n</c>。</summary>
/// <param name="Cells">每个单元格一项，按行、列排序；被合并覆盖的位置没有单元格。</param>
public sealed record TableBlock(int Rows, int Columns, IReadOnlyList<TableCell> Cells, Place Place) : Block(Place);

/// <summary>单元格：行列从 0 起，跨度至少为 1。</summary>
public sealed record TableCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text);

/// <summary>有坐标的一页（PDF、OFD、光学识别）：每个词有自己的方框，单位磅，原点在左上角。图片没有真实的大小，当作长边与 A4 相同。</summary>
public sealed record PlacedPage(int Number, double Width, double Height, IReadOnlyList<PlacedWord> Words, Place Place) : Block(Place);

/// <summary>有坐标的词：左上角与右下角，单位磅。</summary>
public readonly record struct PlacedWord(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>出处：页、行、表、行、列，都从 1 起，0 表示不适用。</summary>
public readonly record struct Place(int Page = 0, int Line = 0, int Table = 0, int Row = 0, int Column = 0)
{
    public override string ToString() =>
        string.Concat(
            Page > 0 ? Say($"第{Page}页", $" page {Page}") : "",
            Table > 0 ? Say($"表{Table}", $" table {Table}") : "",
            Row > 0 ? Say($"第{Row}行", $" row {Row}") : Line > 0 ? Say($"第{Line}行", $" line {Line}") : "",
            Column > 0 ? Say($"第{Column}列", $" column {Column}") : "").TrimStart();
}
