using Gongkai.Law;
using Microsoft.VisualBasic.FileIO;

namespace Gongkai.Documents.Text;

/// <summary>读 CSV：逗号隔开，写着逗号、换行的格用双引号括起。编码按字节认，中文表格软件存的多是 GB18030。</summary>
public static class CsvTable
{
    /// <summary>读成一张表；不是文字的、引号不成对的，一句话说明。空行不占行。</summary>
    /// <param name="content">文件的内容。</param>
    public static Outcome<TableBlock> Read(ReadOnlySpan<byte> content)
    {
        var decoded = TextDecoder.Decode(content);
        if (decoded.Refusal is { } refusal) return refusal;
        using var text = new StringReader(decoded.Value.Text);
        using var parser = new TextFieldParser(text) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var cells = new List<TableCell>();
        var (rows, columns) = (0, 0);
        try
        {
            for (; parser.ReadFields() is { } fields; rows++)
            {
                for (var column = 0; column < fields.Length; column++) cells.Add(new TableCell(rows, column, 1, 1, fields[column]));
                columns = Math.Max(columns, fields.Length);
            }
        }
        catch (MalformedLineException)
        {
            return new Refusal(Say($"CSV 的第 {parser.ErrorLineNumber} 行读不出：引号不成对。", $"line {parser.ErrorLineNumber} of the CSV cannot be read: a quotation mark is not closed."));
        }

        return new TableBlock(rows, columns, cells, new Place(Table: 1));
    }
}
