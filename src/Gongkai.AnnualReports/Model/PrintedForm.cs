using Gongkai.AnnualReports.Forms;
using Gongkai.Documents;

namespace Gongkai.AnnualReports.Model;

/// <summary>印出来的标签：每个认出的标签一项，另有多出的格子、缺少的行、表四的列数。</summary>
public sealed record PrintedForm(
    IReadOnlyList<PrintedLabel> Labels,
    IReadOnlyList<SurplusCells> Surplus,
    IReadOnlyList<CellPath> MissingRows,
    int? ReviewColumns)
{
    public static PrintedForm Empty { get; } = new([], [], [], null);
}

/// <summary>一个印出来的标签。</summary>
/// <param name="Role">它是什么标签。</param>
/// <param name="Key">对应的部分序号（"1"…"6"）、行键（"requests.granted"）或列键（"disclosure.normativeDocuments.issued"）。</param>
/// <param name="Printed">印出来的写法。</param>
/// <param name="Official">格式里的写法。</param>
/// <param name="Match">两者的关系。</param>
public sealed record PrintedLabel(LabelRole Role, string Key, string Printed, string Official, LabelMatch Match, Place Place);

/// <summary>标签的种类：部分标题、表块、行名、列名。</summary>
public enum LabelRole
{
    Section,
    Block,
    Row,
    Column,
}

/// <summary>印出来的标签与格式标签的关系。</summary>
public enum LabelMatch
{
    /// <summary>归一后相同。</summary>
    Exact,

    /// <summary>已知的变体，只差格式。</summary>
    Safe,

    /// <summary>已知的变体，字词有出入。</summary>
    Suspect,

    /// <summary>不是已知的变体，但足够相像。</summary>
    Similar,
}

/// <summary>多出（或缺少）的格子：一个数据行印了 <paramref name="Printed"/> 格，应为 <paramref name="Expected"/> 格。</summary>
/// <param name="NonZero">多出的格子里是否有不是零的内容。</param>
public sealed record SurplusCells(TableKind Table, string? Row, int Printed, int Expected, bool NonZero, Place Place);
