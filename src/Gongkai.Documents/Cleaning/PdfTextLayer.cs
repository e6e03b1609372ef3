using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gongkai.Documents.Images;
using Gongkai.Documents.Pdf;

namespace Gongkai.Documents.Cleaning;

/// <summary>图片页：一张铺满的图片，上面是不可见的文字层，按看得见的字与它们的方框重做，能选、能搜、能读屏。</summary>
/// <param name="patch">要改的对象写在这里。</param>
/// <param name="next">新对象从这个号起。</param>
internal sealed class PdfTextLayer(PdfPatch patch, int next)
{
    private const double PointsPerInch = 72;

    private int _next = next;
    private string? _font;

    /// <summary>一页换成图片与文字层。</summary>
    public void Picture(PdfObjects objects, PdfPageObject page, byte[] jpeg, IReadOnlyList<PlacedWord> words)
    {
        var (width, height, colours) = SizeOf(jpeg);
        var (right, top) = (width * PointsPerInch / PdfPictures.Resolution, height * PointsPerInch / PdfPictures.Resolution);
        var picture = Add();
        patch.Stream(picture, new Dictionary<string, object>
        {
            ["/Type"] = "/XObject", ["/Subtype"] = "/Image", ["/Width"] = width, ["/Height"] = height, ["/BitsPerComponent"] = 8,
            ["/ColorSpace"] = colours == 1 ? "/DeviceGray" : "/DeviceRGB", ["/Filter"] = "/DCTDecode",
        }, jpeg);
        var content = Add();
        patch.Stream(content, new Dictionary<string, object>(), Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"q {right:0.##} 0 0 {top:0.##} 0 0 cm /Page Do Q\n") + Words(words, Offset(objects, page), top)));
        var box = new[] { 0, 0, right, top };
        patch.Value(page.Id, new Dictionary<string, object>
        {
            ["/Type"] = "/Page", ["/Parent"] = page.Dictionary.GetProperty("/Parent"), ["/MediaBox"] = box, ["/CropBox"] = box, ["/Rotate"] = 0, ["/Contents"] = content,
            ["/Resources"] = new Dictionary<string, object> { ["/XObject"] = new Dictionary<string, object> { ["/Page"] = picture }, ["/Font"] = new Dictionary<string, object> { ["/Words"] = _font ??= Font() } },
        });
    }

    /// <summary>词的坐标从整页的左上角算起，图片只有裁剪后的部分。</summary>
    private static (double X, double Y) Offset(PdfObjects objects, PdfPageObject page) =>
        objects.Box(page, "/CropBox") is { } crop && objects.Box(page, "/MediaBox") is { } media ? (crop[0] - media[0], media[3] - crop[3]) : (0, 0);

    private static string Words(IReadOnlyList<PlacedWord> words, (double X, double Y) offset, double top)
    {
        var content = new StringBuilder("BT 3 Tr\n");
        foreach (var word in words)
        {
            var size = word.Bottom - word.Top;
            var natural = word.Text.Sum(character => character < '\u2E80' ? 0.5 : 1) * size;
            if (size <= 0 || natural <= 0 || word.Text.Any(char.IsSurrogate)) continue;
            content.Append(CultureInfo.InvariantCulture,
                $"/Words {size:0.##} Tf {100 * (word.Right - word.Left) / natural:0.#} Tz 1 0 0 1 {word.Left - offset.X:0.##} {top - (word.Bottom - offset.Y) + (size * 0.12):0.##} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(word.Text))}> Tj\n");
        }

        return content.Append("ET").ToString();
    }

    /// <summary>不嵌入的字体：编码就是 Unicode，字不画出来，只供选取与搜索。</summary>
    private string Font()
    {
        var (font, descendant, descriptor, unicode) = (Add(), Add(), Add(), Add());
        patch.Value(font, new Dictionary<string, object>
        {
            ["/Type"] = "/Font", ["/Subtype"] = "/Type0", ["/BaseFont"] = "/SimSun", ["/Encoding"] = "/Identity-H", ["/DescendantFonts"] = new[] { descendant }, ["/ToUnicode"] = unicode,
        });
        patch.Value(descendant, new Dictionary<string, object>
        {
            ["/Type"] = "/Font", ["/Subtype"] = "/CIDFontType2", ["/BaseFont"] = "/SimSun", ["/CIDSystemInfo"] = new Dictionary<string, object> { ["/Registry"] = "u:Adobe", ["/Ordering"] = "u:Identity", ["/Supplement"] = 0 },
            ["/FontDescriptor"] = descriptor, ["/DW"] = 1000, ["/W"] = new object[] { 0, 0x2E7F, 500 },
        });
        patch.Value(descriptor, new Dictionary<string, object>
        {
            ["/Type"] = "/FontDescriptor", ["/FontName"] = "/SimSun", ["/Flags"] = 4, ["/FontBBox"] = new[] { 0, -120, 1000, 880 }, ["/ItalicAngle"] = 0, ["/Ascent"] = 880, ["/Descent"] = -120, ["/CapHeight"] = 700, ["/StemV"] = 80,
        });
        patch.Stream(unicode, new Dictionary<string, object>(), Encoding.ASCII.GetBytes(ToUnicode()));
        return font;
    }

    private static string ToUnicode()
    {
        const int RangesAtOnce = 100;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Words def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var rows in Enumerable.Range(0, 256).Chunk(RangesAtOnce))
        {
            map.Append(CultureInfo.InvariantCulture, $"{rows.Length} beginbfrange\n");
            foreach (var row in rows) map.Append(CultureInfo.InvariantCulture, $"<{row:X2}00> <{row:X2}FF> <{row:X2}00>\n");
            map.Append("endbfrange\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private string Add() => $"{_next++} 0 R";

    /// <summary>宽、高、颜色分量数，从 JPEG 的帧头读。</summary>
    private static (int Width, int Height, int Colours) SizeOf(byte[] jpeg)
    {
        if (JpegSegments.Read(jpeg) is var (segments, _))
            foreach (var segment in segments)
                if (segment.Marker is >= 0xC0 and <= 0xC2 && segment.Body(jpeg) is { Length: >= 6 } body)
                    return (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]), body[5]);
        throw new InvalidDataException("画出的图片没有帧头。");
    }
}
