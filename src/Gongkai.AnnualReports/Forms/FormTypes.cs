using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Forms;

/// <summary>年报格式的编号，即启用的年份，例如 2019、2021。</summary>
public readonly record struct FormId(string Value)
{
    /// <summary>国办公开办函〔2019〕60号《年度报告格式（试行）》，用于2019、2020年度。</summary>
    public static FormId Form2019 { get; } = new("2019");

    /// <summary>国办公开办函〔2021〕30号，用于2021年度以后。</summary>
    public static FormId Form2021 { get; } = new("2021");

    public override string ToString() => Value;
}

/// <summary>年报格式：六部分的标题和三张表，连同官方标签、已知变体与勾稽关系。全部来自 <c>Forms/*.json</c>。</summary>
/// <param name="Id">格式编号。</param>
/// <param name="FromYear">适用的第一个报告年度（含）。</param>
/// <param name="UntilYear">适用的最后一个报告年度（含）；为空表示仍在适用。</param>
/// <param name="Basis">发布格式的文件。</param>
public sealed record Form(
    FormId Id,
    int FromYear,
    int? UntilYear,
    Citation Basis,
    ImmutableArray<FormSection> Sections,
    FormTable Disclosure,
    FormTable Requests,
    FormTable Review)
{
    /// <summary>只为某一种格式写的规则（例如现行有效件数的推算），哪一种的对它也适用；都不适用的为空。</summary>
    public FormId? Like { get; init; }

    public FormTable Table(TableKind kind) => kind switch
    {
        TableKind.Disclosure => Disclosure,
        TableKind.Requests => Requests,
        _ => Review,
    };
}

/// <summary>年报的一个部分（一至六）。</summary>
public sealed record FormSection(int Number, Caption Caption);

/// <summary>表的种类：表二主动公开、表三依申请、表四复议诉讼。</summary>
public enum TableKind
{
    /// <summary>第二部分的表：主动公开政府信息情况。</summary>
    Disclosure,

    /// <summary>第三部分的表：收到和处理政府信息公开申请情况。</summary>
    Requests,

    /// <summary>第四部分的表：行政复议、行政诉讼情况。</summary>
    Review,
}

/// <summary>一张表：各行（每行自带列），和行列之间必须成立的等式。</summary>
public sealed record FormTable(TableKind Kind, FormId Form, ImmutableArray<FormRow> Rows, ImmutableArray<FormSum> Sums)
{
    /// <summary>表的键，也是规范 JSON 里的键：disclosure、requests、review。</summary>
    public string Key { get; } = TableKeys.Of(Kind);

    /// <summary>可比的一组：同名的格子在同一组的各种格式里口径相同，数可以连着比。表三、表四各种格式都可比，表二除非格式文件写明，只与自己可比。</summary>
    public FormId Series { get; init; } = Kind == TableKind.Disclosure ? Form : FormId.Form2019;

    private FrozenDictionary<string, FormRow> RowsByKey { get; } = Rows.ToFrozenDictionary(row => row.Key, StringComparer.Ordinal);

    public FormRow? Row(string key) => RowsByKey.GetValueOrDefault(key);

    /// <summary>一格在整表格子里的序号，从 0 起；要是这张表的格子。</summary>
    internal int IndexOf(Model.CellPath cell)
    {
        var row = RowsByKey[cell.Row!];
        return row.Offset + row.Columns.First(column => column.Key == cell.Column).Index;
    }
}

/// <summary>行：表二的“规章”，表三的“（一）予以公开”，表四的“行政复议”。</summary>
/// <param name="Index">在表中的序号，从 0 起。</param>
/// <param name="Offset">本行第一格在整表格子里的序号，从 0 起。</param>
/// <param name="Block">表二的块标题（“第二十条第（一）项”）；其他表为空。</param>
/// <param name="Groups">上级标签，由外到内（“三、本年度办理结果”“（三）不予公开”，表四的“行政诉讼”）；没有的为空列。</param>
/// <param name="IsOutcome">是否办理结果的叶子行：各叶子之和等于“（七）总计”。</param>
public sealed record FormRow(
    int Index,
    int Offset,
    string Key,
    Caption Caption,
    string? Block,
    ImmutableArray<string> Groups,
    bool IsOutcome,
    ImmutableArray<FormColumn> Columns);

/// <summary>列：表二的“本年制发件数”，表三的“自然人”，表四的“结果维持”。</summary>
public sealed record FormColumn(int Index, string Key, Caption Caption, FigureKind Figure);

/// <summary>格子里应当填的是什么数。</summary>
public enum FigureKind
{
    /// <summary>件数：非负整数。</summary>
    Count,

    /// <summary>增减：可以带正负号的整数。</summary>
    Change,

    /// <summary>金额：非负，最多四位小数，单位万元。</summary>
    Amount,
}

/// <summary>标签：官方写法、只差格式的写法（提示）、字词有出入的写法（须说明）。比较前都要归一。</summary>
/// <param name="English">行名、列名的英文说法，用英文报告发现时用；部分的标题照引原文，没有。</param>
public sealed record Caption(string Official, ImmutableArray<string> Safe, ImmutableArray<string> Suspect, string? English = null)
{
    /// <summary>说给人听：中文是官方写法，英文是它的英文说法。</summary>
    public string Spoken => Speech.Current == Law.Wording.Language.English ? English ?? $"“{Official}”" : Official;

    public override string ToString() => Official;
}

/// <summary>等式：同一列的若干行（<see cref="SumAxis.Column"/>）或同一行的若干列（<see cref="SumAxis.Row"/>），左边之和等于右边之和。</summary>
/// <param name="Rule">规则编号，例如 T3-01。</param>
/// <param name="Row">只对这一行成立；为空对各行成立（<see cref="SumAxis.Row"/> 时）。</param>
public sealed record FormSum(string Rule, SumAxis Axis, ImmutableArray<string> Left, ImmutableArray<string> Right, string? Row);

/// <summary>勾稽的方向：行与行之间，还是列与列之间。</summary>
public enum SumAxis
{
    /// <summary>左右两边是行，逐列成立。</summary>
    Column,

    /// <summary>左右两边是列，逐行成立。</summary>
    Row,
}

/// <summary>表的键。</summary>
public static class TableKeys
{
    public static string Of(TableKind kind) => kind switch
    {
        TableKind.Disclosure => "disclosure",
        TableKind.Requests => "requests",
        _ => "review",
    };

    /// <summary>给人看的表名：表二、表三、表四。</summary>
    public static string Name(TableKind kind) => kind switch
    {
        TableKind.Disclosure => Say("表二", "Table 2"),
        TableKind.Requests => Say("表三", "Table 3"),
        _ => Say("表四", "Table 4"),
    };
}
