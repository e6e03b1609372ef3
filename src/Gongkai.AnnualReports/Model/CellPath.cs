using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>格子的地址：<c>requests.granted.naturalPerson</c>；没有列时指整行，没有行时指整表。</summary>
public readonly record struct CellPath(TableKind Table, string? Row = null, string? Column = null)
{
    /// <summary>读一个地址；表不认识、或者层数不对时为空。行和列不对照格式。</summary>
    public static CellPath? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 3 || parts.Contains("")) return null;
        foreach (var kind in Enum.GetValues<TableKind>())
            if (TableKeys.Of(kind) == parts[0]) return new CellPath(kind, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        return null;
    }

    /// <summary>是否就是那一格，或者包含那一格的行、表。</summary>
    public bool Covers(CellPath cell) =>
        Table == cell.Table && (Row is null || (Row == cell.Row && (Column is null || Column == cell.Column)));

    public override string ToString() =>
        Row is null ? TableKeys.Of(Table) : Column is null ? $"{TableKeys.Of(Table)}.{Row}" : $"{TableKeys.Of(Table)}.{Row}.{Column}";
}
