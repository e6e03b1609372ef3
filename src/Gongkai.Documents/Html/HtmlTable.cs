using System.Globalization;
using System.Text;
using Gongkai.Documents.Layout;

namespace Gongkai.Documents.Html;

/// <summary>网页里的一张表：合并的表头下，光有 scope 说不清一格归谁管，所以每格都用 headers 指明。</summary>
internal sealed class HtmlTable(StringBuilder html, LayoutTable table, int number, bool widths)
{
    /// <summary>列不多于此的表，手机上放得下，不必横向滚动。</summary>
    private const int FewColumns = 5;

    public void Write()
    {
        // 表比屏幕宽时在自己的框里横向滚动，框能用键盘聚焦。
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{HtmlWriter.Encode(table.Caption)}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<table{(table.Columns > FewColumns ? " class=\"wide\"" : "")} aria-label=\"{HtmlWriter.Encode(table.Caption)}\">\n");
        if (widths) Columns();
        var section = "";
        for (var row = 0; row < table.Rows; row++)
        {
            var wanted = row < table.HeaderRows ? "thead" : "tbody";
            var startsBand = table.Cells.Any(cell => cell.Row == row && cell.Role == LayoutRole.Band);
            if (wanted != section || startsBand)
            {
                if (section.Length > 0) html.Append(CultureInfo.InvariantCulture, $"</{section}>\n");
                html.Append(CultureInfo.InvariantCulture, $"<{wanted}>\n");
                section = wanted;
            }

            html.Append("<tr>");
            foreach (var cell in table.Cells.Where(cell => cell.Row == row)) Cell(cell);
            html.Append("</tr>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</{section}>\n</table>\n</div>\n");
    }

    private void Columns()
    {
        html.Append("<colgroup>");
        var total = table.Widths.Sum();
        foreach (var width in table.Widths) html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{100.0 * width / total:0.##}%\">");
        html.Append("</colgroup>\n");
    }

    private void Cell(LayoutCell cell)
    {
        var isValue = cell.Role == LayoutRole.Value;
        html.Append(isValue ? "<td" : "<th");
        if (!isValue) html.Append(CultureInfo.InvariantCulture, $" id=\"{IdOf(cell)}\" scope=\"{ScopeOf(cell)}\"");
        if (cell.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (isValue) html.Append(CultureInfo.InvariantCulture, $" headers=\"{string.Join(' ', CellHeaders.Of(table, cell).Select(IdOf))}\"");
        if (ClassOf(cell) is { } name) html.Append(CultureInfo.InvariantCulture, $" class=\"{name}\"");
        if (cell.Hint is { } hint) html.Append(CultureInfo.InvariantCulture, $" title=\"{HtmlWriter.Encode(hint)}\"");
        html.Append('>').Append(HtmlWriter.Encode(cell.Text)).Append(isValue ? "</td>" : "</th>");
    }

    private string IdOf(LayoutCell cell) => string.Create(CultureInfo.InvariantCulture, $"t{number}r{cell.Row}c{cell.Column}");

    private static string ScopeOf(LayoutCell cell) => cell.Role switch
    {
        LayoutRole.Band => "rowgroup",
        LayoutRole.ColumnHeader => cell.ColumnSpan > 1 ? "colgroup" : "col",
        _ => cell.RowSpan > 1 ? "rowgroup" : "row",
    };

    private static string? ClassOf(LayoutCell cell) => cell.Role switch
    {
        LayoutRole.Band => "band",
        LayoutRole.RowHeader => cell.RowSpan > 1 ? "row group" : "row",
        LayoutRole.Value when cell.Hint is not null => "doubt",
        LayoutRole.Value when cell.Number is null => "text",
        _ => null,
    };
}
