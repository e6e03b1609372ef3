using System.Text;
using Gongkai.Testing.Builders;

namespace Gongkai.Documents.Tests.Redaction;

/// <summary>各种各样的 PDF，页上写着要遮的字，别处也藏着一份。</summary>
internal static class PoisonedPdf
{
    /// <summary>要遮的。</summary>
    public const string Secret = "SECRETNAME", Number = "13812345678";

    /// <summary>可以公开的。</summary>
    public const string Public = "Everyone";

    internal static readonly string Body = RawPdf.Text(72, 700, Public) + RawPdf.Text(72, 600, Secret) + RawPdf.Text(300, 600, Number) + RawPdf.Text(72, 500, "may read this");

    public static byte[] Of(string kind) => kind switch
    {
        "plain" => new RawPdf().Page(Body).ToBytes(),
        "encoded font" => Encoded(),
        "layer" => Layered(),
        "attachment" => Attached(),
        "incremental save" => Saved(),
        "recognised scan" => Recognised(),
        "turned 90" => new RawPdf().Page(Body, page: "/Rotate 90").ToBytes(),
        "turned 180" => new RawPdf().Page(Body, page: "/Rotate 180").ToBytes(),
        "turned 270" => new RawPdf().Page(Body, page: "/Rotate 270").ToBytes(),
        "cropped" => new RawPdf().Page(Body + RawPdf.Text(72, 60, Secret), page: "/CropBox [50 400 560 760]").ToBytes(),
        "cropped and turned" => new RawPdf().Page(Body + RawPdf.Text(72, 60, Secret), page: "/CropBox [50 400 560 760] /Rotate 90").ToBytes(),
        "annotation" => new RawPdf().Page(Body, page: $"/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /T ({Secret}) /Contents ({Secret} {Number}) >>]").ToBytes(),
        "form" => Form(),
        "covered" => new RawPdf().Page(Body + RawPdf.Text(72, 300, $"again {Secret}") + "0 g 70 295 200 18 re f").ToBytes(),
        "described" => Described(),
        _ => HiddenInPdf.Of(kind),
    };

    // 字的编码是自己定的：文件里没有一个认得出的字节。
    private static byte[] Encoded()
    {
        var pdf = new RawPdf();
        var letters = (Secret + Number + Public + " mayredths").Distinct().ToList();
        static string Name(char letter) => letter switch { ' ' => "space", >= '0' and <= '9' => new[] { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" }[letter - '0'], _ => letter.ToString() };
        var font = pdf.Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /Encoding << /Type /Encoding /Differences [1 {string.Join(' ', letters.Select(letter => $"/{Name(letter)}"))}] >> >>");
        string Line(double y, string text) => $"BT /F2 12 Tf 72 {y} Td <{string.Concat(text.Select(letter => $"{letters.IndexOf(letter) + 1:X2}"))}> Tj ET\n";
        return pdf.Page(Line(700, Public) + Line(600, Secret) + Line(550, Number) + Line(500, "may read this"), "", "").Page(RawPdf.Text(72, 700, "second page"), "").ToBytes() is var bytes
            ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("/Font << /F1 3 0 R >>", $"/Font << /F1 3 0 R /F2 {font} 0 R >>", StringComparison.Ordinal)) : [];
    }

    private static byte[] Layered()
    {
        var pdf = new RawPdf();
        var layer = pdf.Add($"<< /Type /OCG /Name ({Secret}) >>");
        pdf.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>";
        return pdf.Page(Body + "/OC /L1 BDC " + RawPdf.Text(72, 400, $"draft {Secret}") + "EMC", $"/Properties << /L1 {layer} 0 R >>").ToBytes();
    }

    private static byte[] Attached()
    {
        var pdf = new RawPdf();
        var file = pdf.Add($"<< /Type /Filespec /F ({Secret}.txt) /EF << /F {pdf.Stream("/Type /EmbeddedFile", $"{Secret} {Number}")} 0 R >> >>");
        pdf.Catalog = $"/Names << /EmbeddedFiles << /Names [(a) {file} 0 R] >> >> /OpenAction << /S /JavaScript /JS (app.alert\\('{Secret}'\\)) >>";
        return pdf.Page(Body).ToBytes();
    }

    private static byte[] Saved()
    {
        var pdf = new RawPdf().Page(RawPdf.Text(72, 700, $"old {Secret} {Number}"));
        return RawPdf.Updated(pdf.ToBytes(), pdf.LastStream, Body, pdf.Count);
    }

    // 扫描件：图上有字（黑块充作墨迹），底下是看不见的识别层。
    private static byte[] Recognised()
    {
        const int Width = 612, Height = 792;
        var (pdf, ink) = (new RawPdf(), Enumerable.Repeat((byte)255, Width * Height).ToArray());
        foreach (var (left, bottom, wide) in ((int, int, int)[])[(72, 700, 50), (72, 600, 80), (300, 600, 70)])
            for (var row = Height - bottom - 10; row < Height - bottom; row++)
                for (var column = left; column < left + wide; column += 2) ink[(row * Width) + column] = 0;
        var picture = pdf.Stream($"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /DeviceGray /BitsPerComponent 8", ink);
        return pdf.Page("q 612 0 0 792 0 0 cm /I1 Do Q " + RawPdf.Text(72, 700, Public, "3 Tr") + RawPdf.Text(72, 600, Secret, "3 Tr") + RawPdf.Text(300, 600, Number, "3 Tr"), $"/XObject << /I1 {picture} 0 R >>").ToBytes();
    }

    private static byte[] Form()
    {
        var pdf = new RawPdf();
        var look = pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>", $"BT /F1 12 Tf 2 5 Td ({Secret}) Tj ET");
        var field = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V ({Secret}) /DV ({Secret}) /Rect [72 595 272 615] /AP << /N {look} 0 R >> /F 4 >>");
        pdf.Catalog = $"/AcroForm << /Fields [{field} 0 R] /DR << /Font << /F1 3 0 R >> >> /DA (/F1 12 Tf) >>";
        return pdf.Page(RawPdf.Text(72, 700, Public) + RawPdf.Text(300, 500, Number), page: $"/Annots [{field} 0 R]").ToBytes();
    }

    private static byte[] Described()
    {
        var pdf = new RawPdf();
        pdf.Trailer = $"/Info {pdf.Add($"<< /Title ({Secret}) /Author ({Number}) >>")} 0 R";
        pdf.Catalog = $"/Metadata {pdf.Stream("/Type /Metadata /Subtype /XML", $"<x>{Secret}</x>")} 0 R";
        return pdf.Page(Body).ToBytes();
    }
}
