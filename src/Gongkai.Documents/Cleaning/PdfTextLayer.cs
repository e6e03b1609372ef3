using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gongkai.Documents.Images;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Pdf;

namespace Gongkai.Documents.Cleaning;

/// <summary>图片页：一张铺满的图片，上面是不可见的文字层，按看得见的字与它们的方框重做，能选、能搜、能读屏。</summary>
/// <param name="patch">要改的对象写在这里。</param>
/// <param name="next">新对象从这个号起。</param>
internal sealed class PdfTextLayer(PdfPatch patch, int next)
{
    private const double PointsPerInch = 72;

    /// <summary>基线以下占字高的几分之几，与字体的描述一致。</summary>
    private const double Descent = 0.12;

    private int _next = next;
    private string? _font;

    /// <summary>一页换成图片与文字层。</summary>
    public void Picture(PdfObjects objects, PdfPageObject page, byte[] jpeg, IReadOnlyList<PlacedWord> words) =>
        Picture(page.Id, page.Dictionary.GetProperty("/Parent"), jpeg, PdfPictures.Resolution, words, Offset(objects, page));

    /// <summary>一页换成图片与文字层。</summary>
    /// <param name="page">页的编号。</param>
    /// <param name="parent">页树里的上级。</param>
    /// <param name="jpeg">铺满的图片。</param>
    /// <param name="resolution">图片每英寸多少点。</param>
    /// <param name="words">文字层的词。</param>
    /// <param name="offset">图片的左上角在词的坐标里是哪一点。</param>
    public void Picture(string page, object parent, byte[] jpeg, double resolution, IReadOnlyList<PlacedWord> words, (double X, double Y) offset)
    {
        var (width, height, colours) = SizeOf(jpeg);
        var (right, top) = (width * PointsPerInch / resolution, height * PointsPerInch / resolution);
        var picture = Add();
        patch.Stream(picture, new Dictionary<string, object>
        {
            ["/Type"] = "/XObject", ["/Subtype"] = "/Image", ["/Width"] = width, ["/Height"] = height, ["/BitsPerComponent"] = 8,
            ["/ColorSpace"] = colours == 1 ? "/DeviceGray" : "/DeviceRGB", ["/Filter"] = "/DCTDecode",
        }, jpeg);
        var content = Add();
        patch.Stream(content, new Dictionary<string, object>(), Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"q {right:0.##} 0 0 {top:0.##} 0 0 cm /Page Do Q\n") + Words(words, offset, top)));
        var box = new[] { 0, 0, right, top };
        patch.Value(page, new Dictionary<string, object>
        {
            ["/Type"] = "/Page", ["/Parent"] = parent, ["/MediaBox"] = box, ["/CropBox"] = box, ["/Rotate"] = 0, ["/Contents"] = content,
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
            // 竖着的词（横表竖放）转过九十度写，从上往下。
            var (size, length) = word.IsUpended ? (word.Right - word.Left, word.Bottom - word.Top) : (word.Bottom - word.Top, word.Right - word.Left);
            var natural = word.Text.Sum(character => character < '\u2E80' ? 0.5 : 1) * size;
            if (size <= 0 || natural <= 0 || word.Text.Any(char.IsSurrogate)) continue;
            var place = word.IsUpended
                ? string.Create(CultureInfo.InvariantCulture, $"0 -1 1 0 {word.Left - offset.X + (size * Descent):0.##} {top - (word.Top - offset.Y):0.##}")
                : string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {word.Left - offset.X:0.##} {top - (word.Bottom - offset.Y) + (size * Descent):0.##}");
            content.Append(CultureInfo.InvariantCulture, $"/Words {size:0.##} Tf {100 * length / natural:0.#} Tz {place} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(word.Text))}> Tj\n");
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
