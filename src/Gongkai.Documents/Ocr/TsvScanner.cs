using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Ocr;

/// <summary>读 tesseract 的 TSV：第一级是页，第五级是词，坐标是像素。</summary>
internal static class TsvScanner
{
    private const int Columns = 12;

    /// <param name="scale">一像素合多少页面单位。</param>
    public static List<RecognisedPage> Scan(ReadOnlySpan<byte> tsv, double scale)
    {
        var pages = new List<RecognisedPage>();
        Span<Range> fields = stackalloc Range[Columns + 1];
        foreach (var line in Encoding.UTF8.GetString(tsv).AsSpan().EnumerateLines())
        {
            if (line.Split(fields, '\t') < Columns) continue;
            var left = Number(line[fields[6]]) * scale;
            var top = Number(line[fields[7]]) * scale;
            var right = left + Number(line[fields[8]]) * scale;
            var bottom = top + Number(line[fields[9]]) * scale;
            if (line[fields[0]] is "1") pages.Add(new RecognisedPage(right, bottom));
            if (line[fields[0]] is not "5" || pages.Count == 0) continue;
            var text = line[fields[11]].Trim();
            if (!text.IsEmpty)
                pages[^1].Add(new PlacedWord(text.ToString(), left, top, right, bottom), Number(line[fields[10]]));
        }

        return pages;
    }

    private static double Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
