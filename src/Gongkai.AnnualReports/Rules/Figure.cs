using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules;

/// <summary>规则要用的一个数：取到了，或者说得出为什么取不到。空白不是零，读不准也不是零。</summary>
internal readonly struct Figure
{
    private readonly TableKind _kind;
    private readonly ReportTable? _table;
    private readonly string _row;
    private readonly string _column;
    private readonly Cell? _cell;

    private Figure(TableKind kind, ReportTable? table, string row, string column)
    {
        _kind = kind;
        _table = table;
        _row = row;
        _column = column;
        _cell = table?.Find(row, column);
    }

    private Figure(ReportTable table, FormRow row, FormColumn column)
    {
        _kind = table.Form.Kind;
        _table = table;
        _row = row.Key;
        _column = column.Key;
        _cell = table[row, column];
    }

    /// <summary>已经找到行和列的一格。</summary>
    public static Figure Of(ReportTable table, FormRow row, FormColumn column) => new(table, row, column);

    public static Figure Of(AnnualReport report, TableKind kind, string row, string column) => new(kind, report.Table(kind), row, column);

    /// <summary>表三的一格；不写列就是总计列。</summary>
    public static Figure Request(AnnualReport report, string row, string column = "total") => Of(report, TableKind.Requests, row, column);

    /// <summary>表四的一格；不写列就是总计列。</summary>
    public static Figure Review(AnnualReport report, string row, string column = "total") => Of(report, TableKind.Review, row, column);

    public CellPath Path => new(_kind, _row, _column);

    public bool IsKnown => _cell is { IsNumber: true };

    /// <summary>数字；取不到时不可使用。</summary>
    public decimal Value => IsKnown ? _cell!.Value.Value : throw new InvalidOperationException($"{Path} 没有数字。");

    public string Text => CellNames.Number(Value);

    /// <summary>给人看的名称，例如 表三“（一）予以公开”总计。</summary>
    public string Name => _table is null ? TableKeys.Name(_kind) : CellNames.Path(_table.Form, Path);

    public override string ToString() => _cell is { } cell ? $"{Path}={cell}" : Path.ToString();

    /// <summary>第一个取不到的数为什么取不到；都取到时为空。</summary>
    public static string? WhyUnknown(params ReadOnlySpan<Figure> figures)
    {
        foreach (ref readonly var figure in figures)
            if (!figure.IsKnown) return figure.Why();
        return null;
    }

    private string Why() => _cell?.State switch
    {
        null when _table is null => Say($"没有找到{TableKeys.Name(_kind)}", $"{TableKeys.Name(_kind)} was not found"),
        null => Say($"{TableKeys.Name(_kind)}用的是{_table.Form.Form}年格式，没有这一格", $"{TableKeys.Name(_kind)} is in the {_table.Form.Form} form, which has no such cell"),
        CellState.Blank => Say($"{Name}为空白", $"{Name} is blank"),
        CellState.Raw => Say($"{Name}印的是“{_cell.Value.Printed}”，不是数字", $"{Name} is printed as “{_cell.Value.Printed}”, which is not a number"),
        _ => Say($"{Name}读不准", $"{Name} could not be read for certain"),
    };
}
