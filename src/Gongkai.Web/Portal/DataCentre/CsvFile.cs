using CsvHelper;
using Gongkai.Documents.Text;

namespace Gongkai.Web.Portal.DataCentre;

/// <summary>写 CSV：以 LF 换行，像公式的文字前面加一个撇号。</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>写成字节。</summary>
    /// <param name="mark">开头带不带 BOM：带了，电子表格才认得出是 UTF-8；接着写的各段不带。</param>
    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows, bool mark = true)
    {
        using var output = new MemoryStream();
        using (var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = mark }, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var field in row) csv.WriteField(SpreadsheetText.Harmless(field));
                csv.EndRecord();
            }
        }

        return output.ToArray();
    }
}
