using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>格子的地址：<c>requests.granted.naturalPerson</c>；没有列时指整行，没有行时指整表。</summary>
public readonly record struct CellPath(TableKind Table, string? Row = null, string? Column = null)
{
    public override string ToString() =>
        Row is null ? TableKeys.Of(Table) : Column is null ? $"{TableKeys.Of(Table)}.{Row}" : $"{TableKeys.Of(Table)}.{Row}.{Column}";
}
