using System.Globalization;
using Gongkai.Data.Attachments;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Office;
using Gongkai.Documents.Word;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的附件：用产品自己的写法做成真的 docx、xlsx；装了 LibreOffice 的，另做几份 pdf。</summary>
internal sealed class DemoAttachments(AttachmentIntake intake, CancellationToken cancel)
{
    // 一份 pdf 要好几秒：只做这一份，各处共用。
    private readonly Lazy<Task<byte[]?>> _pdf = new(() => Task.Run(() => WritePdf(cancel), cancel));

    /// <summary>做一个收下；做不出的（没有装 LibreOffice 的 pdf）答空。</summary>
    public async Task<AttachedFile?> Accept(string kind, string name, DemoTable? table, string organisation)
    {
        var document = new LayoutDocument(name, [.. Blocks(name, table)]) { Organisation = organisation };
        var content = kind == "pdf" ? await _pdf.Value : Write(document, kind);
        if (content is null) return null;
        var accepted = await intake.Accept(new MemoryStream(content), $"{name}.{kind}", cancel);
        return accepted.Succeeded ? accepted.Value : throw new InvalidOperationException(accepted.Refusal!.Reason);
    }

    private static byte[] Write(LayoutDocument document, string kind)
    {
        using var file = new MemoryStream();
        if (kind == "xlsx") ExcelWriter.Write(document, file);
        else WordWriter.Write(document, file);
        return file.ToArray();
    }

    private static byte[]? WritePdf(CancellationToken cancel)
    {
        if (!OfficeConverter.IsInstalled) return null;
        const string title = "文件文本（演示）";
        var docx = Write(new LayoutDocument(title, [.. Blocks(title, null)]), "docx");
        var converted = OfficeConverter.ToPdf(docx, cancel);
        return converted.Succeeded ? converted.Value : null;
    }

    private static IEnumerable<LayoutBlock> Blocks(string name, DemoTable? table)
    {
        yield return new LayoutParagraph($"{name}。这是演示用的附件，内容是编的。");
        if (table is null) yield break;
        var cells = table.Columns.Select((text, column) => new LayoutCell(0, column, 1, 1, LayoutRole.ColumnHeader, text))
            .Concat(table.Rows.SelectMany((row, index) => row.Select((text, column) => Cell(index + 1, column, text))));
        yield return new LayoutTable("附表", name, [.. table.Columns.Select(_ => 1)], 1, [.. cells]);
    }

    private static LayoutCell Cell(int row, int column, string text) => new(row, column, 1, 1, column == 0 ? LayoutRole.RowHeader : LayoutRole.Value, text)
    {
        Number = column > 0 && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
