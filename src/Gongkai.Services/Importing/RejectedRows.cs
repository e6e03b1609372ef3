using System.Globalization;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;

namespace Gongkai.Services.Importing;

/// <summary>退回的各行：与模板一样的列，前面写原来的行号，后面写理由；照理由改好，就是一份可以再导入的表。</summary>
internal static class RejectedRows
{
    private const string Number = "行号";
    private const string Reason = "理由";

    /// <summary>模板里没有的两列，再导入时不看。</summary>
    public static readonly string[] Columns = [Number, Reason];

    public static byte[] Write(ImportKind kind, IReadOnlyList<(ImportRow Row, ImportFault Fault)> rejected)
    {
        string[] head = [Number, .. kind.Columns.Select(column => column.Required ? column.Name + "*" : column.Name), Reason];
        var cells = head.Select((name, column) => new LayoutCell(0, column, 1, 1, LayoutRole.ColumnHeader, name)).ToList();
        foreach (var ((row, fault), at) in rejected.Select((one, at) => (one, at + 1)))
        {
            cells.Add(new LayoutCell(at, 0, 1, 1, LayoutRole.Value, row.Number.ToString(CultureInfo.InvariantCulture)));
            cells.AddRange(kind.Columns.Select((column, index) => new LayoutCell(at, index + 1, 1, 1, LayoutRole.Value, row.Typed(column.Name))));
            cells.Add(new LayoutCell(at, head.Length - 1, 1, 1, LayoutRole.Value, fault.Column is { } wrong ? $"{wrong}：{fault.Reason}" : fault.Reason));
        }

        var document = new LayoutDocument(
            $"没有导入的{kind.Caption}",
            [
                new LayoutParagraph($"在“{kind.Caption}”工作表里照“{Reason}”改好，再导入这个文件；“{Number}”是原来的表里第几行，这两列再导入时不看，不必删去。"),
                new LayoutTable(kind.Caption, $"没有导入的{kind.Caption}", [1, .. kind.Columns.Select(_ => 2), 4], 1, cells),
            ]);
        using var file = new MemoryStream();
        ExcelWriter.Write(document, file);
        return file.ToArray();
    }
}
