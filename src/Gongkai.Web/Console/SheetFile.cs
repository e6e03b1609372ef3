using Gongkai.Documents;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console;

/// <summary>后台的各张表存成 XLSX：不缓存，文字写成文字，永远不会成为公式。</summary>
internal static class SheetFile
{
    /// <summary>发出去。</summary>
    /// <param name="name">文件名，不带扩展名。</param>
    public static IResult Send(HttpContext context, LayoutDocument document, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var output = new MemoryStream();
        ExcelWriter.Write(document, output);
        return Results.File(output.ToArray(), FileKind.Of("xlsx").MediaType, $"{name}.xlsx");
    }

    /// <summary>一张有表头的表。</summary>
    /// <param name="columns">各列：列名、宽、一行里的文字。</param>
    public static LayoutTable Table<T>(string sheet, string title, IReadOnlyList<(string Title, int Width, Func<T, string?> Text)> columns, IEnumerable<T> rows)
    {
        var cells = columns.Select((column, at) => new LayoutCell(0, at, 1, 1, LayoutRole.ColumnHeader, column.Title))
            .Concat(rows.SelectMany((row, line) => columns.Select((column, at) => new LayoutCell(line + 1, at, 1, 1, LayoutRole.Value, column.Text(row) ?? ""))));
        return new LayoutTable(sheet, title, [.. columns.Select(column => column.Width)], 1, [.. cells]);
    }
}
