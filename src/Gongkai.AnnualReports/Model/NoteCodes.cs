namespace Gongkai.AnnualReports.Model;

/// <summary>留言的代码，程序用它辨认；见 docs/canonical-report.md。</summary>
public static class NoteCodes
{
    /// <summary>粘连的数字由等式拆开，唯一的拆法。</summary>
    public const string InferredSplit = "inferred-split";

    /// <summary>有几种读法，都列出来，不取。</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>读不准。</summary>
    public const string Unread = "unread";

    /// <summary>印着数字以外的东西，原样保留。</summary>
    public const string RawText = "raw-text";

    /// <summary>数据行印的格子比列多。</summary>
    public const string ExtraCells = "extra-cells";

    /// <summary>没有这一行。</summary>
    public const string MissingRow = "missing-row";

    /// <summary>各表用的格式不同。</summary>
    public const string HybridForm = "hybrid-form";

    /// <summary>由光学识别得来。</summary>
    public const string Ocr = "ocr";

    /// <summary>汇总时有报告缺这一格，没有总数；话里写着已知部分的合计。</summary>
    public const string MergeMissing = "merge-missing";

    /// <summary>汇总中的疑问：哪一份、为什么。</summary>
    public const string MergeDoubt = "merge-doubt";

    /// <summary>这句话说明所指的空格子是读不准，不是空白。</summary>
    public static bool LeavesUnread(Note note, CellPath cell) =>
        note.Code is Unread or Ambiguous or MissingRow or MergeMissing && note.Cell is { } noted && noted.Covers(cell);
}
