using System.Globalization;
using System.Text;

namespace Gongkai.Documents.Redaction;

/// <summary>铺满一幅图的一页 PDF，只给 poppler 画，不给人。</summary>
internal static class OnePagePdf
{
    public static byte[] Of(byte[] data, int width, int height, string filter, string colours, int rotate)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Text("%PDF-1.4\n");
        Start("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Start("<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n");
        Start(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>\nendobj\n"));
        var content = string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} 0 0 cm /P Do Q");
        Start($"<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n");
        Start($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace {colours} /Filter {filter} /Length {data.Length} >>\nstream\n");
        pdf.Write(data);
        Text("\nendstream\nendobj\n");
        var table = pdf.Position;
        Text($"xref\n0 6\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        void Text(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));

        void Start(string body)
        {
            places.Add(pdf.Position);
            Text($"{places.Count} 0 obj\n{body}");
        }
    }
}
