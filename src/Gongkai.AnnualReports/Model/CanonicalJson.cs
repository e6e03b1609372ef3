using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Model;

/// <summary>规范 JSON：年报的交换格式，字段见 docs/canonical-report.md。数字是数字，空白是 null，其他原文是字符串。</summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>写成 UTF-8；<paramref name="indented"/> 为假时写成一行，供逐行 JSON 使用。</summary>
    public static void Write(AnnualReport report, Stream output, bool indented = true)
    {
        using var writer = new Utf8JsonWriter(output, indented ? Indented : Compact);
        Write(report, writer);
    }

    public static string ToText(AnnualReport report, bool indented = true)
    {
        using var buffer = new MemoryStream();
        Write(report, buffer, indented);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>写成一个对象；调用方可以把它放进更大的 JSON 里。</summary>
    public static void Write(AnnualReport report, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteText(writer, "agency", report.Agency);
        if (report.Year is { } year) writer.WriteNumber("year", year);
        else writer.WriteNull("year");
        WriteText(writer, "title", report.Title);
        writer.WriteStartObject("forms");
        WriteText(writer, "disclosure", report.Disclosure?.Form.Form.Value);
        WriteText(writer, "requests", report.Requests?.Form.Form.Value);
        writer.WriteEndObject();
        if (report.Preamble.Length > 0) writer.WriteString("preamble", report.Preamble);
        writer.WriteStartArray("sections");
        foreach (var section in report.Sections)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", section.Number);
            writer.WriteString("title", section.Title);
            writer.WriteString("text", section.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTable(writer, TableKind.Disclosure, report.Disclosure);
        WriteTable(writer, TableKind.Requests, report.Requests);
        WriteTable(writer, TableKind.Review, report.Review);
        if (report.Signature is { } signature) WriteSignature(writer, signature);
        if (report.PublishedOn is { } published) writer.WriteString("publishedOn", published.ToString("O", CultureInfo.InvariantCulture));
        WriteNotes(writer, [.. report.Notes, .. UnreadCells.Unexplained(report)]);
        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, TableKind kind, ReportTable? table)
    {
        if (table is null)
        {
            writer.WriteNull(TableKeys.Of(kind));
            return;
        }

        writer.WriteStartObject(TableKeys.Of(kind));
        foreach (var row in table.Form.Rows)
        {
            // 表二每行的列不同，写成对象；表三、表四各行的列相同，写成数组。
            if (kind == TableKind.Disclosure)
            {
                writer.WriteStartObject(row.Key);
                foreach (var column in row.Columns)
                {
                    writer.WritePropertyName(column.Key);
                    WriteCell(writer, table[row, column]);
                }

                writer.WriteEndObject();
            }
            else
            {
                writer.WriteStartArray(row.Key);
                foreach (var cell in table.Row(row)) WriteCell(writer, cell);
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter writer, Cell cell)
    {
        switch (cell.State)
        {
            case CellState.Number: writer.WriteNumberValue(cell.Value); break;
            case CellState.Raw: writer.WriteStringValue(cell.Printed); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void WriteSignature(Utf8JsonWriter writer, Signature signature)
    {
        writer.WriteStartObject("signature");
        WriteText(writer, "agency", signature.Agency);
        WriteText(writer, "date", signature.Date?.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("printed", signature.Printed);
        writer.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter writer, IReadOnlyList<Note> notes)
    {
        writer.WriteStartArray("notes");
        foreach (var note in notes)
        {
            writer.WriteStartObject();
            writer.WriteString("code", note.Code);
            WriteText(writer, "cell", note.Cell?.ToString());
            writer.WriteString("message", note.Message);
            WriteText(writer, "where", note.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null) writer.WriteNull(name);
        else writer.WriteString(name, value);
    }
}
